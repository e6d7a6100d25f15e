import { Module } from '@nestjs/common';
import { MessagesModule } from '../messages/messages.module.ts';
import { OrganisationsModule } from '../organisations/organisations.module.ts';
import { RoundsModule } from '../rounds/rounds.module.ts';
import { SelfReportsModule } from '../self-reports/self-reports.module.ts';
import { StandardsModule } from '../standards/standards.module.ts';
import { CorrectionsService } from './corrections.service.ts';
import { ReviewAssignmentsRepository } from './persistence/review-assignments.repository.ts';
import { ReportCommentsRepository } from './persistence/report-comments.repository.ts';
import { ReviewsRepository } from './persistence/reviews.repository.ts';
import { ReportCommentsController } from './report-comments.controller.ts';
import { ReportCommentsService } from './report-comments.service.ts';
import { ReportReviewService } from './report-review.service.ts';
import { ReviewAssignmentsController } from './review-assignments.controller.ts';
import { ReviewAssignmentsService } from './review-assignments.service.ts';
import { ReviewsController } from './reviews.controller.ts';
import { ReviewsService } from './reviews.service.ts';

@Module({
  imports: [OrganisationsModule, StandardsModule, MessagesModule, RoundsModule, SelfReportsModule],
  controllers: [ReviewsController, ReportCommentsController, ReviewAssignmentsController],
  providers: [
    ReviewsService,
    CorrectionsService,
    ReportCommentsService,
    ReportCommentsRepository,
    ReviewAssignmentsService,
    ReviewAssignmentsRepository,
    ReportReviewService,
    ReviewsRepository,
  ],
  exports: [ReviewsService, CorrectionsService],
})
export class ReviewsModule {}
