import { checkStatedNumber } from '../../src/index.ts';
import type { Claim, DerivedClaim, Formula } from '../../src/index.ts';

/** What is found of a number that is computed from others and printed as `stated`. */
export function derived(
  raws: Claim['raws'],
  formula: Formula,
  stated: string | null,
  more: Partial<DerivedClaim> = {},
) {
  return checkStatedNumber({ id: 'x', kind: 'derived', raws, formula, stated, ...more });
}
