import type { CellKey } from '../items/cells.ts';
import { editProblems } from '../kernel/cell-edit.ts';
import type { EditProblem } from '../kernel/cell-edit.ts';
import type { RectificationProblem } from './problem.ts';

/**
 * What a measure does to one cell once it is done. `schoolId` null: a cell of the county report.
 * `change`: so much more or, with a minus, less than what is reported, as a decimal in the unit of the item; a teacher who rotates is one less
 * there and one more here. `set`: the cell will say this, for answers and for what nobody has reported.
 */
export type MeasureEffect =
  | { readonly kind: 'change'; readonly schoolId: string | null; readonly key: CellKey; readonly by: string }
  | { readonly kind: 'set'; readonly schoolId: string | null; readonly key: CellKey; readonly value: string };

/** A measure (整改措施) as far as the core needs it: which problems it is for and what it will do. */
export interface Measure {
  readonly id: string;
  readonly problems: readonly RectificationProblem['key'][];
  /** Empty where nobody can say in numbers (training, organisation). */
  readonly effects: readonly MeasureEffect[];
}

/** Why an effect cannot be computed. */
export const effectProblems = [
  ...editProblems,
  /** Nothing is reported there, so that nobody knows what there will be. */
  'nothing-to-change',
  /** More is taken away than there is. */
  'below-zero',
  /** Several measures set the cell to different values, or one sets it and another changes it. */
  'contradicts',
] as const;
export type EffectProblem = EditProblem | (typeof effectProblems)[number];

export interface RefusedEffect {
  readonly measureId: string;
  readonly effect: MeasureEffect;
  readonly problem: EffectProblem;
}
