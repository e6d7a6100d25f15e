import { DomainError } from '../../platform/errors/domain-error.ts';

export const registerErrors = {
  notFound: () => new DomainError('register-row.not-found'),
  countyNotFound: () => new DomainError('region.not-found'),
  stale: (by: string) => new DomainError('register-row.stale', { by }),
  withdrawn: () => new DomainError('register-row.withdrawn'),
  kindStays: () => new DomainError('register-row.kind-stays'),
  schoolElsewhere: () => new DomainError('register-row.school-elsewhere'),
  sameSchool: () => new DomainError('register-row.same-school'),
  datesWrong: () => new DomainError('register-row.dates-wrong'),
  inFuture: (today: string) => new DomainError('register-row.in-future', { today }),
  backboneAbovePeople: (people: number, backbone: number) =>
    new DomainError('register-row.backbone-above-people', { people, backbone }),
  sourceTwice: () => new DomainError('register-row.source-twice'),
};
