import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluateCounty, openCounty, sensitivity, splitCellKey } from '../src/index.ts';
import type { Cells, DataSet, Edition, EvaluationOptions, OpenCounty, Outcome, Sensitivity } from '../src/index.ts';
import { editionVariants } from './fixtures/edition-variants.ts';
import { shippedEdition } from './fixtures/editions.ts';
import { runs } from './fixtures/runs.ts';
import { county, school } from './fixtures/schools.ts';
import { wholeCounty } from './fixtures/whole-county.ts';

const source = { document: 'test', clause: null, confidence: 'U', note: null } as const;

/** Whole numbers only, so that every value up to a bound can be tried. */
function wholeNumbers(edition: Edition): Edition {
  return {
    ...edition,
    checks: [],
    countyItems: [],
    requirements: edition.requirements.filter((each) => each.id === 'R'),
    items: edition.items.map((item) =>
      item.value.kind === 'number' ? { ...item, value: { kind: 'number', scale: 0 } } : item,
    ),
    indicators: edition.indicators.map((each) =>
      each.kind === 'per-pupil'
        ? { ...each, multiplier: '1', unitFactor: '1', thresholds: { primary: '0.2', junior: '0.2' } }
        : each,
    ),
    balanceRule:
      edition.balanceRule === null ? null : { ...edition.balanceRule, limits: { primary: '0.4', junior: '0.4' } },
  };
}

const stagesOf: Readonly<Record<string, readonly string[]>> = {
  primary: ['primary'],
  junior: ['junior'],
  'nine-year': ['primary', 'junior'],
  'twelve-year': ['primary', 'junior', 'senior'],
  'full-middle': ['junior', 'senior'],
  'teaching-point': ['primary'],
};
const amount = fc.oneof(
  { weight: 120, arbitrary: fc.integer({ min: 20, max: 50 }) },
  { weight: 1, arbitrary: fc.nat({ max: 12 }) },
);

function cellsOfType(type: string, missing: number): fc.Arbitrary<Cells> {
  const keys: Record<string, fc.Arbitrary<string | undefined>> = {};
  const put = (key: string, numbers: fc.Arbitrary<number>) => {
    keys[key] = fc
      .tuple(numbers, fc.nat({ max: 99 }))
      .map(([value, dice]) => (dice < missing ? undefined : String(value)));
  };
  put(
    'teaching-rooms-area',
    amount.map((value) => value + 8),
  );
  put('indoor-sports-rooms-area', fc.nat({ max: 8 }));
  put('gymnasium-area', fc.nat({ max: 8 }));
  for (const key of ['sports-field-area', 'equipment-value', 'multimedia-classrooms']) put(key, amount);
  for (const stage of stagesOf[type] ?? []) {
    put(
      `pupils.${stage}`,
      fc.oneof({ weight: 60, arbitrary: fc.integer({ min: 25, max: 55 }) }, { weight: 1, arbitrary: fc.constant(0) }),
    );
    if (stage === 'senior') continue;
    if (stage === 'primary') put('teachers-associate.primary', amount);
    for (const item of ['teachers-bachelor', 'backbone-teachers', 'pe-teachers']) put(`${item}.${stage}`, amount);
    for (const item of ['teachers-master', 'teachers-doctor', 'music-teachers', 'fine-art-teachers', 'arts-teachers'])
      put(`${item}.${stage}`, fc.constant(0));
  }
  return fc.record(keys).map((cells) => ({
    'school-type': type,
    ownership: 'public',
    'dense-city-centre': 'no',
    'rural-50-to-99-pupils': 'no',
    ...Object.fromEntries(Object.entries(cells).flatMap(([key, text]) => (text === undefined ? [] : [[key, text]]))),
  }));
}

function counties(missing: number): fc.Arbitrary<DataSet> {
  const one = fc
    .tuple(
      fc.constantFrom('primary', 'primary', 'junior', 'nine-year', 'twelve-year', 'full-middle', 'teaching-point'),
      fc.nat({ max: 16 }),
    )
    .chain(([type, parent]) => cellsOfType(type, missing).map((cells) => ({ cells, parent })));
  return fc
    .array(one, { minLength: 2, maxLength: 4 })
    .map((schools) =>
      county(
        ...schools.map(({ cells, parent }, index) =>
          school(`s${index}`, cells, parent < index ? { countedAsSchool: false, parentSchoolId: `s${parent}` } : {}),
        ),
      ),
    );
}

