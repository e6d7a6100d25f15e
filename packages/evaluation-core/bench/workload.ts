import { newRows, setRow } from '../src/kernel/school-stage-rows.ts';
import type { SchoolStageRows } from '../src/kernel/school-stage-rows.ts';
import { cvLimit, thresholdSet } from '../src/kernel/stage-rules.ts';
import type { StageRules } from '../src/kernel/stage-rules.ts';
import { decimal } from '../src/quantities/decimal.ts';
import { divide, multiply } from '../src/quantities/rational.ts';
import { randomFrom, unit } from './random.ts';

export const seed = 20261121;
export const indicators = 7;
/** Numbers of a row: pupils and seven amounts. */
export const width = 8;

export interface WorkloadSize {
  readonly countyStages: number;
  readonly schoolYears: number;
}

/** 2,900 counties with two stages, ten years: every school-stage of the nation. */
export const nationalSize: WorkloadSize = { countyStages: 58_000, schoolYears: 2_000_000 };

export function sizeFor(countyStages: number): WorkloadSize {
  return { countyStages, schoolYears: Math.round((countyStages * 2_000_000) / 58_000) };
}

// 教督〔2017〕6号, seven resource indicators. Amounts in heads, 0.01 m2, yuan: value = amount / per / pupils.
const amounts = [
  { per: '0.01', primary: '4.2', junior: '5.3' },
  { per: '0.01', primary: '1', junior: '1' },
  { per: '0.01', primary: '0.9', junior: '0.9' },
  { per: '100', primary: '4.5', junior: '5.8' },
  { per: '100', primary: '7.5', junior: '10.2' },
  { per: '1', primary: '2000', junior: '2500' },
  { per: '0.01', primary: '2.3', junior: '2.4' },
] as const;

/** 小学, 初中 */
export const stageRules: readonly StageRules[] = (['primary', 'junior'] as const).map((stage) => ({
  thresholdSets: [
    thresholdSet(
      amounts.map((each) => {
        const reach = multiply(decimal(each[stage]), decimal(each.per));
        return { reach, floor: multiply(reach, decimal('0.85')) };
      }),
    ),
  ],
  counted: 127,
  minimumMet: 6,
  cvLimits: amounts.map(() =>
    cvLimit({ limit: divide(decimal(stage === 'primary' ? '50' : '45'), decimal('100')), included: true }),
  ),
}));

/** One county-stage: `numbers` holds `rows` times `width` integers and is used again for the next. */
export type VisitCountyStage = (countyStage: number, stage: number, rows: number, numbers: Int32Array) => void;

const largestCountyStage = 64;

/** School-stages per county-stage: 12 to 57, moved by one here and there until they add up. */
export function countyStageSizes({ countyStages, schoolYears }: WorkloadSize): Int32Array {
  const random = randomFrom(seed);
  const sizes = new Int32Array(countyStages);
  let rest = schoolYears;
  for (let each = 0; each < countyStages; each += 1) {
    const size = 12 + (random() % 46);
    sizes[each] = size;
    rest -= size;
  }
  const step = Math.sign(rest);
  for (let at = 0; rest !== 0; at = (at + 1) % countyStages) {
    const moved = (sizes[at] ?? 0) + step;
    if (moved < 1 || moved > largestCountyStage) continue;
    sizes[at] = moved;
    rest -= step;
  }
  return sizes;
}

/**
 * The workload, county-stage by county-stage, so that an engine keeps nothing but its own form of it. Stages alternate. A county is
 * well or badly off as a whole and more or less even; one school in fifty has several times what the others have, so that some CVs lie
 * above their limit. No amount is divided and nothing is missing, as every engine here can do that.
 */
export function generate(size: WorkloadSize, visit: VisitCountyStage): void {
  const sizes = countyStageSizes(size);
  const random = randomFrom(seed + 1);
  const numbers = new Int32Array(largestCountyStage * width);
  const levels = stageRules.map((rules) => {
    const set = rules.thresholdSets[0];
    return Array.from({ length: indicators }, (_, each) => (set?.reach[each] ?? 0) / (set?.times[each] ?? 1));
  });
  for (let countyStage = 0; countyStage < size.countyStages; countyStage += 1) {
    const stage = countyStage % 2;
    const rows = sizes[countyStage] ?? 0;
    const wealth = 0.9 + 0.7 * unit(random);
    // Not below 0.1: a CV of 1e-4 has an error of 1e-12 in any two-pass doubles, ours or a peer's.
    const spread = 0.1 + 0.5 * unit(random);
    for (let row = 0; row < rows; row += 1) {
      // Many small schools and a few large ones.
      const pupils = 30 + Math.floor(1970 * unit(random) * unit(random));
      numbers[row * width] = pupils;
      const rich = random() % 50 === 0 ? 2 + 2 * unit(random) : 1;
      for (let each = 0; each < indicators; each += 1) {
        const perPupil = (levels[stage]?.[each] ?? 0) * wealth * rich * (1 + spread * (2 * unit(random) - 1));
        numbers[row * width + 1 + each] = Math.round(perPupil * pupils);
      }
    }
    visit(countyStage, stage, rows, numbers);
  }
}

/** The workload in the kernel's form; wide = for the WebAssembly module, in 32 bits, as every number of it fits. */
export function workloadRows(size: WorkloadSize, wide: boolean): SchoolStageRows {
  const rows = newRows({ indicators, sizes: countyStageSizes(size), wide, compact: wide });
  generate(size, (countyStage, stage, count, numbers) => {
    rows.stages[countyStage] = stage;
    const first = rows.offsets[countyStage] ?? 0;
    for (let row = 0; row < count; row += 1)
      setRow(rows, first + row, numbers.subarray(row * width, (row + 1) * width));
  });
  return rows;
}
