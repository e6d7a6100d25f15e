import type { CoefficientSeries, EarlyWarning } from '@junheng/api-contract';

/** Beyond that nobody believes a straight line. */
const YEARS_AHEAD = 3;

/**
 * Coefficients that are met in the newest year, rose since the year before it that has them, and would pass the limit within three
 * years at the same pace. Nothing is judged by it: the outcomes are those of the runs.
 * @param years newest first, beside the values of the series
 * @param comparable whether the run of that year (by its place in `years`) was made by the edition of the newest one
 * @returns the nearest to its limit first
 */
export function earlyWarnings(
  years: readonly number[],
  comparable: readonly boolean[],
  series: readonly CoefficientSeries[],
): readonly EarlyWarning[] {
  return series
    .flatMap((each) => warningOf(years, comparable, each) ?? [])
    .sort((a, b) => a.yearsLeft - b.yearsLeft || marginOf(a) - marginOf(b));
}

function warningOf(
  years: readonly number[],
  comparable: readonly boolean[],
  { stage, indicatorId, limit, values, outcomes }: CoefficientSeries,
): EarlyWarning | null {
  const [year] = years;
  const [now] = values;
  const most = Number(limit);
  if (year === undefined || now === undefined || now === null || limit === '' || outcomes[0] !== 'met') return null;
  const place = values.findIndex((value, index) => index > 0 && value !== null && comparable[index] === true);
  const before = values[place];
  const sinceYear = years[place];
  if (before === undefined || before === null || sinceYear === undefined) return null;
  const pace = (now - before) / (year - sinceYear);
  if (pace <= 0) return null;
  // On the limit is still met: it is passed only beyond it.
  const yearsLeft = Math.floor((most - now) / pace) + 1;
  if (yearsLeft > YEARS_AHEAD) return null;
  return { stage, indicatorId, limit, sinceYear, before, year, now, yearsLeft: Math.max(1, yearsLeft) };
}

/** How much of the limit is left. */
function marginOf({ limit, now }: EarlyWarning): number {
  return 1 - now / Number(limit);
}
