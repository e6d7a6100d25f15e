import { Module } from '@nestjs/common';
import { EvidenceUploadsService } from './evidence-uploads.service.ts';
import { EvidenceService } from './evidence.service.ts';
import { FilesForgetting } from './files-forgetting.service.ts';
import { PictureReception } from './picture-reception.service.ts';
import { EvidenceUploadsRepository } from './persistence/evidence-uploads.repository.ts';
import { EvidenceRepository } from './persistence/evidence.repository.ts';
import { FilesForgettingRepository } from './persistence/files-forgetting.repository.ts';

@Module({
  providers: [
    EvidenceService,
    EvidenceUploadsService,
    FilesForgetting,
    PictureReception,
    EvidenceRepository,
    EvidenceUploadsRepository,
    FilesForgettingRepository,
  ],
  exports: [EvidenceService, EvidenceUploadsService, PictureReception],
})
export class EvidenceModule {}
