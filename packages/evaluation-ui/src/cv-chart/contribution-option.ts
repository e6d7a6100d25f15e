import type { ChartInk, ChartOption } from './chart-option.ts';

/** A school's part of the variance of one coefficient, in [0, 1]. */
export interface ContributionBar {
  readonly name: string;
  readonly share: number;
  /** Whether the school has more or less than the mean of the county. */
  readonly side: 'above' | 'below';
  /** As in the table. */
  readonly label: string;
}

/** Bars of shares, the largest on top; a sign says on which side of the mean the school stands, so that colour is not needed. */
export function contributionOption(bars: readonly ContributionBar[], description: string, ink: ChartInk): ChartOption {
  const { colours, font } = ink;
  return {
    animation: false,
    textStyle: { fontFamily: font, color: colours.ink },
    aria: { enabled: true, label: { description } },
    grid: { left: 8, right: 76, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: 'value', min: 0, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.ink, opacity: 0.4 } },
      axisLabel: { color: colours.ink, fontSize: 13, width: 150, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 14,
        cursor: 'pointer',
        data: bars.map((bar) => ({
          value: bar.share,
          itemStyle: { color: bar.side === 'below' ? colours.unmet : colours.met, borderRadius: [0, 3, 3, 0] },
          label: {
            show: true,
            position: 'right' as const,
            formatter: `${bar.side === 'below' ? '▼' : '▲'} ${bar.label}`,
            color: colours.ink,
            fontSize: 13,
          },
        })),
      },
    ],
  };
}
