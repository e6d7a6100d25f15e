import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluateCounty, openCounty, sensitivity } from '../src/index.ts';
import type { Cells, DataSet, Edition, EvaluationOptions, OpenCounty, Outcome, Sensitivity } from '../src/index.ts';
import { editionVariants } from './fixtures/edition-variants.ts';
import { county, school } from './fixtures/schools.ts';

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

const bound = 130;

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
  for (const { schoolId, key, value, up, down, proven } of answer.numbers) {
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
  ...Object.entries(editionVariants)
    .filter(([name]) => name === 'special rules on')
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

describe('sensitivity', () => {
  test.each(variants)('what it finds is what trying every value finds: %s', (_, variant, options) => {
    const edition = wholeNumbers(variant);
    const found: Found = { flips: 0, none: 0, unproven: 0 };
    for (const missing of [0, 3]) {
      fc.assert(
        fc.property(counties(missing), (dataSet) => {
          expectTrue(edition, options, dataSet, found);
        }),
        { numRuns: 2 },
      );
    }
    expect(found.flips).toBeGreaterThan(4);
  });
});
