import { describe, expect, test } from '@jest/globals';
import { knownAmount, unboundedAmount, unknownAmount } from '../items/amount-value.ts';
import type { AmountValue } from '../items/amount-value.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import { decimal } from '../quantities/decimal.ts';
import type { RequirementRule } from '../standards/requirement.ts';
import type { SpecialRule } from '../standards/special-rule.ts';
import { decideMeasured, decideWithChanges, openReason } from './compared.ts';
import { decideRule } from './decide-rule.ts';
import type { ChangedComparison, ChangeInForce, RuleContext, RuleDecision } from './rule-decision.ts';

const cell = (key: string): MissingCell => ({ schoolId: 'S1', key });
const known = (text: string): AmountValue => knownAmount(decimal(text));
const notSet: AmountValue = { ...unboundedAmount, absent: 'not-set' };
const noRatio: AmountValue = { ...unboundedAmount, absent: 'division-by-zero' };
const toBeSet: AmountValue = { ...unboundedAmount, open: 'to-be-set' };
const undated: AmountValue = { ...unboundedAmount, open: 'no-evaluation-date' };

type Comparison = Extract<RequirementRule, { readonly kind: 'comparison' }>;
/** `rooms` at least so many. */
const roomsAtLeast = (limit: string): Comparison => ({
  kind: 'comparison',
  left: { kind: 'item', item: 'rooms', stage: null, yearsBack: 0 },
  comparator: 'at-least',
  right: { kind: 'constant', value: limit },
});

describe('two amounts compared', () => {
  const rule = roomsAtLeast('3');
  test.each<readonly [string, AmountValue, AmountValue, Partial<RuleDecision>]>([
    ['reached', known('3'), known('3'), { outcome: 'met', complete: true, reason: null }],
    ['missed', known('2'), known('3'), { outcome: 'unmet', complete: true, reason: null }],
    [
      'open, both lack a cell',
      unknownAmount([cell('a')]),
      unknownAmount([cell('b')]),
      { outcome: 'undetermined', complete: false, reason: 'missing-cells', missing: [cell('a'), cell('b')] },
    ],
    [
      'decided whatever the missing cell holds',
      unknownAmount([cell('a')]),
      known('0'),
      { outcome: 'met', complete: false, reason: null, missing: [cell('a')] },
    ],
    ['a limit that is not set asks nothing', known('3'), notSet, { outcome: 'not-applicable', reason: null }],
    ['an amount that is not set asks nothing', notSet, known('3'), { outcome: 'not-applicable', reason: null }],
    [
      'a ratio that does not exist decides nothing',
      noRatio,
      known('3'),
      { outcome: 'undetermined', reason: 'zero-denominator' },
    ],
  ])('%s', (_title, value, limit, expected) => {
    const measured = { value, comparator: 'at-least', limit } as const;
    expect(decideMeasured(rule, measured)).toMatchObject({ rule, measured, ...expected });
  });
  test('what is not set lacks nothing', () => {
    const value = { ...notSet, missing: [cell('a')] };
    expect(decideMeasured(rule, { value, comparator: 'at-least', limit: known('3') }).missing).toEqual([]);
  });
});

describe('why a comparison is open', () => {
  test.each<readonly [string, readonly AmountValue[], string]>([
    ['a missing cell before everything else', [toBeSet, noRatio, unknownAmount([cell('a')])], 'missing-cells'],
    ['nothing to divide by', [toBeSet, noRatio], 'zero-denominator'],
    ['a setting of the bureau', [known('1'), toBeSet, undated], 'to-be-set'],
    ['no evaluation date', [undated, toBeSet], 'no-evaluation-date'],
    ['nothing of all that: whether the school counts', [unboundedAmount, notSet], 'scope-undetermined'],
  ])('%s', (_title, values, reason) => {
    expect(openReason(...values)).toBe(reason);
  });
});

