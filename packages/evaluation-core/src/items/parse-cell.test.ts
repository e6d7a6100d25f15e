import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ItemDefinition, ItemValue } from './item-definition.ts';
import { parseCell } from './parse-cell.ts';

function item(value: ItemValue): ItemDefinition {
  return {
    id: 'x',
    section: 's',
    value,
    unit: null,
    stages: null,
    alsoByStage: [],
    condition: null,
    required: true,
    entry: 'form',
    plausible: null,
    source: { document: '', clause: null, confidence: 'U', note: null },
  };
}
const heads = item({ kind: 'number', scale: 0 });
const area = item({ kind: 'number', scale: 2 });
const money = item({ kind: 'number', scale: 6 });

describe('numbers', () => {
  test.each([
    ['1568', '1568'],
    ['1，568', '1568'],
    ['1,234,567', '1234567'],
    ['１２３', '123'],
    ['００７', '7'],
    ['+5', '5'],
    ['0', '0'],
    ['-0', '0'],
    ['  42  ', '42'],
    ['　42　', '42'],
    ['12.0', '12'],
    ['123456789012345', '123456789012345'],
  ])('heads: %p is %p', (text, value) => {
    expect(parseCell(heads, text)).toEqual({ ok: true, value });
  });
  test.each([
    ['7526.40', '7526.4'],
    ['1，234．50', '1234.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['0.000', '0'],
  ])('areas: %p is %p', (text, value) => {
    expect(parseCell(area, text)).toEqual({ ok: true, value });
  });
  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['-1568', 'negative'],
    ['－３', 'negative'],
    ['−1', 'negative'],
    ['1204.5', 'not-an-integer'],
    ['2.7', 'not-an-integer'],
    ['1e3', 'not-a-number'],
    ['1e+308', 'not-a-number'],
    ['abc', 'not-a-number'],
    ['12人', 'not-a-number'],
    ['0x1F', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['1 568', 'not-a-number'],
    ['1,5', 'not-a-number'],
    ['12,34', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['--1', 'not-a-number'],
    ['=1+1', 'not-a-number'],
    ['.', 'not-a-number'],
    ['1234567890123456', 'too-large'],
    ['9'.repeat(400), 'too-large'],
  ])('heads: %p is %s', (text, problem) => {
    expect(parseCell(heads, text)).toEqual({ ok: false, problem });
  });
  test('finer than the item is refused, never rounded', () => {
    expect(parseCell(area, '1.005')).toEqual({ ok: false, problem: 'too-fine' });
    expect(parseCell(money, '288.96005')).toEqual({ ok: true, value: '288.96005' });
    expect(parseCell(money, '0.0000001')).toEqual({ ok: false, problem: 'too-fine' });
  });
  test('what it accepts it leaves as it is, and nothing makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        for (const each of [heads, area, money]) {
          const parsed = parseCell(each, text);
          if (parsed.ok) expect(parseCell(each, parsed.value)).toEqual(parsed);
        }
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.integer({ min: 0, max: 99 }), (integer, cents) => {
        const text = `${integer.toLocaleString('en-US')}.${String(cents).padStart(2, '0')}`;
        const parsed = parseCell(area, text);
        expect(parsed.ok && Number(parsed.value)).toBe(Number(`${integer}.${String(cents).padStart(2, '0')}`));
      }),
    );
  });
});

test('a million characters are read as fast as they can be looked at', () => {
  const million = '0'.repeat(1_000_000);
  const start = performance.now();
  expect(parseCell(area, `1.${million}1`)).toEqual({ ok: false, problem: 'too-fine' });
  expect(parseCell(area, `${million}1.5${million}`)).toEqual({ ok: true, value: '1.5' });
  expect(parseCell(area, '9'.repeat(1_000_000))).toEqual({ ok: false, problem: 'too-large' });
  expect(parseCell(area, `${'1,111'.repeat(200_000)}x`)).toEqual({ ok: false, problem: 'not-a-number' });
  expect(parseCell(area, `x${' '.repeat(1_000_000)}x`)).toEqual({ ok: false, problem: 'not-a-number' });
  expect(performance.now() - start).toBeLessThan(2000);
});

test('choices, flags and texts', () => {
  const type = item({ kind: 'choice', options: ['primary', 'junior'] });
  expect(parseCell(type, ' primary ')).toEqual({ ok: true, value: 'primary' });
  expect(parseCell(type, '小学')).toEqual({ ok: false, problem: 'not-an-option' });
  expect(parseCell(item({ kind: 'flag' }), 'yes')).toEqual({ ok: true, value: 'yes' });
  expect(parseCell(item({ kind: 'flag' }), 'true')).toEqual({ ok: false, problem: 'not-an-option' });
  expect(parseCell(item({ kind: 'text', maximumLength: 3 }), 'abcd')).toEqual({ ok: false, problem: 'too-long' });
  expect(parseCell(item({ kind: 'text', maximumLength: 3 }), '双井村')).toEqual({ ok: true, value: '双井村' });
});
