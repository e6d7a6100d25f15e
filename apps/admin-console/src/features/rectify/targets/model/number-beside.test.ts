import { expect, test } from '@jest/globals';
import { numberBeside } from './number-beside.ts';

test('schools are whole', () => {
  expect(numberBeside(12, '20', 0)).toBe('12');
});

test.each([
  [0.0832, '0.5', '0.08'],
  [0.0832, '0.081', '0.083'],
  [0.50004, '0.5', '0.50004'],
  [0.5, '0.5', '0.50'],
  [12_345.678, '12000', '12,345.68'],
])('%d beside %s reads %s', (value, target, shown) => {
  expect(numberBeside(value, target)).toBe(shown);
});
