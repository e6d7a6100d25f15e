import type { Engine } from '../engine.ts';
import { timed } from '../engine.ts';
import type { Results } from '../results.ts';
import { newResults } from '../results.ts';
import type { WorkloadSize } from '../workload.ts';
import { generate, indicators, stageRules, width } from '../workload.ts';

interface SchoolYear {
  readonly countyStage: number;
  readonly stage: number;
  readonly pupils: number;
  readonly amounts: readonly number[];
}

interface CountyStageResult {
  readonly means: readonly number[];
  readonly cvs: readonly number[];
  readonly schools: readonly { readonly reached: number; readonly aboveFloor: number; readonly passes: boolean }[];
  readonly passCount: number;
  readonly met: boolean;
}

/** What one writes first: an object per school-year, grouped in a Map, then map and reduce. */
export function openObjects(size: WorkloadSize): Promise<Engine> {
  const schoolYears: SchoolYear[] = [];
  generate(size, (countyStage, stage, rows, numbers) => {
    for (let row = 0; row < rows; row += 1) {
      const [pupils = 0, ...amounts] = numbers.subarray(row * width, (row + 1) * width);
      schoolYears.push({ countyStage, stage, pupils, amounts });
    }
  });
  let last: ReadonlyMap<number, CountyStageResult> = new Map();
  return Promise.resolve({
    version: process.version,
    run: () => timed(() => (last = evaluate(schoolYears))),
    results: () => Promise.resolve(asArrays(last, size)),
    close: () => Promise.resolve(),
  });
}

function evaluate(schoolYears: readonly SchoolYear[]): ReadonlyMap<number, CountyStageResult> {
  const groups = new Map<number, SchoolYear[]>();
  for (const each of schoolYears) {
    const group = groups.get(each.countyStage);
    if (group === undefined) groups.set(each.countyStage, [each]);
    else group.push(each);
  }
  return new Map([...groups].map(([countyStage, group]) => [countyStage, evaluateCountyStage(group)]));
}

const each = Array.from({ length: indicators }, (_, indicator) => indicator);

function evaluateCountyStage(group: readonly SchoolYear[]): CountyStageResult {
  const rules = stageRules[group[0]?.stage ?? 0];
  const set = rules?.thresholdSets[0];
  if (rules === undefined || set === undefined) throw new Error('no rules');
  const pupils = group.reduce((sum, school) => sum + school.pupils, 0);
  const means = each.map((i) => group.reduce((sum, school) => sum + (school.amounts[i] ?? 0), 0) / pupils);
  const cvs = each.map((i) => {
    const mean = means[i] ?? 0;
    const deviations = group.reduce((sum, school) => {
      const deviation = (school.amounts[i] ?? 0) - mean * school.pupils;
      return sum + (deviation * deviation) / school.pupils;
    }, 0);
    return Math.sqrt(deviations / pupils) / mean;
  });
  const schools = group.map((school) => {
    const values = each.map((i) => (school.amounts[i] ?? 0) * (set.times[i] ?? 0));
    const met = each.filter((i) => (values[i] ?? 0) >= (set.reach[i] ?? 0) * school.pupils);
    const above = each.filter((i) => (values[i] ?? 0) >= (set.floor[i] ?? 0) * school.pupils);
    return {
      reached: met.reduce((mask, i) => mask | (1 << i), 0),
      aboveFloor: above.reduce((mask, i) => mask | (1 << i), 0),
      passes: met.length >= rules.minimumMet && above.length === indicators,
    };
  });
  const passCount = schools.filter((school) => school.passes).length;
  const balanced = cvs.every((cv, i) => {
    const limit = rules.cvLimits[i];
    return limit === null || limit === undefined || cv <= limit.numerator / limit.denominator;
  });
  return { means, cvs, schools, passCount, met: balanced && passCount === group.length };
}

function asArrays(found: ReadonlyMap<number, CountyStageResult>, size: WorkloadSize): Results {
  const results = newResults(size.countyStages, size.schoolYears);
  let row = 0;
  for (const [countyStage, each] of found) {
    results.means.set(each.means, countyStage * indicators);
    results.cvs.set(each.cvs, countyStage * indicators);
    for (const school of each.schools) {
      results.reached[row] = school.reached;
      results.aboveFloor[row] = school.aboveFloor;
      row += 1;
    }
    results.passCounts[countyStage] = each.passCount;
    results.verdicts[countyStage] = Number(each.met);
  }
  return results;
}
