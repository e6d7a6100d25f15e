import { expect, test } from '@jest/globals';
import { cellText } from './cell-text.ts';

test('choices in words, digits grouped, years not', () => {
  expect(cellText('zh-CN', 'school-type', 'primary', null)).toBe('小学');
  expect(cellText('en', 'boarding', 'no', null)).toBe('No');
  expect(cellText('zh-CN', 'pupils.primary', '12345', 'person')).toBe('12,345');
  expect(cellText('zh-CN', 'founded-year', '1984', 'year')).toBe('1984');
});
