import { describe, expect, it, test } from '@jest/globals';
import { editionById, editions, type ItemDefinition } from '@junheng/evaluation-core';
import { WRITTEN } from '../../../texts/written-units.ts';
import { readTyped } from './read-typed.ts';

const edition = editionById('cn-2017-quality-balance');
if (edition === undefined) throw new Error('edition');
const itemOf = (id: string): ItemDefinition => {
  const item = edition.items.find((each) => each.id === id);
  if (item === undefined) throw new Error(id);
  return item;
};

describe('what people put into a cell', () => {
  test.each([
    ['pupils', '120人', '120'],
    ['pupils', '120 名', '120'],
    ['pupils', '１，２00　人', '1200'],
    ['pupils', '1 568', '1568'],
    ['pupils', '\u202D462\u202C', '462'],
    ['pupils', '\uFEFF4\u200B62 ', '462'],
    ['pupils', '462（人）', '462'],
    ['ownership', '公办\u200B', 'public'],
    ['pupils', '1 234 567 pupils', '1234567'],
    ['classes', '12个班', '12'],
    ['multimedia-classrooms', '23间', '23'],
    ['teaching-rooms-area', '6,160.5 ㎡', '6160.5'],
    ['teaching-rooms-area', '6160.50平方米', '6160.5'],
    ['teaching-rooms-area', '6160m2', '6160'],
    ['equipment-value', '3.5万元', '3.5'],
    ['equipment-value', '3.5 万', '3.5'],
    ['founded-year', '1958年', '1958'],
    ['ownership', '公办', 'public'],
    ['ownership', 'Private', 'private'],
    ['boarding', '是', 'yes'],
    ['boarding', 'No', 'no'],
  ])('%s: %p is %p', (item, text, value) => {
    expect(readTyped(itemOf(item), text)).toEqual({ ok: true, value });
  });

  it('a number that is shown turned round is refused', () => {
    expect(readTyped(itemOf('pupils'), '\u202E264').ok).toBe(false);
  });

  test.each([
    ['pupils', '120%', { problem: 'percent' }],
    ['pupils', '95％', { problem: 'percent' }],
    ['equipment-value', '35000元', { problem: 'other-unit', typedUnit: '元', instead: '3.5' }],
    ['equipment-value', '1,234,567.89 元', { problem: 'other-unit', typedUnit: '元', instead: '123.456789' }],
    ['equipment-value', '0.02亿元', { problem: 'other-unit', typedUnit: '亿元', instead: '200' }],
    // A tenth of a cent has no place in the cell.
    ['equipment-value', '0.001元', { problem: 'other-unit', typedUnit: '元' }],
    ['pupils', '3.5万元', { problem: 'other-unit', typedUnit: '万元' }],
    ['teaching-rooms-area', '12间', { problem: 'other-unit', typedUnit: '间' }],
    ['pupils', '120.5人', { problem: 'not-an-integer' }],
    ['pupils', '-3人', { problem: 'negative' }],
    ['pupils', '约120', { problem: 'not-a-number' }],
    ['pupils', '120左右', { problem: 'not-a-number' }],
    ['pupils', '12 5', { problem: 'not-a-number' }],
    ['pupils', '1,5人', { problem: 'not-a-number' }],
    ['pupils', '人', { problem: 'not-a-number' }],
    ['pupils', '', { problem: 'empty' }],
    ['ownership', '国有', { problem: 'not-an-option' }],
  ])('%s: %p is refused', (item, text, refusal) => {
    expect(readTyped(itemOf(item), text)).toEqual({ ok: false, ...refusal });
  });

  test.each([
    ['cn-2012-basic-balance', 'books', '１２，000册', '12000'],
    ['cn-2012-basic-balance', 'books', '860 本', '860'],
    ['cn-2012-basic-balance', 'computers', '96台', '96'],
    ['cn-liujiang-school-self-check', 'transfer-payment-education-share', '12.5%', '12.5'],
    ['cn-liujiang-school-self-check', 'self-check-c1-score', '４分', '4'],
  ])('%s, %s: %p is %p', (id, itemId, text, value) => {
    const item = editionById(id)?.items.find((each) => each.id === itemId);
    if (item === undefined) throw new Error(itemId);
    expect(readTyped(item, text)).toEqual({ ok: true, value });
  });

  it('knows how people write every unit that any edition asks for', () => {
    const asked = new Set(editions.flatMap(({ items }) => items.flatMap(({ unit }) => unit ?? [])));
    expect([...asked].filter((unit) => WRITTEN[unit] === undefined)).toEqual([]);
  });

  it('leaves a value it has read as it is', () => {
    for (const text of ['120人', '3.5万元', '6,160.5㎡']) {
      const item = itemOf(
        text.endsWith('元') ? 'equipment-value' : text.endsWith('㎡') ? 'sports-field-area' : 'pupils',
      );
      const read = readTyped(item, text);
      expect(read.ok && readTyped(item, read.value)).toEqual(read);
    }
  });
});
