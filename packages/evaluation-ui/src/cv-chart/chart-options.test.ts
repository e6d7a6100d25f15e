import { describe, expect, test } from '@jest/globals';
import type { ChartInk } from './chart-option.ts';
import { contributionOption } from './contribution-option.ts';
import { spreadOption, spreadSeries, type SpreadPoint } from './spread-option.ts';
import { trendOption } from '../trend-chart/trend-option.ts';

const ink: ChartInk = {
  colours: { met: '#1', unmet: '#2', open: '#3', limit: '#4', ink: '#5', line: '#6' },
  font: 'x',
};
const seriesOf = (option: { readonly series?: unknown }) => option.series as readonly Record<string, unknown>[];

test('a contribution says on which side of the mean its school stands without colour', () => {
  const option = contributionOption(
    [
      { name: '甲', share: 0.6, side: 'below', label: '60.0%' },
      { name: '乙', share: 0.4, side: 'above', label: '40.0%' },
    ],
    '图',
    ink,
  );
  expect(seriesOf(option)[0]).toMatchObject({
    data: [{ label: { formatter: '▼ 60.0%' } }, { label: { formatter: '▲ 40.0%' } }],
  });
});

describe('the spread of schools', () => {
  const point = (name: string, value: number, tone: SpreadPoint['tone']): SpreadPoint => ({
    name,
    value,
    tone,
    label: String(value),
  });
  const points = [point('丙', 3, 'met'), point('甲', 1, 'below-floor'), point('乙', 2, 'above-floor')];
  const words = {
    threshold: '标准',
    floor: '底线',
    tone: { met: '达标', 'above-floor': '不低于底线', 'below-floor': '低于底线', open: '未定' },
  };

  test('every outcome has a mark of its own', () => {
    const series = seriesOf(spreadOption(points, { threshold: 2.5, floor: 2 }, words, '图', ink));
    expect(new Set(series.map((each) => each['symbol'])).size).toBe(4);
    expect(series[0]).toMatchObject({ markLine: { data: [{ xAxis: 2.5 }, { xAxis: 2 }] } });
  });

  test('what is drawn can be found again, whatever the order it came in', () => {
    expect(spreadSeries(points).map((series) => series.map(({ name }) => name))).toEqual([['丙'], ['乙'], ['甲'], []]);
  });
});

test('the axis of a trend begins at zero and holds limit and values; no two lines look alike', () => {
  const lines = Array.from({ length: 7 }, (_, index) => ({ name: `R${index}`, values: [0.3, null, 0.62] }));
  const option = trendOption(['2024', '2025', '2026'], lines, { value: 0.5, words: '上限' }, '图', ink);
  expect(option.yAxis).toMatchObject({ min: 0, max: 0.7 });
  const looks = seriesOf(option).map((each) => JSON.stringify([each['symbol'], each['lineStyle']]));
  expect(new Set(looks).size).toBe(7);
});
