import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { EvidenceMediaType } from '@junheng/api-contract';
import type { Transaction } from '../../platform/database/transaction.ts';
import { FileStore, type StoredFile } from '../../platform/files/file-store.ts';
import { refuseUnlessKept } from '../../platform/files/take-file.ts';
import { recogniseFile } from './content/recognise-file.ts';
import { evidenceErrors } from './evidence.errors.ts';
import { evidenceName } from './evidence.rules.ts';
import { AttachedFilesRepository } from './persistence/attached-files.repository.ts';

export interface AttachedFile extends StoredFile {
  readonly name: string;
  readonly mediaType: EvidenceMediaType;
}

/** Files that hang on something else than a self-report, and come in one piece: looked at, named and kept like evidence. */
@Injectable()
export class AttachedFilesService {
  constructor(
    private readonly files: FileStore,
    private readonly repository: AttachedFilesRepository,
  ) {}

  /** Keeps bytes that are what evidence may be. Nothing refers to them yet. @throws evidence.empty, evidence.type-refused */
  async keep(name: string, bytes: Uint8Array): Promise<AttachedFile> {
    if (bytes.byteLength === 0) throw evidenceErrors.empty();
    const folder = await mkdtemp(join(tmpdir(), 'junheng-file-'));
    try {
      const path = join(folder, 'file');
      await writeFile(path, bytes, { mode: 0o600 });
      const recognition = await recogniseFile(path);
      if (!recognition.ok) throw evidenceErrors.typeRefused(recognition.found);
      const stored = await this.files.put(bytes);
      return { ...stored, mediaType: recognition.mediaType, name: evidenceName(name, recognition.mediaType) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** From now on somebody refers to it, in this transaction. @throws server.unavailable (the bytes went meanwhile: send them again) */
  async take(tx: Transaction, file: StoredFile): Promise<void> {
    await this.repository.take(tx, file);
    await refuseUnlessKept(this.files, file.sha256);
  }

  /** @throws evidence.not-found when the bytes are gone from the disk */
  async content(sha256: string): Promise<Readable> {
    const content = await this.files.read(sha256);
    if (content === null) throw evidenceErrors.notFound(sha256);
    return content;
  }
}
