import { Module } from '@nestjs/common';
import { InspectionsModule } from '../inspections/inspections.module.ts';
import { RectificationsModule } from '../rectifications/rectifications.module.ts';
import { StandardsModule } from '../standards/standards.module.ts';
import { FeedbacksService } from './feedbacks.service.ts';
import { ObjectionsService } from './objections.service.ts';
import { OpinionPlaces } from './opinion-places.service.ts';
import { OpinionsController } from './opinions.controller.ts';
import { OpinionsService } from './opinions.service.ts';
import { OpinionsRepository } from './persistence/opinions.repository.ts';

@Module({
  imports: [InspectionsModule, RectificationsModule, StandardsModule],
  controllers: [OpinionsController],
  providers: [OpinionsService, ObjectionsService, FeedbacksService, OpinionPlaces, OpinionsRepository],
})
export class OpinionsModule {}
