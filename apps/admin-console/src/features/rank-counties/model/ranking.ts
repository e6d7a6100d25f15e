import type { CountyStanding, EarlyWarning, StandingOfYear } from '@junheng/api-contract';

/** A county in one year, with its place among the others; null = not evaluated, and without a place. */
export interface RankedCounty {
  readonly county: CountyStanding;
  readonly now: StandingOfYear | null;
  readonly rank: number | null;
}

const worth = { met: 2, undetermined: 1, unmet: 0, 'not-applicable': 1 } as const;

function share(met: number, all: number): number {
  return all === 0 ? 0 : met / all;
}

/** The verdict first, then the share of school-stages, then of coefficients. Equals share a place. */
function better(a: StandingOfYear, b: StandingOfYear): number {
  return (
    worth[b.resourceAllocation] - worth[a.resourceAllocation] ||
    share(b.schoolStagesMet, b.schoolStages) - share(a.schoolStagesMet, a.schoolStages) ||
    share(b.cvsMet, b.cvs) - share(a.cvsMet, a.cvs)
  );
}

/** By place; counties that were not evaluated in the year stand last, by code. @param yearIndex its place in `Standings.years` */
export function ranked(counties: readonly CountyStanding[], yearIndex: number): readonly RankedCounty[] {
  const all = counties.map((county) => ({ county, now: county.years[yearIndex] ?? null }));
  const evaluated = all
    .flatMap(({ county, now }) => (now === null ? [] : [{ county, now }]))
    .sort((a, b) => better(a.now, b.now) || a.county.code.localeCompare(b.county.code));
  return [
    ...evaluated.map(({ county, now }) => ({
      county,
      now,
      rank: 1 + evaluated.filter((other) => better(other.now, now) < 0).length,
    })),
    ...all.filter(({ now }) => now === null).map(({ county }) => ({ county, now: null, rank: null })),
  ];
}

/** Counties by the city they lie in, in the order of the codes. */
export function byCity(rows: readonly RankedCounty[]): readonly (readonly [string | null, readonly RankedCounty[]])[] {
  const inOrder = [...rows].sort((a, b) => a.county.code.localeCompare(b.county.code));
  const cities = [...new Set(inOrder.map(({ county }) => county.parentName))];
  return cities.map((city) => [city, inOrder.filter(({ county }) => county.parentName === city)] as const);
}

export interface WarnedCounty {
  readonly county: CountyStanding;
  readonly warning: EarlyWarning;
}

/** Those that pass as a whole first, then the nearest to its limit. */
export function warned(counties: readonly CountyStanding[]): readonly WarnedCounty[] {
  const passes = ({ county }: WarnedCounty) => (county.years[0]?.resourceAllocation === 'met' ? 0 : 1);
  const left = ({ warning }: WarnedCounty) => 1 - warning.now / Number(warning.limit);
  return counties
    .flatMap((county) => county.warnings.map((warning) => ({ county, warning })))
    .sort(
      (a, b) =>
        passes(a) - passes(b) ||
        (a.warning.yearsLeft ?? Infinity) - (b.warning.yearsLeft ?? Infinity) ||
        left(a) - left(b),
    );
}
