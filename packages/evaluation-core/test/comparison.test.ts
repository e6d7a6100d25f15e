import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, compareEvaluations, evaluateCounty } from '../src/index.ts';
import type { Cells, DataSet, Edition, EvaluationComparison, EvaluationOptions, SchoolRecord } from '../src/index.ts';
import { countyArbitrary } from './fixtures/county-arbitrary.ts';
import { editionVariants } from './fixtures/edition-variants.ts';
import { shippedEdition, withLimits } from './fixtures/editions.ts';
import { cellsOf, county, school, without } from './fixtures/schools.ts';
import { wholeCounty } from './fixtures/whole-county.ts';

const edition = shippedEdition('cn-2017-quality-balance');

interface Run {
  readonly edition: Edition;
  readonly dataSet: DataSet;
  readonly options?: EvaluationOptions;
}

function run(dataSet: DataSet, options: EvaluationOptions = {}, own: Edition = edition): Run {
  return { edition: own, dataSet, options };
}

function compare(before: Run, after: Run, sameSchools?: readonly { before: string; after: string }[]) {
  return compareEvaluations(
    evaluateCounty(before.edition, before.dataSet, before.options),
    evaluateCounty(after.edition, after.dataSet, after.options),
    { data: { before, after }, ...(sameSchools === undefined ? {} : { sameSchools }) },
  );
}

function change(dataSet: DataSet, schoolId: string, cells: Cells): DataSet {
  return {
    ...dataSet,
    schools: dataSet.schools.map((each) =>
      each.schoolId === schoolId ? { ...each, cells: { ...each.cells, ...cells } } : each,
    ),
  };
}

/** `before` and `after` exchanged at every depth, and the words that name a direction. */
function swapped(value: unknown): unknown {
  const words: Readonly<Record<string, string>> = {
    appeared: 'disappeared',
    disappeared: 'appeared',
    joined: 'divided',
    divided: 'joined',
  };
  if (Array.isArray(value)) return value.map(swapped);
  if (typeof value !== 'object' || value === null) return value;
  const other: Readonly<Record<string, string>> = { before: 'after', after: 'before' };
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      other[key] ?? key,
      key === 'kind' && typeof inner === 'string' ? (words[inner] ?? inner) : swapped(inner),
    ]),
  );
}

