import { DomainError } from '../../platform/errors/domain-error.ts';

export const inspectionErrors = {
  notFound: () => new DomainError('inspection.not-found'),
  regionNotFound: () => new DomainError('region.not-found'),
  datesWrong: (today: string) => new DomainError('inspection.dates-wrong', { today }),
  sizeNeedsReason: (county: string, least: number, most: number) =>
    new DomainError('inspection.size-needs-reason', { county, least, most }),
  teamNeedsLead: () => new DomainError('inspection.team-needs-lead'),
  notAnInspector: () => new DomainError('inspection.not-an-inspector'),
  schoolNotOfCounties: () => new DomainError('inspection.school-not-of-counties'),
  noSchool: (county: string) => new DomainError('inspection.no-school', { county }),
  itemUnknown: (id: string) => new DomainError('inspection.item-unknown', { id }),
  /** A checklist has no verdict: it is for special supervision. */
  checklistOnlySpecial: () => new DomainError('inspection.checklist-only-special'),
  teamMemberUnknown: (team: string) => new DomainError('inspection.team-member-unknown', { team }),
  teamsNotDivided: () => new DomainError('inspection.teams-not-divided'),
  notSpecial: () => new DomainError('inspection.not-special'),
  /** A draw was committed, or the list confirmed: the project itself no longer changes. */
  settled: () => new DomainError('inspection.settled'),
  /** All schools, or chosen ones: nothing is drawn. Or the other way round. */
  noSample: () => new DomainError('inspection.no-sample'),
  drawNotFound: () => new DomainError('inspection.draw-not-found'),
  redrawNeedsReason: () => new DomainError('inspection.redraw-needs-reason'),
  drawWrongStatus: () => new DomainError('inspection.draw-wrong-status'),
  headsTimeWrong: (from: string, to: string) => new DomainError('inspection.heads-time-wrong', { from, to }),
  tooEarly: (from: string) => new DomainError('inspection.too-early', { from }),
  headsNotReady: () => new DomainError('inspection.heads-not-ready'),
  valueUnreadable: () => new DomainError('inspection.value-unreadable'),
};
