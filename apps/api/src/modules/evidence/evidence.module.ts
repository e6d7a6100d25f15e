import { Module } from '@nestjs/common';
import { AttachedFilesService } from './attached-files.service.ts';
import { EvidenceUploadsService } from './evidence-uploads.service.ts';
import { EvidenceService } from './evidence.service.ts';
import { FilesForgetting } from './files-forgetting.service.ts';
import { PictureReception } from './picture-reception.service.ts';
import { AttachedFilesRepository } from './persistence/attached-files.repository.ts';
import { EvidenceUploadsRepository } from './persistence/evidence-uploads.repository.ts';
import { EvidenceRepository } from './persistence/evidence.repository.ts';
import { FilesForgettingRepository } from './persistence/files-forgetting.repository.ts';

@Module({
  providers: [
    EvidenceService,
    EvidenceUploadsService,
    FilesForgetting,
    PictureReception,
    AttachedFilesService,
    AttachedFilesRepository,
    EvidenceRepository,
    EvidenceUploadsRepository,
    FilesForgettingRepository,
  ],
  exports: [EvidenceService, EvidenceUploadsService, PictureReception, AttachedFilesService],
})
export class EvidenceModule {}