/** Lists as sets: the order of things that one run has alone is no part of the law. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unordered).sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unordered(inner)]));
}

const two = county(
  school('a', cellsOf('primary', { primary: '1000' })),
  school('b', cellsOf('nine-year', { primary: '500', junior: '400' })),
);

function keysOf(comparison: EvaluationComparison) {
  return {
    indicators: comparison.indicators.map((each) => `${each.school.after}/${each.stage}/${each.indicatorId}`),
    cvs: comparison.cvs.map((each) => `${each.stage}/${each.indicatorId}`),
  };
}

describe('comparing two evaluations', () => {
  test('one changed cell: what it changed, and that it was the cause', () => {
    const comparison = compare(run(two), run(change(two, 'a', { 'multimedia-classrooms': '10' })));
    expect(keysOf(comparison)).toEqual({ indicators: ['a/primary/R7'], cvs: ['primary/R7'] });
    const cause = {
      school: { before: 'a', after: 'a' },
      key: 'multimedia-classrooms',
      before: '30',
      after: '10',
    };
    expect(comparison.indicators[0]).toMatchObject({
      before: { outcome: 'met', exact: '3', aboveFloor: true },
      after: { outcome: 'unmet', exact: '1', aboveFloor: false },
      becauseOf: { cells: [cause], schools: [] },
    });
    expect(comparison.cvs[0]?.becauseOf).toEqual({ cells: [cause], schools: [] });
    expect(comparison).toMatchObject({
      same: false,
      county: { before: { outcome: 'undetermined' }, after: { outcome: 'unmet' } },
      resourceAllocation: { before: { outcome: 'met' }, after: { outcome: 'unmet' } },
      stages: [{ stage: 'primary', before: { metCount: 2 }, after: { metCount: 1, unmetCount: 1 } }],
      schoolStages: [{ stage: 'primary', before: { outcome: 'met' }, after: { outcome: 'unmet' } }],
      requirements: [{ requirementId: 'R', before: { outcome: 'met' }, after: { outcome: 'unmet' } }],
      schools: [],
    });
    expect(comparison.basis.map((each) => each.what)).toEqual(['data-set']);
  });

  test('pupils of one stage enter the facilities of the other through the split', () => {
    const comparison = compare(run(two), run(change(two, 'b', { 'pupils.junior': '450' })));
    expect(keysOf(comparison).indicators).toEqual([
      ...['R4', 'R5', 'R6', 'R7'].map((id) => `b/primary/${id}`),
      ...['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'].map((id) => `b/junior/${id}`),
    ]);
    for (const each of [...comparison.indicators, ...comparison.cvs.filter((cv) => cv.stage === 'primary')])
      expect(each.becauseOf?.cells.map((cell) => cell.key)).toEqual(['pupils.junior']);
  });

  test('without the data there are changes and no causes', () => {
    const after = change(two, 'a', { 'multimedia-classrooms': '10' });
    const comparison = compareEvaluations(evaluateCounty(edition, two), evaluateCounty(edition, after));
    expect(comparison.indicators).toMatchObject([{ indicatorId: 'R7', becauseOf: null }]);
  });

  test('a changed cell that no indicator reads changes nothing but the data set', () => {
    const comparison = compare(run(two), run(change(two, 'a', { locale: 'village' })));
    expect(comparison).toMatchObject({ same: false, indicators: [], cvs: [], schoolStages: [], county: null });
    expect(comparison.basis.map((each) => each.what)).toEqual(['data-set']);
  });

  test('an aggregate takes the place of a part that is gone: both cells are named', () => {
    const b = two.schools[1];
    if (b === undefined) throw new Error('two schools');
    const cells = { ...without(b.cells, 'teaching-rooms-area'), 'net-teaching-rooms-area': '6000' };
    const after = { ...two, schools: two.schools.map((each) => (each === b ? { ...each, cells } : each)) };
    expect(compare(run(two), run(after)).indicators[0]?.becauseOf?.cells.map((cell) => cell.key)).toEqual([
      'net-teaching-rooms-area',
      'teaching-rooms-area',
    ]);
  });

  test('a school that comes, and one that goes', () => {
    const c = school('c', cellsOf('primary', { primary: '700' }));
    const comparison = compare(run(two), run(county(...two.schools.slice(1), c)));
    expect(comparison.schools).toMatchObject([
      { kind: 'disappeared', before: [{ schoolId: 'a', stages: ['primary'] }], after: [] },
      { kind: 'appeared', before: [], after: [{ schoolId: 'c', stages: ['primary'] }] },
    ]);
    expect(comparison.cvs[0]?.becauseOf).toEqual({
      cells: [],
      schools: [
        { before: 'a', after: null },
        { before: null, after: 'c' },
      ],
    });
    expect(comparison.schoolStages).toMatchObject([
      { school: { before: 'a', after: null }, after: null },
      { school: { before: null, after: 'c' }, before: null },
    ]);
    expect(comparison.indicators).toEqual([]);
  });

  test('a school becomes a campus of another', () => {
    const [a, b] = two.schools;
    if (a === undefined || b === undefined) throw new Error('two schools');
    const merged: SchoolRecord = { ...a, parentSchoolId: 'b', countedAsSchool: false };
    const comparison = compare(run(two), run(county(merged, b)));
    expect(comparison.schools).toMatchObject([
      { kind: 'other-part', before: [{ mergedInto: null }], after: [{ schoolId: 'a', stages: [], mergedInto: 'b' }] },
    ]);
    const own = comparison.indicators.find((each) => each.stage === 'primary' && each.indicatorId === 'R7');
    expect(own?.becauseOf).toEqual({ cells: [], schools: [{ before: 'a', after: 'a' }] });
    // Its pupils take a share of the facilities of both stages with them.
    expect(comparison.cvs.every((each) => each.becauseOf?.schools[0]?.before === 'a')).toBe(true);
  });

  test('a school that leaves the scope: the cell that took it out', () => {
    const comparison = compare(run(two), run(change(two, 'a', { 'school-type': 'special-education' })));
    expect(comparison.schools).toMatchObject([
      { kind: 'other-part', after: [{ stages: [], outOfScope: [{ stage: null, reason: 'special-education' }] }] },
    ]);
    const cells = [{ key: 'school-type', before: 'primary', after: 'special-education' }];
    expect(comparison.schoolStages[0]).toMatchObject({ after: null, becauseOf: { cells } });
    expect(comparison.cvs[0]?.becauseOf).toMatchObject({ cells, schools: [{ before: 'a' }] });
  });

  test('schools known under other ids, joined and divided', () => {
    const [a, b] = two.schools;
    if (a === undefined || b === undefined) throw new Error('two schools');
    const renamed = county({ ...a, schoolId: 'x' }, b);
    const same = compare(run(two), run(renamed), [{ before: 'a', after: 'x' }]);
    expect(same.basis.map((each) => each.what)).toEqual(['data-set']);
    expect([same.schools, same.schoolStages, same.indicators, same.cvs]).toEqual([[], [], [], []]);

    const joined = compare(run(two), run(county(b)), [
      { before: 'a', after: 'b' },
      { before: 'b', after: 'b' },
    ]);
    expect(joined.schools).toMatchObject([
      { kind: 'joined', before: [{ schoolId: 'a' }, { schoolId: 'b' }], after: [{ schoolId: 'b' }] },
    ]);
    expect(joined.schoolStages.map((each) => each.school)).toEqual([{ before: 'a', after: null }]);
  });

  test('an id named by the identification is matched only as it says', () => {
    const comparison = compare(run(two), run(two), [{ before: 'a', after: 'nowhere' }]);
    expect(comparison.schools.map((each) => each.kind)).toEqual(['disappeared', 'appeared']);
  });

  test('other editions and options are named', () => {
    const draft: Edition = { ...withLimits(edition, { primary: '0.4', junior: '0.4' }), id: 'draft' };
    const comparison = compare(run(two), run(two, { split: 'reported-by-stage', evaluationDate: '2026-01-01' }, draft));
    expect(comparison.basis.map((each) => each.what)).toEqual(['edition', 'split', 'evaluation-date']);
    expect(comparison.cvs.some((each) => each.before?.limit === '0.50' && each.after?.limit === '0.4')).toBe(true);
    const amended = compare(run(two), run(two, {}, { ...draft, id: edition.id }));
    expect(amended.basis.map((each) => each.what)).toEqual(['edition-content']);
  });

  test('with itself there is nothing to say; swapped, everything is said the other way round; it survives JSON', () => {
    const counties = countyArbitrary({ missing: 15, maximumSchools: 6 });
    fc.assert(
      fc.property(counties, counties, (first, second) => {
        const own = compare(run(first), run(first));
        expect(own).toEqual({
          same: true,
          basis: [],
          county: null,
          resourceAllocation: null,
          requirements: [],
          stages: [],
          cvs: [],
          schools: [],
          schoolStages: [],
          indicators: [],
        });
        const there = compare(run(first), run(second));
        const back = compare(run(second), run(first));
        expect(unordered(swapped(there))).toEqual(unordered(back));
        expect(JSON.parse(JSON.stringify(there))).toEqual(there);
      }),
      { numRuns: 40 },
    );
  });

  const value = fc.constantFrom('0', '7', '300', 'primary', 'nine-year', 'teaching-point', 'private', 'yes', 'no', '');
  const editsOf = (keys: readonly string[]) =>
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...keys), value), { minLength: 1, maxLength: 5 });
  const edited = (dataSet: DataSet, edits: readonly (readonly [number, string, string])[]): DataSet =>
    edits.reduce((current, [index, cell, text]) => {
      const chosen = current.schools[index % current.schools.length];
      return chosen === undefined ? current : change(current, chosen.schoolId, { [cell]: text });
    }, dataSet);

  test.each(Object.entries(editionVariants))(
    'every changed number of the same schools has a cause: %s',
    (_, variant) => {
      const keys = [
        'pupils.primary',
        'pupils.junior',
        'pupils.senior',
        'school-type',
        'ownership',
        'sports-field-area',
        'gymnasium-area',
        'equipment-value',
        'teaching-rooms-area',
        'net-teaching-rooms-area',
        'pe-teachers.junior',
        'teachers-associate.primary',
        'visiting-pe-teachers.primary',
        'multimedia-classrooms',
        'rural-50-to-99-pupils',
        'dense-city-centre',
        'rented-venue-area',
        'other-sports-area',
      ];
      const counties = countyArbitrary({ missing: 8, maximumSchools: 6, relaxed: true });
      fc.assert(
        fc.property(counties, editsOf(keys), (dataSet, edits) => {
          const { edition: own, options } = variant;
          const comparison = compare(run(dataSet, options, own), run(edited(dataSet, edits), options, own));
          for (const each of [...comparison.indicators, ...comparison.cvs, ...comparison.schoolStages]) {
            const { cells = [], schools = [] } = each.becauseOf ?? {};
            expect(cells.length + schools.length).toBeGreaterThan(0);
          }
        }),
        { numRuns: 40 },
      );
    },
  );

  test('every changed requirement has a cause, in the schools or in the county report', () => {
    const keys = edition.items.flatMap((item) =>
      item.stages === null ? [item.id] : item.stages.map((stage) => `${item.id}.${stage}`),
    );
    const countyKeys = edition.countyItems.flatMap((item) =>
      item.stages === null ? [item.id] : item.stages.map((stage) => `${item.id}.${stage}`),
    );
    const relaxed: Edition = {
      ...edition,
      specialRules: edition.specialRules.map((rule) => ({ ...rule, enabled: true, validUntil: null })),
    };
    const before = wholeCounty();
    let changes = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(edition, relaxed),
        editsOf(keys),
        fc.array(fc.tuple(fc.constantFrom(...countyKeys), value), { maxLength: 2 }),
        (own, edits, answers) => {
          const after = edited(before, edits);
          const cells = { ...before.county?.cells, ...Object.fromEntries(answers) };
          const options = { evaluationDate: '2026-01-01' };
          const { requirements } = compare(
            run(before, options, own),
            run({ ...after, county: { cells } }, options, own),
          );
          for (const each of requirements) {
            if (each.requirementId === 'R') expect(each.becauseOf).toBeNull();
            else expect((each.becauseOf?.cells ?? []).length).toBeGreaterThan(0);
            changes += 1;
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(changes).toBeGreaterThan(100);
  });

  test("a cell of the county report is nobody's school", () => {
    const before = wholeCounty();
    const cells = { ...before.county?.cells, falsification: 'yes' };
    const { requirements } = compare(run(before), run({ ...before, county: { cells } }));
    expect(requirements).toMatchObject([
      {
        before: { outcome: 'met' },
        after: { outcome: 'unmet' },
        becauseOf: {
          cells: [{ school: { before: null, after: null }, key: 'falsification', before: 'no', after: 'yes' }],
          schools: [],
        },
      },
    ]);
  });
});
