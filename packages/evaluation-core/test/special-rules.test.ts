import { describe, expect, test } from '@jest/globals';
import { editionById, evaluateCounty, validateEdition } from '../src/index.ts';
import type { Cells, Edition, EvaluationOptions } from '../src/index.ts';
import { county, school } from './fixtures/schools.ts';
import { wholeSchool } from './fixtures/whole-county.ts';

const found = editionById('cn-2017-quality-balance');
if (found === undefined) throw new Error('edition missing');
const shipped: Edition = found;

/** The shipped edition with one special rule on, from the first day of 2020 to the last of 2022. */
function withRule(id: string): Edition {
  const specialRules = shipped.specialRules.map((rule) =>
    rule.id === id ? { ...rule, enabled: true, validFrom: '2020-01-01', validUntil: '2022-12-31' } : rule,
  );
  return { ...shipped, specialRules };
}

interface Relaxation {
  readonly rule: string;
  /** What it changes: an indicator of the only stage, or a requirement. */
  readonly changes: string;
  readonly parts: readonly (string | null)[];
  /** A school that misses the standard and is exactly on the limit of the rule. */
  readonly onLimit: Cells;
  /** The same, one step beyond. */
  readonly beyond: Cells;
  readonly notForIt: Cells;
  readonly unknown: Cells;
  readonly openCell: string;
  readonly evidence: readonly string[];
}

const rural = wholeSchool('primary', 'rural', { primary: 1000 });
const urban = wholeSchool('primary', 'urban', { primary: 1000 });
const town = wholeSchool('nine-year', 'town', { primary: 1500, junior: 1000 });
const noRooms = { 'music-rooms-96-and-over': '0', 'fine-art-rooms-90-and-over': '0' };

const relaxations: readonly Relaxation[] = [
  {
    rule: 'visiting-pe-and-arts-teachers',
    changes: 'R3',
    parts: [null],
    onLimit: {
      ...rural,
      'rural-50-to-99-pupils': 'yes',
      'pe-teachers.primary': '5',
      'visiting-pe-teachers.primary': '1',
      'visiting-music-teachers.primary': '1',
      'visiting-fine-art-teachers.primary': '1',
      'visiting-arts-teachers.primary': '1',
    },
    beyond: { 'visiting-arts-teachers.primary': '0' },
    notForIt: { 'rural-50-to-99-pupils': 'no' },
    unknown: { 'rural-50-to-99-pupils': '' },
    openCell: 'rural-50-to-99-pupils',
    evidence: ['construction-plan', 'rotation-records'],
  },
  {
    rule: 'city-centre-sports-venues',
    changes: 'R5',
    parts: [null],
    onLimit: {
      ...urban,
      'dense-city-centre': 'yes',
      'sports-field-area': '7000',
      'rented-venue-area': '499.99',
      'other-sports-area': '0.01',
    },
    beyond: { 'other-sports-area': '0' },
    notForIt: { 'dense-city-centre': 'no' },
    unknown: { 'dense-city-centre': '' },
    openCell: 'dense-city-centre',
    evidence: ['construction-plan', 'rental-contract'],
  },
  {
    rule: 'rooms-of-small-rural-schools',
    changes: 'G3',
    parts: ['music', 'art'],
    // 25 classes need three rooms
    onLimit: {
      ...rural,
      ...noRooms,
      'rural-largest-class-under-30': 'yes',
      'music-rooms-73-to-96': '1',
      'music-rooms-61-to-73': '1',
      'music-rooms-54-to-61': '1',
      'fine-art-rooms-54-to-61': '3',
    },
    beyond: { 'music-rooms-54-to-61': '0' },
    notForIt: { 'rural-largest-class-under-30': 'no' },
    unknown: { 'rural-largest-class-under-30': '' },
    openCell: 'rural-largest-class-under-30',
    evidence: ['construction-plan', 'room-register'],
  },
  {
    rule: 'rooms-of-schools-built-by-2016',
    changes: 'G3',
    parts: ['music', 'art'],
    onLimit: {
      ...urban,
      ...noRooms,
      'built-2016-or-before': 'yes',
      'music-rooms-73-to-96': '3',
      'fine-art-rooms-67-to-90': '3',
    },
    beyond: { 'fine-art-rooms-67-to-90': '2', 'fine-art-rooms-61-to-67': '1' },
    notForIt: { 'built-2016-or-before': 'no' },
    unknown: { 'built-2016-or-before': '' },
    openCell: 'built-2016-or-before',
    evidence: ['construction-plan', 'building-documents'],
  },
  {
    rule: 'size-of-schools-built-by-2010',
    changes: 'G4',
    parts: [null],
    onLimit: { ...town, 'pupils.primary': '2000', 'built-2010-or-before': 'yes' },
    beyond: { 'pupils.primary': '2001' },
    notForIt: { 'built-2010-or-before': 'no' },
    unknown: { 'built-2010-or-before': '' },
    openCell: 'built-2010-or-before',
    evidence: ['construction-plan', 'building-documents'],
  },
  {
    rule: 'size-of-schools-of-migrants',
    changes: 'G4',
    parts: [null],
    onLimit: { ...urban, 'pupils.primary': '2400', 'built-2010-or-before': 'no', 'migrant-pupils': '1201' },
    beyond: { 'pupils.primary': '2401' },
    // exactly half is not more than half
    notForIt: { 'migrant-pupils': '1200' },
    unknown: { 'migrant-pupils': '' },
    openCell: 'migrant-pupils',
    evidence: ['construction-plan', 'migrant-lists'],
  },
];

