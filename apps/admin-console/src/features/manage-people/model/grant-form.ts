import type { GiveGrantRequest, Grouping, Region, RegisteredSchool, Role, Unit } from '@junheng/api-contract';
import { isArea, placesByRole } from './role-places.ts';

/** Where roles can be given: what the register holds, within the reach of whoever gives them. */
export interface Places {
  readonly regions: readonly Region[];
  readonly units: readonly Unit[];
  readonly groupings: readonly Grouping[];
  readonly schools: readonly RegisteredSchool[];
}

export interface PlaceChoice {
  readonly kind: GiveGrantRequest['place']['kind'];
  readonly id: string;
  readonly name: string;
  /** What else it is found by: its code, its initials. */
  readonly also: string;
}

export interface GrantForm {
  readonly role: Role;
  /** Empty: nothing chosen yet. */
  readonly placeId: string;
  readonly validFrom: string;
  /** Empty: until somebody ends it. */
  readonly validTo: string;
}

/** Where this role can be held today, the wider places first. */
export function placesFor(role: Role, places: Places): readonly PlaceChoice[] {
  const kinds = placesByRole[role];
  const all: PlaceChoice[] = [];
  if (kinds.includes('region')) {
    // An administrator manages a county; towns have none of their own.
    const levels = role === 'county-administrator' ? ['county'] : ['county', 'town'];
    const found = places.regions.filter(({ level }) => levels.includes(level));
    all.push(...found.map(({ id, name, code }) => ({ kind: 'region' as const, id, name, also: code })));
  }
  if (kinds.includes('unit')) {
    const open = places.units.filter(({ closedOn }) => closedOn === null);
    all.push(...open.map(({ id, name }) => ({ kind: 'unit' as const, id, name, also: '' })));
  }
  if (kinds.includes('area')) {
    const areas = places.groupings.filter(({ kind, endsOn }) => endsOn === null && isArea(kind));
    all.push(...areas.map(({ id, name }) => ({ kind: 'area' as const, id, name, also: '' })));
  }
  if (kinds.includes('school')) {
    const open = places.schools.filter(({ closedOn }) => closedOn === null);
    all.push(
      ...open.map(({ id, name, code, initials }) => ({
        kind: 'school' as const,
        id,
        name,
        also: `${code} ${initials}`,
      })),
    );
  }
  return all;
}

/** Those whose name, code or initials hold every word. */
export function placesMatching(choices: readonly PlaceChoice[], text: string): readonly PlaceChoice[] {
  const words = text.normalize('NFKC').trim().toLowerCase().split(/\s+/).filter(Boolean);
  return choices.filter(({ name, also }) => {
    const haystack = `${name.normalize('NFKC')} ${also}`.toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}

export type GrantFault = 'place' | 'from' | 'to';

/** What is missing or wrong, before anything is sent. */
export function grantFaults(form: GrantForm, today: string): readonly GrantFault[] {
  const faults: GrantFault[] = [];
  if (form.placeId === '') faults.push('place');
  if (!/^\d{4}-\d\d-\d\d$/.test(form.validFrom)) faults.push('from');
  const until = form.validTo;
  if (until !== '' && (until < form.validFrom || until < today)) faults.push('to');
  return faults;
}

/** What is sent; null while nothing is chosen. */
export function grantRequest(form: GrantForm, choices: readonly PlaceChoice[]): GiveGrantRequest | null {
  const place = choices.find(({ id }) => id === form.placeId);
  if (place === undefined) return null;
  return {
    role: form.role,
    place: { kind: place.kind, id: place.id },
    validFrom: form.validFrom,
    validTo: form.validTo === '' ? null : form.validTo,
  };
}
