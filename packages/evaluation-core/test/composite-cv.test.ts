import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, evaluateCounty, explainer } from '../src/index.ts';
import type { DataSet, Edition } from '../src/index.ts';
import { decimal } from '../src/quantities/decimal.ts';
import { square } from '../src/quantities/rational.ts';
import { meanRootToDouble } from '../src/statistics/composite-cv.ts';
import { golden, readCsv } from './fixtures/csv.ts';
import { evaluateExpression, holds } from './fixtures/expression-checker.ts';
import { county, school } from './fixtures/schools.ts';
import { smallEdition } from './fixtures/small-edition.ts';

const ids = Array.from({ length: 8 }, (_, index) => `B${index + 1}`);
const limits = { primary: '0.65', junior: '0.55' };
const eachCv = smallEdition({
  id: 'eight-cvs',
  cvLimits: limits,
  indicators: ids.map((id) => ({ id, multiplier: '1', threshold: '0', scale: 2 })),
  minimumMet: 0,
  floorShare: '1',
});
const edition: Edition = {
  ...eachCv,
  indicators: eachCv.indicators.map((each) => ({ ...each, thresholds: {} })),
  schoolRule: null,
  balanceRule: { kind: 'composite-cv', indicators: null, limits, source: eachCv.splitting.source },
};

/** One school with its eight amounts; null = missing. */
const reporting = (id: string, stage: string, pupils: number, amounts: readonly (string | null)[]) =>
  school(id, {
    'school-type': stage,
    [`pupils.${stage}`]: String(pupils),
    ...Object.fromEntries(amounts.flatMap((amount, index) => (amount === null ? [] : [[ids[index] ?? '', amount]]))),
  });

const stageOf = (dataSet: DataSet, stage: string, own: Edition = edition) =>
  evaluateCounty(own, dataSet).resourceAllocation.stages.find((each) => each.stage === stage);

describe('published composites of Anhui, Jilin and Chongqing', () => {
  const rows = readCsv(golden('cases/cv_published_basic_8_indicators.csv'));
  test('there are 23', () => {
    expect(rows).toHaveLength(23);
  });
  test.each(rows.map((row) => [`${row['county']} ${row['stage']}`, row] as const))('%s', (_, row) => {
    const cvs = ids.map((__, index) => decimal(row[`cv${index + 1}`] ?? ''));
    const mean = meanRootToDouble(cvs.map(square));
    expect(Math.abs((mean ?? 1) - Number(row['composite_stated']))).toBeLessThanOrEqual(0.001);
    expect(mean).toBeCloseTo(Number(row['mean_of_8_recomputed']), 6);
    const stage = row['stage'] === '小学' ? 'primary' : 'junior';
    expect(limits[stage]).toBe(row['composite_limit']);
    expect(row['verdict_2012']).toBe('pass');
    expect((mean ?? 1) <= Number(limits[stage])).toBe(true);
  });
});

// Two schools of 100 pupils with amounts a and b have CV = (a - b) / (a + b). Each row: eight such pairs whose mean is exactly the limit.
const onTheLimit: Readonly<Record<string, readonly (readonly (readonly [string, string])[])[]>> = {
  primary: [
    Array.from({ length: 8 }, () => ['33', '7'] as const),
    [...Array.from({ length: 4 }, () => ['8', '2'] as const), ...Array.from({ length: 4 }, () => ['17', '3'] as const)],
    // 1, 1, 1, 1, 0.3, 0.3, 0.3, 0.3
    [...Array.from({ length: 4 }, () => ['5', '0'] as const), ...Array.from({ length: 4 }, () => ['13', '7'] as const)],
  ],
  junior: [
    Array.from({ length: 8 }, () => ['31', '9'] as const),
    [...Array.from({ length: 4 }, () => ['3', '1'] as const), ...Array.from({ length: 4 }, () => ['8', '2'] as const)],
    // 1 and seven times 17/35 make (1 + 3.4) / 8 = 0.55
    [['5', '0'], ...Array.from({ length: 7 }, () => ['26', '9'] as const)],
  ],
};