describe('a rule that a special rule may change', () => {
  const special = (id: string): SpecialRule => ({
    id,
    enabled: true,
    condition: { kind: 'flag-is', item: id, value: 'yes' },
    validFrom: null,
    validUntil: null,
    effects: [],
    evidence: [],
    followUp: null,
    source: { document: 'demo', clause: null, confidence: 'U', note: null },
  });
  /** A special rule that asks for so many rooms instead; it depends on its own cell where it is open. */
  const asks = (id: string, limit: string, open: readonly MissingCell[] = []): ChangeInForce => {
    const right = { kind: 'constant', value: limit } as const;
    const change: ChangedComparison = { kind: 'changed-comparison', requirement: 'R1', part: null, left: null, right };
    return { rule: special(id), change, open };
  };
  const standard: ChangeInForce = { rule: null, change: null, open: [] };
  const contextOf = (
    rooms: string | null,
    changes: readonly ChangeInForce[],
    part: string | null = null,
  ): RuleContext => ({
    source: {
      stage: null,
      evaluationDate: null,
      number: () => (rooms === null ? unknownAmount([cell('rooms')]) : known(rooms)),
      answer: (item) => ({ cell: cell(item), value: null }),
      total: () => unboundedAmount,
    },
    part,
    answers: () => [],
    changes: (of) => (of === part ? changes : [standard]),
    verdicts: {
      resourceAllocation: { outcome: 'met', complete: true, reason: null },
      schoolStandard: { outcome: 'met', complete: true, reason: null },
      balance: { outcome: 'met', complete: true, reason: null },
    },
  });
  const rule = roomsAtLeast('5');
  const used = (decided: RuleDecision) =>
    decided.specialRules.map((each) => [each.rule.id, each.state, each.part, each.decisive]);

  test('without one it is decided as it stands', () => {
    const decided = decideRule(rule, contextOf('4', [standard]));
    expect(decided).toMatchObject({ rule, outcome: 'unmet', complete: true, specialRules: [] });
  });
  test('one that certainly counts replaces the number, and says whether that mattered', () => {
    const decided = decideRule(rule, contextOf('4', [asks('small', '3')], 'music'));
    expect(decided).toMatchObject({ rule: roomsAtLeast('3'), outcome: 'met', complete: true, reason: null });
    expect(used(decided)).toEqual([['small', 'applied', 'music', true]]);
    expect(used(decideRule(rule, contextOf('6', [asks('small', '3')])))).toEqual([['small', 'applied', null, false]]);
  });
  test('one that may count leaves open what it would change', () => {
    const decided = decideRule(rule, contextOf('4', [asks('small', '3', [cell('small')]), standard]));
    expect(decided).toMatchObject({
      rule,
      outcome: 'undetermined',
      complete: false,
      reason: 'missing-cells',
      missing: [cell('small')],
      measured: { comparator: 'at-least', limit: known('5') },
    });
    expect(used(decided)).toEqual([['small', 'open', null, true]]);
  });
  test('one that may count and changes nothing leaves it decided, with what is lacking', () => {
    const decided = decideRule(rule, contextOf('2', [asks('small', '3', [cell('small')]), standard]));
    expect(decided).toMatchObject({ outcome: 'unmet', complete: false, reason: null, missing: [cell('small')] });
    expect(used(decided)).toEqual([['small', 'open', null, false]]);
  });
  test('where only the date would tell, that is the reason', () => {
    const decided = decideRule(rule, contextOf('4', [asks('small', '3'), standard]));
    expect(decided).toMatchObject({
      outcome: 'undetermined',
      reason: 'no-evaluation-date',
      missing: [],
      complete: false,
    });
    expect(decideRule(rule, contextOf('6', [asks('small', '3'), standard]))).toMatchObject({
      outcome: 'met',
      reason: null,
      missing: [],
      complete: false,
    });
  });
  test('of two that may count each is named, with what it would change and what it lacks', () => {
    const changes = [asks('small', '3', [cell('small')]), asks('rural', '5', [cell('rural')]), standard];
    const decided = decideRule(rule, contextOf('4', changes));
    expect(decided).toMatchObject({ outcome: 'undetermined', missing: [cell('small'), cell('rural')] });
    expect(used(decided)).toEqual([
      ['small', 'open', null, true],
      ['rural', 'open', null, false],
    ]);
  });
  test('two that agree decide, although the standard alone would say otherwise', () => {
    const changes = [asks('small', '3', [cell('small')]), asks('rural', '2')];
    const decided = decideRule(rule, contextOf('4', changes));
    expect(decided).toMatchObject({ outcome: 'met', complete: false, missing: [cell('small')] });
    expect(used(decided)).toEqual([
      ['small', 'open', null, true],
      ['rural', 'open', null, true],
    ]);
  });
  test('what the numbers lack comes before what the special rules lack', () => {
    const decided = decideRule(rule, contextOf(null, [asks('small', '3', [cell('small')]), standard]));
    expect(decided).toMatchObject({
      outcome: 'undetermined',
      reason: 'missing-cells',
      missing: [cell('rooms'), cell('small')],
    });
  });
  test('a reason of a lower rank than missing cells gives way to them', () => {
    const decided = decideWithChanges(
      rule,
      contextOf('4', [asks('small', '3', [cell('small')]), standard]),
      (own) => own,
      (own) => ({
        ...decideMeasured(own, { value: toBeSet, comparator: 'at-least', limit: known('3') }),
      }),
    );
    expect(decided).toMatchObject({ outcome: 'undetermined', reason: 'missing-cells' });
  });
  test('what the numbers themselves leave open comes before the date', () => {
    const left = { kind: 'setting', id: 's', value: null, least: '0', greatest: '9' } as const;
    const decided = decideRule({ ...rule, left }, contextOf(null, [asks('small', '3'), standard]));
    expect(decided).toMatchObject({ outcome: 'undetermined', reason: 'to-be-set', missing: [] });
  });
  test('one that changes the amount compared leaves the limit', () => {
    const change: ChangedComparison = {
      kind: 'changed-comparison',
      requirement: 'R1',
      part: null,
      left: { kind: 'constant', value: '9' },
      right: null,
    };
    const decided = decideRule(rule, contextOf('4', [{ rule: special('small'), change, open: [] }]));
    expect(decided.rule).toEqual({ ...rule, left: { kind: 'constant', value: '9' } });
    expect(decided.outcome).toBe('met');
  });
  test('of a share the part and the limit may change', () => {
    const whole = { kind: 'constant', value: '10' } as const;
    const share: RequirementRule = {
      ...rule,
      kind: 'share',
      part: { kind: 'constant', value: '4' },
      whole,
      multiplier: '100',
      cap: null,
      limit: { kind: 'constant', value: '50' },
    };
    const change = (left: string | null, right: string | null): ChangeInForce => {
      const amount = (value: string | null) => (value === null ? null : ({ kind: 'constant', value } as const));
      return {
        rule: special('small'),
        change: { kind: 'changed-comparison', requirement: 'R1', part: null, left: amount(left), right: amount(right) },
        open: [],
      };
    };
    const outcomeWith = (each: ChangeInForce) => decideRule(share, contextOf('0', [each])).outcome;
    expect(outcomeWith(change(null, null))).toBe('unmet');
    expect(outcomeWith(change('5', null))).toBe('met');
    expect(outcomeWith(change(null, '40'))).toBe('met');
    expect(outcomeWith(change('5', '51'))).toBe('unmet');
  });
});
