import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  evaluateCounty,
  hasPlace,
  measureCoverage,
  placesOfCounty,
  placesOfSchool,
  problemKey,
  problemsOf,
  shortfallOf,
} from '../src/index.ts';
import type { Edition, Measure, MeasureEffect, RectificationProblem, Requirement } from '../src/index.ts';
import { countyArbitrary } from './fixtures/county-arbitrary.ts';
import { editionVariants } from './fixtures/edition-variants.ts';
import { shippedEdition } from './fixtures/editions.ts';
import { runs } from './fixtures/runs.ts';
import { cellsOf, county, school } from './fixtures/schools.ts';
import { wholeCounty } from './fixtures/whole-county.ts';

const edition = shippedEdition('cn-2017-quality-balance');

const indicatorOf = (schoolId: string, indicatorId: string): RectificationProblem['key'] =>
  problemKey({ kind: 'indicator', schoolId, stage: 'primary', indicatorId });
const change = (schoolId: string, key: string, by: string): MeasureEffect => ({ kind: 'change', schoolId, key, by });
const measure = (id: string, problems: readonly string[], ...effects: readonly MeasureEffect[]): Measure => ({
  id,
  problems,
  effects,
});

/** Of school a two indicators are unmet, one of them below its floor; school b misses one, which the standard tolerates. */
const twoSchools = county(
  school(
    'a',
    cellsOf('primary', { primary: '1000' }, { 'multimedia-classrooms': '10', 'backbone-teachers.primary': '9' }),
  ),
  school('b', cellsOf('primary', { primary: '1000' }, { 'multimedia-classrooms': '21' })),
);

/** The instrument only shows 两个只增不减; a province may judge by them. */
function judgingWhetherItFalls(edition: Edition): Edition {
  const judged = (requirement: Requirement): Requirement => {
    if (requirement.id !== 'basic-not-lower' || requirement.rule.kind !== 'scored') return requirement;
    const parts = requirement.rule.points.flatMap(({ id, scoring }) =>
      scoring.kind === 'all-or-nothing' ? [{ id, rule: scoring.rule }] : [],
    );
    return { ...requirement, rule: { kind: 'all-of', parts } };
  };
  return { ...edition, requirements: edition.requirements.map(judged) };
}

describe('the problems of an evaluation', () => {
  const problems = problemsOf(edition, evaluateCounty(edition, twoSchools));
  const weightOf = (key: string) => problems.find((each) => each.key === key)?.weight;

  test('an unmet indicator weighs what its school-stage says; a CV above its limit is one too', () => {
    expect(weightOf(indicatorOf('a', 'R7'))).toBe('fails');
    expect(weightOf(indicatorOf('a', 'R2'))).toBe('fails');
    expect(weightOf(indicatorOf('b', 'R7'))).toBe('tolerated');
    expect(problems.find(({ key }) => key === indicatorOf('a', 'R7'))?.measured).toEqual({
      value: 1,
      exact: '1',
      comparator: 'at-least',
      limit: '2.3',
    });
  });

  test('a requirement whose parts must all hold is a problem for each part that fails', () => {
    const basic = judgingWhetherItFalls(shippedEdition('cn-2012-basic-balance'));
    const yearly = (item: string, values: Readonly<Record<string, readonly string[]>>) =>
      Object.fromEntries(
        Object.entries(values).flatMap(([stage, own]) =>
          own.map((value, back) => [`${item}.${stage}${back === 0 ? '' : `@${back}`}`, value]),
        ),
      );
    const fallen = ['8000', '8100', '8050'];
    const report = {
      ...yearly('per-pupil-general-budget', { preschool: fallen, primary: fallen, junior: fallen, senior: fallen }),
      'general-budget-education': '90',
      'general-budget-education@1': '100',
      'general-budget-education@2': '95',
    };
    const data = { ...twoSchools, county: { cells: report } };
    const parts = problemsOf(basic, evaluateCounty(basic, data)).flatMap(({ place }) =>
      place.kind === 'requirement' && place.requirementId === 'basic-not-lower' ? [place.part] : [],
    );
    expect(parts).toEqual([
      'general-budget',
      'per-pupil.preschool',
      'per-pupil.primary',
      'per-pupil.junior',
      'per-pupil.senior',
    ]);

    // A report names four stages that fail and measures for two (golden G082): the other two have none.
    const raise = (stage: string): Measure => ({
      id: `raise ${stage}`,
      problems: [partOf(`per-pupil.${stage}`)],
      effects: [{ kind: 'change', schoolId: null, key: `per-pupil-general-budget.${stage}`, by: '100' }],
    });
    const partOf = (part: string) =>
      problemKey({ kind: 'requirement', requirementId: 'basic-not-lower', part, schoolId: null, stage: null });
    const coverage = measureCoverage(basic, data, [raise('junior'), raise('senior')]);
    expect(coverage.refused).toEqual([]);
    expect(
      coverage.problems
        .filter(({ problem }) => problem.key.startsWith('requirement/basic-not-lower/per-pupil'))
        .map(({ problem, state }) => [problem.key, state]),
    ).toEqual([
      [partOf('per-pupil.preschool'), 'no-measure'],
      [partOf('per-pupil.primary'), 'no-measure'],
      [partOf('per-pupil.junior'), 'reached'],
      [partOf('per-pupil.senior'), 'reached'],
    ]);
  });

  test('a county that meets everything has none', () => {
    const whole = wholeCounty();
    const evaluation = evaluateCounty(edition, whole, { evaluationDate: '2026-06-30' });
    expect(evaluation.county.outcome).toBe('met');
    expect(problemsOf(edition, evaluation).filter(({ weight }) => weight === 'fails')).toEqual([]);
  });

  test.each(Object.entries(editionVariants))('%s: what fails and what is unmet are the same', (_, variant) => {
    fc.assert(
      fc.property(countyArbitrary({ missing: 5, maximumSchools: 6, relaxed: true }), (dataSet) => {
        const evaluation = evaluateCounty(variant.edition, dataSet, variant.options);
        const found = problemsOf(variant.edition, evaluation);
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
        // Somebody may name by hand whatever is found by itself, by the same key.
        const nameable = new Set(
          [
            ...placesOfCounty(variant.edition),
            // A type that the edition does not know: these counties report pupils in stages that their types do not have.
            ...dataSet.schools.flatMap(({ schoolId }) => placesOfSchool(variant.edition, { schoolId, type: 'any' })),
          ].map(problemKey),
        );
        expect(found.filter(({ key }) => !nameable.has(key))).toEqual([]);
        const failing = found.filter(({ weight, place }) => weight === 'fails' && place.kind !== 'requirement');
        expect(failing.length > 0).toBe(evaluation.resourceAllocation.outcome === 'unmet');
        const unmet = evaluation.county.outcome === 'unmet';
        expect(found.some(({ weight }) => weight === 'fails') || !unmet).toBe(true);
      }),
      runs(60),
    );
  });
});

