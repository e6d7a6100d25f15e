import type { Grouping } from '@junheng/api-contract';
import type { RunSchoolStage } from './evaluations.types.ts';

/** How some schools stand together: nothing that a standard decides, only a comparison. */
export interface GroupCounts {
  readonly schools: number;
  /** Those that are judged. */
  readonly schoolStages: number;
  readonly met: number;
  readonly unmet: number;
  /** The indicator that most of them do not meet; null where all are met. */
  readonly weakest: { readonly indicatorId: string; readonly unmet: number } | null;
}

export interface GroupingStandingOf<T> extends GroupCounts {
  readonly kind: Grouping['kind'];
  /** Null: the schools of the county that lie in none of this kind. */
  readonly grouping: T | null;
}

interface Members {
  readonly kind: Grouping['kind'];
  readonly endsOn: string | null;
  readonly schoolIds: readonly string[];
}

/**
 * The running areas and groups of one county with a school in the run, by kind; and of each kind that there is, the schools outside.
 */
export function groupingStandings<T extends Members>(
  schoolStages: readonly RunSchoolStage[],
  groupings: readonly T[],
): readonly GroupingStandingOf<T>[] {
  const bySchool = groupedBy(schoolStages, ({ schoolId }) => schoolId);
  const stagesOf = (ids: Iterable<string>): readonly RunSchoolStage[] =>
    [...ids].flatMap((id) => bySchool.get(id) ?? []);
  const running = groupings.filter(({ endsOn, schoolIds }) => endsOn === null && stagesOf(schoolIds).length > 0);
  return [...groupedBy(running, ({ kind }) => kind)].flatMap(([kind, ofKind]) => {
    const inside = new Set(ofKind.flatMap(({ schoolIds }) => schoolIds));
    const outside = stagesOf([...bySchool.keys()].filter((id) => !inside.has(id)));
    return [
      ...ofKind.map((grouping) => ({ kind, grouping, ...countsOf(stagesOf(new Set(grouping.schoolIds))) })),
      ...(outside.length === 0 ? [] : [{ kind, grouping: null, ...countsOf(outside) }]),
    ];
  });
}

function countsOf(stages: readonly RunSchoolStage[]): GroupCounts {
  const judged = stages.filter(({ outcome }) => outcome !== 'not-applicable');
  const count = (wanted: RunSchoolStage['outcome']): number =>
    judged.filter(({ outcome }) => outcome === wanted).length;
  const unmetBy = new Map<string, number>();
  for (const id of stages.flatMap(({ unmet }) => unmet)) unmetBy.set(id, (unmetBy.get(id) ?? 0) + 1);
  const [weakest] = [...unmetBy].toSorted(([, a], [, b]) => b - a);
  return {
    schools: new Set(stages.map(({ schoolId }) => schoolId)).size,
    schoolStages: judged.length,
    met: count('met'),
    unmet: count('unmet'),
    weakest: weakest === undefined ? null : { indicatorId: weakest[0], unmet: weakest[1] },
  };
}

export function groupedBy<T, K>(list: readonly T[], keyOf: (each: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const each of list) {
    const key = keyOf(each);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [each]);
    else own.push(each);
  }
  return groups;
}
