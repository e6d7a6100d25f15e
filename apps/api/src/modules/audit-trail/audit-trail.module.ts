import { Module } from '@nestjs/common';
import { AuditChainsService } from './audit-chains.service.ts';
import { AuditIndexing } from './audit-indexing.service.ts';
import { AuditTrailController } from './audit-trail.controller.ts';
import { AuditTrailService } from './audit-trail.service.ts';
import { AuditChainsRepository } from './persistence/audit-chains.repository.ts';
import { AuditIndexRepository } from './persistence/audit-index.repository.ts';
import { AuditTrailRepository } from './persistence/audit-trail.repository.ts';
import { ReceiptProofs } from './receipt-proofs.service.ts';

@Module({
  controllers: [AuditTrailController],
  providers: [
    AuditChainsService,
    AuditIndexing,
    AuditTrailService,
    ReceiptProofs,
    AuditChainsRepository,
    AuditIndexRepository,
    AuditTrailRepository,
  ],
  exports: [AuditIndexing],
})
export class AuditTrailModule {}
