import { expect, test } from '@jest/globals';
import { groupOf, valueFits } from './place-groups.ts';

test.each([
  [null, '0.5', true],
  [null, '1,5', false],
  ['school', '12', true],
  ['school', '12.5', false],
  ['percent', '100', true],
  ['percent', '100.5', false],
  ['square-metre-per-pupil', '4.5', true],
])('in %s %s fits: %s', (unit, value, fits) => {
  expect(valueFits(unit, value)).toBe(fits);
});

test('each place is in one group', () => {
  expect(groupOf({ kind: 'composite-cv', stage: 'primary' })).toBe('cv');
  expect(groupOf({ kind: 'indicator', schoolId: 's', stage: 'primary', indicatorId: 'R4' })).toBe('school');
  expect(groupOf({ kind: 'schools-reaching', stage: 'primary', indicatorId: 'R4', as: 'count' })).toBe('reaching');
});
