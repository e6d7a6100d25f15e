import { expect, test } from '@jest/globals';
import { dayIn, formatDay, formatInstant } from './format.ts';

const now = Date.parse('2026-11-21T00:00:00Z');

test('instants are shown in the zone of the region', () => {
  expect(formatInstant('2026-11-20T16:05:00Z', 'zh-CN', 'Asia/Shanghai', now)).toBe('11月21日 00:05');
  expect(formatInstant('2026-11-20T16:05:00Z', 'en', 'Asia/Urumqi', now)).toMatch(/20 Nov.* 22:05/);
});

test('the year is said when it is another one', () => {
  expect(formatInstant('2025-03-01T04:00:00Z', 'zh-CN', 'Asia/Shanghai', now)).toBe('2025年3月1日 12:00');
});

test('a day belongs to no zone', () => {
  expect(formatDay('2026-11-30', 'zh-CN')).toBe('2026年11月30日');
  expect(formatDay('2026-11-30', 'en')).toBe('30 Nov 2026');
  expect(formatDay('soon', 'en')).toBe('soon');
});

test('today begins earlier in the east', () => {
  expect(dayIn('Asia/Shanghai', Date.parse('2026-11-20T17:00:00Z'))).toBe('2026-11-21');
  expect(dayIn('UTC', Date.parse('2026-11-20T17:00:00Z'))).toBe('2026-11-20');
});
