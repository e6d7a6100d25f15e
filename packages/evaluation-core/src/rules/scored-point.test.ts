import { describe, expect, test } from '@jest/globals';
import type { UndeterminedReason } from '../evaluation.ts';
import { knownAmount, unboundedAmount, unknownAmount } from '../items/amount-value.ts';
import type { Amount } from '../items/amount.ts';
import { decimal, exactText } from '../quantities/decimal.ts';
import type { RequirementRule } from '../standards/requirement.ts';
import type { Deduction, Scoring } from '../standards/score-card.ts';
import { decideRule } from './decide-rule.ts';
import { decidePoint, pointsOf, pointsOff } from './scored-point.ts';
import type { RuleContext } from './rule-decision.ts';

type Reported = Readonly<Record<string, string>>;

function contextOf(reported: Reported): RuleContext {
  const cell = (key: string) => ({ schoolId: 'S1', key });
  const verdict = { outcome: 'met', complete: true, reason: null } as const;
  return {
    source: {
      stage: null,
      evaluationDate: null,
      number: (item, _stage, yearsBack) => {
        const key = yearsBack === 0 ? item : `${item}@${yearsBack}`;
        const text = reported[key];
        return text === undefined ? unknownAmount([cell(key)]) : knownAmount(decimal(text));
      },
      answer: (item) => ({ cell: cell(item), value: reported[item] ?? null }),
      total: () => unboundedAmount,
    },
    part: 'of the caller',
    answers: (item) => [{ cell: cell(item), value: reported[item] ?? null }],
    changes: (part) => [{ rule: null, change: null, open: part === 'of the caller' ? [cell('caller')] : [] }],
    verdicts: { resourceAllocation: verdict, schoolStandard: verdict, balance: verdict },
  };
}

const item = (name: string): Amount => ({ kind: 'item', item: name, stage: null, yearsBack: 0 });
const constant = (value: string): Amount => ({ kind: 'constant', value });
/** A number that the edition does not have for this unit. */
const notSet: Amount = { kind: 'by-stage', values: {} };
const setting: Amount = { kind: 'setting', id: 's', value: null, least: '0', greatest: '3' };
const plan: RequirementRule = { kind: 'answer', item: 'plan', holds: ['yes'] };

interface Told {
  readonly least: string;
  readonly greatest: string | null;
  readonly reason: UndeterminedReason | null;
  readonly missing: readonly string[];
  readonly impossible: readonly string[];
  /** Base, then each deduction as times, each, at most. */
  readonly terms: readonly (string | readonly (string | null)[])[] | null;
  readonly parts: readonly string[];
}

function told(scoring: Scoring, maximum: string | null, reported: Reported): Told {
  const source = { document: 'demo', clause: null, confidence: 'U', note: null } as const;
  const point = { id: 'p', dimension: 'A', maximum, scoring, evidence: [], responsible: null, source };
  const decided = decidePoint(point, contextOf(reported), decideRule);
  expect(decided.point).toBe(point);
  const { terms } = decided;
  return {
    least: exactText(decided.least),
    greatest: decided.greatest === null ? null : exactText(decided.greatest),
    reason: decided.reason,
    missing: decided.missing.map((each) => each.key),
    impossible: decided.impossible.map((each) => each.key),
    terms: terms && [
      exactText(terms.base),
      ...terms.deducted.map(({ times, each, atMost }) => [
        exactText(times),
        exactText(each),
        atMost === null ? null : exactText(atMost),
      ]),
    ],
    parts: decided.parts.map((part) => `${part.id} ${part.decision.outcome}`),
  };
}

const plain: Told = { least: '0', greatest: '0', reason: null, missing: [], impossible: [], terms: null, parts: [] };
const toBeSet: Told = { ...plain, greatest: null, reason: 'to-be-set' };
type Case = readonly [string, string | null, Reported, Partial<Told>];

describe('points off', () => {
  const off = (times: string, each: string, atMost: string | null) => ({
    times: decimal(times),
    each: decimal(each),
    atMost: atMost === null ? null : decimal(atMost),
  });
  test('so often so many, at most the cap', () => {
    expect(exactText(pointsOff(off('3', '0.5', null)))).toBe('1.5');
    expect(exactText(pointsOff(off('3', '0.5', '1')))).toBe('1');
    expect(exactText(pointsOff(off('3', '0.5', '2')))).toBe('1.5');
  });
  test('together, and never below nothing', () => {
    const deducted = [off('3', '0.5', null), off('3', '0.5', '1')];
    expect(exactText(pointsOf({ base: decimal('4'), deducted }))).toBe('1.5');
    expect(exactText(pointsOf({ base: decimal('2'), deducted }))).toBe('0');
  });
});

