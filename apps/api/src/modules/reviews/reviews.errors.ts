import { DomainError, type LocatedProblem } from '../../platform/errors/domain-error.ts';

export const reviewErrors = {
  cellUnknown: (problems: readonly LocatedProblem[]) =>
    new DomainError('review.cell-unknown', { cells: problems.length }, problems),
  reasonRequired: () => new DomainError('review.reason-required'),
  blocked: (problems: readonly LocatedProblem[]) =>
    new DomainError('self-report.blocked', { problems: problems.length }, problems),
};
