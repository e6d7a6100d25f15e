import { useMemo } from 'react';
import { chartInk } from './chart-option.ts';
import { ChartView } from './chart-view.tsx';
import { spreadOption, spreadSeries, type SpreadPoint, type SpreadWords } from './spread-option.ts';

export interface SpreadChartProps<Point extends SpreadPoint> {
  readonly points: readonly Point[];
  readonly threshold: number | null;
  readonly floor: number | null;
  readonly words: SpreadWords;
  readonly description: string;
  readonly onPick: (point: Point) => void;
}

const HEIGHT = 240;

/** Where every school stands along one indicator, with its threshold and floor. */
export function SpreadChart<Point extends SpreadPoint>(props: SpreadChartProps<Point>) {
  const { points, threshold, floor, words, description } = props;
  const option = useMemo(
    () => spreadOption(points, { threshold, floor }, words, description, chartInk()),
    [points, threshold, floor, words, description],
  );
  return (
    <ChartView
      option={option}
      description={description}
      height={HEIGHT}
      onPick={({ seriesIndex, dataIndex }) => {
        const picked = spreadSeries(points)[seriesIndex]?.[dataIndex];
        const point = points.find((each) => each === picked);
        if (point !== undefined) props.onPick(point);
      }}
    />
  );
}
