/** A reason that is being written: at what it is about, or about the whole part. */
export interface DraftReason {
  readonly entry: string;
  readonly reason: string;
}

export const WHOLE = '';

/** One more, about `entry`. What is marked already is not marked twice, and an empty one about the whole gives way. */
export function withReasonAt(reasons: readonly DraftReason[], entry: string): readonly DraftReason[] {
  if (reasons.some((each) => each.entry === entry) || (entry === WHOLE && reasons.length > 0)) return reasons;
  return [...reasons.filter((each) => each.entry !== WHOLE || each.reason.trim() !== ''), { entry, reason: '' }];
}
