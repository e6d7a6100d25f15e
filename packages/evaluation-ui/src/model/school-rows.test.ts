import { describe, expect, test } from '@jest/globals';
import { indicatorEvaluation, schoolStage } from './county-evaluation.factory.ts';
import { arrangeSchoolRows, countTones, type SchoolRow, type SchoolRowsView } from './school-rows.ts';

const view: SchoolRowsView = {
  text: '',
  stage: null,
  town: null,
  show: 'all',
  indicator: null,
  sort: 'name',
  descending: false,
};
const row = (name: string, value: number | null, changes: Partial<SchoolRow['evaluation']> = {}): SchoolRow => ({
  townName: '东镇',
  type: 'primary',
  evaluation: schoolStage({
    name,
    code: name,
    indicators: [
      indicatorEvaluation({
        value,
        outcome: value === null ? 'undetermined' : value < 4 ? 'unmet' : 'met',
        aboveFloor: value === null ? null : value > 3,
      }),
    ],
    ...changes,
  }),
});
const rows = [
  row('丙小学', 2, { outcome: 'unmet' }),
  row('甲小学', null, { outcome: 'undetermined' }),
  row('乙中学', 5, { stage: 'junior' }),
];
const names = (arranged: readonly SchoolRow[]) => arranged.map((each) => each.evaluation.name);

describe('the table of schools', () => {
  test('by name in pinyin order', () => {
    expect(names(arrangeSchoolRows(rows, view))).toEqual(['丙小学', '甲小学', '乙中学']);
  });
  test('by an indicator; what has no number comes last both ways', () => {
    expect(names(arrangeSchoolRows(rows, { ...view, sort: 'R1' }))).toEqual(['丙小学', '乙中学', '甲小学']);
    expect(names(arrangeSchoolRows(rows, { ...view, sort: 'R1', descending: true }))).toEqual([
      '乙中学',
      '丙小学',
      '甲小学',
    ]);
  });
  test('filters', () => {
    expect(names(arrangeSchoolRows(rows, { ...view, show: 'open' }))).toEqual(['丙小学', '甲小学']);
    expect(names(arrangeSchoolRows(rows, { ...view, show: 'unmet' }))).toEqual(['丙小学']);
    expect(names(arrangeSchoolRows(rows, { ...view, stage: 'junior' }))).toEqual(['乙中学']);
    expect(names(arrangeSchoolRows(rows, { ...view, indicator: 'R1' }))).toEqual(['丙小学', '甲小学']);
    expect(names(arrangeSchoolRows(rows, { ...view, text: '东镇 甲' }))).toEqual(['甲小学']);
    expect(names(arrangeSchoolRows(rows, { ...view, town: '西镇' }))).toEqual([]);
  });
  test('counts by side of the line', () => {
    expect(countTones(rows, 'R1')).toMatchObject({ met: 1, 'below-floor': 1, undetermined: 1, 'above-floor': 0 });
  });
});
