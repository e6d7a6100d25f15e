import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module.ts';
import { ChecklistsController } from './checklists.controller.ts';
import { ChecklistsService } from './checklists.service.ts';
import { EditionDraftsController } from './edition-drafts.controller.ts';
import { EditionDraftsService } from './edition-drafts.service.ts';
import { EditionDraftsRepository } from './persistence/edition-drafts.repository.ts';
import { StandardsRepository } from './persistence/standards.repository.ts';
import { StandardsController } from './standards.controller.ts';
import { StandardsService } from './standards.service.ts';

@Module({
  imports: [OrganisationsModule],
  controllers: [StandardsController, EditionDraftsController, ChecklistsController],
  providers: [StandardsService, EditionDraftsService, ChecklistsService, StandardsRepository, EditionDraftsRepository],
  exports: [StandardsService],
})
export class StandardsModule {}
