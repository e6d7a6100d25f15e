import type { StageId } from '../items/cells.ts';
import type { MeasuredNumber } from '../evaluation.ts';
import type { NodePath } from '../trace/explanation-node.ts';

/** What can fail and be put right by itself. What only sums up others (资源配置, 校际均衡) is not among them. */
export type ProblemPlace =
  | { readonly kind: 'indicator'; readonly schoolId: string; readonly stage: StageId; readonly indicatorId: string }
  | { readonly kind: 'cv'; readonly stage: StageId; readonly indicatorId: string }
  | { readonly kind: 'composite-cv'; readonly stage: StageId }
  | {
      readonly kind: 'requirement';
      readonly requirementId: string;
      /** Where all parts must hold, each part that fails is a problem of its own; null: the requirement as a whole. */
      readonly part: string | null;
      /** Where schools are asked: the one that fails; null: the county. */
      readonly schoolId: string | null;
      readonly stage: StageId | null;
    };

/**
 * Whether the county fails by it.
 * `fails`: what is judged by it is unmet; `may-fail`: that is still open; `tolerated`: an indicator that the standard lets a school miss
 * (at least six of seven).
 */
export const problemWeights = ['fails', 'may-fail', 'tolerated'] as const;
export type ProblemWeight = (typeof problemWeights)[number];

/** One problem (问题) of an evaluation: the origin of a row of the ledger (整改台账). */
export interface RectificationProblem {
  /** The same for the same thing in every evaluation, so that it never becomes a row twice. */
  readonly key: NodePath;
  readonly place: ProblemPlace;
  readonly weight: ProblemWeight;
  /** Null where no number is compared. */
  readonly measured: MeasuredNumber | null;
}
