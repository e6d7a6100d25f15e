import { evaluateCarefully } from './evaluate-carefully.ts';
import { evaluateFused, newFusedWork } from './evaluate-fused.ts';
import type { Precision } from './evaluate-fused.ts';
import { newOutcomes } from './row-outcomes.ts';
import type { RowOutcomes } from './row-outcomes.ts';
import { countyStageCount } from './school-stage-rows.ts';
import type { SchoolStageRows } from './school-stage-rows.ts';
import type { StageRules } from './stage-rules.ts';

/** Every county-stage. `rules` by stage: RangeError where a stage has none. */
export function evaluateRows(
  rows: SchoolStageRows,
  rules: readonly StageRules[],
  outcomes: RowOutcomes = newOutcomes(rows),
  precision: Precision = 'exact',
): RowOutcomes {
  const work = newFusedWork(rows);
  const countyStages = countyStageCount(rows);
  for (let each = 0; each < countyStages; each += 1) {
    const own = rules[rows.stages[each] ?? 0];
    if (own === undefined) throw new RangeError(`county-stage ${each} is of a stage without rules`);
    if (hasGaps(rows, each) || !evaluateFused(rows, own, each, outcomes, work, precision))
      evaluateCarefully(rows, own, each, outcomes);
  }
  return outcomes;
}

function hasGaps({ gaps, offsets }: SchoolStageRows, countyStage: number): boolean {
  if (gaps === null) return false;
  const to = offsets[countyStage + 1] ?? 0;
  for (let row = offsets[countyStage] ?? 0; row < to; row += 1)
    if (gaps.open[row] !== 0 || gaps.missing[row] !== 0) return true;
  return false;
}
