import type { ErrorCode, ReviewLevel } from '@junheng/api-contract';
import { addDays } from '../rounds/round-calendar.rules.ts';
import type { DecisionRefusal } from '../self-reports/review-levels.rules.ts';
import type { ReportEvent, ReportRecord } from '../self-reports/self-reports.types.ts';

/** A school has at least so many days to correct what came back. */
export const daysToCorrect = 7;

/**
 * The day the corrections are due: never before the school's deadline, and never so soon that nobody could.
 * @param wanted the day the reviewer named, if any
 * @returns the new deadline, null where the present one will do
 */
export function correctionDeadline(current: string, today: string, wanted: string | undefined): string | null {
  const due = wanted !== undefined && wanted >= today ? wanted : addDays(today, daysToCorrect);
  return due > current ? due : null;
}

/**
 * The guard of approving many at once (批量通过): what changed since it was listed, does not wait for approval, fails a hard
 * check, or carries warnings that nobody confirmed, is left out and says why; the others are approved.
 */
export function refusalOfBulkApproval(
  report: ReportRecord | undefined,
  listed: { readonly revision: number },
  warningsConfirmed: boolean,
): ErrorCode | null {
  if (report === undefined) return 'self-report.not-found';
  if (report.progress.status !== 'submitted') return 'self-report.wrong-status';
  if (listed.revision !== report.revision) return 'self-report.stale';
  if (report.totals.hardFindings > 0) return 'self-report.blocked';
  return report.totals.softFindings > 0 && !warningsConfirmed ? 'review.warnings-unconfirmed' : null;
}

const codeOf: Readonly<Record<DecisionRefusal, ErrorCode>> = {
  'wrong-status': 'self-report.wrong-status',
  'other-level': 'review.other-level',
  'returns-open': 'review.returns-open',
  'second-person-needed': 'review.second-person-needed',
};

export function codeOfRefusal(refusal: DecisionRefusal): ErrorCode {
  return codeOf[refusal];
}

const movesAway: ReadonlySet<string> = new Set(['approved', 'forwarded', 'returned', 'sent-back', 'withdrawn']);

/**
 * Did somebody else move the report on before this person's step arrived? Then the refusal names them instead of a status that
 * the person has never seen.
 */
export function takenByAnother(
  refusal: DecisionRefusal,
  last: ReportEvent | null,
  person: { readonly id: string | null; readonly decidesFor: readonly ReviewLevel[] },
): { readonly by: string; readonly at: string; readonly decision: string } | null {
  if (refusal !== 'wrong-status' && refusal !== 'other-level') return null;
  if (last === null || !movesAway.has(last.kind) || last.byPersonId === person.id) return null;
  // That it lies with another level is news only where a colleague of the own level sent it there.
  if (refusal === 'other-level' && (last.level === null || !person.decidesFor.includes(last.level))) return null;
  return { by: last.by, at: last.at.toISOString(), decision: last.kind };
}
