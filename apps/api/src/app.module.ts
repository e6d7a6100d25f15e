import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './modules/access/access.module.ts';
import { AuditTrailModule } from './modules/audit-trail/audit-trail.module.ts';
import { CountyReportsModule } from './modules/county-reports/county-reports.module.ts';
import { DataSetsModule } from './modules/data-sets/data-sets.module.ts';
import { EvaluationsModule } from './modules/evaluations/evaluations.module.ts';
import { EvidenceModule } from './modules/evidence/evidence.module.ts';
import { InspectionsModule } from './modules/inspections/inspections.module.ts';
import { MessagesModule } from './modules/messages/messages.module.ts';
import { OpinionsModule } from './modules/opinions/opinions.module.ts';
import { OrganisationsModule } from './modules/organisations/organisations.module.ts';
import { RectificationsModule } from './modules/rectifications/rectifications.module.ts';
import { RegistersModule } from './modules/registers/registers.module.ts';
import { ReviewsModule } from './modules/reviews/reviews.module.ts';
import { RoundsModule } from './modules/rounds/rounds.module.ts';
import { SelfReportsModule } from './modules/self-reports/self-reports.module.ts';
import { StandardsModule } from './modules/standards/standards.module.ts';
import { RecognitionsModule } from './modules/recognitions/recognitions.module.ts';
import { SupervisionModule } from './modules/supervision/supervision.module.ts';
import { PlatformModule, type Platform } from './platform/platform.module.ts';

/** All modules, in the order of the data: each may call only those above it. */
@Module({})
export class AppModule {
  static on(platform: Platform): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.on(platform),
        AccessModule,
        OrganisationsModule,
        RegistersModule,
        StandardsModule,
        EvidenceModule,
        MessagesModule,
        RoundsModule,
        SelfReportsModule,
        CountyReportsModule,
        ReviewsModule,
        DataSetsModule,
        EvaluationsModule,
        InspectionsModule,
        RectificationsModule,
        OpinionsModule,
        RecognitionsModule,
        SupervisionModule,
        AuditTrailModule,
      ],
    };
  }
}
