import type { CountySession } from '../kernel/county-session.ts';
import { exactTerm } from '../kernel/county-cvs.ts';
import type { CvSums } from '../kernel/county-cvs.ts';
import { lowest } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { squaredLimit } from '../quantities/rounding.ts';
import { weightedMoments } from '../statistics/weighted-moments.ts';
import type { WeightedTerm } from '../statistics/weighted-moments.ts';
import type { StageId } from '../items/cells.ts';

/** Bits after the point of the enclosures: what is left of them after a polynomial is evaluated at a number of 21 digits decides all but ties. */
export const enclosureBits = 384n;

/** One CV as the county has it before anything is tried. Amounts and pupils at the scales of the rows. */
export interface CvBackground {
  readonly stage: StageId;
  /** Place of the indicator in the edition. */
  readonly place: number;
  readonly amountScale: bigint;
  readonly pupilScale: bigint;
  /** 1 + L^2; null where only the mean of the CVs is judged. */
  readonly bound: Rational | null;
  readonly column: CvSums;
  /** By unit; null = no known term. */
  readonly terms: readonly (EnclosedTerm | null)[];
  readonly pupils: bigint;
  readonly amounts: bigint;
  readonly squares: bigint;
  /** Pupils of school-stages whose amount is missing, by unit. */
  readonly missing: ReadonlyMap<number, bigint>;
  /** Some other school-stage may or may not be there. */
  readonly openUnits: ReadonlySet<number>;
}

interface EnclosedTerm {
  readonly term: WeightedTerm;
  readonly pupils: bigint;
  /** x and x^2 / P, times 2^enclosureBits, cut off. */
  readonly amount: bigint;
  readonly square: bigint;
}

/** The county without one school: low <= value * 2^enclosureBits <= high. */
export interface OtherSchools {
  readonly pupils: bigint;
  readonly missingPupils: bigint;
  readonly smallestMissing: bigint | null;
  /** Some of them may or may not be there: the CV is not decided whatever this school has. */
  readonly open: boolean;
  readonly amount: { readonly low: bigint; readonly high: bigint };
  readonly square: { readonly low: bigint; readonly high: bigint };
  readonly exact: () => { readonly amount: Rational; readonly square: Rational };
}

export function cvBackgrounds({ county, board }: CountySession): readonly CvBackground[] {
  return county.stages.flatMap((stage, index) =>
    board.sumsOf(index).map((sums): CvBackground => {
      const terms = county.units.map((_, unit) => enclosed(exactTerm(county, sums, unit)));
      const known = terms.filter((term) => term !== null);
      const { missing, openUnits } = gapsOf({ county, board }, sums, terms);
      return {
        stage,
        place: county.columns[sums.column] ?? -1,
        amountScale: county.scales[sums.column] ?? 1n,
        pupilScale: county.pupilScale,
        bound: boundOf(county.indexed, stage),
        column: sums,
        terms,
        pupils: known.reduce((sum, term) => sum + term.pupils, 0n),
        amounts: known.reduce((sum, term) => sum + term.amount, 0n),
        squares: known.reduce((sum, term) => sum + term.square, 0n),
        missing,
        openUnits,
      };
    }),
  );
}

function boundOf(indexed: CountySession['county']['indexed'], stage: StageId): Rational | null {
  const { balanceRule, rounding } = indexed.edition;
  const limit = balanceRule?.kind === 'cv-limit' ? indexed.cvLimits.get(stage) : undefined;
  return limit === undefined ? null : squaredLimit(limit, rounding.cvs).bound;
}

function gapsOf(
  { county }: Pick<CountySession, 'county' | 'board'>,
  { stage, column }: CvSums,
  terms: readonly (EnclosedTerm | null)[],
): Pick<CvBackground, 'missing' | 'openUnits'> {
  const { rows, units, pupilsBeyond } = county;
  const missing = new Map<number, bigint>();
  const openUnits = new Set<number>();
  units.forEach((_, unit) => {
    const row = stage * units.length + unit;
    if (rows.gaps?.open[row] === 1) openUnits.add(unit);
    else if (terms[unit] === null && ((rows.gaps?.missing[row] ?? 0) & (1 << column)) !== 0) {
      const beyond = pupilsBeyond.get(row);
      missing.set(unit, beyond === undefined ? BigInt(rows.numbers[row * rows.stride] ?? 0) : integerOf(beyond));
    }
  });
  return { missing, openUnits };
}

/** Pupils are whole at their scale. */
function integerOf(value: Rational): bigint {
  return lowest(value).n;
}

function enclosed(term: WeightedTerm | null): EnclosedTerm | null {
  if (term === null) return null;
  const { n, d } = term.amount;
  const pupils = integerOf(term.pupils);
  return {
    term,
    pupils,
    amount: (n << enclosureBits) / d,
    square: ((n * n) << enclosureBits) / (d * d * pupils),
  };
}

export function withoutUnit(background: CvBackground, unit: number): OtherSchools {
  const own = background.terms[unit] ?? null;
  const amount = background.amounts - (own?.amount ?? 0n);
  const square = background.squares - (own?.square ?? 0n);
  // Each term is cut off by less than one.
  const slack = BigInt(background.terms.length);
  const missing = [...background.missing].filter(([other]) => other !== unit).map(([, pupils]) => pupils);
  return {
    pupils: background.pupils - (own?.pupils ?? 0n),
    missingPupils: missing.reduce((sum, pupils) => sum + pupils, 0n),
    smallestMissing: missing.reduce<bigint | null>(
      (least, each) => (least === null || each < least ? each : least),
      null,
    ),
    open: [...background.openUnits].some((other) => other !== unit),
    amount: { low: amount, high: amount + slack },
    square: { low: square, high: square + slack },
    exact: () => {
      const others = background.terms.flatMap((each, other) => (each === null || other === unit ? [] : [each.term]));
      const { total, sumOfSquares } = weightedMoments(others);
      return { amount: total, square: lowest(sumOfSquares) };
    },
  };
}
