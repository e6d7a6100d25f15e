import type { Outcome } from '../outcome.ts';
import type { CellStarts } from './cell-starts.ts';
import { decimalOf } from './cell-under-test.ts';
import type { NumberCell } from './cell-under-test.ts';
import type { Context } from './context.ts';

/** A value of a cell, and the verdict it gives. */
export interface ValueAndOutcome {
  readonly value: bigint;
  readonly outcome: Outcome;
}

/** The nearest values above and below at which the verdict is another. The session is left as it was. */
export function nearestFlips(
  context: Context,
  cell: NumberCell,
  own: bigint,
  { starts, bends }: CellStarts,
): { readonly up: ValueAndOutcome | null; readonly down: ValueAndOutcome | null } {
  const before = context.outcome();
  const at = (v: bigint): Outcome => outcomeAt(context, cell, v);
  const above = starts.filter((start) => start > own);
  const below = starts.filter((start) => start <= own).reverse();
  const up = firstOther(rangesUp(own, above, cell.largest));
  const down = firstOther(rangesDown(own, below));
  context.session.change(cell.schoolId, cell.key, cell.text);
  return { up, down };

  /** Ranges over which nothing changes (or, where it bends, at most once), the nearest first, each from its nearer end. */
  function firstOther(ranges: Iterable<readonly [bigint, bigint]>): ValueAndOutcome | null {
    for (const [near, far] of ranges) {
      const outcome = near === own ? before : at(near);
      if (outcome !== before) return { value: near, outcome };
      if (!bends || near === far || at(far) === before) continue;
      return firstBetween(near, far);
    }
    return null;
  }

  /** The first value that gives another verdict, from one that does not to one that does. */
  function firstBetween(near: bigint, far: bigint): ValueAndOutcome {
    let [same, other] = [near, far];
    for (;;) {
      const middle = (same + other) / 2n;
      if (middle === same || middle === other) return { value: other, outcome: at(other) };
      if (at(middle) === before) same = middle;
      else other = middle;
    }
  }
}

function* rangesUp(own: bigint, above: readonly bigint[], largest: bigint): Iterable<readonly [bigint, bigint]> {
  let near = own;
  for (const start of above) {
    yield [near, start - 1n];
    near = start;
  }
  yield [near, largest];
}

function* rangesDown(own: bigint, below: readonly bigint[]): Iterable<readonly [bigint, bigint]> {
  let near = own;
  for (const start of below) {
    yield [near, start];
    near = start - 1n;
  }
}

/** For a cell that is empty: the smallest value for every verdict that another value than nothing can give. */
export function smallestDeciding(
  context: Context,
  cell: NumberCell,
  { starts, bends }: CellStarts,
): readonly ValueAndOutcome[] {
  const before = context.outcome();
  const found = new Map<Outcome, bigint>();
  starts.forEach((start, index) => {
    const end = (starts[index + 1] ?? cell.largest + 1n) - 1n;
    for (const value of bends ? [start, end] : [start]) {
      const outcome = outcomeAt(context, cell, value);
      if (outcome !== before && !found.has(outcome)) found.set(outcome, value);
    }
  });
  context.session.change(cell.schoolId, cell.key, cell.text);
  return [...found].map(([outcome, value]) => ({ value, outcome }));
}

function outcomeAt({ session, outcome }: Context, cell: NumberCell, value: bigint): Outcome {
  session.change(cell.schoolId, cell.key, decimalOf(value, cell.scale));
  return outcome();
}
