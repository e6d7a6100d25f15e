import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { OrganisationsModule } from '../organisations/organisations.module.ts';
import { StandardsModule } from '../standards/standards.module.ts';
import { RecognitionsRepository } from './persistence/recognitions.repository.ts';
import { RecognitionsController } from './recognitions.controller.ts';
import { RecognitionsService } from './recognitions.service.ts';

@Module({
  imports: [AccessModule, OrganisationsModule, StandardsModule],
  controllers: [RecognitionsController],
  providers: [RecognitionsService, RecognitionsRepository],
})
export class RecognitionsModule {}
