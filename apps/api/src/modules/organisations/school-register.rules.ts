import type { ChangeSchoolRequest } from '@junheng/api-contract';
import type { Referrer } from '../../platform/database/referrers.ts';
import type { ReferredBy } from './organisations.errors.ts';
import type { SchoolEntry } from './organisations.types.ts';

/** What a version of a school says. */
export type RegisteredFacts = Pick<
  SchoolEntry,
  | 'name'
  | 'regionId'
  | 'type'
  | 'ownership'
  | 'locale'
  | 'boarding'
  | 'foundedYear'
  | 'flags'
  | 'parentSchoolId'
  | 'countedAsSchool'
>;

/** The facts after a change: what the change does not name stays. */
export function factsAfter(current: RegisteredFacts, change: ChangeSchoolRequest): RegisteredFacts {
  return {
    name: change.name ?? current.name,
    regionId: change.regionId ?? current.regionId,
    type: change.type ?? current.type,
    ownership: change.ownership ?? current.ownership,
    locale: change.locale ?? current.locale,
    boarding: change.boarding ?? current.boarding,
    foundedYear: change.foundedYear === undefined ? current.foundedYear : change.foundedYear,
    flags: { ...current.flags, ...change.flags },
    parentSchoolId: change.parentSchoolId === undefined ? current.parentSchoolId : change.parentSchoolId,
    countedAsSchool: change.countedAsSchool ?? current.countedAsSchool,
  };
}

/** Where the facts contradict themselves or the family they join, as JSON pointers into the request. */
export function contradictions(
  facts: RegisteredFacts,
  own: { readonly id: string | null; readonly countyId: string; readonly hasCampuses: boolean },
  parent: SchoolEntry | null,
): readonly string[] {
  const at: string[] = [];
  if (!facts.countedAsSchool && facts.parentSchoolId === null) at.push('/countedAsSchool');
  if (facts.parentSchoolId !== null) {
    const fits =
      parent !== null &&
      parent.id !== own.id &&
      parent.countyId === own.countyId &&
      parent.parentSchoolId === null &&
      parent.closedOn === null &&
      !own.hasCampuses;
    if (!fits) at.push('/parentSchoolId');
  }
  return at;
}

/** The day before a day, both `YYYY-MM-DD`. */
export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** The day before, but never before `notBefore`: a correction on the first day replaces it. */
export function endOfPrevious(validFrom: string, notBefore: string): string {
  const before = dayBefore(validFrom);
  return before < notBefore ? notBefore : before;
}

/** The words the console has for what may refer to a school; a table it has no word for is `records`. */
const WORDS: Readonly<Record<string, string>> = {
  area_schools: 'areas',
  grants: 'people',
  round_schools: 'rounds',
  school_group_schools: 'school-groups',
  school_predecessors: 'successors',
  school_versions: 'campuses',
  self_reports: 'reports',
};

/** Referring tables as the console names them. */
export function referrersInWords(referrers: readonly Referrer[]): readonly ReferredBy[] {
  const counts = new Map<string, number>();
  for (const { table, rows } of referrers) {
    const kind = WORDS[table] ?? 'records';
    counts.set(kind, (counts.get(kind) ?? 0) + rows);
  }
  return [...counts].map(([kind, count]) => ({ kind, count, names: [] }));
}
