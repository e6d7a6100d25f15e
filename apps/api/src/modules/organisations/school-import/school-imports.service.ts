import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log.ts';
import { calendarDay } from '../../../platform/clock/calendar-day.ts';
import { Clock } from '../../../platform/clock/clock.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import { Transactions } from '../../../platform/database/database.ts';
import { storable } from '../../../platform/http/storable-text.ts';
import { readWorkbook } from '../../../platform/workbooks/read-workbook.ts';
import type { Scope } from '../../access/access.scope.ts';
import { organisationErrors } from '../organisations.errors.ts';
import { SchoolImportsRepository } from '../persistence/school-imports.repository.ts';
import { checkSchools, type CheckedSchools } from './check-schools.ts';
import type { ListedSchoolImportRecord, SchoolImportRecord } from './school-imports.types.ts';

/** More are counted, but not kept: nobody mends a thousand rows one by one. */
const MOST_PROBLEMS = 500;

/** Schools from a sheet (批量登记): read and checked, shown, and registered only when a person says so. */
@Injectable()
export class SchoolImportsService {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly imports: SchoolImportsRepository,
  ) {}

  /**
   * Reads the sheet in a thread of its own and keeps what was found. Nothing is registered.
   * @throws region.not-found, import.file-refused
   */
  async upload(
    scope: Scope,
    actor: Actor,
    countyId: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<SchoolImportRecord> {
    const around = await this.imports.findSurroundings(scope, countyId);
    if (around === null) throw organisationErrors.regionNotFound();
    const reading = await readWorkbook(file.bytes);
    if (!reading.ok) throw organisationErrors.fileRefused(file.name, reading.refusal);
    const checked = await this.withoutForeignCodes(
      checkSchools(reading.workbook.sheets, { ...around, today: calendarDay(this.clock.now()) }),
    );
    const fileName = storable(file.name.slice(0, 200));
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const id = await this.transactions.run(actor, async (tx) => {
      const problems = checked.problems.slice(0, MOST_PROBLEMS);
      const made = await this.imports.insert(tx, { countyId, fileName, sha256, checked, problems });
      await this.audit.append(tx, {
        countyId,
        action: 'school-import.uploaded',
        subject: { kind: 'school-import', id: made },
        details: { fileName, sha256, rows: checked.rows, fresh: checked.fresh.length },
      });
      return made;
    });
    return this.read(scope, id);
  }

  /** Newest first. */
  async list(scope: Scope, countyId: string): Promise<readonly ListedSchoolImportRecord[]> {
    return this.imports.findOfCounty(scope, countyId);
  }

  /** @throws import.not-found */
  async read(scope: Scope, importId: string): Promise<SchoolImportRecord> {
    const found = await this.imports.findOne(scope, importId);
    if (found === null) throw organisationErrors.importNotFound(importId);
    return found;
  }

  /**
   * Registers the schools of the preview, all of them or none.
   * @throws import.not-found, import.already-confirmed, import.has-errors (also where the register has changed since), import.warnings-unconfirmed
   */
  async confirm(scope: Scope, actor: Actor, importId: string, warningsConfirmed: boolean): Promise<SchoolImportRecord> {
    await this.transactions.run(actor, async (tx) => {
      const found = await this.imports.findForUpdate(tx, scope, importId);
      if (found === null) throw organisationErrors.importNotFound(importId);
      const { schools, status, countyId } = found;
      if (status !== 'previewed' || schools === null) throw organisationErrors.importFinished(status);
      if (found.errors > 0) throw organisationErrors.importHasErrors(found.errors);
      if (found.warnings > 0 && !warningsConfirmed) throw organisationErrors.importUnconfirmed(found.warnings);
      const taken = await this.imports.findTakenCodes(tx, codesOf(schools));
      if (taken.size > 0) throw organisationErrors.importHasErrors(taken.size);
      await this.imports.register(tx, countyId, schools);
      await this.imports.finish(tx, importId, 'confirmed');
      await this.audit.append(tx, {
        countyId,
        action: 'school-import.confirmed',
        subject: { kind: 'school-import', id: importId },
        details: { schools: schools.length, warnings: found.warnings },
      });
    });
    return this.read(scope, importId);
  }

  /** @throws import.not-found, import.already-confirmed */
  async discard(scope: Scope, actor: Actor, importId: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const found = await this.imports.findForUpdate(tx, scope, importId);
      if (found === null) throw organisationErrors.importNotFound(importId);
      if (found.status !== 'previewed') throw organisationErrors.importFinished(found.status);
      await this.imports.finish(tx, importId, 'discarded');
      await this.audit.append(tx, {
        countyId: found.countyId,
        action: 'school-import.discarded',
        subject: { kind: 'school-import', id: importId },
      });
    });
  }

  /** A code that a school of another county has is no new school; which one stays its secret. */
  private async withoutForeignCodes(checked: CheckedSchools): Promise<CheckedSchools> {
    const taken = await this.imports.findTakenCodes(null, codesOf(checked.fresh));
    if (taken.size === 0) return checked;
    const elsewhere = checked.fresh.filter(({ code }) => taken.has(code));
    return {
      ...checked,
      fresh: checked.fresh.filter(({ code }) => !taken.has(code)),
      problems: [
        ...elsewhere.map(({ row, code }) => ({
          severity: 'error' as const,
          code: 'code-elsewhere' as const,
          row,
          column: null,
          facts: { value: code },
        })),
        ...checked.problems,
      ],
    };
  }
}

function codesOf(schools: readonly { readonly code: string }[]): readonly string[] {
  return schools.map(({ code }) => code);
}
