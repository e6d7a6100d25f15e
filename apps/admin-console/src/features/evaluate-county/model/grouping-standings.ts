import type { Grouping } from '@junheng/api-contract';
import type { SchoolRow } from '@junheng/evaluation-ui';

/** How the schools of one area or school group stand in a run. */
export interface GroupingStanding {
  /** Null: the schools that lie in none of this kind. */
  readonly grouping: Grouping | null;
  readonly schools: number;
  readonly schoolStages: number;
  readonly met: number;
  readonly unmet: number;
  /** Of its school-stages that are decided. Null where none is. */
  readonly shareMet: number | null;
  /** The indicator that most of its school-stages do not meet. Null where all are met. */
  readonly weakest: { readonly indicatorId: string; readonly unmet: number } | null;
}

/** The kinds of which at least one holds a school of this run, in their order in the register. */
export function kindsPresent(rows: readonly SchoolRow[], groupings: readonly Grouping[]): readonly Grouping['kind'][] {
  const evaluated = new Set(rows.map(({ evaluation }) => evaluation.schoolId));
  const present = groupings.filter(
    ({ endsOn, schoolIds }) => endsOn === null && schoolIds.some((id) => evaluated.has(id)),
  );
  return [...new Set(present.map(({ kind }) => kind))];
}

/** Areas or groups of one kind side by side, the one with the smallest share first; then the schools in none of them. */
export function groupingStandings(
  rows: readonly SchoolRow[],
  groupings: readonly Grouping[],
  kind: Grouping['kind'],
): readonly GroupingStanding[] {
  const own = groupings.filter((each) => each.kind === kind && each.endsOn === null);
  const inside = new Set(own.flatMap(({ schoolIds }) => schoolIds));
  const standings = own.flatMap((grouping) => {
    const members = new Set(grouping.schoolIds);
    const standing = standingOf(
      grouping,
      rows.filter(({ evaluation }) => members.has(evaluation.schoolId)),
    );
    return standing.schools === 0 ? [] : [standing];
  });
  const rest = standingOf(
    null,
    rows.filter(({ evaluation }) => !inside.has(evaluation.schoolId)),
  );
  const share = ({ shareMet }: GroupingStanding): number => shareMet ?? Number.POSITIVE_INFINITY;
  return [...standings.toSorted((a, b) => share(a) - share(b)), ...(rest.schools === 0 ? [] : [rest])];
}

function standingOf(grouping: Grouping | null, rows: readonly SchoolRow[]): GroupingStanding {
  const unmetBy = new Map<string, number>();
  for (const { evaluation } of rows) {
    for (const { indicatorId, outcome } of evaluation.indicators) {
      if (outcome === 'unmet') unmetBy.set(indicatorId, (unmetBy.get(indicatorId) ?? 0) + 1);
    }
  }
  const [weakest] = [...unmetBy].toSorted(([, a], [, b]) => b - a);
  const judged = rows.filter(({ evaluation }) => evaluation.outcome !== 'not-applicable');
  const met = judged.filter(({ evaluation }) => evaluation.outcome === 'met').length;
  const unmet = judged.filter(({ evaluation }) => evaluation.outcome === 'unmet').length;
  return {
    grouping,
    schools: new Set(rows.map(({ evaluation }) => evaluation.schoolId)).size,
    schoolStages: judged.length,
    met,
    unmet,
    shareMet: met + unmet === 0 ? null : met / (met + unmet),
    weakest: weakest === undefined ? null : { indicatorId: weakest[0], unmet: weakest[1] },
  };
}
