import type { CellKey } from '@junheng/evaluation-core';
import type { CellChange } from './save-cells.rules.ts';

export type ReturnReasonState = 'open' | 'changed' | 'answered';

export interface AnchoredReason {
  readonly id: string;
  /** null: about the report as a whole; only an answer settles it. */
  readonly cell: CellKey | null;
  readonly state: ReturnReasonState;
  /** What the cell held when the report was returned. */
  readonly valueAtReturn: string | null;
}

export interface ReasonChange {
  readonly id: string;
  readonly state: ReturnReasonState;
}

/**
 * What changed cells do to the reasons of a return (退回原因): a cell that now holds another value than when it was returned
 * settles its reasons; typing the old value again opens them again. An answer in words stays an answer.
 */
export function reasonsAfterChanges(
  reasons: readonly AnchoredReason[],
  changes: readonly CellChange[],
): readonly ReasonChange[] {
  const changed = new Map(changes.map((change) => [change.cell, change.after]));
  return reasons.flatMap((reason): ReasonChange[] => {
    if (reason.cell === null || reason.state === 'answered' || !changed.has(reason.cell)) return [];
    const state = changed.get(reason.cell) === reason.valueAtReturn ? 'open' : 'changed';
    return state === reason.state ? [] : [{ id: reason.id, state }];
  });
}
