/** Why something is not decided. Where several hold, the first of this list is named. */
export const undeterminedReasons = [
  /** Cells are missing and the rest does not decide. */
  'missing-cells',
  /** The school's type, or its pupils, are missing, so that it is not known whether it is in scope. */
  'scope-undetermined',
  /** Reported parts contradict each other (a difference below zero). */
  'negative-quantity',
  /** The mean of the county is zero: the CV does not exist. */
  'zero-mean',
  /** Nothing to divide by: the ratio does not exist. */
  'zero-denominator',
  /** A standard, points or a setting that is not public, or that the instrument leaves to the bureau, is not set yet. */
  'to-be-set',
  /** It depends on the evaluation date, and none was given. */
  'no-evaluation-date',
  /** A value that cannot be: a score above its maximum, a place that does not exist. */
  'impossible-value',
] as const;
export type UndeterminedReason = (typeof undeterminedReasons)[number];
