import { describe, expect, test } from '@jest/globals';
import { editionById, validateEdition } from '../src/index.ts';
import type { Edition, EditionFault, Requirement, RequirementRule, ScoreCard, SpecialRule } from '../src/index.ts';
import { editionFaultKinds } from '../src/standards/validation/edition-fault.ts';

const shipped = editionById('cn-2017-quality-balance');
if (shipped === undefined) throw new Error('the edition is shipped');
const base: Edition = shipped;
const [firstRequirement] = base.requirements;
if (firstRequirement === undefined) throw new Error('the edition has requirements');
const source = { document: '清泉县教育局文件', clause: null, confidence: 'A', note: null } as const;

const constant = (value: string) => ({ kind: 'constant', value }) as const;
const requirement = (rule: RequirementRule, more: Partial<Requirement> = {}): Edition => ({
  ...base,
  requirements: [...base.requirements, { ...firstRequirement, id: 'X', per: 'county', appliesTo: null, rule, ...more }],
});
const card = (more: Partial<ScoreCard>): Edition =>
  requirement({
    kind: 'scored',
    total: '100',
    pass: '85',
    points: ['60', '40'].map((maximum, index) => ({
      id: `p${index}`,
      dimension: 'government',
      maximum,
      scoring: {
        kind: 'all-or-nothing',
        rule: { kind: 'comparison', left: constant('1'), comparator: 'equal', right: constant('1') },
      },
      evidence: [],
      responsible: null,
      source,
    })),
    ...more,
  });
const special = (more: Partial<SpecialRule>, ...others: readonly Partial<SpecialRule>[]): Edition => ({
  ...base,
  specialRules: [more, ...others].map((each, index) => ({
    id: `special-${index}`,
    enabled: true,
    condition: { kind: 'flag-is', item: 'dense-city-centre', value: 'yes' },
    validFrom: null,
    validUntil: null,
    effects: [{ kind: 'changed-threshold', indicator: 'R5', thresholds: { primary: '5' } }],
    evidence: [],
    followUp: null,
    source,
    ...each,
  })),
});
const threshold = (stage: string, value: string): Edition => ({
  ...base,
  indicators: base.indicators.map((each) =>
    each.id === 'R1' && 'thresholds' in each ? { ...each, thresholds: { ...each.thresholds, [stage]: value } } : each,
  ),
});
const schoolRule = (minimumMet: number, floorShare: string | null = '0.85'): Edition => ({
  ...base,
  schoolRule: { kind: 'at-least-m-of-n', indicators: null, minimumMet, floorShare, source },
});
const comparison = (left: Parameters<typeof constant>[0] | object, more: Partial<Requirement> = {}): Edition =>
  requirement(
    {
      kind: 'comparison',
      left: (typeof left === 'string' ? constant(left) : left) as never,
      comparator: 'at-least',
      right: constant('1'),
    },
    more,
  );
const item = (id: string, stage: string | null = null, yearsBack = 0) => ({ kind: 'item', item: id, stage, yearsBack });

