import { expect, test } from '@jest/globals';
import { dataSetHash, type DataSet } from '@junheng/evaluation-core';
import type { VerifiedValue } from './data-sets.types.ts';
import { verifiedContent } from './verified-content.rules.ts';

const base: DataSet = {
  countyCode: '990101',
  countyName: '甲县',
  schools: ['s1', 's2'].map((schoolId) => ({
    schoolId,
    code: schoolId,
    name: schoolId,
    parentSchoolId: null,
    countedAsSchool: true,
    cells: { 'pupils.primary': '720', 'sports-field-area': '3000' },
  })),
};
const found = (schoolId: string, cell: string, value: string): VerifiedValue => ({
  schoolId,
  schoolName: schoolId,
  cell,
  value,
  visitId: 'v',
  inspectors: ['督学甲'],
  reason: '实测',
  at: '2026-10-20T01:00:00.000Z',
});

test('only what was found otherwise changes, and each change says who found it', () => {
  const values = [
    found('s2', 'sports-field-area', '2800'),
    found('s1', 'pupils.primary', '720'),
    found('s1', 'new-item', '3'),
    found('gone', 'pupils.primary', '1'),
  ];
  const { content, changes, absent } = verifiedContent(base, values);
  expect(changes).toEqual([
    expect.objectContaining({ schoolId: 's1', cell: 'new-item', before: null, after: '3', inspectors: ['督学甲'] }),
    expect.objectContaining({
      schoolId: 's2',
      cell: 'sports-field-area',
      before: '3000',
      after: '2800',
      reason: '实测',
    }),
  ]);
  expect(absent.map(({ schoolId }) => schoolId)).toEqual(['gone']);
  expect(content.schools.map(({ cells }) => cells)).toEqual([
    { 'pupils.primary': '720', 'sports-field-area': '3000', 'new-item': '3' },
    { 'pupils.primary': '720', 'sports-field-area': '2800' },
  ]);
  expect(base.schools[1]?.cells['sports-field-area']).toBe('3000');
  expect(dataSetHash(verifiedContent(base, [...values].reverse()).content)).toBe(dataSetHash(content));
});

test('where all is as reported the data are the same, by their hash', () => {
  expect(dataSetHash(verifiedContent(base, [found('s1', 'pupils.primary', '720')]).content)).toBe(dataSetHash(base));
});
