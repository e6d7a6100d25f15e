import { expect, test } from '@jest/globals';
import { cvChartOption, type CvBar } from './cv-chart-option.ts';

const colours = { met: '#1', unmet: '#2', open: '#3', limit: '#4', ink: '#5', line: '#6' };
const bars: readonly CvBar[] = [
  { indicatorId: 'R1', name: '高学历教师', label: '0.312', outcome: 'met', value: 0.312 },
  { indicatorId: 'R2', name: '骨干教师', label: '0.50004', outcome: 'unmet', value: 0.50004 },
  { indicatorId: 'R3', name: '体艺教师', label: '—', outcome: 'undetermined', value: null },
];
const option = cvChartOption({ bars, limit: '0.5', limitLabel: '上限 0.5', description: '图', colours, font: 'x' });

test('the axis begins at zero and holds the limit and the largest bar', () => {
  expect(option.xAxis).toMatchObject({ min: 0, max: 0.6 });
  expect(
    cvChartOption({ bars: [], limit: '0.45', limitLabel: '', description: '', colours, font: 'x' }).xAxis,
  ).toMatchObject({ max: 0.5 });
});

test('every bar carries its sign and the number of the table; what does not exist has no length', () => {
  const series = Array.isArray(option.series) ? option.series[0] : option.series;
  expect(series?.data).toMatchObject([
    { value: 0.312, label: { formatter: '✓ 0.312' }, itemStyle: { color: '#1' } },
    { value: 0.50004, label: { formatter: '✗ 0.50004' }, itemStyle: { color: '#2' } },
    { value: 0, label: { formatter: '? —' }, itemStyle: { color: '#3' } },
  ]);
});

test('the limit is a line of its own', () => {
  const series = Array.isArray(option.series) ? option.series[0] : option.series;
  expect(series).toMatchObject({ markLine: { data: [{ xAxis: 0.5 }] } });
});
