import { savedCellsSchema, type SaveCellsRequest } from '@junheng/api-contract';
import type { Edition } from '@junheng/evaluation-core';
import type { z } from 'zod';
import type { ReportToSave } from './persistence/reports-to-save.repository.ts';
import type { SaveWrite } from './persistence/report-writes.repository.ts';
import { checkSelfReport } from './report-checks.rules.ts';
import { openReturnsAfter, totalsOf } from './report-totals.rules.ts';
import { reasonsAfterChanges } from './return-reason.rules.ts';
import { decideSave, type ConflictingCell } from './save-cells.rules.ts';
import { roundStateFor } from './self-report.presenter.ts';
import { afterSave } from './self-report-status.rules.ts';
import { refuseIfLocked, selfReportErrors } from './self-reports.errors.ts';
import type { StoredReturnReason } from './self-reports.types.ts';

export type SavedCells = z.infer<typeof savedCellsSchema>;
type Receipt = NonNullable<SaveWrite['receipt']>;

/** What a save comes to, given the report as it is. */
export type DecidedSaving =
  /** It was done before. */
  | { readonly kind: 'repeated'; readonly answer: SavedCells }
  | { readonly kind: 'conflict'; readonly cells: readonly ConflictingCell[] }
  /** It says what is stored already: only its answer is kept. */
  | { readonly kind: 'unchanged'; readonly answer: SavedCells; readonly receipt: Receipt }
  | { readonly kind: 'changed'; readonly answer: SavedCells; readonly write: SaveWrite };

/**
 * Sending the same key again gives the same answer, even when the report was locked or changed by others in between.
 * @param reasons of the return that is being worked off; none unless the report came back
 * @throws self-report.idempotency-key-reused, .locked, .cell-invalid, .cell-not-applicable, round.closed, round.not-open-yet
 */
export function decideSaving(
  edition: Edition,
  { report, receipt }: Pick<ReportToSave, 'report' | 'receipt'>,
  reasons: readonly StoredReturnReason[],
  request: { readonly content: SaveCellsRequest; readonly hash: string },
  at: Date,
): DecidedSaving {
  const { key, changes: wanted } = request.content;
  if (receipt !== null) {
    if (receipt.requestHash !== request.hash) throw selfReportErrors.keyReused(key);
    return { kind: 'repeated', answer: savedCellsSchema.parse(receipt.answer) };
  }
  refuseIfLocked(report, roundStateFor(report, at));
  const cellRevisions = Object.fromEntries(
    wanted.map(({ cell }) => [
      cell,
      Object.hasOwn(report.cellStates, cell) ? (report.cellStates[cell]?.revision ?? 0) : 0,
    ]),
  );
  const decision = decideSave(edition, { cells: report.cells, cellRevisions, revision: report.revision }, wanted);
  switch (decision.kind) {
    case 'refused':
      throw selfReportErrors.refused(decision.code, decision.problems);
    case 'conflict':
      return decision;
    case 'accepted':
      break;
    default: {
      const exhaustive: never = decision;
      return exhaustive;
    }
  }

  const { changes } = decision;
  const changed = changes.length > 0;
  const revision = changed ? report.revision + 1 : report.revision;
  const status = changed ? afterSave(report.progress.status) : report.progress.status;
  const reasonChanges = reasonsAfterChanges(reasons, changes);
  const answer: SavedCells = {
    revision,
    status,
    saved: decision.saved,
    settledReturnReasons: reasonChanges.filter(({ state }) => state === 'changed').map(({ id }) => id),
    savedAt: at.toISOString(),
  };
  const kept: Receipt = { key, requestHash: request.hash, answer };
  if (!changed) return { kind: 'unchanged', answer, receipt: kept };
  const checks = checkSelfReport(edition, decision.cells, report, report.checkReasons);
  return {
    kind: 'changed',
    answer,
    write: {
      reportId: report.id,
      baseRevision: report.revision,
      revision,
      status,
      totals: totalsOf(checks, openReturnsAfter(report, reasons, reasonChanges)),
      changes,
      reasonChanges,
      source: 'typed',
      sourceDetails: {},
      receipt: kept,
    },
  };
}
