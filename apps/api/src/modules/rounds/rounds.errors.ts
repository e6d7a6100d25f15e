import { DomainError } from '../../platform/errors/domain-error.ts';

export function roundNotFound(roundId: string): DomainError {
  return new DomainError('round.not-found', { roundId });
}

export function roundExists(facts: { readonly kind: string; readonly year: number }): DomainError {
  return new DomainError('round.exists', facts);
}

export function roundDatesWrong(facts: {
  readonly opensOn: string;
  readonly deadline: string;
  readonly today: string;
}): DomainError {
  return new DomainError('round.dates-wrong', facts);
}

/** Rounds are opened for counties: a city or a province opens one in each. */
export function roundNeedsCounty(regionId: string, level: string): DomainError {
  return new DomainError('round.needs-county', { regionId, level });
}

/** Nothing would be asked of any school. */
export function roundEditionAsksNoSchool(editionId: string): DomainError {
  return new DomainError('round.edition-asks-no-school', { editionId });
}

/** A bureau's edition is for its own region and those below it. */
export function roundEditionOfAnotherRegion(editionId: string): DomainError {
  return new DomainError('edition.of-another-region', { editionId });
}

export function extensionNotLater(facts: {
  readonly deadline: string;
  readonly wanted: string;
  readonly today: string;
}): DomainError {
  return new DomainError('round.extension-not-later', facts);
}

export function regionNotFound(regionId: string): DomainError {
  return new DomainError('region.not-found', { regionId });
}

export function schoolEnrolled(schoolId: string): DomainError {
  return new DomainError('round.school-enrolled', { schoolId });
}

export function roundClosed(roundId: string): DomainError {
  return new DomainError('round.closed', { roundId });
}

/** The edition knows no items for schools of this type. */
export function typeNotAsked(type: string): DomainError {
  return new DomainError('round.type-not-asked', { type });
}

export function schoolNotInRound(schoolId: string): DomainError {
  return new DomainError('school.not-found', { schoolId });
}
