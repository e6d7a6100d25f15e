import type { MissingCell } from '../items/missing-cell.ts';
import type { StageId } from '../items/cells.ts';
import { knownValue } from '../quantities/interval.ts';
import type { Interval } from '../quantities/interval.ts';
import { add, divide, multiply, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { mayHavePupils } from '../schools/stage-pupils.ts';
import type { StagePupils } from '../schools/stage-pupils.ts';
import { weightOf } from '../standards/edition-index.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';

/** One stage's part of a multi-stage school's facilities: w_s P_s / sum of w_t P_t over the stages present, senior included. */
export interface StageShare {
  readonly stage: StageId;
  readonly share: Interval;
  readonly weights: readonly { readonly stage: StageId; readonly weight: Rational; readonly pupils: Rational | null }[];
  readonly cells: readonly MissingCell[];
  /** Pupils cells without which the share is not known. */
  readonly missing: readonly MissingCell[];
}

/**
 * Null where nothing is split: a school with pupils of this stage only is a school of that stage. With pupils of another stage missing the
 * share lies anywhere between 0 and what it is without them. `pupils` (of this stage) > 0.
 */
export function stageShare(
  indexed: IndexedEdition,
  stages: readonly StagePupils[],
  stage: StageId,
  pupils: Rational,
): StageShare | null {
  const present = stages.filter((each) => each.stage === stage || mayHavePupils(each));
  if (present.length < 2) return null;
  const own = multiply(weightOf(indexed, stage), pupils);
  let least = zero;
  let greatest: Rational | null = zero;
  for (const each of present) {
    const weight = weightOf(indexed, each.stage);
    least = add(least, multiply(weight, each.count.low));
    greatest = greatest === null || each.count.high === null ? null : add(greatest, multiply(weight, each.count.high));
  }
  return {
    stage,
    share: { low: greatest === null ? zero : divide(own, greatest), high: divide(own, least) },
    weights: present.map((each) => ({
      stage: each.stage,
      weight: weightOf(indexed, each.stage),
      pupils: knownValue(each.count),
    })),
    cells: present.flatMap((each) => each.cells),
    missing: present.flatMap((each) => each.missing),
  };
}
