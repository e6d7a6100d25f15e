import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { editionById, evaluateCounty } from '../../src/index.ts';
import type { DataSet, Edition, EvaluationOptions } from '../../src/index.ts';
import { explainCountyStage } from '../../src/kernel/explain-county-stage.ts';
import { outcomeOf } from '../../src/kernel/outcome-codes.ts';
import { countyArbitrary } from '../fixtures/county-arbitrary.ts';
import { evaluateEveryWay } from '../fixtures/every-way.ts';
import { near } from '../fixtures/near.ts';
import { rowsOfCounty } from '../fixtures/rows-of-county.ts';

const found = editionById('cn-2017-quality-balance');
if (found === undefined) throw new Error('edition missing');
const edition: Edition = found;
const { balanceRule } = edition;
if (balanceRule?.kind !== 'cv-limit') throw new Error('the edition limits each CV');
// Most random counties fail at once; with low thresholds every outcome occurs.
const lenient: Edition = {
  ...edition,
  indicators: edition.indicators.map((each) => ({ ...each, thresholds: { primary: '0.4', junior: '0.4' } })),
  balanceRule: { ...balanceRule, limits: { primary: '2', junior: '1.5' } },
};
const rounded: Edition = {
  ...lenient,
  rounding: { indicators: { kind: 'half-up', decimals: 2 }, cvs: { kind: 'half-up', decimals: 1 } },
};

describe('the kernel decides as evaluateCounty does', () => {
  test.each([
    ['complete, the standard', edition, 0, 'weighted'],
    ['complete, lenient', lenient, 0, 'weighted'],
    ['complete, by stage', lenient, 0, 'reported-by-stage'],
    ['complete, rounded before compared', rounded, 0, 'weighted'],
    ['few missing', lenient, 5, 'weighted'],
    ['many missing', lenient, 60, 'weighted'],
    ['many missing, rounded', rounded, 60, 'weighted'],
  ] as const)('%s', (_, own, missing, split) => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(countyArbitrary({ missing, maximumSchools: 10 }), (dataSet) => {
        for (const outcome of expectAgreement(own, dataSet, { split })) seen.add(outcome);
      }),
      { numRuns: 40 },
    );
    expect(seen.size).toBeGreaterThan(own === edition ? 1 : 2);
  });
});

/** Returns every outcome that was compared. */
function expectAgreement(own: Edition, dataSet: DataSet, options: EvaluationOptions): readonly string[] {
  const evaluation = evaluateCounty(own, dataSet, options);
  const { rows, rules } = rowsOfCounty(own, evaluation);
  const result = evaluateEveryWay(rows, rules);
  const seen: string[] = [];
  const n = own.indicators.length;
  let row = 0;
  evaluation.resourceAllocation.stages.forEach((stage, countyStage) => {
    const expectedCounts = [stage.metCount, stage.unmetCount, stage.undeterminedCount];
    expect([result.metCounts, result.unmetCounts, result.undeterminedCounts].map((each) => each[countyStage])).toEqual(
      expectedCounts,
    );
    stage.cvs.forEach((cv, indicator) => {
      const at = countyStage * n + indicator;
      expect(outcomeOf(result.cvOutcomes[at] ?? -1)).toBe(cv.outcome);
      seen.push(cv.outcome);
      if (cv.cv === null) expect(result.cvs[at]).toBeNaN();
      else if (cv.cv > 1e-3) expect(near(result.cvs[at], cv.cv)).toBe(true);
      else expect(Math.abs((result.cvs[at] ?? NaN) - cv.cv)).toBeLessThan(1e-14);
    });
    expect(outcomeOf(result.verdicts[countyStage] ?? -1)).toBe(stage.outcome);
    const rulesOfStage = rules[countyStage];
    if (rulesOfStage === undefined) throw new Error('no rules');
    const why = explainCountyStage(rows, rulesOfStage, countyStage);
    expect([why.outcome, why.schoolsOutcome]).toEqual([stage.outcome, stage.schoolsOutcome]);
    expect(why.cvs.map((cv) => [cv.outcome, cv.provisional])).toEqual(
      stage.cvs.map((cv) => [cv.outcome, cv.provisional]),
    );
    const own = evaluation.schoolStages.filter((each) => each.stage === stage.stage);
    expect(why.schoolStages.map((each) => each.outcome)).toEqual(own.map((each) => each.outcome));
    own.forEach((school, index) => {
      if (school.reason === 'scope-undetermined' || school.pupils === null) return;
      school.indicators.forEach((indicator, each) => {
        const said = why.schoolStages[index]?.indicators[each];
        expect([said?.outcome, said?.aboveFloor]).toEqual([indicator.outcome, indicator.aboveFloor]);
        const share = stage.cvs[each]?.contributions.find((one) => one.schoolId === school.schoolId)?.share ?? null;
        const found = why.cvs[each]?.shares[index] ?? null;
        if (share !== null && (stage.cvs[each]?.cv ?? 0) > 1e-3) expect(found).toBeCloseTo(share, 10);
      });
    });
    seen.push(stage.outcome);
    for (const school of evaluation.schoolStages.filter((each) => each.stage === stage.stage)) {
      const known = school.reason !== 'scope-undetermined' && school.pupils !== null;
      school.indicators.forEach((indicator, index) => {
        const bit = 1 << index;
        if (!known) return;
        expect(((result.reached[row] ?? 0) & bit) !== 0).toBe(indicator.outcome === 'met');
        expect(((result.aboveFloor[row] ?? 0) & bit) !== 0).toBe(indicator.aboveFloor === true);
      });
      row += 1;
    }
  });
  return seen;
}
