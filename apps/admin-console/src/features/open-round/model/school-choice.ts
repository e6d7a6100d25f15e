import type { Grouping, RegisteredSchool } from '@junheng/api-contract';

/** Schools that can be ticked at one go: of a type, of a town, of an area or school group. */
export interface SchoolBunch {
  readonly key: string;
  readonly kind: 'type' | 'town' | 'grouping';
  /** The type's or town's own name, the grouping's name. */
  readonly name: string;
  readonly schoolIds: readonly string[];
}

/** The open schools that the edition asks anything of. */
export function askable(
  schools: readonly RegisteredSchool[],
  schoolTypes: readonly { readonly id: string }[],
): readonly RegisteredSchool[] {
  const types = new Set(schoolTypes.map(({ id }) => id));
  return schools.filter(({ type, closedOn }) => closedOn === null && types.has(type));
}

export function bunchesOf(
  schools: readonly RegisteredSchool[],
  groupings: readonly Grouping[],
): readonly SchoolBunch[] {
  const by = (kind: 'type' | 'town', keyOf: (school: RegisteredSchool) => string | null): SchoolBunch[] => {
    const bunches = new Map<string, string[]>();
    for (const school of schools) {
      const name = keyOf(school);
      if (name !== null) bunches.set(name, [...(bunches.get(name) ?? []), school.id]);
    }
    return [...bunches].map(([name, schoolIds]) => ({ key: `${kind} ${name}`, kind, name, schoolIds }));
  };
  const here = new Set(schools.map(({ id }) => id));
  return [
    ...by('type', ({ type }) => type),
    ...by('town', ({ townName }) => townName),
    ...groupings
      .filter(({ endsOn }) => endsOn === null)
      .map(({ id, name, schoolIds }): SchoolBunch => ({
        key: id,
        kind: 'grouping',
        name,
        schoolIds: schoolIds.filter((each) => here.has(each)),
      }))
      .filter(({ schoolIds }) => schoolIds.length > 0),
  ];
}

/** How many of a bunch are ticked. */
export function tickedOf(bunch: SchoolBunch, picked: ReadonlySet<string>): number {
  return bunch.schoolIds.filter((id) => picked.has(id)).length;
}

/** Ticks all of a bunch; where all are ticked already, none of them. */
export function toggleBunch(bunch: SchoolBunch, picked: ReadonlySet<string>): ReadonlySet<string> {
  const next = new Set(picked);
  const whole = tickedOf(bunch, picked) === bunch.schoolIds.length;
  for (const id of bunch.schoolIds) {
    if (whole) next.delete(id);
    else next.add(id);
  }
  return next;
}
