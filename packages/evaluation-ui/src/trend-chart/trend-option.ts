import { limitLine, type ChartInk, type ChartOption } from '../cv-chart/chart-option.ts';

/** One coefficient over the years; null = no such number in that year. */
export interface TrendLine {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

const marks = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow', 'roundRect'] as const;
const dashes = ['solid', 'dashed', 'dotted'] as const;
/** Okabe and Ito: seven that stay apart for all kinds of colour vision. */
const palette = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#a07800', '#56b4e9', '#444444'] as const;

/** Lines over the years, told apart by mark and dash as well as by colour, and the limit across. */
export function trendOption(
  years: readonly string[],
  lines: readonly TrendLine[],
  limit: { readonly value: number; readonly words: string } | null,
  description: string,
  ink: ChartInk,
  whole = false,
): ChartOption {
  const { colours, font } = ink;
  const values = lines.flatMap((line) => line.values.flatMap((value) => value ?? []));
  const most = Math.max(limit?.value ?? 0, ...values);
  return {
    animation: false,
    textStyle: { fontFamily: font, color: colours.ink },
    aria: { enabled: true, label: { description } },
    grid: { left: 8, right: 24, top: 20, bottom: 64, containLabel: true },
    legend: { bottom: 0, type: 'plain', textStyle: { color: colours.ink, fontSize: 12 } },
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: [...years], axisLabel: { color: colours.ink, fontSize: 13 }, boundaryGap: true },
    yAxis: {
      type: 'value',
      min: 0,
      ...(whole ? { minInterval: 1 } : { max: Math.ceil(most * 10.8) / 10 }),
      splitLine: { lineStyle: { color: colours.line } },
      axisLabel: { color: colours.ink, fontSize: 12, formatter: (value: number) => value.toFixed(whole ? 0 : 1) },
    },
    series: lines.map((line, index) => {
      const colour = palette[index % palette.length] ?? palette[0];
      return {
        type: 'line' as const,
        name: line.name,
        data: [...line.values],
        connectNulls: true,
        symbol: marks[index % marks.length] ?? 'circle',
        symbolSize: 8,
        lineStyle: { color: colour, type: dashes[index % dashes.length] ?? 'solid', width: 2 },
        itemStyle: { color: colour },
        ...(index === 0 && limit !== null ? { markLine: limitLine(ink, { yAxis: limit.value }, limit.words) } : {}),
      };
    }),
  };
}
