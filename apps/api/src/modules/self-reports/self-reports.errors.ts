import type { ErrorCode, Round } from '@junheng/api-contract';
import { DomainError, type Facts, type LocatedProblem } from '../../platform/errors/domain-error.ts';
import { lockOf, type Lock } from './self-report-status.rules.ts';
import type { ReportInSaving } from './self-reports.types.ts';

export const selfReportErrors = {
  notFound: (selfReportId: string) => new DomainError('self-report.not-found', { selfReportId }),
  refused: (code: ErrorCode, problems: readonly LocatedProblem[]) =>
    new DomainError(code, { cells: problems.length }, problems),
  conflict: (revision: number, problems: readonly LocatedProblem[]) =>
    new DomainError('self-report.conflict', { revision }, problems),
  keyReused: (key: string) => new DomainError('self-report.idempotency-key-reused', { key }),
  stale: (facts: { readonly revision: number; readonly named: number }) => new DomainError('self-report.stale', facts),
  wrongStatus: (facts: { readonly status: string; readonly move: string }) =>
    new DomainError('self-report.wrong-status', facts),
  blocked: (problems: readonly LocatedProblem[]) =>
    new DomainError('self-report.blocked', { problems: problems.length }, problems),
  needsSecondPerson: () => new DomainError('self-report.needs-second-person'),
  checkUnknown: (ruleKey: string) => new DomainError('self-report.check-unknown', { ruleKey }),
  returnReasonNotFound: (reasonId: string) => new DomainError('self-report.return-reason-not-found', { reasonId }),
  cellsHeld: (cells: readonly string[]) =>
    new DomainError(
      'self-report.cell-held',
      { cells: cells.length },
      cells.map((at) => ({ at, code: 'self-report.cell-held' })),
    ),
  sectionUnknown: (section: string) => new DomainError('self-report.section-unknown', { section }),
  sectionOfAnother: (section: string) => new DomainError('self-report.section-of-another', { section }),
  assigneeUnknown: () => new DomainError('self-report.assignee-unknown'),
  internalDateLate: (deadline: string) => new DomainError('self-report.internal-date-late', { deadline }),
  otherLevel: (level: string) => new DomainError('review.other-level', { level }),
  reviewBegun: () => new DomainError('self-report.review-begun'),
};

/** One vocabulary of locks: what closes the form is told by the code, the lock itself is among the facts. */
export function lockedError(lock: Lock, facts: Facts): DomainError {
  switch (lock) {
    case 'no-right':
      return new DomainError('permission.denied', { permission: 'self-reports.fill' });
    case 'not-open-yet':
      return new DomainError('round.not-open-yet', { lock, ...facts });
    case 'closed':
      return new DomainError('round.closed', { lock, ...facts });
    case 'handed-over':
    case 'submitted':
    case 'approved':
      return new DomainError('self-report.locked', { lock, ...facts });
    default: {
      const exhaustive: never = lock;
      return exhaustive;
    }
  }
}

/** @throws what closes the report to whoever would fill it in; nothing where it is open */
export function refuseIfLocked(report: ReportInSaving, roundState: Round['state']): void {
  const lock = lockOf(report.progress.status, roundState, report.rights.fill);
  if (lock === null) return;
  const { deadline, round, progress } = report;
  throw lockedError(lock, { status: progress.status, deadline, opensOn: round.opensOn });
}
