import type { Outcome } from '../outcome.ts';

/** Unmet as soon as one part is; met only when every applicable part is; not applicable where nothing applies. */
export function allMustHold(parts: readonly Outcome[]): Outcome {
  const applicable = parts.filter((part) => part !== 'not-applicable');
  if (applicable.length === 0) return 'not-applicable';
  if (applicable.includes('unmet')) return 'unmet';
  return applicable.includes('undetermined') ? 'undetermined' : 'met';
}
