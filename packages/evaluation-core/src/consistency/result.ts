import type { Facts } from '../items/cells.ts';
import type { Claim, RawName } from './claim.ts';
import type { FigureProblem } from './figure.ts';

export const statedVerdicts = ['agrees', 'agrees-only-if-truncated', 'disagrees', 'cannot-be-checked'] as const;
export type StatedVerdict = (typeof statedVerdicts)[number];

/** What was found, more precisely than the verdict; the text is `consistency.<finding>` with the facts of the result. */
export const consistencyFindings = {
  // agrees
  same: 'agrees',
  /** Words such as 约 leave room for both. */
  'within-approximation': 'agrees',
  holds: 'agrees',
  'trend-holds': 'agrees',
  'restated-alike': 'agrees',
  'whole-number-found': 'agrees',
  covered: 'agrees',
  'numbered-without-gap': 'agrees',
  'all-given': 'agrees',
  'only-if-truncated': 'agrees-only-if-truncated',
  // disagrees
  'other-number': 'disagrees',
  /** The raw numbers are themselves rounded, and unrounded ones could give it. */
  'perhaps-rounded-raws': 'disagrees',
  /** Another reading of what was counted gives the stated number. */
  'other-scope': 'disagrees',
  'standard-not-met': 'disagrees',
  'standard-met-after-all': 'disagrees',
  contradiction: 'disagrees',
  /** Two places about different things, different dates, or words that do not fit. */
  'needs-explanation': 'disagrees',
  'trend-broken': 'disagrees',
  'no-whole-number': 'disagrees',
  'not-covered': 'disagrees',
  'numbering-broken': 'disagrees',
  // cannot be checked
  'not-stated': 'cannot-be-checked',
  'figure-missing': 'cannot-be-checked',
  'divided-by-zero': 'cannot-be-checked',
  /** Words leave so much room that it may or may not hold. */
  'too-approximate': 'cannot-be-checked',
  'unknown-word': 'cannot-be-checked',
  'malformed-claim': 'cannot-be-checked',
} as const satisfies Readonly<Record<string, StatedVerdict>>;
export type ConsistencyFinding = keyof typeof consistencyFindings;

/** A likely cause of a wrong number. */
export const suspectedCauses = [
  'power-of-ten',
  'inverted',
  'complement',
  'opposite-sign',
  'other-base',
  'year',
  'copied',
] as const;
export interface SuspectedCause {
  readonly cause: (typeof suspectedCauses)[number];
  /** `copied`: the claim whose number it repeats. */
  readonly claimId: string | null;
  /** `power-of-ten`: the stated number is this many tens too large (negative: too small). */
  readonly exponent: number | null;
}

/** How two numbers stand to each other, as facts name it. */
export const relationWords = ['at-least', 'above', 'at-most', 'below', 'equal', 'unequal'] as const;
export type RelationWord = (typeof relationWords)[number];

/** A raw text that could not be used. */
export interface MissingFigure {
  readonly name: RawName;
  readonly text: string;
  readonly problem: FigureProblem;
}

/** A raw number as it was read; decimals or fractions in the base unit. */
export interface RawReading {
  readonly name: RawName;
  readonly text: string;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly exact: boolean;
}

/** The recomputed number, in `unit`. */
export interface Recomputed {
  /** Exact in the base unit: a decimal or a fraction. */
  readonly exact: string;
  readonly unit: string;
  /** To six decimals. */
  readonly full: string;
  /** At the printed digits (or the asked ones), half up and cut off. */
  readonly rounded: string;
  readonly truncated: string;
  /** Where words make the raw numbers estimates; null = without bound. */
  readonly low: string | null;
  readonly high: string | null;
}

export interface StatedNumberResult {
  readonly claimId: string;
  readonly kind: Claim['kind'];
  readonly verdict: StatedVerdict;
  readonly finding: ConsistencyFinding;
  /** `consistency.<finding>` */
  readonly messageKey: string;
  readonly facts: Facts;
  /** The arithmetic with its numbers put in (`89 / (545 + 300)`), in base units. */
  readonly formula: string | null;
  readonly recomputed: Recomputed | null;
  readonly readings: readonly RawReading[];
  readonly missing: readonly MissingFigure[];
  readonly suspect: SuspectedCause | null;
}
