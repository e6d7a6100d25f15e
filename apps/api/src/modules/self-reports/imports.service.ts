import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ImportPreviewView, importListSchema } from '@junheng/api-contract';
import type { z } from 'zod';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import type { LocatedProblem } from '../../platform/errors/domain-error.ts';
import { FileStore } from '../../platform/files/file-store.ts';
import { refuseUnlessKept } from '../../platform/files/take-file.ts';
import { readWorkbook } from '../../platform/workbooks/read-workbook.ts';
import type { WorkbookReading } from '../../platform/workbooks/workbook.types.ts';
import { WORKBOOK_LIMITS } from '../../platform/workbooks/workbook-limits.ts';
import type { Scope } from '../access/access.scope.ts';
import { buildImportPreview } from './import/build-import-preview.ts';
import type { ImportFile } from './import/import-preview.types.ts';
import { importErrors } from './imports.errors.ts';
import { presentImport, presentListedImport } from './imports.presenter.ts';
import type { ImportFileRecord, StoredPreview, UploadedFile } from './imports.types.ts';
import { ImportSurroundings } from './import-surroundings.service.ts';
import { ImportsRepository } from './persistence/imports.repository.ts';
import { SelfReportsRepository } from './persistence/self-reports.repository.ts';

/** Workbooks of a county (导入): read, and shown with every doubt at its row and cell. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly files: FileStore,
    private readonly repository: ImportsRepository,
    private readonly reports: SelfReportsRepository,
    private readonly surroundings: ImportSurroundings,
    private readonly audit: AuditLog,
  ) {}

  /** Newest first. @throws round.not-found */
  async list(scope: Scope, roundId: string): Promise<z.infer<typeof importListSchema>> {
    await this.surroundings.of(this.database, scope, roundId);
    return { imports: (await this.repository.findInRound(this.database, scope, roundId)).map(presentListedImport) };
  }

  /** @throws import.not-found */
  async read(scope: Scope, importId: string): Promise<ImportPreviewView> {
    const record = await this.repository.findById(this.database, scope, importId);
    if (record === null) throw importErrors.notFound(importId);
    const { edition, register } = await this.surroundings.of(this.database, scope, record.roundId);
    const reports = await this.reports.findInRound(this.database, scope, scope, record.roundId);
    return presentImport(record, edition, register, reports);
  }

  /**
   * Reads the files, one after another so that no two are unpacked at once, and keeps what was read. Nothing is taken over yet.
   * @returns the id of the import
   * @throws round.not-found, request.malformed (no file), import.file-refused (no file can be read; each says why)
   */
  async upload(
    scope: Scope,
    actor: Actor,
    roundId: string,
    uploaded: AsyncIterable<UploadedFile> | Iterable<UploadedFile>,
  ): Promise<string> {
    const { round, edition, register } = await this.surroundings.of(this.database, scope, roundId);
    const read: ImportFile[] = [];
    const records: ImportFileRecord[] = [];
    const refusedFiles: ImportFileRecord[] = [];
    const refusals: LocatedProblem[] = [];
    const room = { cells: WORKBOOK_LIMITS.cells, characters: WORKBOOK_LIMITS.textCharacters };
    for await (const { name, bytes } of uploaded) {
      const reading = roomFor(await readUnlessFull(bytes, room), room);
      const distinct = distinctName(name, read);
      read.push({ name: distinct, reading });
      if (reading.ok) {
        const { sha256, size } = await this.files.put(bytes);
        records.push({ name: distinct, size, sha256, format: reading.workbook.format });
      } else {
        // A refused file is not kept: its name, its hash and why are.
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        refusedFiles.push({ name: distinct, size: bytes.byteLength, sha256, format: null });
        refusals.push({ at: distinct, code: reading.refusal.code, facts: reading.refusal.facts });
      }
    }
    if (read.length === 0) throw importErrors.nothingUploaded();
    if (refusals.length === read.length) throw importErrors.filesRefused(refusals);

    const known = new Set(register.map(({ code }) => code));
    const preview: StoredPreview = { ...buildImportPreview(edition, read, known), refusedFiles };
    return this.transactions.run(actor, async (tx) => {
      const id = await this.repository.insert(tx, scope, {
        roundId,
        countyId: round.regionId,
        preview,
        files: records,
      });
      if (id === null) throw importErrors.notFound(roundId);
      for (const { sha256 } of records) await refuseUnlessKept(this.files, sha256);
      await this.audit.append(tx, {
        countyId: round.regionId,
        action: 'import.uploaded',
        subject: { kind: 'import', id },
        details: {
          roundId,
          files: [...records, ...refusedFiles],
          schools: preview.schools.length,
          outcome: preview.outcome,
        },
      });
      return id;
    });
  }
}

/** What one file may hold, all files of an upload may hold together: they are in memory at the same time. */
interface Room {
  cells: number;
  characters: number;
}

const tooManyCells: WorkbookReading = {
  ok: false,
  refusal: { code: 'too_many_cells', facts: { limit: WORKBOOK_LIMITS.cells } },
};

async function readUnlessFull(bytes: Uint8Array, room: Room): Promise<WorkbookReading> {
  return room.cells <= 0 || room.characters <= 0 ? tooManyCells : readWorkbook(bytes);
}

/** Takes the room a file needs; a file that finds too little of it is not kept. */
function roomFor(reading: WorkbookReading, room: Room): WorkbookReading {
  if (!reading.ok) return reading;
  for (const { rows } of reading.workbook.sheets) {
    for (const { cells } of rows) {
      room.cells -= cells.length;
      for (const { text } of cells) room.characters -= text.length;
    }
  }
  return room.cells < 0 || room.characters < 0 ? tooManyCells : reading;
}

/** Problems name files, so two files of one name must not be taken for each other. */
function distinctName(name: string, before: readonly { readonly name: string }[]): string {
  const taken = new Set(before.map((each) => each.name));
  let distinct = name;
  for (let count = 2; taken.has(distinct); count += 1) distinct = `${name} (${count})`;
  return distinct;
}
