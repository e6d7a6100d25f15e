import { evaluateRows } from '../src/kernel/evaluate-rows.ts';
import type { Precision } from '../src/kernel/evaluate-fused.ts';
import { met, unmet } from '../src/kernel/outcome-codes.ts';
import { newRows } from '../src/kernel/school-stage-rows.ts';
import { cvLimit, thresholdSet } from '../src/kernel/stage-rules.ts';
import type { StageRules } from '../src/kernel/stage-rules.ts';
import { rational } from '../src/quantities/rational.ts';
import { countyOnLimit, shuffled } from './limit-counties.ts';
import type { Term } from './limit-counties.ts';
import { randomFrom } from './random.ts';
import { seed } from './workload.ts';

export interface ExactnessReport {
  readonly counties: number;
  readonly schoolStages: number;
  /** Decisions other than the true one: on the limit, in another order, one unit below, one unit above. */
  readonly flips: number;
  /** The same of plain doubles, on the limit only. */
  readonly plainFlips: number;
  readonly microsecondsPerCounty: number;
}

const limits = [
  [1, 2],
  [9, 20],
] as const;

/** 0.50 and 0.45; one indicator, whose threshold every school reaches. */
const rules: readonly StageRules[] = limits.map(([n, d]) => ({
  thresholdSets: [thresholdSet([{ reach: null, floor: null }])],
  counted: 1,
  minimumMet: 1,
  cvLimits: [cvLimit({ limit: rational(BigInt(n), BigInt(d)), included: true })],
}));

const batch = 5000;

/** Counties whose CV is exactly the limit by construction (`limit-counties.ts`): nothing is compared with a number we computed. */
export function measureExactness(counties: number): ExactnessReport {
  const random = randomFrom(seed + 2);
  let flips = 0;
  let plainFlips = 0;
  let schoolStages = 0;
  let milliseconds = 0;
  for (let done = 0; done < counties; done += batch) {
    const own = Array.from({ length: Math.min(batch, counties - done) }, (_, each) => {
      const [n, d] = limits[each % 2] ?? [1, 2];
      return countyOnLimit(random, n, d, 3 + (random() % 8));
    });
    schoolStages += own.reduce((sum, terms) => sum + terms.length, 0);
    plainFlips += countOther(own, met, 'plain-doubles');
    const before = performance.now();
    flips += countOther(own, met, 'exact');
    milliseconds += performance.now() - before;
    flips += countOther(
      own.map((terms) => shuffled(random, terms)),
      met,
      'exact',
    );
    flips += countOther(
      own.map((terms) => nudged(terms, -1)),
      met,
      'exact',
    );
    flips += countOther(
      own.map((terms) => nudged(terms, 1)),
      unmet,
      'exact',
    );
  }
  return { counties, schoolStages, flips, plainFlips, microsecondsPerCounty: (milliseconds / counties) * 1000 };
}

/** One unit more or less in the school that has most per pupil, where more raises the CV and less lowers it. */
function nudged(terms: readonly Term[], by: number): readonly Term[] {
  const highest = terms.reduce((best, each) => (each.amount / each.pupils > best.amount / best.pupils ? each : best));
  return terms.map((each) => (each === highest ? { ...each, amount: each.amount + by } : each));
}

function countOther(counties: readonly (readonly Term[])[], truth: number, precision: Precision): number {
  const rows = newRows({ indicators: 1, sizes: counties.map((terms) => terms.length) });
  let at = 0;
  counties.forEach((terms, each) => {
    rows.stages[each] = each % 2;
    for (const { pupils, amount } of terms) {
      rows.numbers[at] = pupils;
      rows.numbers[at + 1] = amount;
      at += rows.stride;
    }
  });
  const { verdicts } = evaluateRows(rows, rules, undefined, precision);
  return verdicts.reduce((count, verdict) => count + Number(verdict !== truth), 0);
}
