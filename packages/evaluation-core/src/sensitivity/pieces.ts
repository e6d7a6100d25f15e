import type { Observation, Role } from './observation.ts';
import { passesThrough, positiveBetween, throughThree } from './polynomial.ts';
import type { Fraction } from './polynomial.ts';

/** A range of values of a cell over which the same things are there and every number is (a + b v) / (c + d v). */
export interface Piece {
  readonly from: bigint;
  readonly to: bigint;
  readonly functions: readonly { readonly role: Role; readonly fraction: Fraction | null }[];
  /** The functions are known, though there may be none: nothing of what was observed hangs on the value. */
  readonly known: boolean;
}

export interface Pieces {
  readonly pieces: readonly Piece[];
  /** false = the range fell into pieces of itself, and what lies hidden within one was not looked for. */
  readonly asExpected: boolean;
}

const mostPieces = 24;

/**
 * Finds the functions from a few observations and tries them on others. Within a range whose ends are all the places where something may begin
 * or end, one piece is expected. Where that is not so the range is cut at the first value that does not follow.
 */
export function piecesBetween(
  from: bigint,
  to: bigint,
  observe: (v: bigint) => Observation,
  further: readonly bigint[] = [],
): Pieces {
  const whole = pieceThrough(from, to, observe, further);
  if (whole !== null) return { pieces: [whole], asExpected: to - from < fewest || !observe(from).hides };
  const pieces: Piece[] = [];
  for (let start = from; start <= to;) {
    if (pieces.length === mostPieces)
      return { pieces: [...pieces, { from: start, to, functions: [], known: false }], asExpected: false };
    const end = endOfPiece(start, to, observe);
    pieces.push(pieceThrough(start, end, observe, []) ?? { from: start, to: end, functions: [], known: false });
    start = end + 1n;
  }
  return { pieces, asExpected: false };
}

/** Three values make the functions; others must agree. Of so few values that each is looked at by itself nothing is asked. */
function pieceThrough(
  from: bigint,
  to: bigint,
  observe: (v: bigint) => Observation,
  further: readonly bigint[],
): Piece | null {
  if (to - from < fewest) return { from, to, functions: [], known: false };
  const at = [from, from + 1n, to] as const;
  const [first, second, third] = [observe(at[0]), observe(at[1]), observe(at[2])];
  if (first.shape !== second.shape || first.shape !== third.shape) return null;
  const functions: { role: Role; fraction: Fraction | null }[] = [];
  for (const [index, role] of first.roles.entries()) {
    const [a, b, c] = [first.numbers[index] ?? null, second.numbers[index] ?? null, third.numbers[index] ?? null];
    const through = a === null || b === null || c === null ? null : throughThree(at, [a, b, c]);
    const fraction = through === null ? null : positiveBetween(through, from, to);
    if (fraction === null && a !== null) return null;
    functions.push({ role, fraction });
  }
  const piece: Piece = { from, to, functions, known: true };
  const tried = [from + (to - from) / 3n, to - (to - from) / 5n, ...further.filter((v) => from < v && v < to)];
  return tried.every((v) => follows(piece, first.shape, v, observe(v))) ? piece : null;
}

/** Ranges of no more values are looked at value by value. */
export const fewest = 5n;

function follows({ functions }: Piece, shape: string, v: bigint, { shape: own, numbers }: Observation): boolean {
  return (
    own === shape &&
    functions.every(({ fraction }, index) => {
      const value = numbers[index] ?? null;
      return value === null ? fraction === null : fraction !== null && passesThrough(fraction, v, value);
    })
  );
}

/** The last value up to which the functions through the first three hold: by steps of growing width, then by halving. */
function endOfPiece(from: bigint, to: bigint, observe: (v: bigint) => Observation): bigint {
  if (to - from < fewest) return to;
  const start = pieceThrough(from, from + fewest, observe, []);
  const { shape } = observe(from);
  if (start === null) return from;
  const holds = (v: bigint) => follows(start, shape, v, observe(v));
  let low = from + fewest;
  let high = to + 1n;
  for (let step = 1n; low + step < high; step *= 4n) {
    if (holds(low + step)) low += step;
    else high = low + step;
  }
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
