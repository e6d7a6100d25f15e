import { evaluateRows } from '../src/kernel/evaluate-rows.ts';
import { met, unmet } from '../src/kernel/outcome-codes.ts';
import { newOutcomes } from '../src/kernel/row-outcomes.ts';
import { EngineMissing } from './engine.ts';
import { median } from './medians.ts';
import { loadPeer, peerVersions } from './peers.ts';
import { tolerance } from './results.ts';
import { indicators, sizeFor, stageRules, workloadRows } from './workload.ts';

interface Decimal {
  plus(other: Decimal): Decimal;
  minus(other: Decimal): Decimal;
  times(other: Decimal): Decimal;
  div(other: Decimal): Decimal;
  sqrt(): Decimal;
  lte(other: Decimal): boolean;
  toNumber(): number;
}
interface DecimalModule {
  readonly Decimal: { clone(options: { precision: number }): new (value: number) => Decimal };
}

export interface DecimalReport {
  readonly version: string;
  readonly cvs: number;
  /** Microseconds for each CV with its verdict; of ours with all else that it does: thresholds, masks, counts. */
  readonly peerMicroseconds: number | null;
  readonly oursMicroseconds: number;
  readonly reason: string | null;
}

const countyStages = 200;
const digits = 34;

/** CVs and their verdicts of a part of the workload in decimals of 34 digits, by the formula as it is printed. */
export function measureDecimals(): DecimalReport {
  const rows = workloadRows(sizeFor(countyStages), false);
  const outcomes = newOutcomes(rows);
  const cvs = countyStages * indicators;
  const ownTimes = Array.from({ length: 60 }, () => {
    const before = performance.now();
    evaluateRows(rows, stageRules, outcomes);
    return performance.now() - before;
  });
  const base = {
    version: peerVersions['decimal.js'],
    cvs,
    oursMicroseconds: (median(ownTimes.slice(30)) * 1000) / cvs,
  };
  try {
    const { Decimal } = loadPeer('decimal.js') as DecimalModule;
    const Precise = Decimal.clone({ precision: digits });
    const before = performance.now();
    const found: { readonly cv: number; readonly within: boolean }[] = [];
    for (let countyStage = 0; countyStage < countyStages; countyStage += 1)
      for (let indicator = 0; indicator < indicators; indicator += 1) found.push(cvOf(Precise, countyStage, indicator));
    const milliseconds = performance.now() - before;
    found.forEach(({ cv, within }, at) => {
      if (outcomes.cvOutcomes[at] !== (within ? met : unmet)) throw new Error(`decimal.js decides CV ${at} otherwise`);
      if (!(Math.abs(cv - (outcomes.cvs[at] ?? NaN)) <= tolerance * cv))
        throw new Error(`decimal.js finds the CV ${cv}`);
    });
    return { ...base, peerMicroseconds: (milliseconds * 1000) / cvs, reason: null };
  } catch (error) {
    if (!(error instanceof EngineMissing)) throw error;
    return { ...base, peerMicroseconds: null, reason: error.message };
  }

  function cvOf(Precise: new (value: number) => Decimal, countyStage: number, indicator: number) {
    const limit = stageRules[rows.stages[countyStage] ?? 0]?.cvLimits[indicator];
    const schools: { readonly pupils: Decimal; readonly value: Decimal }[] = [];
    let pupils = new Precise(0);
    let total = new Precise(0);
    for (let row = rows.offsets[countyStage] ?? 0; row < (rows.offsets[countyStage + 1] ?? 0); row += 1) {
      const own = new Precise(rows.numbers[row * rows.stride] ?? 0);
      const amount = new Precise(rows.numbers[row * rows.stride + 1 + indicator] ?? 0);
      schools.push({ pupils: own, value: amount.div(own) });
      pupils = pupils.plus(own);
      total = total.plus(amount);
    }
    const mean = total.div(pupils);
    let variance = new Precise(0);
    for (const { pupils: own, value } of schools) {
      const deviation = value.minus(mean);
      variance = variance.plus(own.div(pupils).times(deviation.times(deviation)));
    }
    const cv = variance.sqrt().div(mean);
    const at = new Precise(limit?.numerator ?? 0).div(new Precise(limit?.denominator ?? 1));
    return { cv: cv.toNumber(), within: cv.lte(at) };
  }
}
