import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellKey, evaluateCounty, openCounty } from '../src/index.ts';
import type { DataSet, Edition, EvaluationOptions, OpenCounty, Source, SpecialRule } from '../src/index.ts';
import { countyArbitrary } from './fixtures/county-arbitrary.ts';
import { editionVariants } from './fixtures/edition-variants.ts';
import type { EditionVariant } from './fixtures/edition-variants.ts';
import { shippedEdition } from './fixtures/editions.ts';
import { near } from './fixtures/near.ts';
import { cellsOf, county, school } from './fixtures/schools.ts';
import { wholeCounty } from './fixtures/whole-county.ts';

const edition = shippedEdition('cn-2017-quality-balance');
const source: Source = { document: 'test', clause: null, confidence: 'U', note: null };
const variants: Readonly<Record<string, EditionVariant>> = { ...editionVariants, ...moreVariants() };
const lenient = variants['lenient']?.edition ?? edition;

function moreVariants(): Readonly<Record<string, EditionVariant>> {
  const own = editionVariants['lenient']?.edition ?? edition;
  const rule: SpecialRule = {
    id: 'small-stage',
    enabled: true,
    condition: {
      kind: 'number',
      left: { kind: 'item', item: 'pupils', stage: 'own', yearsBack: 0 },
      comparator: 'less-than',
      right: { kind: 'constant', value: '300' },
    },
    validFrom: null,
    validUntil: null,
    effects: [
      { kind: 'changed-threshold', indicator: 'R5', thresholds: { primary: '9', junior: '9' } },
      {
        kind: 'extra-parts',
        quantity: 'equipment-value',
        parts: [{ item: 'multimedia-classrooms', sign: 1, stages: null }],
      },
    ],
    evidence: [],
    followUp: null,
    source,
  };
  const enabled = { enabled: true, validFrom: null, validUntil: null };
  const flagged: SpecialRule = {
    ...rule,
    id: 'flagged',
    condition: { kind: 'flag-is', item: 'dense-city-centre', value: 'yes' },
    effects: [{ kind: 'changed-threshold', indicator: 'R4', thresholds: { primary: '7', junior: '0.1' } }],
  };
  const relaxed = own.specialRules.map((each) => ({ ...each, ...enabled }));
  return {
    'public schools only': {
      edition: { ...own, scope: { ...own.scope, includePrivate: false } },
      options: {},
    },
    'no rule for the single school': { edition: { ...own, schoolRule: null }, options: {} },
    'no rule for the CVs': { edition: { ...own, balanceRule: null }, options: {} },
    'some CVs only': {
      edition: {
        ...own,
        balanceRule: {
          kind: 'cv-limit',
          indicators: ['R2', 'R6'],
          limits: { primary: '0.9', junior: '0.9' },
          source,
        },
      },
      options: {},
    },
    'special rules': { edition: { ...own, specialRules: [rule, flagged, ...relaxed] }, options: {} },
  };
}

/** What the schools' own rules do not look at costs most of an evaluation's time. */
function withoutReports(own: Edition): Edition {
  return { ...own, checks: [], countyItems: [], requirements: own.requirements.filter((each) => each.id === 'R') };
}