describe.each(Object.entries(onTheLimit))('counties on the limit of %s', (stage, pairs) => {
  const countyOf = (amounts: readonly (readonly [string, string])[]): DataSet =>
    county(
      reporting(
        'a',
        stage,
        100,
        amounts.map((pair) => pair[0]),
      ),
      reporting(
        'b',
        stage,
        100,
        amounts.map((pair) => pair[1]),
      ),
    );
  const limit = Number(limits[stage === 'primary' ? 'primary' : 'junior']);

  test.each(pairs.map((amounts, index) => [index, amounts] as const))('row %i', (_, amounts) => {
    const on = stageOf(countyOf(amounts), stage);
    expect(on?.composite).toEqual({
      outcome: 'met',
      value: limit,
      limit: limits[stage === 'primary' ? 'primary' : 'junior'],
      provisional: false,
      boundary: false,
      reason: null,
    });
    expect(on).toMatchObject({ outcome: 'met', balanceOutcome: 'met', schoolsOutcome: 'not-applicable' });
    // One unit (0.01) more for the richer school is above the limit, one unit less below, whichever indicator it is.
    amounts.forEach((pair, changed) => {
      for (const [unit, outcome] of [
        ['0.01', 'unmet'],
        ['-0.01', 'met'],
      ] as const) {
        if (pair[1] === '0') continue;
        const moved = (Number(pair[0]) + Number(unit)).toFixed(2).replace(/\.?0+$/, '');
        const beside = amounts.map((each, at) => (at === changed ? ([moved, each[1]] as const) : each));
        const composite = stageOf(countyOf(beside), stage)?.composite;
        expect(composite).toMatchObject({ outcome, provisional: false });
        expect(Math.sign((composite?.value ?? 0) - limit)).toBe(outcome === 'met' ? -1 : 1);
        // 0.6501 would be met if it were rounded first.
        expect(composite?.boundary).toBe(outcome === 'unmet');
      }
    });
  });
});

test('single CVs are not judged, only their mean; one of them far above the limit does not matter', () => {
  const dataSet = county(
    reporting('a', 'primary', 100, ['20', '12', '12', '12', '12', '12', '12', '12']),
    reporting('b', 'primary', 100, ['0', '8', '8', '8', '8', '8', '8', '8']),
  );
  const stage = stageOf(dataSet, 'primary');
  expect(stage?.cvs[0]).toMatchObject({ cv: 1, limit: '', outcome: 'not-applicable', boundary: false, reason: null });
  expect(stage?.composite).toMatchObject({ outcome: 'met', value: 0.3 });
  expect(stageOf(dataSet, 'primary', eachCv)).toMatchObject({ balanceOutcome: 'unmet', composite: null });
  expect(stageOf(dataSet, 'junior')?.composite).toMatchObject({ outcome: 'not-applicable', value: null });
});

test('a CV that does not exist leaves the mean undetermined, with the reason', () => {
  const dataSet = county(
    reporting('a', 'primary', 100, ['0', '12', '12', '12', '12', '12', '12', '12']),
    reporting('b', 'primary', 100, ['0', '8', '8', '8', '8', '8', '8', '8']),
  );
  const stage = stageOf(dataSet, 'primary');
  expect(stage?.composite).toMatchObject({
    outcome: 'undetermined',
    value: null,
    reason: 'zero-mean',
    provisional: false,
  });
  expect(stage?.cvs[0]).toMatchObject({ cv: null, reason: 'zero-mean', outcome: 'not-applicable' });
  expect(stage).toMatchObject({ balanceOutcome: 'undetermined', outcome: 'undetermined' });
});

test('only the CVs that the rule lists enter the mean', () => {
  const own: Edition = {
    ...edition,
    balanceRule: {
      ...eachCv.balanceRule,
      kind: 'composite-cv',
      indicators: ['B1', 'B8'],
      limits,
      source: eachCv.splitting.source,
    },
  };
  const dataSet = county(
    reporting('a', 'primary', 100, ['33', '10', '10', '10', '10', '10', '10', '33']),
    reporting('b', 'primary', 100, ['7', '0', '0', '0', '0', '0', '0', '7']),
  );
  const stage = stageOf(dataSet, 'primary', own);
  expect(stage?.cvs.map((cv) => cv.indicatorId)).toEqual(['B1', 'B8']);
  expect(stage?.composite).toMatchObject({ outcome: 'met', value: 0.65 });
});

test('without rules for schools and for balance nothing is asked of a stage, and the values are shown all the same', () => {
  const own: Edition = { ...edition, balanceRule: null };
  const dataSet = county(
    reporting(
      'a',
      'primary',
      100,
      ids.map(() => '25'),
    ),
  );
  const result = evaluateCounty(own, dataSet);
  expect(result.resourceAllocation).toMatchObject({ outcome: 'not-applicable', complete: true });
  expect(result.resourceAllocation.stages[0]).toMatchObject({
    balanceOutcome: 'not-applicable',
    composite: null,
    cvs: [],
  });
  expect(result.schoolStages[0]).toMatchObject({ outcome: 'not-applicable', points: null, grade: null });
  expect(result.schoolStages[0]?.indicators[0]).toMatchObject({
    outcome: 'not-applicable',
    value: 0.25,
    threshold: '',
    floor: '',
  });
});

