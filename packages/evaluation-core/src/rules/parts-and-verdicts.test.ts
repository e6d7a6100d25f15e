import { describe, expect, test } from '@jest/globals';
import { knownAmount, unboundedAmount, unknownAmount } from '../items/amount-value.ts';
import type { Amount } from '../items/amount.ts';
import { decimal, exactText } from '../quantities/decimal.ts';
import { one, zero } from '../quantities/rational.ts';
import type { RequirementRule } from '../standards/requirement.ts';
import type { ScoredPoint, Scoring } from '../standards/score-card.ts';
import type { SpecialRule } from '../standards/special-rule.ts';
import { atLeastOf } from './at-least-of.ts';
import { isCompositeBoundary } from './composite-cv.ts';
import { decideRule } from './decide-rule.ts';
import { decideGrade } from './grades.ts';
import type { RuleContext, SchoolVerdicts } from './rule-decision.ts';
import { steppedShare } from './stepped-points.ts';

const verdicts: SchoolVerdicts = {
  resourceAllocation: { outcome: 'met', complete: false, reason: null },
  schoolStandard: { outcome: 'unmet', complete: true, reason: null },
  balance: { outcome: 'undetermined', complete: false, reason: 'zero-mean' },
};

function contextOf(
  reported: Readonly<Record<string, string>>,
  changes: RuleContext['changes'] = () => [{ rule: null, change: null, open: [] }],
): RuleContext {
  const cell = (key: string) => ({ schoolId: 'S1', key });
  return {
    source: {
      stage: null,
      evaluationDate: null,
      number: (item) => {
        const text = reported[item];
        return text === undefined ? unknownAmount([cell(item)]) : knownAmount(decimal(text));
      },
      answer: (item) => ({ cell: cell(item), value: reported[item] ?? null }),
      total: () => unboundedAmount,
    },
    part: null,
    answers: (item) => [{ cell: cell(item), value: reported[item] ?? null }],
    changes,
    verdicts,
  };
}
const item = (name: string): Amount => ({ kind: 'item', item: name, stage: null, yearsBack: 0 });
const constant = (value: string): Amount => ({ kind: 'constant', value });

describe('what the schools say', () => {
  test.each([
    ['resource-allocation', verdicts.resourceAllocation],
    ['school-standard', verdicts.schoolStandard],
    ['balance', verdicts.balance],
  ] as const)('%s is its own verdict, with how complete it is and why it is open', (kind, verdict) => {
    expect(decideRule({ kind }, contextOf({}))).toMatchObject({ ...verdict, missing: [], parts: [] });
  });
});

describe('where nothing applies nothing is asked', () => {
  test('at least so many parts', () => {
    expect(atLeastOf([], 1)).toBe('not-applicable');
    expect(atLeastOf(['not-applicable', 'not-applicable'], 1)).toBe('not-applicable');
    expect(atLeastOf(['not-applicable', 'unmet'], 2)).toBe('unmet');
  });
  test('a mean of no CVs lies at no boundary', () => {
    expect(isCompositeBoundary([], decimal('0.5'), { kind: 'none' }, [2, 3])).toBe(false);
  });
  test('points of no steps', () => {
    const standard = { threshold: one, comparator: 'at-least' } as const;
    const unknown = { low: zero, high: null };
    expect(steppedShare(unknown, standard, [], { kind: 'none' })).toEqual({ least: zero, most: zero });
  });
});

test.each([
  [2, 1, 'unmet', 'lower', 'lower'],
  [3, 0, 'met', 'upper', 'upper'],
  [1, 0, 'unmet', null, null],
] as const)('%i met, %i more: only the upper grade passes: %s', (met, unmet, outcome, worst, best) => {
  const decisions = [
    ...Array.from({ length: met }, () => ({ outcome: 'met', aboveFloor: true }) as const),
    ...Array.from({ length: unmet }, () => ({ outcome: 'unmet', aboveFloor: true }) as const),
  ];
  const grades = [
    { id: 'upper', minimumMet: 3 },
    { id: 'lower', minimumMet: 2 },
  ];
  expect(decideGrade(decisions, grades, 'upper')).toEqual({ outcome, worst, best });
});

