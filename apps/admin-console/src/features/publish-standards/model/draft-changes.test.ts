import { expect, test } from '@jest/globals';
import { qualityBalance2017 as base } from '@junheng/evaluation-core';
import { withChange, type Change } from './draft-changes.ts';

const source = { document: '甲教〔2026〕1号', clause: null, confidence: 'A' as const, note: null };
const limit = (value: string): Change => ({ kind: 'cv-limit', stage: 'primary', value, source });

test('a later change of the same thing replaces the earlier one', () => {
  const changes = withChange(base, withChange(base, [], limit('0.45')), limit('0.4'));
  expect(changes).toEqual([limit('0.4')]);
});

test('going back to the number of the base leaves no change, whatever its source', () => {
  const rule = base.balanceRule;
  const original = rule?.kind === 'cv-limit' ? (rule.limits['primary'] ?? '') : '';
  expect(withChange(base, [limit('0.45')], limit(original))).toEqual([]);
});

test('what cannot be applied stays, so that it is named as a problem', () => {
  const odd: Change = { kind: 'threshold', indicator: 'R99', stage: 'primary', value: '1', source };
  expect(withChange(base, [], odd)).toEqual([odd]);
});
