import { Module } from '@nestjs/common';
import { EvidenceUploadsService } from './evidence-uploads.service.ts';
import { EvidenceService } from './evidence.service.ts';
import { EvidenceUploadsRepository } from './persistence/evidence-uploads.repository.ts';
import { EvidenceRepository } from './persistence/evidence.repository.ts';

@Module({
  providers: [EvidenceService, EvidenceUploadsService, EvidenceRepository, EvidenceUploadsRepository],
  exports: [EvidenceService, EvidenceUploadsService],
})
export class EvidenceModule {}
