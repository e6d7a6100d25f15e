import { nameKey } from './school-words.ts';

/** A school of the register as far as matching needs it. */
export interface RegisteredSchool {
  readonly schoolId: string;
  readonly code: string;
  readonly name: string;
}

export interface RegisterMatch {
  /** The key of the imported school. */
  readonly key: string;
  readonly how: 'code' | 'name' | 'none';
  readonly schoolId: string | null;
  /** Schools of a similar name, the most similar first, where nothing matched. */
  readonly candidates: readonly RegisteredSchool[];
}

/**
 * Finds imported schools in the register: by code, else by exactly one school of the same name (blanks, width, brackets and a
 * suffix such as 小学部 aside). Everything else is for a person to decide. No two schools get the same match.
 */
export function matchRegister(
  imported: readonly { readonly key: string; readonly record: { readonly code: string; readonly name: string } }[],
  register: readonly RegisteredSchool[],
): readonly RegisterMatch[] {
  const byCode = new Map(register.map((school) => [school.code, school]));
  const byName = new Map<string, RegisteredSchool[]>();
  for (const school of register)
    byName.set(nameKey(school.name), [...(byName.get(nameKey(school.name)) ?? []), school]);
  const taken = new Set<string>();
  const matches = new Map<string, RegisterMatch>();
  for (const { key, record } of imported) {
    const found = record.code === '' ? undefined : byCode.get(record.code);
    if (found === undefined || taken.has(found.schoolId)) continue;
    taken.add(found.schoolId);
    matches.set(key, { key, how: 'code', schoolId: found.schoolId, candidates: [] });
  }
  for (const { key, record } of imported) {
    if (matches.has(key)) continue;
    const same = (byName.get(nameKey(record.name)) ?? []).filter((school) => !taken.has(school.schoolId));
    // A code that the register does not know beside a name that it knows may be a typing error or another school.
    if (same.length === 1 && record.code === '') {
      taken.add(same[0]!.schoolId);
      matches.set(key, { key, how: 'name', schoolId: same[0]!.schoolId, candidates: [] });
    } else if (same.length === 1 && !looksLikeRegisterCode(record.code, register)) {
      taken.add(same[0]!.schoolId);
      matches.set(key, { key, how: 'name', schoolId: same[0]!.schoolId, candidates: [] });
    } else {
      matches.set(key, { key, how: 'none', schoolId: null, candidates: candidatesFor(record.name, register, taken) });
    }
  }
  return imported.map(({ key }) => matches.get(key)!);
}

/** Of the same length as the register's codes: then it was meant as one and names another school. */
function looksLikeRegisterCode(code: string, register: readonly RegisteredSchool[]): boolean {
  return register.some((school) => school.code.length === code.length);
}

function candidatesFor(
  name: string,
  register: readonly RegisteredSchool[],
  taken: ReadonlySet<string>,
): RegisteredSchool[] {
  const wanted = nameKey(name).slice(0, 60);
  return register
    .filter((school) => !taken.has(school.schoolId))
    .map((school) => ({ school, likeness: likeness(wanted, nameKey(school.name).slice(0, 60)) }))
    .filter(({ likeness: score }) => score >= 0.4)
    .toSorted((a, b) => b.likeness - a.likeness || (a.school.code < b.school.code ? -1 : 1))
    .slice(0, 5)
    .map(({ school }) => school);
}

/** Share of common pairs of neighbouring characters (Dice). */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const pairs = (text: string): string[] =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
  const rest = pairs(b);
  let common = 0;
  for (const pair of pairs(a)) {
    const index = rest.indexOf(pair);
    if (index < 0) continue;
    common += 1;
    rest.splice(index, 1);
  }
  const total = a.length + b.length - 2;
  return total <= 0 ? 0 : (2 * common) / total;
}
