import { DomainError, type LocatedProblem } from '../../../platform/errors/domain-error.ts';

export const consolidationErrors = {
  projectNotSettled: () => new DomainError('consolidation.project-not-settled'),
  leadOnly: () => new DomainError('consolidation.lead-only'),
  schoolUnknown: () => new DomainError('consolidation.school-unknown'),
  entryUnknown: (entry: string) => new DomainError('consolidation.entry-unknown', { entry }),
  valueInvalid: (problems: readonly LocatedProblem[]) => new DomainError('consolidation.value-invalid', {}, problems),
  nothingToResolve: () => new DomainError('consolidation.nothing-to-resolve'),
  /** Somebody decided, signed or reopened something since. */
  stale: () => new DomainError('consolidation.stale'),
  open: (problems: readonly LocatedProblem[]) =>
    new DomainError('consolidation.open', { count: problems.length }, problems),
  done: (by: string, at: string) => new DomainError('consolidation.done', { by, at }),
  notCompleted: () => new DomainError('consolidation.not-completed'),
  /** Of visits or decisions, or of the approved data that it was made of. */
  outdated: () => new DomainError('consolidation.outdated'),
  evaluated: () => new DomainError('consolidation.evaluated'),
};
