import type { ConsolidatedCell, ConsolidatedPoint } from '@junheng/api-contract';
import { expect, test } from '@jest/globals';
import { entryOf, mayDecideOther, NONE, optionsOf, OTHER, resolutionIdOf, valueOf } from './decision.ts';

const point = (maximum: string | null, values: readonly string[]): ConsolidatedPoint => ({
  point: 'G1',
  requirementId: 'G1',
  pointId: null,
  maximum,
  scores: values.map((value, at) => ({ personId: `p${at}`, name: `督学${at}`, value, note: null, deductions: [] })),
  spread: null,
  state: 'differs',
  final: null,
  resolution: null,
});
const cell: ConsolidatedCell = {
  cell: 'area',
  itemId: 'area',
  stage: null,
  unit: null,
  counted: false,
  reported: '5',
  values: [
    { personId: 'a', name: '督学甲', value: '4', at: '2026-10-20T01:00:00.000Z' },
    { personId: 'b', name: '督学乙', value: '3', at: '2026-10-20T01:00:00.000Z' },
  ],
  state: 'differs',
  final: null,
  reason: null,
  resolution: { id: 7, value: '4', reason: '重新测量', at: '2026-10-20T02:00:00.000Z', by: '组长' },
};

test('values are offered once, with everybody who gave them', () => {
  expect(optionsOf({ kind: 'point', point: point('10', ['5', '9', '5']) })).toEqual([
    { value: '5', names: ['督学0', '督学2'] },
    { value: '9', names: ['督学1'] },
  ]);
});

test('without a maximum every judgement is offered, and no other', () => {
  const judged = { kind: 'point', point: point(null, ['met', 'unmet']) } as const;
  expect(optionsOf(judged).map(({ value }) => value)).toEqual(['met', 'unmet', 'unclear']);
  expect(mayDecideOther(judged)).toBe(false);
});

test('of a value: its entry, what was decided of it, and what is sent', () => {
  const decided = { kind: 'cell', cell } as const;
  expect([entryOf(decided), resolutionIdOf(decided), mayDecideOther(decided)]).toEqual(['verified:area', 7, true]);
  expect([valueOf(NONE, '1'), valueOf(OTHER, ' 3.5 '), valueOf('4', '')]).toEqual([null, '3.5', '4']);
  // Values of their own, should an item have them.
  expect([valueOf('none', ''), valueOf('other', '')]).toEqual(['none', 'other']);
});
