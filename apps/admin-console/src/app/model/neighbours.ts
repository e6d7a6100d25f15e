import type { RoundSelfReport } from '@junheng/api-contract';

export interface Place {
  readonly previous: string | null;
  readonly next: string | null;
  readonly place: number | null;
  readonly total: number;
}

/** Who stands before and after a report in the list as it was arranged; outside the list one enters at its head. */
export function placeInList(rows: readonly RoundSelfReport[], reportId: string): Place {
  const index = rows.findIndex((row) => row.selfReportId === reportId);
  const idAt = (at: number) => rows[at]?.selfReportId ?? null;
  if (index < 0) return { previous: null, next: idAt(0), place: null, total: rows.length };
  return { previous: idAt(index - 1), next: idAt(index + 1), place: index + 1, total: rows.length };
}