const faulty: readonly (readonly [string, EditionFault['fault'], Edition])[] = [
  ['an item of the county report that is not asked', 'unknown-item', comparison(item('none'))],
  ['an item of schools asked of the county', 'unknown-item', comparison(item('pupils', 'primary'))],
  ['a stage the edition does not have', 'unknown-stage', threshold('preschool', '1')],
  ['an item without its stage', 'wrong-level', comparison(item('pupils'), { per: 'school' })],
  ['the own stage of a whole school', 'wrong-level', comparison(item('pupils', 'own'), { per: 'school' })],
  ['a choice item where a number is needed', 'wrong-level', comparison(item('school-type'), { per: 'school' })],
  [
    'totals of the county inside a school',
    'wrong-level',
    comparison({ kind: 'total-of-schools', of: constant('1'), where: null, schools: 'evaluated' }, { per: 'school' }),
  ],
  ['a year that is not asked', 'year-not-asked', comparison(item('pupils', 'primary', 1), { per: 'school' })],
  ['a dimension that does not exist', 'unknown-dimension', comparison('1', { group: 'none' })],
  [
    'dimensions inside each other',
    'unknown-dimension',
    { ...base, dimensions: [...base.dimensions, { id: 'a', parent: 'b' }, { id: 'b', parent: 'a' }] },
  ],
  [
    'an answer the item cannot have',
    'unknown-option',
    requirement({ kind: 'answer', item: 'ownership', holds: ['royal'] }, { per: 'school' }),
  ],
  [
    'every answer holds',
    'always-met',
    requirement({ kind: 'answer', item: 'ownership', holds: ['public', 'private'] }, { per: 'school' }),
  ],
  ['no answer holds', 'unreachable', requirement({ kind: 'answer', item: 'ownership', holds: [] }, { per: 'school' })],
  ['more indicators to be met than there are', 'unreachable', schoolRule(8)],
  ['no indicator to be met', 'always-met', schoolRule(0)],
  ['a floor above its threshold', 'unreachable', schoolRule(6, '1.01')],
  ['a threshold that is no number', 'not-a-decimal', threshold('primary', '4,2')],
  [
    'a stage without a limit',
    'missing-limit',
    { ...base, balanceRule: { kind: 'cv-limit', indicators: null, limits: { primary: '0.5' }, source } },
  ],
  [
    'an indicator that does not exist in the balance rule',
    'unknown-indicator',
    {
      ...base,
      balanceRule: { kind: 'cv-limit', indicators: ['R9'], limits: { primary: '0.5', junior: '0.5' }, source },
    },
  ],
  ['a pass mark above the printed total', 'pass-mark-above-total', card({ pass: '101' })],
  ['seed 001: a total of 1000 for points of 100', 'points-differ-from-total', card({ total: '1000' })],
  [
    'a point of an unknown dimension',
    'unknown-dimension',
    card({
      points: [
        {
          id: 'p',
          dimension: 'none',
          maximum: '100',
          scoring: { kind: 'deductions', deductions: [] },
          evidence: [],
          responsible: null,
          source,
        },
      ],
    }),
  ],
  [
    'steps that do not descend',
    'steps-not-descending',
    card({
      points: [
        {
          id: 'p',
          dimension: 'government',
          maximum: '100',
          scoring: {
            kind: 'steps',
            value: constant('1'),
            standard: constant('1'),
            steps: [
              { from: '0.6', share: '0.5' },
              { from: '0.8', share: '0.8' },
            ],
          },
          evidence: [],
          responsible: null,
          source,
        },
      ],
    }),
  ],
  [
    'parts of the same name',
    'duplicate',
    requirement({
      kind: 'all-of',
      parts: [
        { id: 'a', rule: { kind: 'resource-allocation' } },
        { id: 'a', rule: { kind: 'resource-allocation' } },
      ],
    }),
  ],
  [
    'more parts to hold than there are',
    'unreachable',
    requirement({ kind: 'at-least-of', minimum: 2, parts: [{ id: 'a', rule: { kind: 'resource-allocation' } }] }),
  ],
  [
    'a capped share that must be above its cap',
    'unreachable',
    requirement({
      kind: 'share',
      part: constant('1'),
      whole: constant('1'),
      multiplier: '100',
      cap: '100',
      comparator: 'at-least',
      limit: constant('101'),
    }),
  ],
  [
    'a special rule for an unknown quantity',
    'unknown-quantity',
    special({ effects: [{ kind: 'extra-parts', quantity: 'none', parts: [] }] }),
  ],
  [
    'a special rule for an unknown requirement',
    'unknown-requirement',
    special({ effects: [{ kind: 'changed-comparison', requirement: 'none', part: null, left: null, right: null }] }),
  ],
  [
    'a special rule for an unknown part',
    'unknown-part',
    special({ effects: [{ kind: 'changed-comparison', requirement: 'R', part: 'none', left: null, right: null }] }),
  ],
  [
    'a window that ends before it begins',
    'period-never-open',
    special({ validFrom: '2026-01-01', validUntil: '2025-12-31' }),
  ],
  ['a day that does not exist', 'not-a-date', special({ validFrom: '2025-02-29' })],
  ['two special rules for the same number', 'overlapping-special-rules', special({}, {})],
  [
    'a condition on an answer that does not exist',
    'unknown-option',
    special({ condition: { kind: 'choice-is', item: 'locale', anyOf: ['island'] } }),
  ],
  [
    'an unknown school type',
    'unknown-type',
    { ...base, scope: { ...base.scope, excludedTypes: [{ type: 'none', reason: 'vocational', source }] } },
  ],
  ['an item in no section of the form', 'unknown-section', { ...base, sections: base.sections.slice(1) }],
  ['an id with a dot', 'bad-id', { ...base, stages: [...base.stages, { id: 'pre.school', evaluated: false }] }],
  [
    'a number without a document',
    'no-source',
    {
      ...base,
      schoolRule: {
        kind: 'at-least-m-of-n',
        indicators: null,
        minimumMet: 6,
        floorShare: '0.85',
        source: { ...source, document: ' ' },
      },
    },
  ],
];

describe('an edition is refused for', () => {
  test.each(faulty)('%s', (_, fault, edition) => {
    const own = validateEdition(edition).map((each) => each.fault);
    expect(own).toContain(fault);
  });
  test('every kind of fault there is', () => {
    const seen = new Set(faulty.flatMap(([, , edition]) => validateEdition(edition).map((each) => each.fault)));
    expect(editionFaultKinds.filter((kind) => !seen.has(kind))).toEqual([]);
  });
  test('all its faults at once', () => {
    const broken: Edition = {
      ...schoolRule(9),
      balanceRule: null,
      requirements: comparison(item('none')).requirements,
    };
    const faults = validateEdition(broken);
    expect(faults).toContainEqual({ where: 'schoolRule', fault: 'unreachable', what: '9' });
    expect(faults).toContainEqual({ where: 'requirements/X', fault: 'unknown-item', what: 'none' });
  });
});

describe('special rules that change the same number are no overlap', () => {
  test.each<readonly [string, Edition]>([
    ['where one is off', special({}, { enabled: false })],
    ['where their windows do not meet', special({ validUntil: '2025-12-31' }, { validFrom: '2026-01-01' })],
    [
      'where no school can meet both conditions',
      special({}, { condition: { kind: 'flag-is', item: 'dense-city-centre', value: 'no' } }),
    ],
    [
      'where they ask for different answers among others',
      special(
        { condition: { kind: 'all', conditions: [{ kind: 'choice-is', item: 'locale', anyOf: ['urban', 'town'] }] } },
        { condition: { kind: 'choice-is', item: 'locale', anyOf: ['rural'] } },
      ),
    ],
  ])('%s', (_, edition) => {
    expect(validateEdition(edition).filter((each) => each.fault === 'overlapping-special-rules')).toEqual([]);
  });
  test('but are one where only some answers differ', () => {
    const edition = special(
      { condition: { kind: 'choice-is', item: 'locale', anyOf: ['urban', 'town'] } },
      { condition: { kind: 'choice-is', item: 'locale', anyOf: ['town', 'rural'] } },
    );
    expect(validateEdition(edition).map((each) => each.fault)).toContain('overlapping-special-rules');
  });
});

test('the shipped edition has no fault', () => {
  expect(validateEdition(base)).toEqual([]);
});
