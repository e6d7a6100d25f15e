import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import { storable } from '../../platform/http/storable-text.ts';
import type { Scope } from '../access/access.scope.ts';
import { AttachedFilesService } from '../evidence/attached-files.service.ts';
import { RowFilesRepository } from './persistence/row-files.repository.ts';
import { rectificationErrors } from './rectifications.errors.ts';
import { RectificationsService } from './rectifications.service.ts';
import type { FileRecord } from './rectifications.types.ts';

const MOST_FILES = 50;
const LONGEST_NAME = 200;

/** What proves that a problem was put right (佐证): photos, documents. */
@Injectable()
export class RowEvidenceService {
  constructor(
    private readonly transactions: Transactions,
    private readonly attached: AttachedFilesService,
    private readonly ledger: RectificationsService,
    private readonly files: RowFilesRepository,
  ) {}

  /** @throws rectification.not-found, .closed, .files-too-many, evidence.empty, .type-refused, server.unavailable */
  async add(
    scope: Scope,
    actor: Actor,
    rectificationId: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<void> {
    // Nobody fills the disk through a row that is not theirs.
    if (!(await this.ledger.reaches(scope, rectificationId))) throw rectificationErrors.notFound();
    const kept = await this.attached.keep(storable(file.name.slice(0, LONGEST_NAME)), file.bytes);
    await this.transactions.run(actor, async (tx) => {
      const row = await this.ledger.unclosed(tx, scope, rectificationId);
      if ((await this.files.count(tx, row.id)) >= MOST_FILES) throw rectificationErrors.filesTooMany(MOST_FILES);
      await this.attached.take(tx, kept);
      await this.files.add(tx, row.id, kept);
      await this.ledger.record(tx, row, 'evidence-added', { name: kept.name, sha256: kept.sha256, size: kept.size });
    });
  }

  /** @throws rectification.not-found, .closed, .file-not-found */
  async remove(scope: Scope, actor: Actor, rectificationId: string, fileId: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const row = await this.ledger.unclosed(tx, scope, rectificationId);
      const name = await this.files.remove(tx, row.id, fileId);
      if (name === null) throw rectificationErrors.fileNotFound();
      await this.ledger.record(tx, row, 'evidence-removed', { name });
    });
  }

  /** @throws rectification.not-found, .file-not-found, evidence.not-found */
  async content(
    scope: Scope,
    rectificationId: string,
    fileId: string,
  ): Promise<{ readonly file: FileRecord; readonly content: Readable }> {
    const { files } = await this.ledger.row(scope, rectificationId);
    const file = files.find(({ id }) => id === fileId);
    if (file === undefined) throw rectificationErrors.fileNotFound();
    return { file, content: await this.attached.content(file.sha256) };
  }
}