describe('what measures cover', () => {
  test('reaches with what is lacking, and not with one less', () => {
    const before = evaluateCounty(edition, twoSchools);
    const indicator = before.schoolStages[0]?.indicators.find(({ indicatorId }) => indicatorId === 'R7');
    const lacking = indicator === undefined ? null : shortfallOf(edition, indicator);
    expect(lacking?.amount).toBe('13');
    const key = indicatorOf('a', 'R7');
    const stateWith = (by: string) =>
      measureCoverage(edition, twoSchools, [measure('m', [key], change('a', 'multimedia-classrooms', by))], {
        before,
      }).problems.find(({ problem }) => problem.key === key);
    // R2 is one backbone teacher short and above its floor: with R7 the school reaches six of seven.
    expect(stateWith('13')).toMatchObject({ state: 'reached', measures: ['m'], after: { value: 2.3 } });
    expect(stateWith('12')).toMatchObject({ state: 'short', after: { value: 2.2 } });
    expect(stateWith('-1')).toMatchObject({ state: 'no-effect' });
  });

  test('a problem that another measure happens to mend is reached, one that the school then may miss is tolerated', () => {
    const { problems } = measureCoverage(edition, twoSchools, [
      measure('rooms', [], change('a', 'multimedia-classrooms', '13')),
    ]);
    const stateOf = (key: string) => problems.find(({ problem }) => problem.key === key);
    expect(stateOf(indicatorOf('a', 'R7'))).toMatchObject({ state: 'reached', measures: [] });
    expect(stateOf(indicatorOf('a', 'R2'))).toMatchObject({ state: 'tolerated', measures: [] });
  });

  test('a measure without numbers has no effect, and one for nothing known is named', () => {
    const key = indicatorOf('a', 'R7');
    const coverage = measureCoverage(edition, twoSchools, [measure('training', [key, 'indicator/z/primary/R7'])]);
    expect(coverage.problems.find(({ problem }) => problem.key === key)?.state).toBe('no-effect');
    expect(coverage.unknownProblems).toEqual(['indicator/z/primary/R7']);
    expect(coverage.after.hash).toBe(coverage.before.hash);
  });

  test('says what fails only because of the measures', () => {
    // Fifty multimedia classrooms more in one of the two schools: the CV of the stage is above 0.50 then.
    const { arising } = measureCoverage(edition, twoSchools, [
      measure('rooms', [], change('b', 'multimedia-classrooms', '50')),
    ]);
    expect(arising.map(({ key }) => key)).toEqual(['cv/primary/R7']);
  });

  test('changes of one cell add up, also those of a rotation that takes from one school and gives to another', () => {
    const { after, refused } = measureCoverage(edition, twoSchools, [
      measure('buys', [], change('a', 'multimedia-classrooms', '5')),
      measure('builds', [], change('a', 'multimedia-classrooms', '8')),
      measure(
        'rotates',
        [],
        change('b', 'backbone-teachers.primary', '-1'),
        change('a', 'backbone-teachers.primary', '1'),
      ),
    ]);
    expect(refused).toEqual([]);
    expect(after.schoolStages.map(({ outcome }) => outcome)).toEqual(['met', 'met']);
  });

  test.each<readonly [string, MeasureEffect[], string]>([
    ['a school nobody knows', [change('z', 'multimedia-classrooms', '1')], 'unknown-school'],
    ['a cell nobody knows', [change('a', 'swimming-pools', '1')], 'unknown-cell'],
    ['a change of an answer', [change('a', 'locale', '1')], 'not-a-number'],
    ['an amount that is none', [change('a', 'multimedia-classrooms', 'many')], 'not-a-number'],
    ['half a classroom', [change('a', 'multimedia-classrooms', '0.5')], 'not-an-integer'],
    ['more than there is', [change('a', 'multimedia-classrooms', '-11')], 'below-zero'],
    ['nothing reported', [change('a', 'founded-year', '1')], 'nothing-to-change'],
    [
      'two answers',
      [
        { kind: 'set', schoolId: 'a', key: 'boarding', value: 'yes' },
        { kind: 'set', schoolId: 'a', key: 'boarding', value: 'no' },
      ],
      'contradicts',
    ],
    [
      'a cell set and changed',
      [
        { kind: 'set', schoolId: 'a', key: 'multimedia-classrooms', value: '30' },
        change('a', 'multimedia-classrooms', '1'),
      ],
      'contradicts',
    ],
  ])('%s is refused and the rest computed', (_, effects, problem) => {
    const { refused, after } = measureCoverage(edition, twoSchools, [
      measure('wrong', [], ...effects),
      measure('right', [], change('b', 'multimedia-classrooms', '3')),
    ]);
    expect(refused).toEqual(effects.map((effect) => ({ measureId: 'wrong', effect, problem })));
    expect(after.schoolStages[1]?.indicators.find(({ indicatorId }) => indicatorId === 'R7')?.exact).toBe('12/5');
  });

  test('the order of measures and effects changes nothing', () => {
    const effect = fc.record({
      kind: fc.constant('change' as const),
      schoolId: fc.constantFrom('a', 'b'),
      key: fc.constantFrom('multimedia-classrooms', 'backbone-teachers.primary', 'sports-field-area'),
      by: fc.integer({ min: -9, max: 20 }).map(String),
    });
    fc.assert(
      fc.property(fc.array(fc.array(effect, { maxLength: 3 }), { maxLength: 5 }), (lists) => {
        const measures = lists.map((effects, index) => measure(`m${index}`, [], ...effects));
        const one = measureCoverage(edition, twoSchools, measures);
        const other = measureCoverage(
          edition,
          twoSchools,
          measures.toReversed().map((each) => ({ ...each, effects: each.effects.toReversed() })),
        );
        expect(other.after.hash).toBe(one.after.hash);
        expect(other.refused.length).toBe(one.refused.length);
      }),
      runs(50),
    );
  });
});

