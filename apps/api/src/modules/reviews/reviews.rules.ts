import type { ErrorCode } from '@junheng/api-contract';
import { addDays } from '../rounds/round-calendar.rules.ts';
import { afterMove } from '../self-reports/self-report-status.rules.ts';
import type { ReportRecord } from '../self-reports/self-reports.types.ts';

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
  if (afterMove('approve', report.progress.status, report.progress.underReturn) === null) {
    return 'self-report.wrong-status';
  }
  if (listed.revision !== report.revision) return 'self-report.stale';
  if (report.totals.hardFindings > 0) return 'self-report.blocked';
  return report.totals.softFindings > 0 && !warningsConfirmed ? 'review.warnings-unconfirmed' : null;
}