describe('points that were typed', () => {
  const scoring: Scoring = { kind: 'judged', item: 'score' };
  test.each<Case>([
    ['typed', '10', { score: '7.5' }, { least: '7.5', greatest: '7.5', terms: ['7.5'] }],
    ['on the maximum', '10', { score: '10' }, { least: '10', greatest: '10', terms: ['10'] }],
    [
      'above the maximum',
      '10',
      { score: '10.01' },
      { greatest: '10', reason: 'impossible-value', impossible: ['score'] },
    ],
    ['not typed', '10', {}, { greatest: '10', reason: 'missing-cells', missing: ['score'] }],
  ])('%s', (_title, maximum, reported, expected) => {
    expect(told(scoring, maximum, reported)).toStrictEqual({ ...plain, ...expected });
  });
  test.each<Case>([
    ['typed', null, { score: '7.5' }, {}],
    ['nothing typed in so many words', null, { score: '0' }, {}],
    ['not typed', null, {}, { missing: ['score'] }],
  ])('no maximum is set: %s', (_title, maximum, reported, expected) => {
    expect(told(scoring, maximum, reported)).toStrictEqual({ ...toBeSet, ...expected });
  });
});

describe('all or nothing', () => {
  const scoring: Scoring = { kind: 'all-or-nothing', rule: plan };
  test.each<Case>([
    ['met', '10', { plan: 'yes' }, { least: '10', greatest: '10', terms: ['10'], parts: ['rule met'] }],
    ['unmet', '10', { plan: 'no' }, { terms: ['0'], parts: ['rule unmet'] }],
    ['open', '10', {}, { greatest: '10', reason: 'missing-cells', missing: ['plan'], parts: ['rule undetermined'] }],
    ['nothing of a maximum to be set', null, { plan: 'no' }, { terms: ['0'], parts: ['rule unmet'] }],
    ['all of it', null, { plan: 'yes' }, { greatest: null, reason: 'to-be-set', parts: ['rule met'] }],
    [
      'open, and to be set',
      null,
      {},
      { greatest: null, reason: 'to-be-set', missing: ['plan'], parts: ['rule undetermined'] },
    ],
  ])('%s', (_title, maximum, reported, expected) => {
    expect(told(scoring, maximum, reported)).toStrictEqual({ ...plain, ...expected });
  });
  test('the rule is decided as a rule of its own, with what it does not believe', () => {
    const comparison: RequirementRule = { kind: 'comparison', left: item('a'), comparator: 'at-least', right: notSet };
    expect(told({ kind: 'all-or-nothing', rule: comparison }, '10', { a: '1' })).toMatchObject({
      least: '10',
      greatest: '10',
      reason: null,
      parts: ['rule not-applicable'],
    });
    const card: RequirementRule = {
      kind: 'scored',
      total: null,
      pass: '1',
      points: [
        {
          id: 'inner',
          dimension: 'A',
          maximum: '1',
          scoring: { kind: 'judged', item: 'score' },
          evidence: [],
          responsible: null,
          source: { document: 'demo', clause: null, confidence: 'U', note: null },
        },
      ],
    };
    expect(told({ kind: 'all-or-nothing', rule: card }, '10', { score: '2' })).toMatchObject({
      least: '0',
      greatest: '10',
      reason: 'impossible-value',
      impossible: ['score'],
    });
  });
});

