import { describe, expect, test } from '@jest/globals';
import { readScore, readText, readVerified, scoreByDeductions } from './visit-entry-text.ts';

const cell = {
  cell: 'pupils.primary',
  itemId: 'pupils',
  stage: 'primary',
  section: 'pupils',
  unit: 'person',
  value: { kind: 'number', scale: 0 } as const,
  counted: false,
  clause: null,
  reported: '720',
};

describe('what an inspector types', () => {
  test.each([
    ['７１９', { ok: true, value: '719' }],
    [' ', { ok: true, value: null }],
    ['7.5', { ok: false, problem: 'not-an-integer' }],
  ])('%s as a number of pupils', (text, read) => expect(readVerified(cell, text)).toEqual(read));

  test.each([
    ['12.5', { ok: true, value: '12.5' }],
    ['12.51', { ok: false, problem: 'above-maximum' }],
    ['0.001', { ok: false, problem: 'too-fine' }],
  ])('%s of 12.5 points', (text, read) => expect(readScore('12.5', text)).toEqual(read));

  test('a text without words is none', () => expect(readText('  ')).toEqual({ ok: true, value: null }));
});

describe('points that deductions leave', () => {
  const point = {
    point: 'card/c1',
    requirementId: 'card',
    pointId: 'c1',
    dimension: 'b1',
    maximum: '10',
    deductions: [
      { id: 'late', each: '0.1', atMost: null },
      { id: 'wrong', each: '3', atMost: '5' },
      { id: 'open', each: null, atMost: null },
    ],
    evidence: [],
    clause: null,
  };
  const left = (times: Record<string, string>) => scoreByDeductions(point, (id) => times[id] ?? null);

  test('are exact to the hundredth, capped, never below zero, and unknown where the edition names no points', () => {
    expect(left({})).toBe('10');
    expect(left({ late: '3' })).toBe('9.7');
    expect(left({ wrong: '2' })).toBe('5');
    expect(left({ late: '200' })).toBe('0');
    expect(left({ open: '1' })).toBeNull();
  });
});
