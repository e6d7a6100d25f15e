import { evaluateCarefully } from './evaluate-carefully.ts';
import { evaluateFused, newFusedWork } from './evaluate-fused.ts';
import type { Precision } from './evaluate-fused.ts';
import { evaluateWide } from './evaluate-wide.ts';
import { newOutcomes } from './row-outcomes.ts';
import type { RowOutcomes } from './row-outcomes.ts';
import { countyStageCount } from './school-stage-rows.ts';
import type { SchoolStageRows } from './school-stage-rows.ts';
import type { StageRules } from './stage-rules.ts';

/**
 * Every county-stage. `rules` by stage: RangeError where a stage has none. By the shortest of three ways, which agree to the last bit: two
 * indicators at once in WebAssembly (rows made `wide`), seven fused in JavaScript, or row by row where something is missing, without
 * pupils or too large for products in doubles.
 */
export function evaluateRows(
  rows: SchoolStageRows,
  rules: readonly StageRules[],
  outcomes: RowOutcomes = newOutcomes(rows),
  precision: Precision = 'exact',
): RowOutcomes {
  const countyStages = countyStageCount(rows);
  const rulesOf = (countyStage: number): StageRules => {
    const own = rules[rows.stages[countyStage] ?? 0];
    if (own === undefined) throw new RangeError(`county-stage ${countyStage} is of a stage without rules`);
    return own;
  };
  const careful = (countyStage: number): void => evaluateCarefully(rows, rulesOf(countyStage), countyStage, outcomes);
  if (rows.wide !== null) {
    evaluateWide(rows, rows.wide, rules, outcomes, precision, (each) => hasGaps(rows, each), careful);
    return outcomes;
  }
  const work = newFusedWork(rows);
  for (let each = 0; each < countyStages; each += 1)
    if (hasGaps(rows, each) || !evaluateFused(rows, rulesOf(each), each, outcomes, work, precision)) careful(each);
  return outcomes;
}

function hasGaps({ gaps, offsets }: SchoolStageRows, countyStage: number): boolean {
  if (gaps === null) return false;
  const to = offsets[countyStage + 1] ?? 0;
  for (let row = offsets[countyStage] ?? 0; row < to; row += 1)
    if (gaps.open[row] !== 0 || gaps.missing[row] !== 0) return true;
  return false;
}
