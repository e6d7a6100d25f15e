import { Injectable } from '@nestjs/common';
import type { confirmImportRequestSchema } from '@junheng/api-contract';
import type { z } from 'zod';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { ImportedReportsService } from './imported-reports.service.ts';
import { mapSchools } from './import-plan.rules.ts';
import { ImportSurroundings } from './import-surroundings.service.ts';
import { importErrors } from './imports.errors.ts';
import { matchesOf } from './imports.presenter.ts';
import type { ConfirmedImport, ImportRecord } from './imports.types.ts';
import { PrefilledReportsService } from './prefilled-reports.service.ts';
import { ImportsRepository } from './persistence/imports.repository.ts';

/** Taking an import over into reports, once, or discarding it. */
@Injectable()
export class ImportConfirmationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ImportsRepository,
    private readonly taking: ImportedReportsService,
    private readonly prefilling: PrefilledReportsService,
    private readonly surroundings: ImportSurroundings,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Takes the schools over into their reports, all in one transaction, once: handed in, they then wait for approval; prefilled, they
   * stay with their schools.
   * @throws import.not-found, .already-confirmed, .has-errors, .unmapped, .mapping-wrong, .replaces-unconfirmed, round.closed (prefilling)
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
      const { round, edition, register } = await this.surroundings.of(tx, scope, record.roundId);
      const { mapped, unmapped, doubled } = mapSchools(matchesOf(record.preview, register), request.mapping);
      if (unmapped.length > 0) throw importErrors.unmapped(unmapped);
      const known = new Set(register.map(({ id }) => id));
      const wrong = mapped.filter(
        ({ key, schoolId }) => doubled.includes(key) || (schoolId !== null && !known.has(schoolId)),
      );
      if (wrong.length > 0) {
        throw importErrors.mappingWrong(wrong.map(({ key }) => ({ at: key, code: 'import.mapping-wrong' })));
      }
      const { purpose } = request;
      const wanted = { importId, round, edition, preview: record.preview, mapped };
      const outcome =
        purpose === 'prefill'
          ? await this.prefilling.take(tx, scope, wanted)
          : await this.taking.take(tx, scope, { ...wanted, replaceConfirmed: request.replaceConfirmed });
      await this.repository.finish(tx, scope, importId, 'confirmed', outcome);
      await this.audit.append(tx, {
        countyId: record.countyId,
        action: 'import.confirmed',
        subject: { kind: 'import', id: importId },
        details: {
          roundId: record.roundId,
          purpose,
          submitted: outcome.submitted.length,
          prefilled: outcome.prefilled.length,
          leftOut: outcome.leftOut,
        },
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
}
