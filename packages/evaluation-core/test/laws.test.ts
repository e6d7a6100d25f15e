import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, evaluateCounty } from '../src/index.ts';
import type { Cells, CountyEvaluation, DataSet, Edition, Outcome } from '../src/index.ts';
import { countyArbitrary } from './fixtures/county-arbitrary.ts';
import { editionVariants } from './fixtures/edition-variants.ts';
import { shippedEdition, withLimits, withThresholds } from './fixtures/editions.ts';
import { near } from './fixtures/near.ts';
import { cellsOf, county, school } from './fixtures/schools.ts';
import { smallEdition } from './fixtures/small-edition.ts';

// What must hold whatever the numbers are. The order of schools, and what is decided with cells missing: properties.test.ts.

const edition = shippedEdition('cn-2017-quality-balance');
const lenient = withLimits(withThresholds(edition, { primary: '0.4', junior: '0.4' }), { primary: '2', junior: '1.5' });
const complete = countyArbitrary({ missing: 0, maximumSchools: 7 });
const partial = countyArbitrary({ missing: 20, maximumSchools: 6 });

function changed(dataSet: DataSet, schoolId: string, cells: Cells): DataSet {
  return {
    ...dataSet,
    schools: dataSet.schools.map((each) =>
      each.schoolId === schoolId ? { ...each, cells: { ...each.cells, ...cells } } : each,
    ),
  };
}

/** The verdict without what only names the data and the edition. */
function verdictOf(result: CountyEvaluation, ...ignored: readonly string[]): unknown {
  return {
    stages: result.resourceAllocation.stages,
    schools: result.schoolStages.filter((each) => !ignored.includes(each.schoolId)),
  };
}

