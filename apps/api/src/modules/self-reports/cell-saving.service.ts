import { Injectable } from '@nestjs/common';
import type { SaveCellsRequest } from '@junheng/api-contract';
import type { AuditEntry } from '../../platform/audit/audit-log.ts';
import { systemActor, type Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import { GroupedWork, type Outcome } from '../../platform/database/grouped-work.ts';
import type { Reader, Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { decideSaving, type DecidedSaving, type SavedCells } from './decide-saving.rules.ts';
import { ReportWritesRepository, type SaveOf, type SaveWrite } from './persistence/report-writes.repository.ts';
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

/** A report as it was read, and whether it is held: then nobody else can write it. */
type FoundReport = Pick<ReportToSave, 'report' | 'receipt'> & { readonly version: string | null };

/** A save that changes its report, decided and to be written. */
interface ChangedReport {
  readonly kind: 'changed';
  readonly saving: Saving;
  readonly report: ReportInSaving;
  readonly write: SaveWrite;
  readonly answer: SavedCells;
}

type Decided =
  | Exclude<Outcome<SavedCells>, { readonly kind: 'alone' }>
  | Extract<DecidedSaving, { readonly kind: 'unchanged' }>
  | ChangedReport;

/** Where values come from that were not typed into the form, and for each cell what is kept beside its revision. */
export type SaveOrigin = Pick<SaveWrite, 'source' | 'sourceDetails'>;
const TYPED: SaveOrigin = { source: 'typed', sourceDetails: {} };

/** A group that waits for the disk this long holds the next one back no longer. */
const PATIENCE_MILLISECONDS = 40;
const GROUPS_AT_ONCE = 3;
/** More in one group would only make its first wait for its last. */
const LARGEST_GROUP = 64;

/**
 * Saves of cells, those of concurrent callers together (group commit): each is read, decided and answered as if it were alone, within
 * its own scope, and acknowledged only after the commit. A group is two statements: what the reports are, and one that writes those that
 * nobody has written or holds since; the others are saved each in a transaction that waits for them.
 */
@Injectable()
export class CellSavingService {
  private readonly savings: GroupedWork<Saving, SavedCells>;

  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly reports: SelfReportsRepository,
    private readonly toSave: ReportsToSaveRepository,
    private readonly writes: ReportWritesRepository,
    private readonly standards: StandardsService,
    private readonly sections: SectionWorkService,
  ) {
    this.savings = new GroupedWork<Saving, SavedCells>({
      keyOf: ({ reportId }) => reportId,
      together: (group) => this.saveGroup(group),
      alone: (saving) => this.saveAlone(saving),
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
    const hash = hashOf(content.changes);
    const saving = { scope, actor: tx.actor, reportId: report.id, key: content.key, content, hash };
    return this.saveHeld(tx, saving, { report, version: null, receipt: null }, origin);
  }

  /** What cannot be decided or written without holding its report is left to be saved alone. */
  private async saveGroup(group: readonly Saving[]): Promise<readonly Outcome<SavedCells>[]> {
    const found = await this.toSave.read(this.database, group);
    const writer = this.transactions.oneStatement();
    const outcomes = new Map<Saving, Outcome<SavedCells>>();
    const changed: (ChangedReport & { readonly version: string })[] = [];
    for (const saving of group) {
      const toSave = found.get(saving.reportId);
      if (toSave === undefined) continue;
      const decided = await this.decide(this.database, writer.at, saving, toSave);
      if (decided.kind === 'changed') changed.push({ ...decided, version: toSave.version });
      else if (decided.kind !== 'unchanged') outcomes.set(saving, decided);
    }
    if (changed.length > 0) {
      const saves = changed.map((each) => ({ ...saveOf(each), version: each.version }));
      const written = await this.writes.saveAllFree(writer, saves);
      for (const { saving, answer } of changed) {
        if (written.has(saving.reportId)) outcomes.set(saving, { kind: 'done', result: answer });
      }
    }
    return group.map((saving) => outcomes.get(saving) ?? { kind: 'alone' });
  }

  private async saveAlone(saving: Saving): Promise<SavedCells> {
    return this.transactions.run(systemActor('saving'), async (tx) => {
      await this.toSave.hold(tx, [saving]);
      const toSave = (await this.toSave.take(tx, [saving])).get(saving.reportId);
      if (toSave === undefined) throw selfReportErrors.notFound(saving.reportId);
      return this.saveHeld(tx, saving, toSave, TYPED);
    });
  }

  /** In the transaction that holds the report. */
  private async saveHeld(tx: Transaction, saving: Saving, found: FoundReport, origin: SaveOrigin): Promise<SavedCells> {
    const decided = await this.decide(tx, tx.at, saving, found);
    switch (decided.kind) {
      case 'done':
        return decided.result;
      case 'failed':
        throw decided.error;
      case 'unchanged': {
        const { answer, receipt } = decided;
        await this.writes.keepReceipt(tx, saving.actor, saving.reportId, answer.revision, receipt);
        return answer;
      }
      case 'changed': {
        const save = saveOf({ ...decided, write: { ...decided.write, ...origin } });
        const written = await this.writes.saveAll(tx, [{ ...save, version: found.version }]);
        const { revision } = found.report;
        if (!written.has(saving.reportId)) throw selfReportErrors.stale({ revision, named: revision });
        return decided.answer;
      }
      default: {
        const exhaustive: never = decided;
        return exhaustive;
      }
    }
  }

  /** What this save comes to; a refusal is its own and leaves the others of the group alone. */
  private async decide(reader: Reader, at: Date, saving: Saving, found: FoundReport): Promise<Decided> {
    const { report } = found;
    const { edition } = this.standards.inForce(report.round.editionId);
    const reasons = report.progress.underReturn
      ? await this.reports.findReturnReasons(reader, saving.scope, report.id)
      : [];
    let decided: DecidedSaving;
    try {
      decided = decideSaving(edition, found, reasons, saving, at);
    } catch (error) {
      return { kind: 'failed', error };
    }
    switch (decided.kind) {
      case 'repeated':
        return { kind: 'done', result: decided.answer };
      case 'conflict':
        return { kind: 'failed', error: await this.conflict(reader, saving.scope, report, decided.cells) };
      case 'unchanged':
        return decided;
      case 'changed': {
        const cells = decided.write.changes.map(({ cell }) => cell);
        const held = await this.sections.heldFrom(reader, saving.scope, report, cells);
        if (held.length > 0) return { kind: 'failed', error: selfReportErrors.cellsHeld(held) };
        return { kind: 'changed', saving, report, write: decided.write, answer: decided.answer };
      }
      default: {
        const exhaustive: never = decided;
        return exhaustive;
      }
    }
  }

  private async conflict(
    reader: Reader,
    scope: Scope,
    report: ReportInSaving,
    cells: readonly ConflictingCell[],
  ): Promise<Error> {
    const last = await this.writes.findLastChanges(
      reader,
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

/** What is written of it, with its audit entry. */
function saveOf({ saving, report, write }: ChangedReport): Omit<SaveOf, 'version'> {
  const { revision, changes, source } = write;
  const entry: AuditEntry = {
    countyId: report.countyId,
    action: 'self-report.cells-saved',
    subject: { kind: 'self-report', id: report.id },
    details: { schoolId: report.school.id, revision, key: saving.key, changes, ...notTyped(source) },
  };
  return { actor: saving.actor, scope: saving.scope, write, entry };
}

function notTyped(source: SaveWrite['source']): { readonly source?: SaveWrite['source'] } {
  return source === 'typed' ? {} : { source };
}
