import { DomainError, type LocatedProblem } from '../../platform/errors/domain-error.ts';

export const opinionErrors = {
  notFound: () => new DomainError('opinion.not-found'),
  projectNotSettled: () => new DomainError('opinion.project-not-settled'),
  notOnTeam: () => new DomainError('opinion.not-on-team'),
  leadSigns: () => new DomainError('opinion.lead-signs'),
  notTheCounty: () => new DomainError('opinion.not-the-county'),
  stale: (revision: number) => new DomainError('opinion.stale', { revision }),
  wrongStatus: (status: string) => new DomainError('opinion.wrong-status', { status }),
  /** What is empty, as JSON pointers into the content. */
  incomplete: (places: readonly string[]) =>
    new DomainError('opinion.incomplete', { count: places.length }, located(places, 'opinion.incomplete')),
  referenceUnknown: (id: string) => new DomainError('opinion.reference-unknown', { id }),
  schoolUnknown: () => new DomainError('opinion.school-unknown'),
  /** Cited findings that no signed visit of the project holds, as JSON pointers into the content. */
  notOnSite: (places: readonly string[]) =>
    new DomainError('opinion.not-on-site', { count: places.length }, located(places, 'opinion.not-on-site')),
  dueDatePassed: (today: string, places: readonly string[]) =>
    new DomainError('opinion.due-date-passed', { today }, located(places, 'opinion.due-date-passed')),
  objectionTimeWrong: (from: string, to: string) => new DomainError('opinion.objection-time-wrong', { from, to }),
  objectionTooLate: (until: string) => new DomainError('opinion.objection-too-late', { until }),
  objectionTimeRunning: (until: string) => new DomainError('opinion.objection-time-running', { until }),
  objectionEmpty: () => new DomainError('opinion.objection-empty'),
  objectionNotEmpty: () => new DomainError('opinion.objection-not-empty'),
  targetUnknown: () => new DomainError('opinion.target-unknown'),
  /** The points of the objection that still lack something. */
  answersIncomplete: (objectionIds: readonly string[]) =>
    new DomainError(
      'opinion.answers-incomplete',
      { count: objectionIds.length },
      located(objectionIds, 'opinion.answers-incomplete'),
    ),
  receivedAlready: () => new DomainError('opinion.received-already'),
};

function located(places: readonly string[], code: string): readonly LocatedProblem[] {
  return places.map((at) => ({ at, code }));
}
