import { limitLine, type ChartInk, type ChartOption } from './chart-option.ts';

export interface SpreadPoint {
  readonly name: string;
  readonly value: number;
  readonly tone: 'met' | 'above-floor' | 'below-floor' | 'open';
  /** As in the table. */
  readonly label: string;
}

export interface SpreadWords {
  readonly threshold: string;
  readonly floor: string;
  readonly tone: Readonly<Record<SpreadPoint['tone'], string>>;
}

/** Shape and colour: filled circles are met, triangles and diamonds are not. */
const symbols = { met: 'circle', 'above-floor': 'triangle', 'below-floor': 'diamond', open: 'emptyCircle' } as const;
const tones = ['met', 'above-floor', 'below-floor', 'open'] as const;
const ROWS = 5;

/** Where a point stands across the strip: the same every time, neighbours apart. */
function lane(index: number): number {
  return ((index * 2) % ROWS) + 1;
}

/** The tone and place in its series of every point, as they are drawn. */
export function spreadSeries(points: readonly SpreadPoint[]): readonly (readonly SpreadPoint[])[] {
  const inOrder = [...points].sort((a, b) => a.value - b.value);
  return tones.map((tone) => inOrder.filter((point) => point.tone === tone));
}

/** Every school as a point along one axis, threshold and floor as lines across. */
export function spreadOption(
  points: readonly SpreadPoint[],
  lines: { readonly threshold: number | null; readonly floor: number | null },
  words: SpreadWords,
  description: string,
  ink: ChartInk,
): ChartOption {
  const { colours, font } = ink;
  const rank = new Map([...points].sort((a, b) => a.value - b.value).map((point, index) => [point, index]));
  const colourOf = { met: colours.met, 'above-floor': '#c98a1b', 'below-floor': colours.unmet, open: colours.open };
  const marks = [
    ...(lines.threshold === null ? [] : limitLine(ink, { xAxis: lines.threshold }, words.threshold).data),
    ...(lines.floor === null ? [] : limitLine(ink, { xAxis: lines.floor }, words.floor).data),
  ];
  const wordAt = new Map([
    [lines.floor, words.floor],
    [lines.threshold, words.threshold],
  ]);
  return {
    animation: false,
    textStyle: { fontFamily: font, color: colours.ink },
    aria: { enabled: true, label: { description } },
    grid: { left: 16, right: 24, top: 40, bottom: 32, containLabel: true },
    legend: { bottom: 0, itemHeight: 10, textStyle: { color: colours.ink, fontSize: 12 } },
    xAxis: {
      type: 'value',
      scale: true,
      splitLine: { lineStyle: { color: colours.line } },
      axisLabel: { color: colours.ink, fontSize: 12, hideOverlap: true },
    },
    yAxis: { type: 'value', min: 0, max: ROWS + 1, show: false },
    series: spreadSeries(points).map((own, index) => {
      const tone = tones[index] ?? 'open';
      return {
        type: 'scatter' as const,
        name: words.tone[tone],
        symbol: symbols[tone],
        symbolSize: tone === 'met' ? 9 : 12,
        cursor: 'pointer',
        itemStyle: { color: colourOf[tone], opacity: 0.85 },
        data: own.map((point) => ({ name: point.name, value: [point.value, lane(rank.get(point) ?? 0)] })),
        emphasis: {
          label: {
            show: true,
            position: 'top' as const,
            color: colours.ink,
            fontSize: 13,
            formatter: ({ dataIndex }: { readonly dataIndex: number }) =>
              `${own[dataIndex]?.name ?? ''} ${own[dataIndex]?.label ?? ''}`,
          },
        },
        ...(index === 0
          ? {
              markLine: {
                ...limitLine(ink, { xAxis: 0 }, ''),
                label: {
                  position: 'end' as const,
                  color: colours.limit,
                  fontSize: 12,
                  formatter: ({ value }: { readonly value?: unknown }) => wordAt.get(Number(value)) ?? '',
                },
                data: marks,
              },
            }
          : {}),
      };
    }),
  };
}
