import type { ReviewLevel, RoundSelfReport } from '@junheng/api-contract';

/** Why the server would not take an approval of this row; the same words as on the way back from it. */
export type Refusal = 'not-submitted' | 'other-level' | 'hard-findings' | 'warnings-without-reason';

export interface ApprovalGuard {
  /** Can be approved, nothing open. */
  readonly clean: readonly RoundSelfReport[];
  /**
   * Can be approved after the person has seen that soft checks are hit (the school gave its reasons), or that required
   * cells are missing (an imported workbook holds only some).
   */
  readonly withWarnings: readonly RoundSelfReport[];
  readonly refused: readonly { readonly row: RoundSelfReport; readonly why: Refusal }[];
}

function refusalOf(row: RoundSelfReport, decidesFor: readonly ReviewLevel[]): Refusal | null {
  if (row.status !== 'submitted') return 'not-submitted';
  if (row.reviewLevel !== null && !decidesFor.includes(row.reviewLevel)) return 'other-level';
  if (row.hardFindings > 0) return 'hard-findings';
  if (row.softWithoutReason > 0) return 'warnings-without-reason';
  return null;
}

/** Sorts a selection into what can be approved at once, what needs a second look, and what would be refused. */
export function guardApproval(
  selection: readonly RoundSelfReport[],
  decidesFor: readonly ReviewLevel[],
): ApprovalGuard {
  const clean: RoundSelfReport[] = [];
  const withWarnings: RoundSelfReport[] = [];
  const refused: { row: RoundSelfReport; why: Refusal }[] = [];
  for (const row of selection) {
    const why = refusalOf(row, decidesFor);
    if (why !== null) refused.push({ row, why });
    else if (row.softFindings > 0 || row.filled < row.required) withWarnings.push(row);
    else clean.push(row);
  }
  return { clean, withWarnings, refused };
}
