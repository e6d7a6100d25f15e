import { Inject, Injectable } from '@nestjs/common';
import type { EvidenceMediaType } from '@junheng/api-contract';
import type { IncomingMessage } from 'node:http';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import { errorCode } from '../../platform/database/startup-error.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { FileStore, type StoredFile } from '../../platform/files/file-store.ts';
import { refuseUnlessRoomFor, UploadRoom } from '../../platform/files/upload-room.ts';
import { Scope } from '../access/access.scope.ts';
import { HUGE_PICTURE, recogniseFile } from './content/recognise-file.ts';
import { evidenceErrors } from './evidence.errors.ts';
import { UPLOAD_LIFETIME_MILLISECONDS } from './evidence.rules.ts';
import { refuseWithoutRoom } from './evidence.service.ts';
import type { EvidenceHolder, UploadRecord } from './evidence.types.ts';
import { EvidenceRepository } from './persistence/evidence.repository.ts';
import { EvidenceUploadsRepository } from './persistence/evidence-uploads.repository.ts';
import { UploadFolder } from './upload-folder.ts';

/** A complete upload: kept by its hash, known by its bytes. */
export interface ReceivedFile extends StoredFile {
  readonly mediaType: EvidenceMediaType;
}

/**
 * Uploads that survive a lost connection (断点续传): announced first, then sent in parts by the tus protocol, and only when all
 * is there looked at and made evidence.
 */
@Injectable()
export class EvidenceUploadsService {
  private readonly folder: string;
  private readonly parts: UploadFolder;

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly repository: EvidenceUploadsRepository,
    private readonly evidence: EvidenceRepository,
    private readonly files: FileStore,
    private readonly room: UploadRoom,
    private readonly audit: AuditLog,
  ) {
    this.folder = join(config.dataDir, 'uploads');
    this.parts = new UploadFolder(this.folder, config.uploadLimitBytes);
  }

  /**
   * Promises room for so many bytes. The holder is held by this transaction.
   * @throws evidence.empty, .too-large, .too-many, .total-exceeded, server.storage-full
   */
  async begin(tx: Transaction, scope: Scope, holder: EvidenceHolder, size: number): Promise<UploadRecord> {
    if (size === 0) throw evidenceErrors.empty();
    if (size > this.config.uploadLimitBytes) throw evidenceErrors.tooLarge(this.config.uploadLimitBytes);
    const totals = await this.evidence.totals(tx, scope, holder.selfReportId);
    refuseWithoutRoom(totals, { bytes: size, upload: true });
    await refuseUnlessRoomFor(this.folder, size);
    const upload = await this.repository.insert(tx, scope, holder.selfReportId, size);
    if (upload === null) throw evidenceErrors.notFound(holder.selfReportId);
    await this.record(tx, holder, 'evidence.upload-begun', upload.id, { size });
    await this.parts.create(upload.id, size);
    return upload;
  }

  /** @throws evidence.upload-not-found */
  async state(
    scope: Scope,
    selfReportId: string,
    uploadId: string,
  ): Promise<{ readonly upload: UploadRecord; readonly offset: number }> {
    const upload = await this.found(scope, selfReportId, uploadId);
    const offset = upload.evidenceId === null ? await this.arrived(uploadId) : upload.size;
    return { upload, offset };
  }

  /**
   * Takes the next part from the connection, as much of it as arrives.
   * @returns the offset now reached
   * @throws evidence.upload-not-found, .upload-incomplete (another offset than the one reached), .too-large,
   * request.malformed, server.unavailable (broken off, or too many uploads at once), server.storage-full
   */
  async receive(scope: Scope, selfReportId: string, uploadId: string, request: IncomingMessage): Promise<number> {
    const upload = await this.found(scope, selfReportId, uploadId);
    if (upload.evidenceId !== null) throw evidenceErrors.wrongOffset();
    const offset = await this.room.run('stream', () => this.parts.append(uploadId, request));
    if (offset === 'storage-failed') {
      await refuseUnlessRoomFor(this.folder, upload.size);
      throw evidenceErrors.uploadInterrupted();
    }
    return offset;
  }

  /**
   * Looks at a complete upload and keeps its bytes by their hash. Nothing refers to them yet.
   * @throws evidence.upload-not-found, .upload-incomplete, .type-refused, .picture-too-large (the upload is then gone)
   */
  async take(scope: Scope, actor: Actor, holder: EvidenceHolder, upload: UploadRecord): Promise<ReceivedFile> {
    const offset = await this.arrived(upload.id);
    if (offset !== upload.size) throw evidenceErrors.uploadIncomplete({ size: upload.size, offset });
    const path = join(this.folder, upload.id);
    return this.room.run('stream', async () => {
      const recognition = await recogniseFile(path);
      if (!recognition.ok) {
        await this.transactions.run(actor, async (tx) => {
          await this.repository.remove(tx, scope, upload.id);
          await this.record(tx, holder, 'evidence.refused', upload.id, { found: recognition.found, size: upload.size });
        });
        await this.parts.remove(upload.id);
        throw recognition.found === HUGE_PICTURE
          ? evidenceErrors.pictureTooLarge()
          : evidenceErrors.typeRefused(recognition.found);
      }
      return { ...(await this.files.putStream(createReadStream(path))), mediaType: recognition.mediaType };
    });
  }

  /** What became of the upload is written with what it became. */
  async finish(tx: Transaction, scope: Scope, uploadId: string, evidenceId: string): Promise<void> {
    await this.repository.finish(tx, scope, uploadId, evidenceId);
  }

  /** The parts are not needed any more; that they cannot be removed is no failure of whoever uploaded. */
  async forgetParts(uploadId: string): Promise<void> {
    await this.parts.remove(uploadId).catch(() => undefined);
  }

  /** Gives up an upload. @throws evidence.upload-not-found */
  async abandon(tx: Transaction, scope: Scope, holder: EvidenceHolder, uploadId: string): Promise<void> {
    const upload = await this.repository.find(tx, scope, holder.selfReportId, uploadId);
    if (upload === null || upload.evidenceId !== null) throw evidenceErrors.uploadNotFound(uploadId);
    await this.repository.remove(tx, scope, uploadId);
    await this.record(tx, holder, 'evidence.upload-abandoned', uploadId, { size: upload.size });
  }

  /** Throws away what nobody finished in time, a hundred at a time: with each upload that begins. */
  async sweep(actor: Actor, now: Date): Promise<void> {
    const before = new Date(now.getTime() - UPLOAD_LIFETIME_MILLISECONDS);
    const expired = await this.transactions.run(actor, (tx) =>
      this.repository.removeExpired(tx, Scope.ofSystem(), before),
    );
    for (const id of expired) await this.forgetParts(id);
  }

  async found(scope: Scope, selfReportId: string, uploadId: string): Promise<UploadRecord> {
    const upload = await this.repository.find(this.database, scope, selfReportId, uploadId);
    if (upload === null) throw evidenceErrors.uploadNotFound(uploadId);
    return upload;
  }

  private async arrived(uploadId: string): Promise<number> {
    try {
      return (await stat(join(this.folder, uploadId))).size;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') throw evidenceErrors.uploadNotFound(uploadId);
      throw error;
    }
  }

  private async record(
    tx: Transaction,
    holder: EvidenceHolder,
    action: string,
    id: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const { countyId, selfReportId, schoolId } = holder;
    const subject = { kind: 'evidence-upload', id };
    await this.audit.append(tx, { countyId, action, subject, details: { selfReportId, schoolId, ...details } });
  }
}