function judged(edition: Edition, { changes }: Relaxation, cells: Cells, options: EvaluationOptions) {
  const result = evaluateCounty(edition, county(school('a', cells)), options);
  const indicator = result.schoolStages[0]?.indicators.find((each) => each.indicatorId === changes);
  const requirement = result.county.requirements.find((each) => each.requirementId === changes);
  const { outcome, reason } = indicator ?? requirement ?? {};
  const missing = indicator?.missing ?? requirement?.missing.map((cell) => cell.key) ?? [];
  const uses = result.specialRules.map(({ ruleId, state, part, decisive }) => ({ ruleId, state, part, decisive }));
  return { outcome, reason, missing, uses, rules: result.specialRules };
}

const open = { evaluationDate: '2021-06-30' };

describe.each(relaxations)('$rule', (relaxation) => {
  const { rule, parts, onLimit, beyond, notForIt, unknown, openCell, evidence } = relaxation;
  const edition = withRule(rule);
  const used = (state: 'applied' | 'open', decisive: boolean) =>
    parts.map((part) => ({ ruleId: rule, state, part, decisive }));

  test('is shipped off, its validity ended, and does nothing', () => {
    expect(shipped.specialRules.find((each) => each.id === rule)).toMatchObject({
      enabled: false,
      validUntil: '2022-12-31',
      followUp: 'normal-standard-within-three-years',
      source: { confidence: 'B' },
    });
    expect(judged(shipped, relaxation, onLimit, open)).toMatchObject({ outcome: 'unmet', uses: [] });
  });
  test('on and exactly on its limit: met, and the school owes evidence and a follow-up', () => {
    const { outcome, uses, rules } = judged(edition, relaxation, onLimit, open);
    expect({ outcome, uses }).toEqual({ outcome: 'met', uses: used('applied', true) });
    expect(rules[0]).toMatchObject({
      schoolId: 'a',
      evidence,
      followUp: 'normal-standard-within-three-years',
      indicatorId: parts[0] === null && relaxation.changes.startsWith('R') ? relaxation.changes : null,
      requirementId: relaxation.changes.startsWith('G') ? relaxation.changes : null,
    });
  });
  test('on and one step beyond: unmet', () => {
    expect(judged(edition, relaxation, { ...onLimit, ...beyond }, open).outcome).toBe('unmet');
  });
  test('not for this school: the standard holds', () => {
    expect(judged(edition, relaxation, { ...onLimit, ...notForIt }, open)).toMatchObject({
      outcome: 'unmet',
      uses: [],
    });
  });
  test('unknown whether for this school: open, and the cell that would tell is named', () => {
    const { outcome, reason, missing, uses } = judged(edition, relaxation, { ...onLimit, ...unknown }, open);
    expect({ outcome, reason }).toEqual({ outcome: 'undetermined', reason: 'missing-cells' });
    expect(missing).toContain(openCell);
    expect(uses.map(({ ruleId, state }) => ({ ruleId, state }))).toEqual(
      parts.map(() => ({ ruleId: rule, state: 'open' })),
    );
  });
  test('unknown, and unmet by both: unmet', () => {
    expect(judged(edition, relaxation, { ...onLimit, ...unknown, ...beyond }, open).outcome).toBe('unmet');
  });
  test.each([
    ['the day before it begins', '2019-12-31', 'unmet'],
    ['its first day', '2020-01-01', 'met'],
    ['its last day', '2022-12-31', 'met'],
    ['the day after it ended', '2023-01-01', 'unmet'],
  ])('on %s', (_, evaluationDate, outcome) => {
    expect(judged(edition, relaxation, onLimit, { evaluationDate }).outcome).toBe(outcome);
  });
  test('without an evaluation date it is open', () => {
    expect(judged(edition, relaxation, onLimit, {})).toMatchObject({
      outcome: 'undetermined',
      reason: 'no-evaluation-date',
    });
  });
});

