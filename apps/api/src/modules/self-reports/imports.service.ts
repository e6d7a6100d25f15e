import { Injectable } from '@nestjs/common';
import type { ImportPreviewView, confirmImportRequestSchema, importListSchema } from '@junheng/api-contract';
import type { z } from 'zod';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import type { Reader, Transaction } from '../../platform/database/transaction.ts';
import type { LocatedProblem } from '../../platform/errors/domain-error.ts';
import { FileStore } from '../../platform/files/file-store.ts';
import { readWorkbook } from '../../platform/workbooks/read-workbook.ts';
import type { Scope } from '../access/access.scope.ts';
import { OrganisationsService } from '../organisations/organisations.service.ts';
import type { SchoolEntry } from '../organisations/organisations.types.ts';
import { RoundsService } from '../rounds/rounds.service.ts';
import type { RoundRecord } from '../rounds/rounds.types.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { buildImportPreview } from './import/build-import-preview.ts';
import type { ImportFile } from './import/import-preview.types.ts';
import { ImportedReportsService } from './imported-reports.service.ts';
import { mapSchools } from './import-plan.rules.ts';
import { importErrors } from './imports.errors.ts';
import { matchesOf, presentImport, presentListedImport } from './imports.presenter.ts';
import type { ConfirmedImport, ImportFileRecord, ImportRecord, UploadedFile } from './imports.types.ts';
import { ImportsRepository } from './persistence/imports.repository.ts';
import { SelfReportsRepository } from './persistence/self-reports.repository.ts';

