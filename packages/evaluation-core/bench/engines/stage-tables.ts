import type { Results } from '../results.ts';
import { newResults } from '../results.ts';
import type { WorkloadSize } from '../workload.ts';
import { countyStageSizes, indicators } from '../workload.ts';

/** What a query engine gives for the table of one stage: county-stages in their order, school-years in theirs. */
export interface StageTableResults {
  /** By indicator. */
  readonly means: readonly ArrayLike<number>[];
  readonly cvs: readonly ArrayLike<number>[];
  readonly reached: ArrayLike<number>;
  readonly aboveFloor: ArrayLike<number>;
  readonly passCounts: ArrayLike<number>;
  readonly verdicts: ArrayLike<number>;
}

/**
 * Query engines get one table per stage, so that thresholds are constants of the query, which is faster for them than looking them up. Puts both
 * back into the order of the workload; not timed.
 */
export function interleaved(stages: readonly StageTableResults[], size: WorkloadSize): Results {
  const results = newResults(size.countyStages, size.schoolYears);
  const sizes = countyStageSizes(size);
  const read = stages.map(() => 0);
  let row = 0;
  for (let each = 0; each < size.countyStages; each += 1) {
    const stage = each % 2;
    const own = stages[stage];
    if (own === undefined) throw new Error(`no results of stage ${stage}`);
    const at = Math.floor(each / 2);
    for (let indicator = 0; indicator < indicators; indicator += 1) {
      results.means[each * indicators + indicator] = own.means[indicator]?.[at] ?? NaN;
      results.cvs[each * indicators + indicator] = own.cvs[indicator]?.[at] ?? NaN;
    }
    results.passCounts[each] = own.passCounts[at] ?? -1;
    results.verdicts[each] = Number(own.verdicts[at] ?? 255);
    let from = read[stage] ?? 0;
    for (let school = 0; school < (sizes[each] ?? 0); school += 1, row += 1, from += 1) {
      results.reached[row] = own.reached[from] ?? 255;
      results.aboveFloor[row] = own.aboveFloor[from] ?? 255;
    }
    read[stage] = from;
  }
  return results;
}
