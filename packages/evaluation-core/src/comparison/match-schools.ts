import { byCodeUnit } from '../schools/school-units.ts';
import type { Change, SchoolPair } from './comparison.ts';

export interface SchoolMatching {
  /** Every school of both runs once on its side: those to be compared with each other, and those that one run has alone. */
  readonly pairs: readonly SchoolPair[];
  /** Schools that were joined or divided; their ids are in `pairs` as well. */
  readonly groups: readonly Change<readonly string[]>[];
}

/**
 * Schools connected by the identification form a group. One to one is a pair. In a larger group only a school that keeps its id
 * is compared with itself; the others have no single counterpart.
 */
export function matchSchools(ids: Change<ReadonlySet<string>>, sameSchools: readonly Change<string>[]): SchoolMatching {
  const named = {
    before: new Set(sameSchools.map((each) => each.before)),
    after: new Set(sameSchools.map((each) => each.after)),
  };
  const links = sameSchools.filter((each) => ids.before.has(each.before) && ids.after.has(each.after));
  const byId = [...ids.before]
    .filter((id) => ids.after.has(id) && !named.before.has(id) && !named.after.has(id))
    .map((id) => ({ before: id, after: id }));
  const pairs: SchoolPair[] = [];
  const groups: Change<readonly string[]>[] = [];
  for (const group of connected(links)) {
    const { before, after } = group;
    if (before.length === 1 && after.length === 1) {
      pairs.push({ before: before[0] ?? null, after: after[0] ?? null });
      continue;
    }
    groups.push(group);
    pairs.push(
      ...links
        .filter((link) => link.before === link.after && before.includes(link.before))
        .filter((link, index, all) => all.findIndex((other) => other.before === link.before) === index),
    );
  }
  pairs.push(...byId);
  const paired = {
    before: new Set(pairs.map((each) => each.before)),
    after: new Set(pairs.map((each) => each.after)),
  };
  for (const id of ids.before) if (!paired.before.has(id)) pairs.push({ before: id, after: null });
  for (const id of ids.after) if (!paired.after.has(id)) pairs.push({ before: null, after: id });
  return { pairs: pairs.sort(bySchool), groups: groups.sort((a, b) => byCodeUnit(firstOf(a), firstOf(b))) };
}

function firstOf(group: Change<readonly string[]>): string {
  return group.before[0] ?? group.after[0] ?? '';
}

function bySchool(a: SchoolPair, b: SchoolPair): number {
  return byCodeUnit(a.before ?? a.after ?? '', b.before ?? b.after ?? '');
}

/** The connected components of the links, ids sorted. */
function connected(links: readonly Change<string>[]): readonly Change<readonly string[]>[] {
  const neighbours = new Map<string, string[]>();
  const connect = (from: string, to: string) => {
    const known = neighbours.get(from);
    if (known === undefined) neighbours.set(from, [to]);
    else known.push(to);
  };
  for (const { before, after } of links) {
    connect(`<${before}`, `>${after}`);
    connect(`>${after}`, `<${before}`);
  }
  const seen = new Set<string>();
  const groups: Change<readonly string[]>[] = [];
  for (const start of neighbours.keys()) {
    if (seen.has(start)) continue;
    const members = new Set([start]);
    // A set grows while it is walked.
    for (const member of members) for (const next of neighbours.get(member) ?? []) members.add(next);
    for (const member of members) seen.add(member);
    const side = (mark: string) =>
      [...members]
        .filter((member) => member.startsWith(mark))
        .map((member) => member.slice(1))
        .sort();
    groups.push({ before: side('<'), after: side('>') });
  }
  return groups;
}
