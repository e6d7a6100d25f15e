import { decideCv } from './decide-cv.ts';
import { decideSchoolStage, schoolStageMasks } from './decide-school-stage.ts';
import { met, notApplicable, undetermined, unmet } from './outcome-codes.ts';
import type { OutcomeCode } from './outcome-codes.ts';
import { blockSize, blocksOf, countyStageCount, rowCount } from './school-stage-rows.ts';
import type { SchoolStageRows } from './school-stage-rows.ts';
import type { StageRules } from './stage-rules.ts';
import { sumStage } from './sum-stage.ts';

/** Results by county-stage c, indicator i and row r, in arrays that the caller may use again. */
export interface RowOutcomes {
  /** At `c * indicators + i`: X / P_N in the unit of the amounts; NaN where there is none. */
  readonly means: Float64Array;
  /** At `c * indicators + i`: the CV of what is present; NaN where there is none. */
  readonly cvs: Float64Array;
  /** At `c * indicators + i`: outcome codes. */
  readonly cvOutcomes: Uint8Array;
  /** At `r * blocks + block`: which of the seven indicators of a block are certainly reached, or certainly at or above the floor. */
  readonly reached: Uint8Array;
  readonly aboveFloor: Uint8Array;
  /** By county-stage: school-stages by outcome, and the outcome of the whole. */
  readonly metCounts: Int32Array;
  readonly unmetCounts: Int32Array;
  readonly undeterminedCounts: Int32Array;
  readonly verdicts: Uint8Array;
}

export function newOutcomes(rows: SchoolStageRows): RowOutcomes {
  const countyStages = countyStageCount(rows);
  const cells = countyStages * rows.indicators;
  const masks = rowCount(rows) * blocksOf(rows.indicators);
  return {
    means: new Float64Array(cells),
    cvs: new Float64Array(cells),
    cvOutcomes: new Uint8Array(cells),
    reached: new Uint8Array(masks),
    aboveFloor: new Uint8Array(masks),
    metCounts: new Int32Array(countyStages),
    unmetCounts: new Int32Array(countyStages),
    undeterminedCounts: new Int32Array(countyStages),
    verdicts: new Uint8Array(countyStages),
  };
}

/** Every county-stage, exactly. `rules` by stage. RangeError where a stage has no rules. */
export function evaluateRows(
  rows: SchoolStageRows,
  rules: readonly StageRules[],
  outcomes: RowOutcomes = newOutcomes(rows),
): RowOutcomes {
  for (let each = 0; each < countyStageCount(rows); each += 1) evaluateCountyStage(rows, rules, each, outcomes);
  return outcomes;
}

function evaluateCountyStage(
  rows: SchoolStageRows,
  allRules: readonly StageRules[],
  countyStage: number,
  outcomes: RowOutcomes,
): void {
  const { indicators, offsets } = rows;
  const rules = allRules[rows.stages[countyStage] ?? 0];
  if (rules === undefined) throw new RangeError(`county-stage ${countyStage} is of a stage without rules`);
  const blocks = blocksOf(indicators);
  const counts = [0, 0, 0, 0];
  for (let row = offsets[countyStage] ?? 0; row < (offsets[countyStage + 1] ?? 0); row += 1) {
    const masks = schoolStageMasks(rows, rules, row);
    for (let block = 0; block < blocks; block += 1) {
      outcomes.reached[row * blocks + block] = (masks.reached >>> (block * blockSize)) & 127;
      outcomes.aboveFloor[row * blocks + block] = (masks.aboveFloor >>> (block * blockSize)) & 127;
    }
    const outcome = decideSchoolStage(rows, rules, row);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  const [metCount = 0, unmetCount = 0, undeterminedCount = 0] = counts;
  outcomes.metCounts[countyStage] = metCount;
  outcomes.unmetCounts[countyStage] = unmetCount;
  outcomes.undeterminedCounts[countyStage] = undeterminedCount;
  let verdict = schoolsOutcome(metCount, unmetCount, undeterminedCount);
  for (let indicator = 0; indicator < indicators; indicator += 1) {
    const at = countyStage * indicators + indicator;
    const sums = sumStage(rows, countyStage, indicator);
    outcomes.means[at] = sums.mean;
    outcomes.cvs[at] = sums.cv;
    const outcome = decideCv(rows, rules, countyStage, indicator, sums);
    outcomes.cvOutcomes[at] = outcome;
    verdict = both(verdict, outcome);
  }
  outcomes.verdicts[countyStage] = verdict;
}

export function schoolsOutcome(metCount: number, unmetCount: number, undeterminedCount: number): OutcomeCode {
  if (unmetCount > 0) return unmet;
  if (undeterminedCount > 0) return undetermined;
  return metCount > 0 ? met : notApplicable;
}

/** 都须成立, of two: as `rules/all-must-hold.ts`. */
export function both(one: OutcomeCode, other: OutcomeCode): OutcomeCode {
  if (one === unmet || other === unmet) return unmet;
  if (one === undetermined || other === undetermined) return undetermined;
  return one === met || other === met ? met : notApplicable;
}
