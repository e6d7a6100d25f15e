import type { CvEvaluation } from '@junheng/evaluation-core';
import type { ChartColours, ChartOption } from './chart-option.ts';

export interface CvBar {
  readonly indicatorId: string;
  readonly name: string;
  /** As shown in the table, so that chart and table never disagree. */
  readonly label: string;
  readonly outcome: CvEvaluation['outcome'];
  readonly value: number | null;
}

const signs: Readonly<Record<CvEvaluation['outcome'], string>> = {
  met: '✓',
  unmet: '✗',
  undetermined: '?',
  'not-applicable': '–',
};

/** Bars from zero, the limit as a line across; signs beside the numbers, so that colour is not needed to read it. */
export function cvChartOption(input: {
  readonly bars: readonly CvBar[];
  readonly limit: string;
  readonly limitLabel: string;
  readonly description: string;
  readonly colours: ChartColours;
  readonly font: string;
}): ChartOption {
  const { bars, colours, font } = input;
  const limit = Number(input.limit);
  const largest = Math.max(limit, ...bars.map((bar) => bar.value ?? 0));
  const colourOf = (bar: CvBar) =>
    bar.outcome === 'met' ? colours.met : bar.outcome === 'unmet' ? colours.unmet : colours.open;
  return {
    animation: false,
    textStyle: { fontFamily: font, color: colours.ink },
    aria: { enabled: true, label: { description: input.description } },
    grid: { left: 8, right: 64, top: 28, bottom: 4, containLabel: true },
    xAxis: {
      type: 'value',
      min: 0,
      max: Math.ceil(largest * 10.8) / 10,
      splitLine: { lineStyle: { color: colours.line } },
      axisLabel: {
        color: colours.ink,
        fontSize: 12,
        formatter: (value: number) => value.toFixed(1),
        hideOverlap: true,
      },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map((bar) => bar.name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.ink, opacity: 0.4 } },
      axisLabel: { color: colours.ink, fontSize: 13 },
    },
    series: [
      {
        type: 'bar',
        barWidth: 16,
        cursor: 'pointer',
        data: bars.map((bar) => ({
          value: bar.value ?? 0,
          itemStyle: { color: colourOf(bar), borderRadius: [0, 3, 3, 0] },
          label: {
            show: true,
            position: 'right' as const,
            formatter: `${signs[bar.outcome]} ${bar.label}`,
            color: bar.outcome === 'unmet' ? colours.unmet : colours.ink,
            fontWeight: bar.outcome === 'unmet' ? ('bold' as const) : ('normal' as const),
            fontSize: 13,
          },
        })),
        markLine: {
          silent: true,
          symbol: 'none',
          animation: false,
          lineStyle: { color: colours.limit, width: 1.5, type: 'dashed' },
          label: {
            formatter: input.limitLabel,
            position: 'start',
            distance: 6,
            color: colours.limit,
            fontSize: 12,
            fontWeight: 'bold',
          },
          data: [{ xAxis: limit }],
        },
      },
    ],
  };
}