describe('steps', () => {
  // Not from the highest: the highest that is reached counts.
  const steps = [
    { from: '0.6', share: '0.5' },
    { from: '1', share: '1' },
    { from: '0.8', share: '0.8' },
  ];
  const scoring = (value: Amount, standard: Amount): Scoring => ({ kind: 'steps', value, standard, steps });
  const reached = scoring(item('value'), item('standard'));
  test.each<Case>([
    ['all', '5', { value: '10', standard: '10' }, { least: '5', greatest: '5', terms: ['5'] }],
    ['four fifths', '5', { value: '8', standard: '10' }, { least: '4', greatest: '4', terms: ['4'] }],
    ['none', '5', { value: '5.99', standard: '10' }, { terms: ['0'] }],
    ['no standard', '5', { value: '8' }, { greatest: '5', reason: 'missing-cells', missing: ['standard'] }],
    ['neither', '5', {}, { greatest: '5', reason: 'missing-cells', missing: ['value', 'standard'] }],
    ['a standard of nothing', '5', { standard: '0' }, { least: '5', greatest: '5', terms: ['5'], missing: ['value'] }],
    ['a share of a maximum to be set', null, { value: '8', standard: '10' }, { greatest: null, reason: 'to-be-set' }],
    ['nothing of it', null, { value: '5', standard: '10' }, { terms: ['0'] }],
    ['nothing yet', null, { standard: '10' }, { greatest: null, reason: 'to-be-set', missing: ['value'] }],
  ])('%s', (_title, maximum, reported, expected) => {
    expect(told(reached, maximum, reported)).toStrictEqual({ ...plain, ...expected });
  });
  test('against a standard of the bureau: what is certain, and what may be', () => {
    // The standard lies between 0 and 3.
    const open = scoring(item('value'), setting);
    expect(told(open, '5', { value: '2.5' })).toStrictEqual({
      ...plain,
      least: '4',
      greatest: '5',
      reason: 'to-be-set',
    });
    expect(told(open, '5', { value: '3' })).toStrictEqual({ ...plain, least: '5', greatest: '5', terms: ['5'] });
  });
  test.each([
    ['standard', scoring(item('value'), notSet)],
    ['value', scoring(notSet, item('standard'))],
  ])('without a %s nothing is asked', (_title, each) => {
    expect(told(each, '5', {})).toStrictEqual({ ...plain, least: '5', greatest: '5', terms: ['5'] });
  });
});

describe('points for each step below the standard', () => {
  const below = (rest: Partial<Extract<Scoring, { readonly kind: 'per-shortfall' }>> = {}): Scoring => ({
    kind: 'per-shortfall',
    value: item('value'),
    standard: constant('90'),
    step: '2',
    deduct: '1.5',
    partial: 'whole',
    ...rest,
  });
  test.each<Case>([
    ['nothing below', '10', { value: '93' }, { least: '10', greatest: '10', terms: ['10', ['0', '1.5', null]] }],
    ['two begun', '10', { value: '87.9' }, { least: '7', greatest: '7', terms: ['10', ['2', '1.5', null]] }],
    ['exactly one', '10', { value: '88' }, { least: '8.5', greatest: '8.5', terms: ['10', ['1', '1.5', null]] }],
    ['missing', '10', {}, { greatest: '10', reason: 'missing-cells', missing: ['value'] }],
    ['of a maximum to be set', null, { value: '93' }, { greatest: null, reason: 'to-be-set' }],
  ])('%s', (_title, maximum, reported, expected) => {
    expect(told(below(), maximum, reported)).toStrictEqual({ ...plain, ...expected });
  });
  test.each([
    ['none', '86.1', '8.5'],
    ['none', '86', '7'],
    ['proportional', '89', '9.25'],
    ['whole', '89.99', '8.5'],
  ] as const)('a step begun counts %s: %s gives %s', (partial, value, points) => {
    expect(told(below({ partial }), '10', { value })).toMatchObject({ least: points, greatest: points });
  });
  test('between a standard that is open on one side', () => {
    // From 0 to 3; the value is 1, so nothing or one step is lacking.
    const open = below({ standard: setting });
    expect(told(open, '10', { value: '1' })).toStrictEqual({
      ...plain,
      least: '8.5',
      greatest: '10',
      reason: 'to-be-set',
    });
    expect(told(below({ standard: item('standard') }), '10', { value: '1' })).toStrictEqual({
      ...plain,
      greatest: '10',
      reason: 'missing-cells',
      missing: ['standard'],
    });
    const both = below({ standard: item('standard') });
    expect(told(both, '10', {}).missing).toEqual(['value', 'standard']);
  });
  test('more than the best that a missing number can be stays off', () => {
    // A share of at most 86: two steps below in any case.
    const capped: Amount = { kind: 'smaller', of: [item('value'), constant('86')] };
    expect(told(below({ value: capped }), '10', {})).toMatchObject({ least: '0', greatest: '7', missing: ['value'] });
  });
  test('a ratio that does not exist may cost all or nothing', () => {
    const ratio: Amount = { kind: 'quotient', of: item('value'), by: constant('0') };
    const expected = { ...plain, greatest: '10', reason: 'zero-denominator' } as const;
    expect(told(below({ value: ratio }), '10', { value: '93' })).toStrictEqual(expected);
    expect(told(below({ standard: ratio }), '10', { value: '93' })).toStrictEqual(expected);
  });
  test.each([
    ['standard', below({ standard: notSet })],
    ['value', below({ value: notSet })],
  ])('without a %s nothing is asked', (_title, each) => {
    expect(told(each, '10', {})).toStrictEqual({ ...plain, least: '10', greatest: '10', terms: ['10'] });
  });
  describe('how many is to be set', () => {
    const unset = below({ deduct: null });
    test.each<Case>([
      ['nothing is below', '10', { value: '90' }, { least: '10', greatest: '10', terms: ['10'] }],
      ['something is', '10', { value: '89.9' }, { greatest: '10', reason: 'to-be-set' }],
      ['something may be', '10', {}, { greatest: '10', reason: 'to-be-set', missing: ['value'] }],
    ])('%s', (_title, maximum, reported, expected) => {
      expect(told(unset, maximum, reported)).toStrictEqual({ ...plain, ...expected });
    });
    test('less than a step counts nothing where steps begun do not count', () => {
      const lenient = below({ deduct: null, partial: 'none' });
      expect(told(lenient, '10', { value: '88.1' })).toMatchObject({ least: '10', reason: null });
      expect(told(lenient, '10', { value: '88' })).toMatchObject({ least: '0', reason: 'to-be-set' });
    });
    test('what lacks is named of the value and of the standard', () => {
      const open = below({ deduct: null, standard: item('standard') });
      expect(told(open, '10', {})).toMatchObject({ reason: 'to-be-set', missing: ['value', 'standard'] });
    });
  });
});