describe('several rules', () => {
  const all: Edition = {
    ...shipped,
    specialRules: shipped.specialRules.map((rule) => ({ ...rule, enabled: true })),
  };
  test('all of the shipped ones may be on together', () => {
    expect(validateEdition(all)).toEqual([]);
  });
  test('a junior school needs rooms of 61, a primary one of 54 square metres', () => {
    const cells = wholeSchool(
      'junior',
      'rural',
      { junior: 400 },
      {
        ...noRooms,
        'rural-largest-class-under-30': 'yes',
        'music-rooms-54-to-61': '1',
        'fine-art-rooms-61-to-67': '1',
      },
    );
    const result = evaluateCounty(all, county(school('a', cells)), open);
    const requirement = result.county.requirements.find((each) => each.requirementId === 'G3');
    expect(requirement?.schools?.open[0]?.parts).toMatchObject([
      { part: 'music', outcome: 'unmet', measured: { exact: '0', limit: '1' } },
      { part: 'art', outcome: 'met', measured: { exact: '1', limit: '1' } },
    ]);
  });
  test('of two that change the same number the first that applies counts', () => {
    const [first, second] = ['size-of-schools-built-by-2010', 'size-of-schools-of-migrants'].map((id) => {
      const rule = all.specialRules.find((each) => each.id === id);
      if (rule === undefined) throw new Error(id);
      return { ...rule, condition: { kind: 'all' as const, conditions: [] } };
    });
    if (first === undefined || second === undefined) throw new Error('rules missing');
    const edition = { ...all, specialRules: [first, second] };
    const { specialRules } = evaluateCounty(edition, county(school('a', urban)), open);
    expect(specialRules).toMatchObject([{ ruleId: first.id, state: 'applied', decisive: false }]);
  });
});

describe('what a rule touches', () => {
  const cellsOf = (venue: string): Cells => ({
    ...urban,
    'dense-city-centre': 'yes',
    'rented-venue-area': venue,
    'other-sports-area': '0',
  });
  const two = (venue: string) => county(school('a', cellsOf(venue)), school('b', urban));

  test('further parts of an amount enter the CV', () => {
    const cv = (edition: Edition) =>
      evaluateCounty(edition, two('3000'), open).resourceAllocation.stages[0]?.cvs.find(
        (each) => each.indicatorId === 'R5',
      )?.cv;
    expect(cv(shipped)).toBe(0);
    expect(cv(withRule('city-centre-sports-venues'))).toBeGreaterThan(0.1);
  });
  test('an imported total stands for the school’s own grounds; the rented ones are added to it', () => {
    const { 'gymnasium-area': _gym, 'sports-field-area': _field, ...rest } = cellsOf('500');
    const cells = { ...rest, 'sports-area': '7000' };
    const result = evaluateCounty(withRule('city-centre-sports-venues'), county(school('a', cells)), open);
    expect(result.schoolStages[0]?.indicators[4]).toMatchObject({ outcome: 'met', value: 7.5 });
  });
  test('a relaxation is for every campus of a school', () => {
    const edition = withRule('size-of-schools-built-by-2010');
    const campus = (built: string) =>
      county(
        school('a', { ...urban, 'pupils.primary': '1400', 'built-2010-or-before': 'yes' }),
        school(
          'b',
          { ...urban, 'pupils.primary': '1000', 'built-2010-or-before': built },
          { parentSchoolId: 'a', countedAsSchool: false },
        ),
      );
    const outcome = (built: string) =>
      evaluateCounty(edition, campus(built), open).county.requirements.find((each) => each.requirementId === 'G4')
        ?.outcome;
    expect([outcome('yes'), outcome('no'), outcome('')]).toEqual(['met', 'unmet', 'undetermined']);
  });
});