/** Decimal times an integer, in digits. */
function multiplied(text: string, factor: bigint): string {
  const [integer = '', fraction = ''] = text.split('.');
  const digits = String(BigInt(integer + fraction) * factor).padStart(fraction.length + 1, '0');
  const cut = digits.length - fraction.length;
  return fraction === '' ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`.replace(/\.?0+$/, '');
}

describe('units', () => {
  test('amounts times k, with thresholds times k, change values by k and nothing else', () => {
    fc.assert(
      fc.property(partial, fc.bigInt({ min: 2n, max: 40n }), (dataSet, k) => {
        const scaled: DataSet = {
          ...dataSet,
          schools: dataSet.schools.map((each) => ({
            ...each,
            cells: Object.fromEntries(
              Object.entries(each.cells).map(([key, value]) => [
                key,
                /^\d/.test(value) && !key.startsWith('pupils.') ? multiplied(value, k) : value,
              ]),
            ),
          })),
        };
        const stricter: Edition = {
          ...lenient,
          indicators: lenient.indicators.map((each) =>
            each.kind === 'answer'
              ? each
              : {
                  ...each,
                  thresholds: Object.fromEntries(
                    Object.entries(each.thresholds).map(([stage, text]) => [
                      stage,
                      text === null ? null : multiplied(text, k),
                    ]),
                  ),
                },
          ),
        };
        const before = evaluateCounty(lenient, dataSet);
        const after = evaluateCounty(stricter, scaled);
        const cvsOf = (result: CountyEvaluation) =>
          result.resourceAllocation.stages.map((stage) => [
            stage.outcome,
            stage.cvs.map((cv) => [cv.outcome, cv.cv, cv.provisional, cv.contributions]),
          ]);
        expect(cvsOf(after)).toEqual(cvsOf(before));
        for (const [index, own] of before.schoolStages.entries()) {
          const other = after.schoolStages[index];
          expect([other?.outcome, other?.metCount, other?.unmetCount]).toEqual([
            own.outcome,
            own.metCount,
            own.unmetCount,
          ]);
          for (const [place, indicator] of own.indicators.entries()) {
            const scaledOne = other?.indicators[place];
            expect([scaledOne?.outcome, scaledOne?.aboveFloor]).toEqual([indicator.outcome, indicator.aboveFloor]);
            if (indicator.value !== null) expect(near(scaledOne?.value, indicator.value * Number(k), 1e-14)).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('improvement', () => {
  /** More of these is better, of the last one less: indoor sports rooms are taken off the teaching rooms. */
  const better: readonly (readonly [string, 1 | -1])[] = [
    ['teachers-associate.primary', 1],
    ['teachers-bachelor.primary', 1],
    ['teachers-doctor.junior', 1],
    ['backbone-teachers.primary', 1],
    ['backbone-teachers.junior', 1],
    ['pe-teachers.junior', 1],
    ['arts-teachers.primary', 1],
    ['teaching-rooms-area', 1],
    ['net-teaching-rooms-area', 1],
    ['gymnasium-area', 1],
    ['sports-field-area', 1],
    ['equipment-value', 1],
    ['multimedia-classrooms', 1],
    ['indoor-sports-rooms-area', -1],
  ];
  const rank: Readonly<Record<Outcome, number>> = { unmet: 0, undetermined: 1, met: 2, 'not-applicable': 3 };
  const above = (value: boolean | null): number => (value === null ? 1 : value ? 2 : 0);

  test.each([
    ['weighted', {}],
    ['by report', { split: 'reported-by-stage' }],
  ] as const)(
    'of an input whose direction is known never worsens an outcome of the school itself (%s)',
    (_, options) => {
      let improved = 0;
      fc.assert(
        fc.property(
          partial,
          fc.nat(),
          fc.constantFrom(...better),
          fc.integer({ min: 1, max: 900 }),
          (dataSet, place, [key, sign], by) => {
            const chosen = dataSet.schools[place % dataSet.schools.length];
            const cell = chosen?.cells[key];
            if (chosen === undefined || cell === undefined) return;
            const next = Math.max(0, Math.round(Number(cell)) + sign * by);
            if (sign === 1 ? next <= Number(cell) : next >= Number(cell)) return;
            const before = evaluateCounty(lenient, dataSet, options);
            const after = evaluateCounty(lenient, changed(dataSet, chosen.schoolId, { [key]: String(next) }), options);
            for (const [index, own] of before.schoolStages.entries()) {
              const other = after.schoolStages[index];
              expect(rank[other?.outcome ?? 'unmet']).toBeGreaterThanOrEqual(rank[own.outcome]);
              for (const [number, indicator] of own.indicators.entries()) {
                const later = other?.indicators[number];
                expect(rank[later?.outcome ?? 'unmet']).toBeGreaterThanOrEqual(rank[indicator.outcome]);
                expect(above(later?.aboveFloor ?? null)).toBeGreaterThanOrEqual(above(indicator.aboveFloor));
              }
            }
            improved += 1;
          },
        ),
        { numRuns: 150 },
      );
      expect(improved).toBeGreaterThan(50);
    },
  );

  test('of one school can fail the county: its value rises, its own outcome stays, and the CV passes the limit', () => {
    const books = smallEdition({
      id: 'books',
      cvLimits: { primary: '0.50' },
      indicators: [{ id: 'books', multiplier: '1', threshold: '5', scale: 0 }],
      minimumMet: 1,
      floorShare: '0.85',
    });
    const own = (id: string, amount: string) =>
      school(id, { 'school-type': 'primary', 'pupils.primary': '100', books: amount });
    const before = evaluateCounty(books, county(own('a', '500'), own('b', '500'), own('c', '500')));
    const after = evaluateCounty(books, county(own('a', '500'), own('b', '500'), own('c', '2000')));
    expect(before.county.outcome).toBe('met');
    expect(after.county.outcome).toBe('unmet');
    expect(after.schoolStages.map((each) => each.outcome)).toEqual(['met', 'met', 'met']);
    // 5, 5 and 20 around 10: sqrt(50) / 10.
    expect(after.resourceAllocation.stages[0]?.cvs[0]).toMatchObject({ outcome: 'unmet', cv: Math.SQRT1_2 });
  });
});

describe('equal and empty schools', () => {
  test('equal values per pupil give a CV of exactly 0 in every stage, whatever the sizes and the split', () => {
    const size = fc.integer({ min: 1, max: 900 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ type: fc.constantFrom('primary', 'junior'), size }), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 1, max: 60 }),
        (schools, each) => {
          const amounts = (count: number): Cells => {
            const text = String(count * each);
            return {
              ...Object.fromEntries(
                Object.keys(cellsOf('primary', {})).flatMap((key) =>
                  /area|value|rooms/.test(key) ? [[key, text]] : [],
                ),
              ),
              'indoor-sports-rooms-area': '0',
            };
          };
          const dataSet = county(
            ...schools.map(({ type, size: count }, index) => {
              const cells = cellsOf(type, { [type]: String(count) });
              const teachers = Object.keys(cells).filter((key) => /teachers/.test(key));
              return school(`s${index}`, {
                ...cells,
                ...amounts(count),
                ...Object.fromEntries(teachers.map((key) => [key, String(count * each)])),
              });
            }),
          );
          for (const stage of evaluateCounty(edition, dataSet).resourceAllocation.stages) {
            for (const cv of stage.cvs) {
              if (stage.schoolStageCount === 0) expect(cv.outcome).toBe('not-applicable');
              else expect(cv).toMatchObject({ cv: 0, standardDeviation: 0, outcome: 'met', contributions: [] });
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a school without pupils changes nothing of the others', () => {
    fc.assert(
      fc.property(partial, fc.constantFrom('primary', 'junior', 'nine-year', 'teaching-point'), (dataSet, type) => {
        const empty = school('empty', cellsOf(type, { primary: '0', junior: '0' }));
        const before = evaluateCounty(lenient, dataSet);
        const after = evaluateCounty(lenient, { ...dataSet, schools: [...dataSet.schools, empty] });
        expect(verdictOf(after)).toEqual(verdictOf(before));
        expect(after.outOfScope.some((each) => each.schoolId === 'empty')).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('a stage without pupils changes nothing of the school: a 九年一贯制 without junior pupils is a primary school', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), complete, (pupils, others) => {
        const numbers = { primary: String(pupils), junior: '0' };
        const nine = { ...others, schools: [...others.schools, school('own', cellsOf('nine-year', numbers))] };
        const primary = { ...others, schools: [...others.schools, school('own', cellsOf('primary', numbers))] };
        expect(verdictOf(evaluateCounty(edition, nine))).toEqual(verdictOf(evaluateCounty(edition, primary)));
      }),
      { numRuns: 30 },
    );
  });

  test('a campus that is not counted adds up with its school', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 900 }), complete, (one, two, others) => {
        const cells = (pupils: number) => cellsOf('primary', { primary: String(pupils) });
        const campus = school('campus', cells(two), { parentSchoolId: 'own', countedAsSchool: false });
        const together = Object.fromEntries(
          Object.entries(cells(one)).map(([key, value]) => [
            key,
            /^\d/.test(value) && key !== 'pupils.primary' ? multiplied(value, 2n) : value,
          ]),
        );
        const merged = [...others.schools, school('own', cells(one)), campus];
        const single = [...others.schools, school('own', { ...together, 'pupils.primary': String(one + two) })];
        const [a, b] = [merged, single].map((schools) => evaluateCounty(edition, { ...others, schools }));
        expect(a?.resourceAllocation).toEqual(b?.resourceAllocation);
      }),
      { numRuns: 30 },
    );
  });
});

describe('bytes', () => {
  test.each(Object.entries(editionVariants))(
    'edition and data through JSON, evaluated twice: the same bytes (%s)',
    (_, variant) => {
      const through = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
      fc.assert(
        fc.property(countyArbitrary({ missing: 20, maximumSchools: 5, relaxed: true }), (dataSet) => {
          const first = canonicalJson(evaluateCounty(variant.edition, dataSet, variant.options));
          expect(
            canonicalJson(evaluateCounty(through(variant.edition), through(dataSet), through(variant.options))),
          ).toBe(first);
          expect(canonicalJson(through(JSON.parse(first)))).toBe(first);
        }),
        { numRuns: 15 },
      );
    },
  );
});
