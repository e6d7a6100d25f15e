import { DomainError, type LocatedProblem } from '../../platform/errors/domain-error.ts';

export const reviewErrors = {
  cellUnknown: (problems: readonly LocatedProblem[]) =>
    new DomainError('review.cell-unknown', { cells: problems.length }, problems),
  returnsOpen: (count: number) => new DomainError('review.returns-open', { count }),
  secondPersonNeeded: () => new DomainError('review.second-person-needed'),
  decidedByAnother: (facts: { readonly by: string; readonly at: string; readonly decision: string }) =>
    new DomainError('review.decided-by-another', facts),
  nothingCorrected: () => new DomainError('review.nothing-corrected'),
  correctByReturn: () => new DomainError('review.correct-by-return'),
  reviewerUnknown: () => new DomainError('review.reviewer-unknown'),
  reasonRequired: () => new DomainError('review.reason-required'),
  blocked: (problems: readonly LocatedProblem[]) =>
    new DomainError('self-report.blocked', { problems: problems.length }, problems),
};
