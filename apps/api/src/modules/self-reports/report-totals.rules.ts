import type { ReportCounters } from './report-checks.rules.ts';
import type { ReasonChange } from './return-reason.rules.ts';
import type { CellChange } from './save-cells.rules.ts';
import type { CellState, ReportRecord, ReportTotals, StoredReturnReason } from './self-reports.types.ts';

/** The state of every cell after these changes. */
export function statesAfter(
  states: Readonly<Record<string, CellState>>,
  changes: readonly CellChange[],
  state: CellState,
): Readonly<Record<string, CellState>> {
  return { ...states, ...Object.fromEntries(changes.map(({ cell }) => [cell, state])) };
}

export function totalsOf(checks: ReportCounters, openReturns: number): ReportTotals {
  const { filled, required, hardFindings, softFindings, softWithoutReason } = checks;
  return { filled, required, hardFindings, softFindings, softWithoutReason, openReturns };
}

/** How many reasons of the return remain open; none unless the report came back. */
export function openReturnsAfter(
  report: ReportRecord,
  reasons: readonly StoredReturnReason[],
  changes: readonly ReasonChange[],
): number {
  if (!report.progress.underReturn) return 0;
  const states = new Map(changes.map(({ id, state }) => [id, state]));
  return reasons.filter((reason) => (states.get(reason.id) ?? reason.state) === 'open').length;
}
