import { useMemo } from 'react';
import { chartInk } from '../cv-chart/chart-option.ts';
import { ChartView } from '../cv-chart/chart-view.tsx';
import { trendOption, type TrendLine } from './trend-option.ts';

export interface TrendChartProps {
  /** Oldest first. */
  readonly years: readonly string[];
  readonly lines: readonly TrendLine[];
  readonly limit: { readonly value: number; readonly words: string } | null;
  readonly description: string;
  /** Counts, not coefficients: whole numbers on the axis. */
  readonly whole?: boolean;
}

const HEIGHT = 340;

/** Coefficients over the years. */
export function TrendChart({ years, lines, limit, description, whole = false }: TrendChartProps) {
  const option = useMemo(
    () => trendOption(years, lines, limit, description, chartInk(), whole),
    [years, lines, limit, description, whole],
  );
  return <ChartView option={option} description={description} height={HEIGHT} />;
}