describe('properties', () => {
  const amount = fc.integer({ min: 0, max: 2000 }).map((value) => String(value / 100));
  const schools = fc.array(
    fc.record({
      pupils: fc.integer({ min: 1, max: 900 }),
      amounts: fc.array(fc.option(amount, { freq: 12 }), { minLength: 8, maxLength: 8 }),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const countyOf = (list: readonly { readonly pupils: number; readonly amounts: readonly (string | null)[] }[]) =>
    county(...list.map((each, index) => reporting(`s${index}`, 'primary', each.pupils, each.amounts)));
  // Random counties are far apart, so that other limits bring the outcomes closer.
  const lenient = fc.constantFrom('0.3', '0.5', '0.65', '0.9', '1.2').map((limit): Edition => ({
    ...edition,
    balanceRule: {
      kind: 'composite-cv',
      indicators: null,
      limits: { ...limits, primary: limit },
      source: eachCv.splitting.source,
    },
  }));

  test('what is decided with amounts missing holds for any completion', () => {
    let decided = 0;
    fc.assert(
      fc.property(schools, lenient, fc.infiniteStream(amount), (list, own, dice) => {
        const first = stageOf(countyOf(list), 'primary', own);
        const filled = list.map((each) => ({
          ...each,
          amounts: each.amounts.map((reported) => reported ?? String(dice.next().value)),
        }));
        const last = stageOf(countyOf(filled), 'primary', own);
        expect(last?.composite?.provisional).toBe(false);
        if (first?.composite?.outcome === 'undetermined') return;
        decided += first?.composite?.provisional === true ? 1 : 0;
        expect(last?.composite?.outcome).toBe(first?.composite?.outcome);
      }),
      { numRuns: 400 },
    );
    expect(decided).toBeGreaterThan(5);
  });

  test('the order of schools changes no byte', () => {
    fc.assert(
      fc.property(schools, (list) => {
        const dataSet = countyOf(list);
        const reversed = { ...dataSet, schools: [...dataSet.schools].reverse() };
        expect(canonicalJson(evaluateCounty(edition, reversed))).toBe(canonicalJson(evaluateCounty(edition, dataSet)));
      }),
      { numRuns: 40 },
    );
  });

  test('the decision can be checked with the printed numbers alone', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(schools, lenient, (list, own) => {
        const dataSet = countyOf(list);
        const at = explainer(own, dataSet, {});
        const node = at('composite/primary');
        expect(node).toMatchObject({
          kind: 'composite-cv',
          outcome: stageOf(dataSet, 'primary', own)?.composite?.outcome,
        });
        expect(at('stage/primary').children).toContain('composite/primary');
        expect(node.children).toHaveLength(8);
        const { formula } = node;
        if (formula?.expression == null || formula.result === null || formula.comparison === null) {
          expect(node.complete && node.outcome !== 'undetermined').toBe(false);
          return;
        }
        const mean = evaluateExpression(formula.expression);
        expect(holds(mean, '=', evaluateExpression(formula.result))).toBe(true);
        expect(holds(mean, formula.comparison.relation, evaluateExpression(formula.comparison.limit))).toBe(
          formula.comparison.holds,
        );
        expect(node.outcome).toBe(formula.comparison.holds ? 'met' : 'unmet');
        const bound = String(formula.numbers['bound']);
        seen.add(bound);
        // Each printed number lies on the right side of the CV of its child: squared, beside the child's CV^2.
        const numbers = formula.expression.slice(1, formula.expression.lastIndexOf(')')).split(' + ');
        node.children.forEach((child, index) => {
          const cvSquare = evaluateExpression(at(child).formula?.result ?? '');
          const relation = bound === 'exact' ? '=' : bound === 'upper' ? '>=' : '<=';
          expect(holds(evaluateExpression(`(${numbers[index] ?? ''})^2`), relation, cvSquare)).toBe(true);
        });
      }),
      { numRuns: 150 },
    );
    expect([...seen].sort()).toEqual(expect.arrayContaining(['lower', 'upper']));
  });
});