/** All that a session says, and the same from a fresh evaluation of its data set. */
function expectFresh(open: OpenCounty, own: Edition, options: EvaluationOptions): void {
  const fresh = evaluateCounty(own, open.dataSet(), options);
  const { resourceAllocation, stages } = open.verdict();
  expect(resourceAllocation).toBe(fresh.resourceAllocation.outcome);
  expect(open.resourceAllocation()).toBe(resourceAllocation);
  expect(stages.map(({ cvs: _, compositeCv: _composite, ...stage }) => stage)).toEqual(
    fresh.resourceAllocation.stages.map(
      ({ cvs: _, complete: _complete, pupils: _pupils, composite: _composite, ...stage }) => stage,
    ),
  );
  fresh.resourceAllocation.stages.forEach((stage, index) => {
    const cvs = stages[index]?.cvs ?? [];
    expect(sameNumber(stages[index]?.compositeCv, stage.composite?.value ?? null)).toBe(true);
    expect(cvs.map((cv) => [cv.indicatorId, cv.outcome, cv.provisional])).toEqual(
      stage.cvs.map((cv) => [cv.indicatorId, cv.outcome, cv.provisional]),
    );
    stage.cvs.forEach((cv, place) => {
      expect(sameNumber(cvs[place]?.mean, cv.mean)).toBe(true);
      expect(sameNumber(cvs[place]?.cv, cv.cv)).toBe(true);
    });
  });
  expect([open.county(), open.requirements()]).toEqual([
    fresh.county.outcome,
    fresh.county.requirements.map(({ requirementId, outcome }) => ({ requirementId, outcome })),
  ]);
  const key = (each: { readonly schoolId: string; readonly stage: string }) => `${each.schoolId} ${each.stage}`;
  expect(new Map(open.schoolOutcomes().map((each) => [key(each), each.outcome]))).toEqual(
    new Map(fresh.schoolStages.map((each) => [key(each), each.outcome])),
  );
}

function sameNumber(own: number | null | undefined, fresh: number | null): boolean {
  if (own === null || fresh === null) return own === fresh;
  // A CV of exactly 0 may come out as the rounding of the mean.
  return near(own, fresh, 1e-9) || Math.abs((own ?? Number.NaN) - fresh) < 1e-15;
}

const keys = [
  'school-type',
  'ownership',
  'rural-50-to-99-pupils',
  'dense-city-centre',
  'rented-venue-area',
  'visiting-pe-teachers.primary',
  ...['primary', 'junior', 'senior'].map((stage) => cellKey('pupils', stage)),
  ...['primary', 'junior'].flatMap((stage) =>
    ['teachers-bachelor', 'teachers-above-required-degree', 'backbone-teachers', 'pe-teachers', 'sports-area'].map(
      (item) => cellKey(item, stage),
    ),
  ),
  'teaching-rooms-area',
  'indoor-sports-rooms-area',
  'net-teaching-rooms-area',
  'gymnasium-area',
  'sports-field-area',
  'sports-area',
  'equipment-value',
  'multimedia-classrooms',
];
const value = fc.oneof(
  { weight: 8, arbitrary: fc.nat({ max: 900 }).map(String) },
  { weight: 2, arbitrary: fc.constantFrom('0', '1', '49', '50', '4000.25', '999999999999999') },
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'primary',
      'nine-year',
      'teaching-point',
      'vocational',
      'public',
      'private',
      'yes',
      'no',
    ),
  },
);
const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...keys), value), { minLength: 1, maxLength: 8 });

