import type { BarSeriesOption, LineSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import type {
  AriaComponentOption,
  GridComponentOption,
  LegendComponentOption,
  MarkLineComponentOption,
  TooltipComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | ScatterSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
  | MarkLineComponentOption
  | AriaComponentOption
>;

export interface ChartColours {
  readonly met: string;
  readonly unmet: string;
  readonly open: string;
  readonly limit: string;
  readonly ink: string;
  readonly line: string;
}

export interface ChartInk {
  readonly colours: ChartColours;
  readonly font: string;
}

function token(name: string, fallback: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim() || fallback;
}

/** Colours and letters of the page, told apart also by those who see no red and green: teal, burnt orange, grey. */
export function chartInk(): ChartInk {
  return {
    colours: {
      met: token('--ev-met-fill', '#3f8f8a'),
      unmet: token('--jh-accent', '#b4541a'),
      open: token('--jh-line-strong', '#c9c2b3'),
      limit: token('--jh-primary-deep', '#0a4343'),
      ink: token('--jh-ink', '#1c2b2d'),
      line: token('--jh-line', '#e4dfd4'),
    },
    font: token('--jh-font', 'sans-serif'),
  };
}

/** A limit across the chart, with its words at the start. */
export function limitLine(
  { colours }: ChartInk,
  at: { readonly xAxis: number } | { readonly yAxis: number },
  words: string,
) {
  return {
    silent: true,
    symbol: 'none' as const,
    animation: false,
    lineStyle: { color: colours.limit, width: 1.5, type: 'dashed' as const },
    label: {
      formatter: words,
      position: 'yAxis' in at ? ('insideEndTop' as const) : ('start' as const),
      distance: 6,
      color: colours.limit,
      fontSize: 12,
      fontWeight: 'bold' as const,
    },
    data: [at],
  };
}