describe('parts of a rule', () => {
  test('a change from year to year is a comparison of its own', () => {
    const rule: RequirementRule = {
      kind: 'year-on-year',
      amount: item('a'),
      years: 2,
      direction: 'grows',
      fasterThan: null,
    };
    const decided = decideRule(rule, contextOf({ a: '1' }));
    expect(decided.parts.map(({ id, decision }) => [id, decision.rule])).toEqual(
      [0, 1].map((yearsBack) => [
        `@${yearsBack}`,
        {
          kind: 'comparison',
          left: { ...item('a'), yearsBack },
          comparator: 'more-than',
          right: { ...item('a'), yearsBack: yearsBack + 1 },
        },
      ]),
    );
  });
  test('an open share still shows the numbers that were compared', () => {
    const rule: RequirementRule = {
      kind: 'share',
      part: item('part'),
      whole: item('whole'),
      multiplier: '100',
      cap: '100',
      comparator: 'more-than',
      limit: constant('100'),
    };
    const decided = decideRule(rule, contextOf({ part: '5' }));
    expect(decided).toMatchObject({
      outcome: 'undetermined',
      measured: { comparator: 'more-than', limit: knownAmount(decimal('100')) },
    });
  });
});

describe('a score', () => {
  const point = (id: string, maximum: string | null, scoring: Scoring): ScoredPoint => ({
    id,
    dimension: 'A',
    maximum,
    scoring,
    evidence: [],
    responsible: null,
    source: { document: 'demo', clause: null, confidence: 'U', note: null },
  });
  const judged = (id: string, maximum: string | null) => point(id, maximum, { kind: 'judged', item: id });
  const card = (total: string | null, ...points: readonly ScoredPoint[]): RequirementRule => ({
    kind: 'scored',
    total,
    pass: '5',
    points,
  });
  const greatest = (rule: RequirementRule, reported: Readonly<Record<string, string>>) => {
    const { score, outcome } = decideRule(rule, contextOf(reported));
    return [outcome, score?.greatest ? exactText(score.greatest) : null];
  };
  test('whose points are all set needs no printed total, and is not filled up to it', () => {
    expect(greatest(card(null, judged('a', '10')), { a: '4' })).toEqual(['unmet', '4']);
    expect(greatest(card('100', judged('a', '10')), { a: '4' })).toEqual(['unmet', '4']);
  });
  test('points to be set share what the total leaves, and cost nothing where it leaves less than nothing', () => {
    expect(greatest(card('12', judged('a', '10'), judged('b', null)), { a: '4' })).toEqual(['undetermined', '6']);
    expect(greatest(card('10', judged('a', '10'), judged('b', null)), { a: '4' })).toEqual(['unmet', '4']);
    expect(greatest(card('8', judged('a', '10'), judged('b', null)), { a: '4' })).toEqual(['unmet', '4']);
  });
  test('that is decided although a cell is missing is not complete', () => {
    const steps = { kind: 'steps', value: item('v'), standard: item('s'), steps: [{ from: '1', share: '1' }] } as const;
    const decided = decideRule(card('10', point('a', '10', steps)), contextOf({ s: '0' }));
    expect(decided).toMatchObject({ outcome: 'met', reason: null, complete: false, missing: [{ key: 'v' }] });
  });
  test('names the special rules that its points used', () => {
    const special: SpecialRule = {
      id: 'small',
      enabled: true,
      condition: { kind: 'flag-is', item: 'small', value: 'yes' },
      validFrom: null,
      validUntil: null,
      effects: [],
      evidence: [],
      followUp: null,
      source: { document: 'demo', clause: null, confidence: 'U', note: null },
    };
    const change = {
      kind: 'changed-comparison',
      requirement: 'R1',
      part: null,
      left: null,
      right: constant('3'),
    } as const;
    const rule: RequirementRule = { kind: 'comparison', left: item('v'), comparator: 'at-least', right: constant('5') };
    const decided = decideRule(
      card('10', point('a', '10', { kind: 'all-or-nothing', rule })),
      contextOf({ v: '4' }, () => [{ rule: special, change, open: [] }]),
    );
    expect(decided.outcome).toBe('met');
    expect(decided.specialRules.map((each) => [each.rule.id, each.decisive])).toEqual([['small', true]]);
  });
});