test('a place that no data could ever decide is none', () => {
  const primary = { schoolId: 'a', type: 'primary' };
  const nineYear = { schoolId: 'a', type: 'nine-year' };
  const at = (stage: string, indicatorId = 'R4') => ({ kind: 'indicator', schoolId: 'a', stage, indicatorId }) as const;
  expect(hasPlace(edition, at('primary'), primary)).toBe(true);
  expect(hasPlace(edition, at('junior'), primary)).toBe(false);
  expect(hasPlace(edition, at('junior'), nineYear)).toBe(true);
  expect(hasPlace(edition, at('senior'), nineYear)).toBe(false);
  expect(hasPlace(edition, at('primary', 'X9'), primary)).toBe(false);
  expect(hasPlace(edition, { ...at('primary'), schoolId: 'b' }, primary)).toBe(false);
  expect(hasPlace(edition, { kind: 'cv', stage: 'primary', indicatorId: 'R4' }, null)).toBe(true);
  expect(hasPlace(edition, { kind: 'composite-cv', stage: 'primary' }, null)).toBe(false);
  const requirements = placesOfCounty(edition).filter(({ kind }) => kind === 'requirement');
  expect(requirements.length).toBeGreaterThan(0);
  expect(new Set(requirements.map(problemKey)).size).toBe(requirements.length);
});
