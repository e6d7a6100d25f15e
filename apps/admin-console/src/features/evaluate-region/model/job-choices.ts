import type { EvaluationJob, Region, Round } from '@junheng/api-contract';

export function isUnderWay({ state }: Pick<EvaluationJob, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

/** The years in which counties under the region have a round of this kind, newest first, with how many. */
export function yearsOf(
  rounds: readonly Pick<Round, 'regionId' | 'kind' | 'year'>[],
  regions: readonly Pick<Region, 'id' | 'parentId'>[],
  regionId: string,
  kind: Round['kind'],
): readonly { readonly year: number; readonly counties: number }[] {
  const parentOf = new Map(regions.map(({ id, parentId }) => [id, parentId]));
  const within = (id: string | null | undefined): boolean =>
    id !== null && id !== undefined && (id === regionId || within(parentOf.get(id)));
  const counties = new Map<number, Set<string>>();
  for (const round of rounds) {
    if (round.kind !== kind || !within(round.regionId)) continue;
    counties.set(round.year, (counties.get(round.year) ?? new Set()).add(round.regionId));
  }
  return [...counties].map(([year, own]) => ({ year, counties: own.size })).sort((a, b) => b.year - a.year);
}
