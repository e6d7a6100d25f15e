import { DomainError } from '../../platform/errors/domain-error.ts';

/** Faults of an effect that have words of their own. */
const WORDED: ReadonlySet<string> = new Set([
  'unknown-cell',
  'unknown-school',
  'ambiguous-school',
  'nothing-to-change',
  'below-zero',
  'contradicts',
  'not-a-number',
  'too-fine',
  'too-large',
  'not-an-integer',
]);

export const rectificationErrors = {
  notFound: () => new DomainError('rectification.not-found'),
  regionNotFound: () => new DomainError('region.not-found'),
  deadlinePast: (today: string) => new DomainError('rectification.deadline-past', { today }),
  extensionNeedsReason: () => new DomainError('rectification.extension-needs-reason'),
  closed: () => new DomainError('rectification.closed'),
  /** The same place, or the same words of the same school. */
  alreadyThere: (number: number) => new DomainError('rectification.already-there', { number }),
  noSchool: (number: number) => new DomainError('rectification.no-school', { number }),
  responsibleNotOfCounty: () => new DomainError('rectification.responsible-not-of-county'),
  placeUnknown: () => new DomainError('rectification.place-unknown'),
  notOpen: () => new DomainError('rectification.not-open'),
  /** The newest approved data still fail, or do not decide. */
  dataFail: () => new DomainError('rectification.data-fail'),
  /** Where data speak of a problem, only they say when it is done. */
  dataDecide: () => new DomainError('rectification.data-decide'),
  /** Approved data were frozen after the evaluation that passes: they have to be evaluated first. */
  dataNewer: () => new DomainError('rectification.data-newer'),
  notReported: () => new DomainError('rectification.not-reported'),
  ownRow: () => new DomainError('rectification.own-row'),
  expiryPast: (today: string) => new DomainError('rectification.expiry-past', { today }),
  expiryTooFar: (latest: string) => new DomainError('rectification.expiry-too-far', { latest }),
  effectUnknown: (key: string, problem: string) =>
    new DomainError('rectification.effect-unknown', { key, problem: WORDED.has(problem) ? problem : 'other' }),
  doneAhead: (today: string) => new DomainError('rectification.done-ahead', { today }),
  measureNotFound: () => new DomainError('rectification.measure-not-found'),
  fileNotFound: () => new DomainError('rectification.file-not-found'),
  filesTooMany: (limit: number) => new DomainError('rectification.files-too-many', { limit }),
  notEvaluated: () => new DomainError('rectification.not-evaluated'),
};
