import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  applicableCells,
  canonicalJson,
  checkReport,
  compareEvaluations,
  editions,
  evaluateCounty,
  evaluateSchool,
  influences,
} from '../src/index.ts';
import type { Cells, DataSet, Edition, EvaluationOptions } from '../src/index.ts';
import { countyArbitrary } from './fixtures/county-arbitrary.ts';
import { editionVariants } from './fixtures/edition-variants.ts';
import { wholeTree } from './fixtures/recheck/tree.ts';

// A form, a workbook or an old database may hold anything at all. Nothing of it may stop an evaluation, a check or an explanation.

const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'0123456789.,-+ 　０１２．，－eE'), maxLength: 24 }),
  fc.integer().map(String),
  fc.double().map(String),
  fc.bigInt().map(String),
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-0',
    '00000',
    '9'.repeat(15),
    '9'.repeat(16),
    '1e400',
    'NaN',
    'Infinity',
    '0x10',
    '1/3',
    'null',
    'undefined',
    'true',
    'yes',
    'no',
    'primary',
    'nine-year',
    'constructor',
    '__proto__',
    'toString',
    '二百',
    '2026-02-30',
    '\ud800',
    '\u0000',
    '=1+1',
    `0.${'0'.repeat(500)}1`,
  ),
);

/** Every cell there is in an edition, earlier years included, and some that are in none. */
function keysOf(edition: Edition): readonly string[] {
  const stages = edition.stages.map((stage) => stage.id);
  return [...edition.items, ...edition.countyItems].flatMap((item) =>
    [item.id, ...stages.map((stage) => `${item.id}.${stage}`)].flatMap((key) => [key, `${key}@1`, `${key}@2`]),
  );
}

const strangeKeys = [
  '',
  '.',
  '@',
  'pupils.',
  'pupils.nowhere',
  'constructor',
  '__proto__',
  'toString.primary',
  'pupils.primary@x',
];

function counties(edition: Edition): fc.Arbitrary<DataSet> {
  const key = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...keysOf(edition)) },
    { weight: 1, arbitrary: fc.oneof(fc.constantFrom(...strangeKeys), fc.string()) },
  );
  const cells = fc.array(fc.tuple(key, typed), { maxLength: 60 }).map((entries): Cells => Object.fromEntries(entries));
  return fc
    .record({
      base: countyArbitrary({ missing: 150, maximumSchools: 4, garbled: 50, relaxed: true }),
      overlays: fc.array(cells, { minLength: 4, maxLength: 4 }),
      county: fc.option(cells, { nil: undefined }),
      name: typed,
      // Ids come from the register, where a slip may repeat one or point a campus at itself.
      parents: fc.array(fc.constantFrom('s0', 's1', 's2', 'nowhere', null), { minLength: 4, maxLength: 4 }),
      repeat: fc.boolean(),
    })
    .map(({ base, overlays, county, name, parents, repeat }) => {
      const schools = base.schools.map((school, index) => ({
        ...school,
        name,
        parentSchoolId: parents[index] ?? null,
        cells: { ...school.cells, ...overlays[index] },
      }));
      return {
        ...base,
        schools: repeat ? [...schools, ...schools.slice(0, 1)] : schools,
        ...(county === undefined ? {} : { county: { cells: county } }),
      };
    });
}

const cases: readonly (readonly [string, Edition, EvaluationOptions])[] = [
  ...editions.map((edition) => [edition.id, edition, { evaluationDate: '2026-01-01' }] as const),
  ...Object.entries(editionVariants).map(([name, variant]) => [name, variant.edition, variant.options] as const),
];

describe('whatever was typed, nothing throws', () => {
  test.each(cases)('%s', (_, edition, options) => {
    fc.assert(
      fc.property(counties(edition), counties(edition), (dataSet, other) => {
        const result = evaluateCounty(edition, dataSet, options);
        expect(canonicalJson(JSON.parse(JSON.stringify(result)))).toBe(canonicalJson(result));
        for (const [index, record] of dataSet.schools.entries()) {
          evaluateSchool(edition, record, options);
          applicableCells(edition, record.cells);
          const lastYear = other.schools[index]?.cells;
          checkReport(edition, record.cells, lastYear === undefined ? {} : { lastYear });
        }
        for (const node of wholeTree(edition, dataSet, options).values()) expect(node.kind).not.toBe('not-found');
        influences(edition, dataSet, options);
        compareEvaluations(result, evaluateCounty(edition, other, options), {
          data: { before: { edition, dataSet }, after: { edition, dataSet: other } },
          sameSchools: [
            { before: 's0', after: 's1' },
            { before: 's1', after: 's1' },
            { before: 's2', after: 'nowhere' },
          ],
        });
      }),
      { numRuns: 12 },
    );
  });
});
