import type { Inspection, ProjectTeam, WriteInspectionRequest } from '@junheng/api-contract';

export const kinds: readonly Inspection['kind'][] = ['evaluation', 're-check', 'annual-monitoring', 'special'];
export const selections: readonly Inspection['selection'][] = ['random', 'all', 'chosen'];
export const schoolTypes: Inspection['schoolTypes'] = [
  'primary',
  'teaching-point',
  'nine-year',
  'junior',
  'full-middle',
  'twelve-year',
  'special-education',
  'vocational',
];
/** Schools of compulsory education: what an inspection begins with. */
const COMPULSORY = schoolTypes.filter((type) => type !== 'vocational');
const LEAST = 8;
const MOST = 12;
const PROPOSED = '10';

export interface CountyEntry {
  readonly countyId: string;
  readonly size: string;
  readonly reason: string;
}

/** What is in the form; dates are `YYYY-MM-DD`, empty while not chosen. */
export interface InspectionForm {
  readonly name: string;
  readonly kind: Inspection['kind'];
  readonly editionId: string;
  readonly counties: readonly CountyEntry[];
  readonly startsOn: string;
  readonly endsOn: string;
  readonly selection: Inspection['selection'];
  readonly schoolTypes: Inspection['schoolTypes'];
  readonly chosenSchoolIds: readonly string[];
  readonly verifiedItems: readonly string[];
  readonly judgedRequirements: readonly string[];
  readonly team: WriteInspectionRequest['team'];
  /** Of a special supervision; empty: one team for all. */
  readonly teams: readonly ProjectTeam[];
}

export function emptyForm(countyIds: readonly string[], editionId: string, ownId: string): InspectionForm {
  return {
    name: '',
    kind: 'evaluation',
    editionId,
    counties: countyIds.length === 1 ? countyIds.map(countyEntry) : [],
    startsOn: '',
    endsOn: '',
    selection: 'random',
    schoolTypes: COMPULSORY,
    chosenSchoolIds: [],
    verifiedItems: [],
    judgedRequirements: [],
    team: [{ personId: ownId, part: 'lead' }],
    teams: [],
  };
}

export function formOf(inspection: Inspection): InspectionForm {
  return {
    ...inspection,
    counties: inspection.counties.map(({ countyId, sampleSize, sizeReason }) => ({
      countyId,
      size: sampleSize === null ? PROPOSED : String(sampleSize),
      reason: sizeReason ?? '',
    })),
    team: inspection.team.map(({ personId, part }) => ({ personId, part })),
  };
}

export function countyEntry(countyId: string): CountyEntry {
  return { countyId, size: PROPOSED, reason: '' };
}

/** Is a number asked a reason for? Where a county has fewer schools, the server may ask all the same. */
export function asksReason({ size }: CountyEntry): boolean {
  return isSize(size) && (Number(size) < LEAST || Number(size) > MOST);
}

function isSize(size: string): boolean {
  return /^\d{1,3}$/.test(size) && Number(size) >= 1 && Number(size) <= 500;
}

export type InspectionFault =
  'name' | 'counties' | 'size' | 'reason' | 'dates' | 'types' | 'schools' | 'lead' | 'teams';

/** What must be mended before it is sent, in the order of the form. */
export function inspectionFaults(form: InspectionForm): readonly InspectionFault[] {
  const faults: InspectionFault[] = [];
  if (form.name.trim().length < 2) faults.push('name');
  if (form.startsOn === '' || form.endsOn === '' || form.endsOn < form.startsOn) faults.push('dates');
  if (form.counties.length === 0) faults.push('counties');
  if (form.selection === 'random') {
    if (form.counties.some(({ size }) => !isSize(size))) faults.push('size');
    if (form.counties.some((county) => asksReason(county) && county.reason.trim().length < 4)) faults.push('reason');
  }
  if (form.schoolTypes.length === 0) faults.push('types');
  if (form.selection === 'chosen' && form.chosenSchoolIds.length === 0) faults.push('schools');
  if (!form.team.some(({ part }) => part === 'lead')) faults.push('lead');
  if (!isDivided(form)) faults.push('teams');
  return faults;
}

/** Each team has a name of its own and people, and each county one team. */
function isDivided(form: InspectionForm): boolean {
  const teams = teamsOf(form);
  const names = teams.map(({ name }) => name);
  return (
    teams.length === 0 ||
    (new Set(names).size === names.length &&
      teams.every(({ name, memberIds }) => name !== '' && memberIds.length > 0) &&
      form.counties.every(({ countyId }) => teams.some(({ countyIds }) => countyIds.includes(countyId))))
  );
}

/** Without people, counties and schools that were taken off the project since. */
function teamsOf({ kind, teams, team, counties, selection, chosenSchoolIds }: InspectionForm): readonly ProjectTeam[] {
  if (kind !== 'special') return [];
  return teams.map(({ name, memberIds, countyIds, schoolIds }) => ({
    name: name.trim(),
    memberIds: memberIds.filter((id) => team.some(({ personId }) => personId === id)),
    countyIds: countyIds.filter((id) => counties.some(({ countyId }) => countyId === id)),
    schoolIds: selection === 'chosen' ? schoolIds.filter((id) => chosenSchoolIds.includes(id)) : [],
  }));
}

/** The county, or the school, with this team and no other. */
export function given(
  teams: readonly ProjectTeam[],
  what: 'countyIds' | 'schoolIds',
  id: string,
  to: number | null,
): readonly ProjectTeam[] {
  return teams.map((team, index) => {
    const others = team[what].filter((each) => each !== id);
    return { ...team, [what]: index === to ? [...others, id] : others };
  });
}

export function requestOf(form: InspectionForm): WriteInspectionRequest {
  const random = form.selection === 'random';
  return {
    name: form.name.trim(),
    kind: form.kind,
    editionId: form.editionId,
    counties: form.counties.map(({ countyId, size, reason }) => ({
      countyId,
      sampleSize: random ? Number(size) : null,
      sizeReason: random && reason.trim() !== '' ? reason.trim() : null,
    })),
    startsOn: form.startsOn,
    endsOn: form.endsOn,
    selection: form.selection,
    schoolTypes: form.schoolTypes,
    chosenSchoolIds: form.selection === 'chosen' ? [...form.chosenSchoolIds] : [],
    verifiedItems: [...form.verifiedItems],
    judgedRequirements: [...form.judgedRequirements],
    team: form.team,
    teams: [...teamsOf(form)],
  };
}

/** The list with one value more or less. */
export function toggled<Value>(list: readonly Value[], value: Value): Value[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}
