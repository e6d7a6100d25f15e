import type { CoefficientSeries, EarlyWarning, WarningThresholds } from '@junheng/api-contract';

/**
 * Coefficients that are met in the newest year and either would pass the limit within `yearsAhead` years at the pace since the year
 * before that has them, or are within `margin` of it. Nothing is judged by it: the outcomes are those of the runs.
 * @param years newest first, beside the values of the series
 * @param comparable whether the run of that year (by its place in `years`) was made by the edition of the newest one
 * @returns the soonest over its limit first, then the nearest to it
 */
export function earlyWarnings(
  years: readonly number[],
  comparable: readonly boolean[],
  series: readonly CoefficientSeries[],
  thresholds: WarningThresholds,
): readonly EarlyWarning[] {
  return series
    .flatMap((each) => warningOf(years, comparable, each, thresholds) ?? [])
    .sort((a, b) => (a.yearsLeft ?? Infinity) - (b.yearsLeft ?? Infinity) || a.marginLeft - b.marginLeft);
}

function warningOf(
  years: readonly number[],
  comparable: readonly boolean[],
  { stage, indicatorId, limit, values, outcomes }: CoefficientSeries,
  { yearsAhead, margin }: WarningThresholds,
): EarlyWarning | null {
  const [year] = years;
  const [now] = values;
  const most = Number(limit);
  if (year === undefined || now === undefined || now === null || limit === '' || outcomes[0] !== 'met') return null;
  const marginLeft = 1 - now / most;
  const place = values.findIndex((value, index) => index > 0 && value !== null && comparable[index] === true);
  const before = values[place] ?? null;
  const sinceYear = before === null ? null : (years[place] ?? null);
  const yearsLeft = before === null || sinceYear === null ? null : yearsUntil(most, now, before, year - sinceYear);
  const soon = yearsLeft !== null && yearsLeft <= yearsAhead;
  if (!soon && !(margin > 0 && marginLeft <= margin)) return null;
  return { stage, indicatorId, limit, sinceYear, before, year, now, yearsLeft: soon ? yearsLeft : null, marginLeft };
}

/** Null where it does not rise. On the limit is still met: it is passed only beyond it. */
function yearsUntil(most: number, now: number, before: number, since: number): number | null {
  const pace = (now - before) / since;
  return pace <= 0 ? null : Math.max(1, Math.floor((most - now) / pace) + 1);
}
