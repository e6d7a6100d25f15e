import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module.ts';
import { StandardsModule } from '../standards/standards.module.ts';
import { RoundsRepository } from './persistence/rounds.repository.ts';
import { RoundsController } from './rounds.controller.ts';
import { RoundsService } from './rounds.service.ts';

@Module({
  imports: [OrganisationsModule, StandardsModule],
  controllers: [RoundsController],
  providers: [RoundsService, RoundsRepository],
  exports: [RoundsService],
})
export class RoundsModule {}
