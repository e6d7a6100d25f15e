import { Module } from '@nestjs/common';
import { OrganisationsController } from './organisations.controller.ts';
import { OrganisationsService } from './organisations.service.ts';
import { OrganisationsRepository } from './persistence/organisations.repository.ts';
import { SchoolRegisterRepository } from './persistence/school-register.repository.ts';
import { SchoolRegisterService } from './school-register.service.ts';

@Module({
  controllers: [OrganisationsController],
  providers: [OrganisationsService, SchoolRegisterService, OrganisationsRepository, SchoolRegisterRepository],
  exports: [OrganisationsService],
})
export class OrganisationsModule {}
