import { useMemo } from 'react';
import { chartInk } from './chart-option.ts';
import { ChartView } from './chart-view.tsx';
import { contributionOption, type ContributionBar } from './contribution-option.ts';

export interface ContributionChartProps {
  readonly bars: readonly ContributionBar[];
  readonly description: string;
  readonly onPick: (index: number) => void;
}

/** What each school does to one coefficient. */
export function ContributionChart({ bars, description, onPick }: ContributionChartProps) {
  const option = useMemo(() => contributionOption(bars, description, chartInk()), [bars, description]);
  return (
    <ChartView
      option={option}
      description={description}
      height={bars.length * 26 + 16}
      onPick={({ dataIndex }) => onPick(dataIndex)}
    />
  );
}
