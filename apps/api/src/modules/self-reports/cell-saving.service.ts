import { Injectable } from '@nestjs/common';
import type { SaveCellsRequest } from '@junheng/api-contract';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { systemActor, type Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import { GroupedWork, type Outcome } from '../../platform/database/grouped-work.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { decideSaving, type DecidedSaving, type SavedCells } from './decide-saving.rules.ts';
import { ReportWritesRepository, type SaveWrite } from './persistence/report-writes.repository.ts';
import { ReportsToSaveRepository, type ReportToSave } from './persistence/reports-to-save.repository.ts';
import { SelfReportsRepository } from './persistence/self-reports.repository.ts';
import { hashOf } from './report-hash.rules.ts';
import type { ConflictingCell } from './save-cells.rules.ts';
import { SectionWorkService } from './section-work.service.ts';
import { selfReportErrors } from './self-reports.errors.ts';
import type { ReportInSaving } from './self-reports.types.ts';

interface Saving {
  readonly scope: Scope;
  readonly actor: Actor;
  readonly reportId: string;
  readonly key: string;
  readonly content: SaveCellsRequest;
  readonly hash: string;
}

/** A save that changes its report, decided and to be written. */
interface ChangedReport {
  readonly saving: Saving;
  readonly report: ReportInSaving;
  readonly write: SaveWrite;
  readonly answer: SavedCells;
}

/** Where values come from that were not typed into the form, and for each cell what is kept beside its revision. */
export type SaveOrigin = Pick<SaveWrite, 'source' | 'sourceDetails'>;

/** A group that waits for the disk this long holds the next one back no longer. */
const PATIENCE_MILLISECONDS = 40;
const GROUPS_AT_ONCE = 3;
/** More in one group would only make its first wait for its last. */
const LARGEST_GROUP = 64;

/**
 * Saves of cells, those of concurrent callers in one transaction (group commit): each is read, decided and answered as if it were
 * alone, within its own scope, and acknowledged only after the commit.
 */
@Injectable()
export class CellSavingService {
  private readonly savings: GroupedWork<Saving, SavedCells>;

  constructor(
    private readonly transactions: Transactions,
    private readonly reports: SelfReportsRepository,
    private readonly toSave: ReportsToSaveRepository,
    private readonly writes: ReportWritesRepository,
    private readonly standards: StandardsService,
    private readonly audit: AuditLog,
    private readonly sections: SectionWorkService,
  ) {
    this.savings = new GroupedWork<Saving, SavedCells>({
      keyOf: ({ reportId }) => reportId,
      together: (group) => this.saveGroup(group, { wait: false }),
      alone: async (saving) => {
        const [outcome] = await this.saveGroup([saving], { wait: true });
        if (outcome?.kind === 'done') return outcome.result;
        throw outcome?.kind === 'failed' ? outcome.error : selfReportErrors.notFound(saving.reportId);
      },
      patience: PATIENCE_MILLISECONDS,
      groupsAtOnce: GROUPS_AT_ONCE,
      largestGroup: LARGEST_GROUP,
    });
  }

  /**
   * Saves a batch of cells, whole or not at all. Sending the same key again gives the same answer and changes nothing, even
   * when the report was locked or changed by others in between.
   * @throws self-report.not-found, .idempotency-key-reused, .locked, .cell-invalid, .cell-not-applicable, .cell-held, .conflict,
   * round.closed, round.not-open-yet
   */
  async save(scope: Scope, actor: Actor, reportId: string, content: SaveCellsRequest): Promise<SavedCells> {
    const hash = hashOf(content.changes);
    return this.savings.do({ scope, actor, reportId, key: content.key, content, hash });
  }

  /**
   * A save as part of a larger step, in the transaction of whoever holds the report.
   * @throws as `save`
   */
  async saveWithin(
    tx: Transaction,
    scope: Scope,
    report: ReportInSaving,
    content: SaveCellsRequest,
    origin: SaveOrigin,
  ): Promise<SavedCells> {
    const { id: reportId, revision } = report;
    const saving = { scope, actor: tx.actor, reportId, key: content.key, content, hash: hashOf(content.changes) };
    const decided = await this.decide(tx, saving, { report, receipt: null });
    if ('write' in decided) {
      const written = await this.write(tx, [{ ...decided, write: { ...decided.write, ...origin } }]);
      if (!written.has(reportId)) throw selfReportErrors.stale({ revision, named: revision });
      return decided.answer;
    }
    if (decided.kind === 'done') return decided.result;
    throw decided.kind === 'failed' ? decided.error : selfReportErrors.notFound(reportId);
  }

  /** @param options.wait for reports that somebody else holds; otherwise their saves are to be done alone */
  private async saveGroup(
    group: readonly Saving[],
    options: { readonly wait: boolean },
  ): Promise<readonly Outcome<SavedCells>[]> {
    return this.transactions.run(systemActor('saving'), async (tx) => {
      if (options.wait) await this.toSave.hold(tx, group);
      const found = await this.toSave.take(tx, group);
      const outcomes = new Map<Saving, Outcome<SavedCells>>();
      const changed: ChangedReport[] = [];
      for (const saving of group) {
        const toSave = found.get(saving.reportId);
        if (toSave === undefined) continue;
        const decided = await this.decide(tx, saving, toSave);
        if ('write' in decided) changed.push(decided);
        else outcomes.set(saving, decided);
      }
      const written = await this.write(tx, changed);
      for (const { saving, report, answer } of changed) {
        const { revision } = report;
        outcomes.set(
          saving,
          written.has(report.id)
            ? { kind: 'done', result: answer }
            : { kind: 'failed', error: selfReportErrors.stale({ revision, named: revision }) },
        );
      }
      return group.map((saving) => outcomes.get(saving) ?? { kind: 'alone' });
    });
  }

  /** What this save comes to; a refusal is its own and leaves the others of the group alone. */
  private async decide(
    tx: Transaction,
    saving: Saving,
    toSave: ReportToSave,
  ): Promise<Outcome<SavedCells> | ChangedReport> {
    const { report } = toSave;
    const { edition } = this.standards.inForce(report.round.editionId);
    const reasons = report.progress.underReturn
      ? await this.reports.findReturnReasons(tx, saving.scope, report.id)
      : [];
    let decided: DecidedSaving;
    try {
      decided = decideSaving(edition, toSave, reasons, saving, tx.at);
    } catch (error) {
      return { kind: 'failed', error };
    }
    switch (decided.kind) {
      case 'repeated':
        return { kind: 'done', result: decided.answer };
      case 'conflict':
        return { kind: 'failed', error: await this.conflict(tx, saving.scope, report, decided.cells) };
      case 'unchanged':
        await this.writes.keepReceipt(tx, saving.actor, report.id, decided.answer.revision, decided.receipt);
        return { kind: 'done', result: decided.answer };
      case 'changed': {
        const cells = decided.write.changes.map(({ cell }) => cell);
        const held = await this.sections.heldFrom(tx, saving.scope, report, cells);
        if (held.length > 0) return { kind: 'failed', error: selfReportErrors.cellsHeld(held) };
        return { saving, report, write: decided.write, answer: decided.answer };
      }
      default: {
        const exhaustive: never = decided;
        return exhaustive;
      }
    }
  }

  /** All of them and their audit entries. @returns the ids of the reports that were written */
  private async write(tx: Transaction, changed: readonly ChangedReport[]): Promise<ReadonlySet<string>> {
    if (changed.length === 0) return new Set();
    const written = await this.writes.saveAll(
      tx,
      changed.map(({ saving: { actor, scope }, write }) => ({ actor, scope, write })),
    );
    const done = changed.filter(({ report }) => written.has(report.id));
    await this.audit.appendAll(
      tx,
      done.map(({ saving, report, write: { revision, changes, source } }) => ({
        actor: saving.actor,
        entry: {
          countyId: report.countyId,
          action: 'self-report.cells-saved',
          subject: { kind: 'self-report', id: report.id },
          details: { schoolId: report.school.id, revision, key: saving.key, changes, ...notTyped(source) },
        },
      })),
    );
    return written;
  }

  private async conflict(
    tx: Transaction,
    scope: Scope,
    report: ReportInSaving,
    cells: readonly ConflictingCell[],
  ): Promise<Error> {
    const last = await this.writes.findLastChanges(
      tx,
      scope,
      report.id,
      cells.map(({ cell }) => cell),
    );
    return selfReportErrors.conflict(
      report.revision,
      cells.map(({ cell, mine, theirs, revision }) => {
        const change = last.get(cell);
        const facts = { mine, theirs, revision, by: change?.by ?? null, at: change?.at.toISOString() ?? null };
        return { at: cell, code: 'self-report.conflict', facts };
      }),
    );
  }
}

function notTyped(source: SaveWrite['source']): { readonly source?: SaveWrite['source'] } {
  return source === 'typed' ? {} : { source };
}
