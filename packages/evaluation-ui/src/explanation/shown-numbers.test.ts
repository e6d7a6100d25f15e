import { expect, test } from '@jest/globals';
import { editionById } from '@junheng/evaluation-core';
import { originPlace } from './cell-origin.ts';
import { unitsAt } from './number-units.ts';
import { shownNumber, shownNumbers, shownValue, withoutFactorsOfOne, withOneSign, withUnit } from './shown-numbers.ts';

test('fractions become decimals and say when they were rounded', () => {
  expect(shownNumber('8/9')).toBe('≈0.888889');
  expect(shownNumber('1/4')).toBe('0.25');
  expect(shownNumber('166/397')).toBe('≈0.418136');
  expect(shownNumber('1234567.5')).toBe('1,234,567.5');
  expect(shownNumber(3)).toBe('3');
  expect(shownNumber('120 + 30')).toBe('120 + 30');
  expect(shownNumber(null)).toBeNull();
  expect(shownNumbers({ a: '1/2', b: true })).toEqual({ a: '0.5', b: true });
});

test('amounts carry the unit they were reported in, values that of the indicator, limits are grouped', () => {
  const edition = editionById('cn-2017-quality-balance');
  if (edition === undefined) throw new Error('edition');
  const area = unitsAt('zh-CN', edition, 'indicator/s1/primary/R4', 'per-pupil');
  const numbers = { multiplier: '1', amount: '7526.4', pupils: '1568', value: '4.8', threshold: '4.5' };
  expect(shownNumbers(numbers, area.of)).toEqual({
    multiplier: '1',
    amount: '7,526.4 ㎡',
    pupils: '1,568',
    value: '4.8 ㎡/生',
    threshold: '4.5 ㎡/生',
  });
  expect(withUnit('2000', unitsAt('en', edition, 'indicator/s1/primary/R6', 'per-pupil').result)).toBe(
    '2,000 yuan per pupil',
  );
  expect(withUnit('1', unitsAt('en', edition, 'quantity/s1/primary/R2', 'signed-sum').result)).toBe('1 teacher');
  expect(withUnit('330', unitsAt('en', edition, 'pupils/s1/primary', 'pupils-sum').result)).toBe('330 pupils');
  expect(withUnit('0.25', unitsAt('en', edition, 'cv/primary/R1', 'coefficient-of-variation').result)).toBe('0.25');
});

test('a number has one sign before it', () => {
  expect(withOneSign('差异系数² = ≈0.264153 ≤ 0.25')).toBe('差异系数² ≈ 0.264153 ≤ 0.25');
  expect(withOneSign('差异系数² = 0.25 ≤ 0.25')).toBe('差异系数² = 0.25 ≤ 0.25');
});

test('factors of one are left out, amounts of one are not', () => {
  expect(withoutFactorsOfOne('1 × 1 × 5 ÷ 300')).toBe('5 ÷ 300');
  expect(withoutFactorsOfOne('100 × 1 × 5 ÷ 300')).toBe('100 × 5 ÷ 300');
  expect(withoutFactorsOfOne('1 × 10,000 × 5 ÷ 300')).toBe('10,000 × 5 ÷ 300');
  expect(withoutFactorsOfOne('100 × 1 × 1 ÷ 300')).toBe('100 × 1 ÷ 300');
});

test('values drop superfluous zeros but not those before the point', () => {
  expect(shownValue(5, 6)).toBe('5');
  expect(shownValue(0.515257, 4)).toBe('0.5153');
  expect(shownValue(2000, 0)).toBe('2,000');
});

test('the place of an imported value', () => {
  expect(originPlace({ file: 'a.xlsx', sheet: '表1', column: 'C', row: 5 })).toBe('a.xlsx · 表1 · C5');
  expect(originPlace({ file: 'a.xlsx', sheet: '表1', cell: 'C5' })).toBe('a.xlsx · 表1 · C5');
  expect(originPlace({ year: 2025 })).toBeNull();
  expect(originPlace(null)).toBeNull();
});
