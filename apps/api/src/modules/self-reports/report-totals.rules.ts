import type { ReportCounters } from './report-checks.rules.ts';
import type { ReasonChange } from './return-reason.rules.ts';
import type { ReportInSaving, ReportTotals, StoredReturnReason } from './self-reports.types.ts';

export function totalsOf(checks: ReportCounters, openReturns: number): ReportTotals {
  const { filled, required, hardFindings, softFindings, softWithoutReason } = checks;
  return { filled, required, hardFindings, softFindings, softWithoutReason, openReturns };
}

/** How many reasons of the return remain open; none unless the report came back. */
export function openReturnsAfter(
  report: Pick<ReportInSaving, 'progress'>,
  reasons: readonly StoredReturnReason[],
  changes: readonly ReasonChange[],
): number {
  if (!report.progress.underReturn) return 0;
  const states = new Map(changes.map(({ id, state }) => [id, state]));
  return reasons.filter((reason) => (states.get(reason.id) ?? reason.state) === 'open').length;
}
