import type { CountyStanding } from '@junheng/api-contract';

/** One indicator over the years, oldest first. */
export interface IndicatorTrend {
  readonly indicatorId: string;
  readonly limit: string;
  readonly values: readonly (number | null)[];
}

/** Of these counties, indicator by indicator: the median of those that have the number in a year. Of one county its own numbers. */
export function trendsOf(counties: readonly CountyStanding[], stage: string): readonly IndicatorTrend[] {
  const series = counties.flatMap((county) => county.coefficients.filter((each) => each.stage === stage));
  const ids = [...new Set(series.map(({ indicatorId }) => indicatorId))];
  return ids.map((indicatorId) => {
    const own = series.filter((each) => each.indicatorId === indicatorId);
    const years = own[0]?.values.length ?? 0;
    return {
      indicatorId,
      limit: own[0]?.limit ?? '',
      values: Array.from({ length: years }, (_, index) =>
        median(own.flatMap(({ values }) => values[index] ?? [])),
      ).reverse(),
    };
  });
}

export function median(numbers: readonly number[]): number | null {
  const inOrder = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(inOrder.length / 2);
  const upper = inOrder[middle];
  const lower = inOrder[middle - 1];
  if (upper === undefined) return null;
  return inOrder.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}
