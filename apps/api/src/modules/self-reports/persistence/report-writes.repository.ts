import { Injectable } from '@nestjs/common';
import type { CellKey } from '@junheng/evaluation-core';
import { appendingSql, auditRow, type AuditEntry } from '../../../platform/audit/audit-log.ts';
import { actorName, actorPersonId, type Actor } from '../../../platform/database/actor.ts';
import type { Reader, StatementWriter, Transaction } from '../../../platform/database/transaction.ts';
import { schoolsWithinFacts, SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { ReasonChange } from '../return-reason.rules.ts';
import type { CellChange } from '../save-cells.rules.ts';
import type { CellSource, CellState, NewReportEvent, ReportProgress, ReportTotals } from '../self-reports.types.ts';
import { storedCellState, type StoredCellState } from './self-report.rows.ts';

export interface SaveWrite {
  readonly reportId: string;
  readonly baseRevision: number;
  readonly revision: number;
  readonly status: ReportProgress['status'];
  readonly totals: ReportTotals;
  readonly changes: readonly CellChange[];
  readonly reasonChanges: readonly ReasonChange[];
  readonly source: CellSource;
  /** Of prefilled values. */
  readonly prefilledFrom?: NonNullable<CellState['from']>;
  /** File, sheet and row of imported values. */
  readonly sourceDetails: Readonly<Record<CellKey, unknown>>;
  /** Kept under the save's key, so that sending it again gives the same answer; null for saves without a key (imports). */
  readonly receipt: { readonly key: string; readonly requestHash: string; readonly answer: unknown } | null;
}

/** One save of several that are written together: whose it is and how far they reach. */
export interface SaveOf {
  readonly actor: Actor;
  readonly scope: Scope;
  readonly write: SaveWrite;
  /** The version of the row that was read without holding it; null where the transaction holds it. */
  readonly version: string | null;
  /** What the log says of it; null where the caller appends that. */
  readonly entry: AuditEntry | null;
}

/**
 * Values and states are merged into what is stored: a save sends what it changes, not the whole form. What has been written since it
 * was read is left alone. Each row is looked up by its index (a LATERAL with a lock is not merged).
 */
const saveAllSql = (heldByOthers: '' | 'SKIP LOCKED') => `
  WITH given AS (
    SELECT * FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (id uuid, version text, base integer, revision integer,
      status text, entered jsonb, cleared jsonb, states jsonb, totals jsonb, changes jsonb, reasons jsonb, source text,
      person uuid, name text, key uuid, hash text, answer jsonb, scope jsonb, chain uuid, entry text)) WITH ORDINALITY AS w
  ), free AS (
    SELECT held.id FROM given w CROSS JOIN LATERAL (
      SELECT sr.id FROM self_reports sr
       WHERE sr.id = w.id AND sr.revision = w.base AND (w.version IS NULL OR sr.xmin::text = w.version)
         AND ${schoolsWithinFacts('sr.school_id', 'w.scope')} FOR UPDATE ${heldByOthers}) AS held
  ), report AS (
    UPDATE self_reports sr
       SET revision = w.revision, status = w.status, totals = w.totals, updated_at = $2::timestamptz,
           cells = CASE WHEN w.cleared = '[]' THEN sr.cells || w.entered
                   ELSE (sr.cells || w.entered) - ARRAY(SELECT jsonb_array_elements_text(w.cleared)) END,
           cell_state = sr.cell_state || w.states
      FROM given w JOIN free USING (id)
     WHERE sr.id = free.id
    RETURNING sr.id
  ), written AS (
    SELECT given.* FROM given JOIN report USING (id)
  ), history AS (
    INSERT INTO cell_revisions
      (self_report_id, revision, cell, before, after, source, source_detail, at, by_person_id, by_name)
    SELECT w.id, w.revision, x.cell, x.before, x.after, w.source,
           CASE WHEN jsonb_typeof(x.detail) = 'object' THEN x.detail END, $2::timestamptz, w.person, w.name
      FROM written w, jsonb_to_recordset(w.changes) AS x (cell text, before text, after text, detail jsonb)
  ), receipts AS (
    INSERT INTO saves (self_report_id, key, request_hash, revision, answer, saved_at, saved_by)
    SELECT w.id, w.key, w.hash, w.revision, w.answer, $2::timestamptz, w.person FROM written w WHERE w.key IS NOT NULL
  ), reasons AS (
    UPDATE return_reasons rr
       SET changed_in_revision = CASE WHEN x.state = 'changed' THEN w.revision END
      FROM written w, jsonb_to_recordset(w.reasons) AS x (id uuid, state text)
     WHERE rr.id = x.id AND rr.self_report_id = w.id
  ), told AS (
    ${appendingSql('SELECT w.chain, w.entry FROM written w WHERE w.entry IS NOT NULL ORDER BY w.ordinality')}
  )
  SELECT id FROM report`;
const SAVE_ALL = saveAllSql('');
const SAVE_ALL_FREE = saveAllSql('SKIP LOCKED');

function rowToSave({ actor, scope, write, version, entry }: SaveOf, at: Date): Readonly<Record<string, unknown>> {
  const { receipt } = write;
  const told = entry === null ? null : auditRow(actor, at, entry);
  return {
    id: write.reportId,
    version,
    base: write.baseRevision,
    revision: write.revision,
    status: write.status,
    entered: Object.fromEntries(write.changes.flatMap(({ cell, after }) => (after === null ? [] : [[cell, after]]))),
    cleared: write.changes.flatMap(({ cell, after }) => (after === null ? [cell] : [])),
    states: Object.fromEntries(
      write.changes.map(({ cell }): [CellKey, StoredCellState] => [
        cell,
        storedCellState({
          revision: write.revision,
          source: write.source,
          ...(write.prefilledFrom === undefined ? {} : { from: write.prefilledFrom }),
        }),
      ]),
    ),
    totals: write.totals,
    changes: write.changes.map((change) => ({ ...change, detail: write.sourceDetails[change.cell] ?? null })),
    reasons: write.reasonChanges,
    source: write.source,
    person: actorPersonId(actor),
    name: actorName(actor),
    key: receipt?.key ?? null,
    hash: receipt?.requestHash ?? null,
    answer: receipt?.answer ?? null,
    scope: scope.facts,
    chain: told?.chainId ?? null,
    entry: told?.content ?? null,
  };
}

/** Writing self-reports. Each method is one statement; none uses the entity manager. */
@Injectable()
export class ReportWritesRepository {
  /** @returns false where the report is not in scope or no longer at `baseRevision` */
  async save(tx: Transaction, scope: Scope, write: SaveWrite): Promise<boolean> {
    return (await this.saveAll(tx, [{ actor: tx.actor, scope, write, version: null, entry: null }])).has(
      write.reportId,
    );
  }

  /**
   * Values, revisions, receipts, cell revisions, settled return reasons and audit entries of several reports in ONE statement.
   * @param saves of different reports
   * @returns the ids of the reports that were written: not those out of scope or no longer at their `baseRevision` and `version`
   */
  async saveAll(tx: Transaction, saves: readonly SaveOf[]): Promise<ReadonlySet<string>> {
    return this.runSave(tx, SAVE_ALL, saves);
  }

  /**
   * The hot path: the same without a transaction around it, for reports that were read and not held.
   * @returns as `saveAll`; reports that somebody else holds are not among them
   */
  async saveAllFree(
    writer: StatementWriter,
    saves: readonly (SaveOf & { readonly version: string })[],
  ): Promise<ReadonlySet<string>> {
    return this.runSave(writer, SAVE_ALL_FREE, saves);
  }

  private async runSave(writer: StatementWriter, sql: string, saves: readonly SaveOf[]): Promise<ReadonlySet<string>> {
    const rows = await writer.query<{ id: string }>(sql, [
      JSON.stringify(saves.map((save) => rowToSave(save, writer.at))),
      writer.at,
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  /** A save that repeated what is stored: only its answer is kept. */
  async keepReceipt(
    tx: Transaction,
    actor: Actor,
    reportId: string,
    revision: number,
    receipt: NonNullable<SaveWrite['receipt']>,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO saves (self_report_id, key, request_hash, revision, answer, saved_at, saved_by)
       VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7)`,
      [
        reportId,
        receipt.key,
        receipt.requestHash,
        revision,
        JSON.stringify(receipt.answer),
        tx.at,
        actorPersonId(actor),
      ],
    );
  }

  /** Who last changed these cells: for showing a conflict. */
  async findLastChanges(
    reader: Reader,
    scope: Scope,
    reportId: string,
    cells: readonly CellKey[],
  ): Promise<ReadonlyMap<CellKey, { readonly by: string; readonly at: Date }>> {
    const p = new SqlParameters();
    const rows = await reader.query<{ cell: string; by_name: string; at: Date }>(
      `SELECT DISTINCT ON (h.cell) h.cell, h.by_name, h.at
         FROM cell_revisions h JOIN self_reports sr ON sr.id = h.self_report_id
        WHERE h.self_report_id = ${p.add(reportId)} AND h.cell = ANY (${p.add(cells)}::text[])
          AND ${scope.schools('sr.school_id', p)}
        ORDER BY h.cell, h.revision DESC`,
      p.values,
    );
    return new Map(rows.map((row) => [row.cell, { by: row.by_name, at: row.at }]));
  }

  /** The report's way and the event that tells of it. @returns false where the report is not in scope */
  async move(
    tx: Transaction,
    scope: Scope,
    write: {
      readonly reportId: string;
      readonly revision: number;
      readonly progress: ReportProgress;
      readonly totals: ReportTotals;
      readonly event: NewReportEvent | null;
    },
  ): Promise<boolean> {
    const p = new SqlParameters();
    const { progress, event } = write;
    const eventPart =
      event === null
        ? ''
        : `, event AS (
             INSERT INTO report_events (self_report_id, kind, level, revision, note, details, at, by_person_id, by_name)
             SELECT id, ${p.add(event.kind)}::text, ${p.add(event.level ?? null)}::text, ${p.add(write.revision)}::integer, ${p.add(event.note)}::text,
                    ${p.add(JSON.stringify(event.details))}::jsonb, ${p.add(tx.at)}::timestamptz,
                    ${p.add(actorPersonId(tx.actor))}::uuid, ${p.add(actorName(tx.actor))}::text
               FROM report)`;
    const rows = await tx.query<{ id: string }>(
      `WITH report AS (
         UPDATE self_reports sr
            SET status = ${p.add(progress.status)}, under_return = ${p.add(progress.underReturn)},
                review_begun_at = ${p.add(progress.reviewBegunAt)}, handed_over_at = ${p.add(progress.handedOverAt)},
                handed_over_by = ${p.add(progress.handedOverBy)}, submitted_at = ${p.add(progress.submittedAt)},
                submitted_by = ${p.add(progress.submittedBy)}, submitted_revision = ${p.add(progress.submittedRevision)},
                submitted_hash = ${p.add(progress.submittedHash)},
                submitted_by_one_person = ${p.add(progress.submittedByOnePerson)},
                approved_at = ${p.add(progress.approvedAt)}, approved_by = ${p.add(progress.approvedBy)},
                review_level = ${p.add(progress.reviewLevel)}, first_approval_by = ${p.add(progress.firstApprovalBy)},
                totals = ${p.add(JSON.stringify(write.totals))}::jsonb, updated_at = ${p.add(tx.at)}
          WHERE sr.id = ${p.add(write.reportId)} AND sr.revision = ${p.add(write.revision)}
            AND ${scope.schools('sr.school_id', p)}
         RETURNING sr.id
       )${eventPart}
       SELECT id FROM report`,
      p.values,
    );
    return rows.length === 1;
  }

  /** An event beside the report's moves: more time, a correction. */
  async addEvent(
    tx: Transaction,
    scope: Scope,
    reportId: string,
    revision: number,
    event: NewReportEvent,
  ): Promise<void> {
    const p = new SqlParameters();
    await tx.execute(
      `INSERT INTO report_events (self_report_id, kind, level, revision, note, details, at, by_person_id, by_name)
       SELECT sr.id, ${p.add(event.kind)}::text, ${p.add(event.level ?? null)}::text, ${p.add(revision)}::integer, ${p.add(event.note)}::text,
              ${p.add(JSON.stringify(event.details))}::jsonb, ${p.add(tx.at)}::timestamptz,
              ${p.add(actorPersonId(tx.actor))}::uuid, ${p.add(actorName(tx.actor))}::text
         FROM self_reports sr WHERE sr.id = ${p.add(reportId)} AND ${scope.schools('sr.school_id', p)}`,
      p.values,
    );
  }

  async setCheckReasons(
    tx: Transaction,
    scope: Scope,
    reportId: string,
    reasons: Readonly<Record<string, string>>,
    totals: ReportTotals,
  ): Promise<void> {
    const p = new SqlParameters();
    await tx.execute(
      `UPDATE self_reports sr SET check_reasons = ${p.add(JSON.stringify(reasons))}::jsonb,
              totals = ${p.add(JSON.stringify(totals))}::jsonb, updated_at = ${p.add(tx.at)}
        WHERE sr.id = ${p.add(reportId)} AND ${scope.schools('sr.school_id', p)}`,
      p.values,
    );
  }

  async answerReturnReason(
    tx: Transaction,
    scope: Scope,
    write: {
      readonly reportId: string;
      readonly reasonId: string;
      readonly answer: string;
      readonly totals: ReportTotals;
    },
  ): Promise<void> {
    const p = new SqlParameters();
    await tx.execute(
      `WITH report AS (
         UPDATE self_reports sr SET totals = ${p.add(JSON.stringify(write.totals))}::jsonb, updated_at = ${p.add(tx.at)}
          WHERE sr.id = ${p.add(write.reportId)} AND ${scope.schools('sr.school_id', p)}
         RETURNING sr.id)
       UPDATE return_reasons rr SET answer = ${p.add(write.answer)}, answered_at = ${p.add(tx.at)},
              answered_by = ${p.add(actorPersonId(tx.actor))}
         FROM report WHERE rr.id = ${p.add(write.reasonId)} AND rr.self_report_id = report.id`,
      p.values,
    );
  }
}
