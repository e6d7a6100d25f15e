import type { GroupingStanding } from '@junheng/api-contract';

export interface GroupingRow extends GroupingStanding {
  readonly key: string;
  /** Among those of the table with a share; null for the schools in none, and where nothing is decided. */
  readonly place: number | null;
  /** Of its school-stages that are decided. */
  readonly shareMet: number | null;
}

export type GroupingKind = GroupingStanding['kind'];

export function kindsIn(standings: readonly GroupingStanding[]): readonly GroupingKind[] {
  return [...new Set(standings.map(({ kind }) => kind))];
}

export function countiesIn(standings: readonly GroupingStanding[]): readonly GroupingStanding['county'][] {
  return [...new Map(standings.map(({ county }) => [county.id, county])).values()];
}

/** Of one kind, in one county or in all: the best share first, equal shares on one place; the schools in none of them last. */
export function groupingRows(
  standings: readonly GroupingStanding[],
  kind: GroupingKind,
  countyId: string | null,
): readonly GroupingRow[] {
  const rows = standings
    .filter((each) => each.kind === kind && (countyId === null || each.county.id === countyId))
    .map((each) => ({
      ...each,
      key: each.grouping?.id ?? `outside ${each.county.id}`,
      shareMet: each.met + each.unmet === 0 ? null : each.met / (each.met + each.unmet),
    }));
  const order = (row: (typeof rows)[number]): number =>
    row.grouping === null ? 2 : row.shareMet === null ? 1 : -row.shareMet;
  const ranked = rows.filter(({ grouping, shareMet }) => grouping !== null && shareMet !== null);
  return rows
    .toSorted((a, b) => order(a) - order(b))
    .map((row) => ({
      ...row,
      place:
        row.grouping === null || row.shareMet === null
          ? null
          : 1 + ranked.filter(({ shareMet }) => (shareMet ?? 0) > (row.shareMet ?? 0)).length,
    }));
}
