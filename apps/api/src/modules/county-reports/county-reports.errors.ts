import type { CountyPart, ErrorCode } from '@junheng/api-contract';
import { DomainError, type Facts, type LocatedProblem } from '../../platform/errors/domain-error.ts';

export const countyReportErrors = {
  notFound: (roundOrReportId: string) => new DomainError('county-report.not-found', { id: roundOrReportId }),
  partNotFound: (partId: string) => new DomainError('county-report.part-not-found', { partId }),
  notYours: (entries: readonly string[]) =>
    new DomainError(
      'county-report.entry-not-yours',
      { entries: entries.length },
      entries.map((at) => ({ at, code: 'county-report.entry-not-yours' })),
    ),
  refused: (code: ErrorCode, problems: readonly LocatedProblem[]) =>
    new DomainError(code, { entries: problems.length }, problems),
  conflict: (revision: number, problems: readonly LocatedProblem[]) =>
    new DomainError('county-report.conflict', { revision }, problems),
  keyReused: (key: string) => new DomainError('county-report.idempotency-key-reused', { key }),
  stale: (facts: { readonly revision: number; readonly named: number }) =>
    new DomainError('county-report.stale', facts),
  blocked: (problems: readonly LocatedProblem[]) =>
    new DomainError('county-report.blocked', { problems: problems.length }, problems),
  wrongStatus: (facts: { readonly status: string; readonly move: string }) =>
    new DomainError('county-report.wrong-status', facts),
  needsSecondPerson: () => new DomainError('county-report.needs-second-person'),
  topicUnknown: (topic: string) => new DomainError('county-report.topic-unknown', { topic }),
  unitUnknown: (unitId: string) => new DomainError('county-report.unit-unknown', { unitId }),
  partLocked: (facts: Facts) => new DomainError('county-report.part-locked', facts),
};

/** What closes a part to whoever would fill it in. */
export function lockedError(lock: NonNullable<CountyPart['lock']>, facts: Facts): DomainError {
  switch (lock) {
    case 'no-right':
      return new DomainError('permission.denied', { permission: 'county-reports.fill' });
    case 'not-open-yet':
      return new DomainError('round.not-open-yet', { lock, ...facts });
    case 'closed':
      return new DomainError('round.closed', { lock, ...facts });
    case 'submitted':
    case 'approved':
      return countyReportErrors.partLocked({ lock, ...facts });
    default: {
      const exhaustive: never = lock;
      return exhaustive;
    }
  }
}