const bound = 110;

/** Tries every value up to the bound. */
function nearestByTrying(
  open: OpenCounty,
  schoolId: string,
  key: string,
  text: string,
): { readonly up: number | null; readonly down: number | null } {
  const before = open.resourceAllocation();
  const differs = (value: number) => {
    open.change(schoolId, key, String(value));
    return open.resourceAllocation() !== before;
  };
  const own = Number(text);
  let up: number | null = null;
  let down: number | null = null;
  for (let value = own + 1; value <= bound && up === null; value += 1) if (differs(value)) up = value;
  for (let value = own - 1; value >= 0 && down === null; value -= 1) if (differs(value)) down = value;
  open.change(schoolId, key, text);
  return { up, down };
}

function withText(dataSet: DataSet, schoolId: string, key: string, text: string): DataSet {
  return {
    ...dataSet,
    schools: dataSet.schools.map((each) =>
      each.schoolId === schoolId ? { ...each, cells: { ...each.cells, [key]: text } } : each,
    ),
  };
}

interface Found {
  flips: number;
  none: number;
  unproven: number;
}

function expectTrue(edition: Edition, options: EvaluationOptions, dataSet: DataSet, found: Found): void {
  const answer: Sensitivity = sensitivity(edition, dataSet, { ...options, target: 'resource-allocation' });
  const open = openCounty(edition, dataSet, options);
  expect(answer.outcome).toBe(open.resourceAllocation());
  const outcomeWith = (schoolId: string, key: string, text: string): Outcome =>
    evaluateCounty(edition, withText(dataSet, schoolId, key, text), options).resourceAllocation.outcome;
  // Those that flip it come first; of the others some.
  const looked = answer.numbers.filter((_, index) => index < 8 || index % 15 === 0);
  for (const { schoolId, key, value, up, down, proven } of looked) {
    const name = `${schoolId} ${key} = ${value}`;
    const tried = nearestByTrying(open, schoolId ?? '', key, value);
    for (const [flip, nearest] of [
      [up, tried.up],
      [down, tried.down],
    ] as const) {
      if (!proven) {
        found.unproven += 1;
        if (flip !== null && Number(flip.value) <= bound) expect([name, nearest !== null]).toEqual([name, true]);
      } else if (flip === null || Number(flip.value) > bound) {
        found.none += 1;
        expect([name, nearest]).toEqual([name, null]);
      } else {
        found.flips += 1;
        expect([name, nearest]).toEqual([name, Number(flip.value)]);
      }
      if (flip === null) continue;
      const outcome = outcomeWith(schoolId ?? '', key, flip.value);
      expect([name, outcome]).toEqual([name, flip.outcome]);
      expect(outcome).not.toBe(answer.outcome);
      expect(Number(flip.change)).toBe(Number(flip.value) - Number(value));
    }
  }
  for (const { schoolId, key, value, flips } of answer.answers) {
    for (const flip of flips) expect(outcomeWith(schoolId ?? '', key, flip.value)).toBe(flip.outcome);
    expect(flips.map((flip) => flip.value)).not.toContain(value);
  }
  for (const { schoolId, key, decides } of answer.missing) {
    expect(answer.outcome).toBe('undetermined');
    for (const { value, outcome } of decides)
      expect([schoolId, key, outcomeWith(schoolId ?? '', key, value)]).toEqual([schoolId, key, outcome]);
  }
}

const lenient = editionVariants['lenient']?.edition;
if (lenient === undefined) throw new Error('no lenient edition');
const variants: readonly (readonly [string, Edition, EvaluationOptions])[] = [
  ['every indicator, floor and CV', lenient, {}],
  ['split by report', lenient, { split: 'reported-by-stage' }],
  ...Object.entries(editionVariants)
    .filter(([name]) => !['as shipped', 'lenient', 'split by report'].includes(name))
    .map(([name, { edition, options }]) => [name, edition, options] as const),
  [
    'a least number of pupils',
    {
      ...lenient,
      scope: {
        ...lenient.scope,
        minimumPupils: [
          { types: ['primary', 'teaching-point'], fewerThan: '30', reason: 'teaching-point-below-minimum', source },
        ],
      },
    },
    {},
  ],
];