/** Workbooks of a county (导入): read, shown with every doubt at its row and cell, mapped to schools, taken over once. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly files: FileStore,
    private readonly repository: ImportsRepository,
    private readonly reports: SelfReportsRepository,
    private readonly taking: ImportedReportsService,
    private readonly rounds: RoundsService,
    private readonly organisations: OrganisationsService,
    private readonly standards: StandardsService,
    private readonly audit: AuditLog,
  ) {}

  /** Newest first. @throws round.not-found */
  async list(scope: Scope, roundId: string): Promise<z.infer<typeof importListSchema>> {
    await this.rounds.ofCounty(this.database, scope, roundId);
    return { imports: (await this.repository.findInRound(this.database, scope, roundId)).map(presentListedImport) };
  }

  /** @throws import.not-found */
  async read(scope: Scope, importId: string): Promise<ImportPreviewView> {
    const record = await this.repository.findById(this.database, scope, importId);
    if (record === null) throw importErrors.notFound(importId);
    const { edition, register } = await this.surroundings(this.database, scope, record);
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
    const round = await this.rounds.ofCounty(this.database, scope, roundId);
    const read: ImportFile[] = [];
    const records: ImportFileRecord[] = [];
    const refusals: LocatedProblem[] = [];
    for await (const { name, bytes } of uploaded) {
      const reading = await readWorkbook(bytes);
      if (!reading.ok) refusals.push({ at: name, code: reading.refusal.code, facts: reading.refusal.facts });
      const { sha256, size } = await this.files.put(bytes);
      read.push({ name: distinctName(name, read), reading });
      records.push({ name, size, sha256, format: reading.ok ? reading.workbook.format : null });
    }
    if (read.length === 0) throw importErrors.nothingUploaded();
    if (refusals.length === read.length) throw importErrors.filesRefused(refusals);

    const { edition, register } = await this.surroundings(this.database, scope, { roundId, countyId: round.regionId });
    const preview = buildImportPreview(edition, read, new Set(register.map(({ code }) => code)));
    return this.transactions.run(actor, async (tx) => {
      const id = await this.repository.insert(tx, scope, {
        roundId,
        countyId: round.regionId,
        preview,
        files: records.map((record, index) => ({ ...record, name: read[index]?.name ?? record.name })),
      });
      if (id === null) throw importErrors.notFound(roundId);
      await this.audit.append(tx, {
        countyId: round.regionId,
        action: 'import.uploaded',
        subject: { kind: 'import', id },
        details: { roundId, files: records, schools: preview.schools.length, outcome: preview.outcome },
      });
      return id;
    });
  }

  /**
   * Takes the schools over into their reports, which then wait for approval: all in one transaction, once.
   * @throws import.not-found, .already-confirmed, .has-errors, .unmapped, .mapping-wrong, .replaces-unconfirmed
   */
  async confirm(
    scope: Scope,
    actor: Actor,
    importId: string,
    request: z.infer<typeof confirmImportRequestSchema>,
  ): Promise<ConfirmedImport> {
    return this.transactions.run(actor, async (tx) => {
      const record = await this.held(tx, scope, importId);
      const errors = record.preview.problems.filter(({ severity }) => severity === 'error');
      if (errors.length > 0) {
        throw importErrors.hasErrors(
          errors.map(({ file, sheet, row, column, code, facts }) => ({
            at: [file, sheet, column === null && row === null ? null : `${column ?? ''}${row ?? ''}`]
              .filter((part) => part !== null && part !== '')
              .join('!'),
            code,
            facts,
          })),
        );
      }
      const { round, edition, register } = await this.surroundings(tx, scope, record);
      const { mapped, unmapped, doubled } = mapSchools(matchesOf(record.preview, register), request.mapping);
      if (unmapped.length > 0) throw importErrors.unmapped(unmapped);
      const known = new Set(register.map(({ id }) => id));
      const wrong = mapped.filter(
        ({ key, schoolId }) => doubled.includes(key) || (schoolId !== null && !known.has(schoolId)),
      );
      if (wrong.length > 0) {
        throw importErrors.mappingWrong(wrong.map(({ key }) => ({ at: key, code: 'import.mapping-wrong' })));
      }
      const outcome = await this.taking.take(tx, scope, {
        importId,
        round,
        edition,
        preview: record.preview,
        mapped,
        replaceConfirmed: request.replaceConfirmed,
      });
      await this.repository.finish(tx, scope, importId, 'confirmed', outcome);
      await this.audit.append(tx, {
        countyId: record.countyId,
        action: 'import.confirmed',
        subject: { kind: 'import', id: importId },
        details: { roundId: record.roundId, submitted: outcome.submitted.length, leftOut: outcome.leftOut },
      });
      return outcome;
    });
  }

  /** @throws import.not-found, .already-confirmed */
  async discard(scope: Scope, actor: Actor, importId: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const record = await this.held(tx, scope, importId);
      await this.repository.finish(tx, scope, importId, 'discarded', null);
      await this.audit.append(tx, {
        countyId: record.countyId,
        action: 'import.discarded',
        subject: { kind: 'import', id: importId },
        details: { roundId: record.roundId },
      });
    });
  }

  private async held(tx: Transaction, scope: Scope, importId: string): Promise<ImportRecord> {
    await this.repository.hold(tx, scope, importId);
    const record = await this.repository.findById(tx, scope, importId);
    if (record === null) throw importErrors.notFound(importId);
    if (record.status !== 'preview') throw importErrors.alreadyConfirmed(record.status);
    return record;
  }

  private async surroundings(
    reader: Reader,
    scope: Scope,
    of: { readonly roundId: string; readonly countyId: string },
  ): Promise<{
    readonly round: RoundRecord;
    readonly edition: ReturnType<StandardsService['inForce']>['edition'];
    readonly register: readonly SchoolEntry[];
  }> {
    const round = await this.rounds.ofCounty(reader, scope, of.roundId);
    const register = await this.organisations.listSchools(scope, { regionId: of.countyId }, reader);
    return { round, edition: this.standards.inForce(round.editionId).edition, register };
  }
}

/** Problems name files, so two files of one name must not be taken for each other. */
function distinctName(name: string, before: readonly { readonly name: string }[]): string {
  const taken = new Set(before.map((each) => each.name));
  let distinct = name;
  for (let count = 2; taken.has(distinct); count += 1) distinct = `${name} (${count})`;
  return distinct;
}
