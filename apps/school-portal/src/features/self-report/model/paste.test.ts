import { describe, expect, it, test } from '@jest/globals';
import { qualityBalance2017 } from '@junheng/evaluation-core';
import type { Grid } from './grid-navigation.ts';
import { inOneLine, pastePlan, readBlock } from './paste.ts';
import { readTyped } from './read-typed.ts';

describe('a copied block', () => {
  test.each([
    ['12\r\n13\r\n', [['12'], ['13']]],
    [
      '12\t13\n14\t\n',
      [
        ['12', '13'],
        ['14', ''],
      ],
    ],
    ['1\n\n3', [['1'], [''], ['3']]],
    ['"a\nb"\tc', [['a\nb', 'c']]],
    ['"say ""hi"""\tx', [['say "hi"', 'x']]],
    [' 1，568 \t２\n', [['1，568', '２']]],
  ])('%p', (text, rows) => {
    expect(readBlock(text)).toEqual(rows);
  });

  test.each(['12', ' 12 人\r\n', '', '\n\n'])('%p is no block', (text) => {
    expect(readBlock(text)).toBeNull();
  });
});

describe('a cell of several lines', () => {
  const itemOf = (id: string) => {
    const found = qualityBalance2017.items.find((item) => item.id === id);
    if (found === undefined) throw new Error(`no item ${id}`);
    return found;
  };

  test.each([
    ['2\n0', '2↵0', { ok: false, problem: 'line-break' }],
    ['1\n568', '1↵568', { ok: false, problem: 'line-break' }],
    ['４６２\n　４６０', '４６２↵４６０', { ok: false, problem: 'line-break' }],
    ['462\n人', '462 人', { ok: true, value: '462' }],
    ['462\r\n（含借读）', '462 （含借读）', { ok: false, problem: 'not-a-number' }],
  ])('%p is shown as it is read', (pasted, seen, reading) => {
    const text = inOneLine(itemOf('pupils'), pasted);
    expect(text).toBe(seen);
    expect(readTyped(itemOf('pupils'), text)).toEqual(reading);
  });

  it('is no number and takes a space where words are asked', () => {
    expect(inOneLine(itemOf('ownership'), '民办\n')).toBe('民办 ');
  });
});

describe('where it lands', () => {
  const grid: Grid = [
    ['a.1', 'a.2'],
    ['whole', 'whole'],
    [null, 'b.2'],
    ['c.1', 'c.2'],
  ];
  const cells = (plan: ReturnType<typeof pastePlan>) => plan.fills.map(({ cell, text }) => `${cell}=${text}`);

  it('goes down the column as Enter does, passing over gaps', () => {
    expect(cells(pastePlan(grid, 'a.1', 0, [['1'], ['2'], ['3']]))).toEqual(['a.1=1', 'whole=2', 'c.1=3']);
    expect(cells(pastePlan(grid, 'whole', 1, [['2'], ['3'], ['4']]))).toEqual(['whole=2', 'b.2=3', 'c.2=4']);
  });

  it('goes on to the right, once into a whole-school cell', () => {
    const plan = pastePlan(grid, 'a.1', 0, [
      ['1', '2'],
      ['3', '4'],
      ['5', '6', '7'],
    ]);
    expect(cells(plan)).toEqual(['a.1=1', 'a.2=2', 'whole=3', 'c.1=5', 'c.2=6']);
    expect(plan.leftOver).toEqual(['4', '7']);
  });

  it('leaves cells alone for which the block has nothing, and tells what has no cell', () => {
    expect(cells(pastePlan(grid, 'a.1', 0, [[''], ['2']]))).toEqual(['whole=2']);
    expect(pastePlan(grid, 'c.1', 0, [['1'], ['2'], ['3']])).toEqual({
      fills: [{ cell: 'c.1', text: '1' }],
      leftOver: ['2', '3'],
    });
    expect(pastePlan(grid, 'gone', 0, [['1']])).toEqual({ fills: [], leftOver: ['1'] });
  });
});