/** The next value at the item's scale. */
function beside(edition: Edition, key: string, value: string, step: bigint): string {
  const { itemId } = splitCellKey(key);
  const item = [...edition.items, ...edition.countyItems].find((each) => each.id === itemId);
  const scale = item?.value.kind === 'number' ? item.value.scale : 0;
  const [integer = '', fraction = ''] = value.split('.');
  const digits = String(BigInt(integer + fraction.padEnd(scale, '0')) + step).padStart(scale + 1, '0');
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

describe('sensitivity', () => {
  test.each(variants)('what it finds is what trying every value finds: %s', (_name, variant, options) => {
    const edition = wholeNumbers(variant);
    const found: Found = { flips: 0, none: 0, unproven: 0 };
    for (const missing of [0, 3]) {
      fc.assert(
        fc.property(counties(missing), (dataSet) => {
          expectTrue(edition, options, dataSet, found);
        }),
        runs(3),
      );
    }
    expect(found.flips).toBeGreaterThan(4);
    // Only pupils under the mean of the CVs are beyond proof.
    if (!('balanceRule' in edition) || edition.balanceRule?.kind !== 'composite-cv') expect(found.unproven).toBe(0);
  });

  test('pupils are not monotone: too few and too many of them can both be right', () => {
    // Alike with 1500 pupils: fewer have more each than the others, more have less.
    const edition: Edition = { ...wholeNumbers(lenient), schoolRule: null };
    const cells = (pupils: string, amounts: string): Cells => ({
      ...Object.fromEntries(
        [
          'teachers-associate.primary',
          'backbone-teachers.primary',
          'pe-teachers.primary',
          'teaching-rooms-area',
          'sports-field-area',
          'equipment-value',
          'multimedia-classrooms',
        ].map((key) => [key, amounts]),
      ),
      ...Object.fromEntries(['bachelor', 'master', 'doctor'].map((degree) => [`teachers-${degree}.primary`, '0'])),
      ...Object.fromEntries(['music', 'fine-art', 'arts'].map((subject) => [`${subject}-teachers.primary`, '0'])),
      'indoor-sports-rooms-area': '0',
      'gymnasium-area': '0',
      'school-type': 'primary',
      'pupils.primary': pupils,
    });
    const of = (pupils: string) => county(school('a', cells('500', '500')), school('b', cells(pupils, '1500')));
    const flipsOf = (pupils: string) => {
      const answer = sensitivity(edition, of(pupils), { target: 'resource-allocation' });
      const own = answer.numbers.find((each) => each.schoolId === 'b' && each.key === 'pupils.primary');
      expect(own?.proven).toBe(true);
      return [answer.outcome, own?.down?.value ?? null, own?.up?.value ?? null] as const;
    };
    const open = openCounty(edition, of('1500'));
    const outcomes = Array.from({ length: 20_000 }, (_, pupils) => {
      open.change('b', 'pupils.primary', String(pupils));
      return open.resourceAllocation();
    });
    const changes = outcomes.flatMap((outcome, pupils) =>
      pupils > 0 && outcome !== outcomes[pupils - 1] ? [pupils] : [],
    );
    // Without pupils it is not there, and the other school alone differs from nobody.
    expect([outcomes[0], outcomes[1], changes.length, changes[0]]).toEqual(['met', 'unmet', 3, 1]);
    const [, enough = 0, tooMany = 0] = changes;
    expect(flipsOf('300')).toEqual(['unmet', '0', String(enough)]);
    expect(flipsOf('1500')).toEqual(['met', String(enough - 1), String(tooMany)]);
    expect(flipsOf('9000')).toEqual(['unmet', String(tooMany - 1), null]);
  });

  test('the whole verdict: school cells, the county report, judgements', () => {
    const edition = { ...shippedEdition('cn-2017-quality-balance'), checks: [] };
    const options = { evaluationDate: '2026-11-22' };
    const dataSet = wholeCounty();
    const answer = sensitivity(edition, dataSet, options);
    expect(answer).toMatchObject({ target: 'county', outcome: 'met', missing: [] });
    const open = openCounty(edition, dataSet, options);
    const outcomeWith = (schoolId: string | null, key: string, text: string, before: string): Outcome => {
      open.change(schoolId, key, text);
      const outcome = open.county();
      open.change(schoolId, key, before);
      return outcome;
    };
    for (const { schoolId, key, value, up, down, proven } of answer.numbers) {
      const name = `${schoolId} ${key}`;
      for (const [flip, step] of [
        [up, -1n],
        [down, 1n],
      ] as const) {
        if (flip === null) continue;
        expect([name, outcomeWith(schoolId, key, flip.value, value)]).toEqual([name, flip.outcome]);
        const nearer = beside(edition, key, flip.value, step);
        if (proven) expect([name, nearer, outcomeWith(schoolId, key, nearer, value)]).toEqual([name, nearer, 'met']);
      }
    }
    const numberOf = (schoolId: string | null, key: string) =>
      answer.numbers.find((each) => each.schoolId === schoolId && each.key === key);
    // G5: at most 45 pupils in a class of 小学; G10: certificates of all teachers; E4: 5 % of the funds for training.
    expect(numberOf('a-primary', 'largest-class.primary')).toMatchObject({
      value: '45',
      up: { value: '46', change: '1' },
    });
    expect(numberOf('b-junior', 'certified-teachers')).toMatchObject({ down: { value: '199', outcome: 'unmet' } });
    expect(numberOf(null, 'teachers-average-pay')).toMatchObject({
      value: '9.5',
      up: null,
      down: { value: '9.499999' },
    });
    expect(numberOf(null, 'monitoring-variation')).toMatchObject({
      value: '0.1499',
      up: { value: '0.15' },
      down: null,
    });
    const answerOf = (schoolId: string | null, key: string) =>
      answer.answers.find((each) => each.schoolId === schoolId && each.key === key);
    expect(answerOf(null, 'falsification')?.flips).toEqual([{ value: 'yes', outcome: 'unmet' }]);
    expect(answerOf('b-junior', 'boarding')?.flips).toEqual([]);
    expect(
      evaluateCounty(edition, withText(dataSet, 'a-primary', 'largest-class.primary', '46'), options).county.outcome,
    ).toBe('unmet');
  });

  test('ranks by relative change, those that cannot flip it last; a change from zero has no relative size', () => {
    const answer = sensitivity(shippedEdition('cn-2017-quality-balance'), wholeCounty(), {
      target: 'resource-allocation',
      cells: (schoolId) => schoolId === 'a-primary',
    });
    expect(answer.outcome).toBe('met');
    expect(new Set(answer.numbers.map((each) => each.schoolId))).toEqual(new Set(['a-primary']));
    const distances = answer.numbers.map(({ up, down }) =>
      Math.min(...[up, down].map((flip) => (flip === null ? Infinity : (flip.relativeChange ?? Number.MAX_VALUE)))),
    );
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(distances[0]).toBeLessThan(0.9);
    const indoor = answer.numbers.find((each) => each.key === 'indoor-sports-rooms-area');
    expect(indoor).toMatchObject({ value: '0', down: null, up: { relativeChange: null } });
    expect(indoor?.up?.change).toBe(indoor?.up?.value);
  });

  test('one cell is missing: which values of it decide', () => {
    const whole = wholeCounty();
    const dataSet: DataSet = {
      ...whole,
      schools: whole.schools.map((each) =>
        each.schoolId === 'b-junior'
          ? {
              ...each,
              cells: Object.fromEntries(Object.entries(each.cells).filter(([key]) => key !== 'equipment-value')),
            }
          : each,
      ),
    };
    const edition = shippedEdition('cn-2017-quality-balance');
    const answer = sensitivity(edition, dataSet, { target: 'resource-allocation' });
    expect(answer.outcome).toBe('undetermined');
    const [first] = answer.missing;
    expect(first).toMatchObject({ schoolId: 'b-junior', key: 'equipment-value', proven: true });
    expect(new Set(first?.decides.map((each) => each.outcome))).toEqual(new Set(['met', 'unmet']));
    for (const { value, outcome } of first?.decides ?? [])
      expect(
        evaluateCounty(edition, withText(dataSet, 'b-junior', 'equipment-value', value)).resourceAllocation.outcome,
      ).toBe(outcome);
  });

  test('a county that fails elsewhere: nothing that a cell says helps', () => {
    const dataSet = wholeCounty({
      schools: { 'a-primary': { 'sports-field-area': '1' }, 'b-junior': { 'sports-field-area': '1' } },
    });
    const answer = sensitivity(shippedEdition('cn-2017-quality-balance'), dataSet, { target: 'resource-allocation' });
    expect(answer.outcome).toBe('unmet');
    expect(answer.numbers.every((each) => each.up === null && each.down === null && each.proven)).toBe(true);
  });
});
