import { met, notApplicable, undetermined, unmet } from './outcome-codes.ts';
import type { OutcomeCode } from './outcome-codes.ts';
import { blocksOf, countyStageCount, rowCount } from './school-stage-rows.ts';
import type { SchoolStageRows } from './school-stage-rows.ts';

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

/** All school-stages of a county-stage together, from how many are of each outcome. */
export function schoolsOutcome(metCount: number, unmetCount: number, undeterminedCount: number): OutcomeCode {
  if (unmetCount > 0) return unmet;
  if (undeterminedCount > 0) return undetermined;
  return metCount > 0 ? met : notApplicable;
}

/** `rules/all-must-hold.ts` of two. */
export function both(one: OutcomeCode, other: OutcomeCode): OutcomeCode {
  if (one === unmet || other === unmet) return unmet;
  if (one === undetermined || other === undetermined) return undetermined;
  return one === met || other === met ? met : notApplicable;
}
