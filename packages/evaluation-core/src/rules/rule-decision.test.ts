import { describe, expect, test } from '@jest/globals';
import type { MissingCell } from '../items/missing-cell.ts';
import type { RequirementRule } from '../standards/requirement.ts';
import { decision, decisionOfParts, mainReason } from './rule-decision.ts';
import type { SpecialRuleInUse } from './rule-decision.ts';

const rule: RequirementRule = { kind: 'answer', item: 'plan', holds: ['yes'] };
const cell = (key: string): MissingCell => ({ schoolId: 'S1', key });

describe('what is not said of a decision', () => {
  test('is empty', () => {
    expect(decision(rule, 'met')).toEqual({
      rule,
      outcome: 'met',
      complete: true,
      reason: null,
      missing: [],
      measured: null,
      parts: [],
      score: null,
      specialRules: [],
      impossible: [],
    });
  });
  test('undetermined without a reason lacks cells and is not complete', () => {
    expect(decision(rule, 'undetermined')).toMatchObject({ reason: 'missing-cells', complete: false });
    expect(decision(rule, 'undetermined', { reason: 'zero-mean' }).reason).toBe('zero-mean');
  });
  test('decided although cells are missing: no reason, each cell once, not complete', () => {
    const missing = [cell('a'), cell('b'), cell('a')];
    expect(decision(rule, 'unmet', { missing, reason: 'missing-cells' })).toMatchObject({
      reason: null,
      missing: [cell('a'), cell('b')],
      complete: false,
    });
  });
});

test('of several reasons the first of the list is named', () => {
  expect(mainReason([null, 'no-evaluation-date', 'zero-mean', null])).toBe('zero-mean');
  expect(mainReason([null, null])).toBeNull();
  expect(mainReason([])).toBeNull();
});

describe('a rule made of parts', () => {
  const used: SpecialRuleInUse = {
    rule: {
      id: 'relaxed',
      enabled: true,
      condition: { kind: 'flag-is', item: 'plan', value: 'yes' },
      validFrom: null,
      validUntil: null,
      effects: [],
      evidence: [],
      followUp: null,
      source: { document: 'demo', clause: null, confidence: 'U', note: null },
    },
    state: 'applied',
    part: null,
    decisive: false,
  };
  test('lacks what they lack, once, and uses the special rules they use', () => {
    const parts = [
      { id: 'a', decision: decision(rule, 'undetermined', { missing: [cell('a')], reason: 'no-evaluation-date' }) },
      { id: 'b', decision: decision(rule, 'undetermined', { missing: [cell('b'), cell('a')], reason: 'to-be-set' }) },
      { id: 'c', decision: decision(rule, 'met', { impossible: [cell('c')], specialRules: [used] }) },
    ];
    const decided = decisionOfParts(rule, 'undetermined', parts);
    expect(decided).toMatchObject({
      parts,
      complete: false,
      reason: 'to-be-set',
      missing: [cell('a'), cell('b')],
      specialRules: [used],
      impossible: [cell('c')],
    });
  });
  test('is complete where each part is', () => {
    const met = { id: 'a', decision: decision(rule, 'met') };
    const early = { id: 'b', decision: decision(rule, 'met', { missing: [cell('b')] }) };
    expect(decisionOfParts(rule, 'met', [met]).complete).toBe(true);
    expect(decisionOfParts(rule, 'met', [met, early]).complete).toBe(false);
  });
});