describe('points off for each occurrence', () => {
  const late = (rest: Partial<Deduction> = {}): Deduction => ({
    id: 'late',
    occurrences: { kind: 'amount', amount: item('late') },
    each: '2',
    atMost: null,
    ...rest,
  });
  const off = (...deductions: readonly Deduction[]): Scoring => ({ kind: 'deductions', deductions });
  test.each<Case>([
    ['none', '10', { late: '0' }, { least: '10', greatest: '10', terms: ['10', ['0', '2', null]] }],
    ['three', '10', { late: '3' }, { least: '4', greatest: '4', terms: ['10', ['3', '2', null]] }],
    [
      'below nothing counts as none',
      '10',
      { late: '-3' },
      { least: '10', greatest: '10', terms: ['10', ['0', '2', null]] },
    ],
    ['nobody knows: all may be off', '10', {}, { greatest: '10', reason: 'missing-cells', missing: ['late'] }],
    ['of a maximum to be set', null, { late: '0' }, { greatest: null, reason: 'to-be-set' }],
  ])('%s', (_title, maximum, reported, expected) => {
    expect(told(off(late()), maximum, reported)).toStrictEqual({ ...plain, ...expected });
  });
  test('nobody knows how often, but not more than the cap', () => {
    expect(told(off(late({ atMost: '3' })), '10', {})).toMatchObject({ least: '7', greatest: '10' });
    expect(told(off(late({ each: '0.5', atMost: '9' })), '10', {})).toMatchObject({ least: '1', greatest: '10' });
    const fund = late({ id: 'fund', occurrences: { kind: 'amount', amount: item('fund') }, each: '0.1', atMost: '4' });
    expect(told(off(late({ each: '1', atMost: '2' }), fund), '10', {})).toMatchObject({
      least: '4',
      missing: ['late', 'fund'],
    });
    expect(told(off(late({ atMost: '3' }), { ...fund, atMost: null }), '10', {})).toMatchObject({ least: '0' });
    expect(told(off(late({ atMost: '3' }), { ...fund, atMost: null }), '10', { fund: '10' })).toMatchObject({
      least: '6',
      greatest: '9',
    });
  });
  test('a number that the edition does not have costs nothing', () => {
    const scoring = off(late({ occurrences: { kind: 'amount', amount: notSet } }));
    expect(told(scoring, '10', {})).toStrictEqual({
      ...plain,
      least: '10',
      greatest: '10',
      terms: ['10', ['0', '2', null]],
    });
  });
  test('from the least to the most that it can have been', () => {
    const scoring = off(late({ occurrences: { kind: 'amount', amount: setting } }));
    expect(told(scoring, '10', {})).toStrictEqual({ ...plain, least: '4', greatest: '10', reason: 'to-be-set' });
  });
  test.each<Case>([
    ['it did not occur', '10', { late: '0' }, { least: '10', greatest: '10', terms: ['10', ['0', '0', null]] }],
    ['it occurred', '10', { late: '1' }, { greatest: '10', reason: 'to-be-set' }],
    ['nobody knows', '10', {}, { greatest: '10', reason: 'to-be-set', missing: ['late'] }],
  ])('how many is to be set: %s', (_title, maximum, reported, expected) => {
    expect(told(off(late({ each: null })), maximum, reported)).toStrictEqual({ ...plain, ...expected });
    const capped = told(off(late({ each: null, atMost: '3' })), maximum, reported);
    expect(capped.least).toBe(expected.least ?? '0');
  });
  test('one that did not occur, to be set, beside one of which nobody knows how often', () => {
    const fund = late({ id: 'fund', occurrences: { kind: 'amount', amount: item('fund') }, each: '1', atMost: '2' });
    const scoring = off(late({ each: null, atMost: '3' }), fund);
    expect(told(scoring, '10', { late: '0' })).toMatchObject({ least: '8', greatest: '10', reason: 'missing-cells' });
  });
  test('what is known gives no reason for what is open', () => {
    const open = late({ id: 'open', occurrences: { kind: 'amount', amount: setting } });
    expect(told(off(late(), open), '10', { late: '1' })).toMatchObject({
      least: '2',
      greatest: '8',
      reason: 'to-be-set',
    });
    const unless: RequirementRule = { kind: 'comparison', left: item('a'), comparator: 'at-least', right: setting };
    const asked = off(late({ occurrences: { kind: 'unless', rule: unless } }));
    expect(told(asked, '10', { a: '1' })).toMatchObject({ least: '8', greatest: '10', reason: 'to-be-set' });
  });
  test('one to be set beside one that is known', () => {
    const scoring = off(late({ each: null }), { ...late(), id: 'fund', occurrences: { kind: 'unless', rule: plan } });
    expect(told(scoring, '10', { late: '0', plan: 'no' })).toMatchObject({ least: '8', greatest: '8', reason: null });
    expect(told(scoring, '10', { late: '1', plan: 'no' })).toMatchObject({
      least: '0',
      greatest: '8',
      reason: 'to-be-set',
    });
  });
  test.each<Case>([
    [
      'it holds',
      '10',
      { plan: 'yes' },
      { least: '10', greatest: '10', terms: ['10', ['0', '2', null]], parts: ['late met'] },
    ],
    [
      'it does not',
      '10',
      { plan: 'no' },
      { least: '8', greatest: '8', terms: ['10', ['1', '2', null]], parts: ['late unmet'] },
    ],
    [
      'it is open',
      '10',
      {},
      { least: '8', greatest: '10', reason: 'missing-cells', missing: ['plan'], parts: ['late undetermined'] },
    ],
  ])('unless: %s', (_title, maximum, reported, expected) => {
    const scoring = off(late({ occurrences: { kind: 'unless', rule: plan } }));
    expect(told(scoring, maximum, reported)).toStrictEqual({ ...plain, ...expected });
  });
  test.each<Case>([
    [
      'one fall',
      '10',
      { a: '3', 'a@1': '4', 'a@2': '4' },
      { least: '8', greatest: '8', terms: ['10', ['1', '2', null]], parts: ['late@0 unmet', 'late@1 met'] },
    ],
    [
      'two',
      '10',
      { a: '3', 'a@1': '4', 'a@2': '5' },
      { least: '6', greatest: '6', terms: ['10', ['2', '2', null]], parts: ['late@0 unmet', 'late@1 unmet'] },
    ],
    [
      'one, and one that is open',
      '10',
      { a: '3', 'a@1': '4' },
      {
        least: '6',
        greatest: '8',
        reason: 'missing-cells',
        missing: ['a@2'],
        parts: ['late@0 unmet', 'late@1 undetermined'],
      },
    ],
  ])('falls: %s', (_title, maximum, reported, expected) => {
    const scoring = off(late({ occurrences: { kind: 'falls', amount: item('a'), years: 2 } }));
    expect(told(scoring, maximum, reported)).toStrictEqual({ ...plain, ...expected });
  });
});
