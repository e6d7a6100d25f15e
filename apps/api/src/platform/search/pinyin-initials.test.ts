import { expect, test } from '@jest/globals';
import { pinyinInitials } from './pinyin-initials.ts';

test.each([
  ['东镇中心小学', 'dzzxxx'],
  ['重庆市长寿区第二小学', 'cqszsqdexx'],
  ['甲县实验学校（东校区）', 'jxsyxxdxq'],
  ['Ａ区２小', 'aq2x'],
  ['ABC 3 小', 'abc3x'],
  ['', ''],
])('%s is found by %s', (name, initials) => {
  expect(pinyinInitials(name)).toBe(initials);
});

test('a family name has its own reading', () => {
  expect(pinyinInitials('单示例', 'person')).toBe('ssl');
});