describe('an open county', () => {
  test.each(Object.entries(variants))('says after every edit what a fresh evaluation says: %s', (_name, variant) => {
    const { options } = variant;
    const own = withoutReports(variant.edition);
    for (const missing of [0, 20]) {
      fc.assert(
        fc.property(countyArbitrary({ missing, maximumSchools: 7 }), edits, (dataSet, changes) => {
          const before = structuredClone(dataSet);
          const open = openCounty(own, dataSet, options);
          expectFresh(open, own, options);
          for (const [index, key, text] of changes) {
            const schoolId = dataSet.schools[index % dataSet.schools.length]?.schoolId ?? '';
            open.set(schoolId, key, text);
            expectFresh(open, own, options);
          }
          expect(dataSet).toEqual(before);
        }),
        { numRuns: 6 },
      );
    }
  });

  test('the whole verdict and every requirement are those of a fresh evaluation', () => {
    const options = { evaluationDate: '2024-06-30' };
    const whole = wholeCounty();
    const own: Edition = {
      ...edition,
      checks: [],
      specialRules: variants['special rules']?.edition.specialRules ?? [],
    };
    const cells = [
      ...whole.schools.flatMap(({ schoolId, cells: reported }) =>
        Object.entries(reported).map(([key, before]) => ({ schoolId, key, before })),
      ),
      ...Object.entries(whole.county?.cells ?? {}).map(([key, before]) => ({ schoolId: null, key, before })),
    ];
    const near100 = fc.constantFrom(
      null,
      '0',
      '1',
      '45',
      '46',
      '99',
      '0.04',
      '1000',
      'yes',
      'no',
      'private',
      'rural',
      'primary',
    );
    const moves = fc.array(fc.tuple(fc.constantFrom(...cells), near100, fc.boolean()), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(moves, (all) => {
        const open = openCounty(own, whole, options);
        expectRequirements();
        for (const [{ schoolId, key, before }, text, back] of all) {
          open.change(schoolId, key, text);
          expectRequirements();
          if (back) open.change(schoolId, key, before);
          expectRequirements();
        }

        function expectRequirements(): void {
          const { county: fresh } = evaluateCounty(own, open.dataSet(), options);
          expect(open.requirements()).toEqual(
            fresh.requirements.map(({ requirementId, outcome }) => ({ requirementId, outcome })),
          );
          expect(open.county()).toBe(fresh.outcome);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('numbers that no double holds are decided exactly all the same', () => {
    const huge: DataSet = county(
      school('a', cellsOf('primary', { primary: '999999999999999' })),
      school('b', cellsOf('primary', { primary: '999999999999998' }, { 'sports-field-area': '999999999999999.99' })),
      ...Array.from({ length: 12 }, (_, index) =>
        school(`c${index}`, cellsOf('primary', { primary: '999999999999999' }), {
          countedAsSchool: false,
          parentSchoolId: 'a',
        }),
      ),
    );
    const open = openCounty(lenient, huge);
    expectFresh(open, lenient, {});
    for (const [key, text] of [
      ['sports-field-area', '999999999999999.98'],
      ['equipment-value', '999999999999999.999999'],
      ['pupils.primary', '3'],
      ['equipment-value', null],
      ['equipment-value', '7'],
    ] as const) {
      open.set('b', key, text);
      expectFresh(open, lenient, {});
      open.set('c3', key, text);
      expectFresh(open, lenient, {});
    }
  });

  test('a campus that contradicts itself is seen, though the school as a whole has enough', () => {
    const dataSet = county(
      school('a', cellsOf('primary', { primary: '1000' })),
      school('b', cellsOf('primary', { primary: '1000' }), { countedAsSchool: false, parentSchoolId: 'a' }),
    );
    const open = openCounty(lenient, dataSet);
    for (const [schoolId, indoor] of [
      ['b', '6999'],
      ['b', '7000.01'],
      ['a', '1'],
      ['b', '0'],
    ] as const) {
      open.set(schoolId, 'indoor-sports-rooms-area', indoor);
      expectFresh(open, lenient, {});
    }
  });

  test('refuses what cannot stand and stays as it was', () => {
    const dataSet = county(
      school('a', cellsOf('primary', { primary: '1000' })),
      school('twin', cellsOf('primary', { primary: '1000' })),
      school('twin', cellsOf('primary', { primary: '900' })),
    );
    const open = openCounty(edition, dataSet);
    expect(open.set('a', 'pupils.primary', '1.5').problem).toBe('not-an-integer');
    expect(open.set('a', 'towers', '1').problem).toBe('unknown-cell');
    expect(open.set('a', 'school-type', 'castle').problem).toBe('not-an-option');
    expect(open.set('nobody', 'pupils.primary', '1').problem).toBe('unknown-school');
    expect(open.set('twin', 'pupils.primary', '1').problem).toBe('ambiguous-school');
    expect(open.set(null, 'towers', '1').problem).toBe('unknown-cell');
    expect(open.dataSet()).toEqual(dataSet);
    expectFresh(open, edition, {});
  });

  test('a school tells its stages as an evaluation does', () => {
    const dataSet = county(
      school('a', cellsOf('nine-year', { primary: '500', junior: '400' })),
      school('b', cellsOf('primary', { primary: '700' }), { countedAsSchool: false, parentSchoolId: 'a' }),
    );
    const open = openCounty(edition, dataSet);
    expect(open.set('b', 'multimedia-classrooms', ' ３ ').problem).toBe(null);
    expect(open.schoolStages('a')).toEqual(evaluateCounty(edition, open.dataSet()).schoolStages);
    expect(open.schoolStages('b')).toEqual([]);
  });
});
