/**
 * A polynomial in the value of one cell, coefficients by ascending power, known between two integer polynomials of one positive scale:
 * below[i] <= c_i <= above[i]. The bounds have a few hundred bits where the exact coefficients of a county have thousands; `exact` (another
 * positive scale) is asked only where the bounds do not tell the sign.
 */
export interface EnclosedPolynomial {
  readonly below: readonly bigint[];
  readonly above: readonly bigint[];
  readonly exact: () => readonly bigint[];
}

/** One whose coefficients are integers of moderate size. */
export function exactPolynomial(coefficients: readonly bigint[]): EnclosedPolynomial {
  return { below: coefficients, above: coefficients, exact: () => coefficients };
}

/** The sign at an integer v >= 0, exactly. */
export function signAt(polynomial: EnclosedPolynomial, v: bigint): -1 | 0 | 1 {
  const { below, above } = polynomial;
  const least = valueAt(below, v);
  if (least > 0n) return 1;
  const greatest = below === above ? least : valueAt(above, v);
  if (greatest < 0n) return -1;
  if (least === 0n && greatest === 0n) return 0;
  const exact = valueAt(polynomial.exact(), v);
  return exact > 0n ? 1 : exact < 0n ? -1 : 0;
}

function valueAt(coefficients: readonly bigint[], v: bigint): bigint {
  let value = 0n;
  for (let power = coefficients.length - 1; power >= 0; power -= 1) value = value * v + (coefficients[power] ?? 0n);
  return value;
}

/**
 * Every integer v with first < v <= last at which the sign (-1, 0, 1) differs from that at v - 1, ascending. 0 <= first.
 * No root is lost, however many there are and however close: see `cellsOfRoots`.
 */
export function signChanges(polynomial: EnclosedPolynomial, first: bigint, last: bigint): readonly bigint[] {
  const changes: bigint[] = [];
  let done = first;
  for (const cell of cellsOfRoots(polynomial, first, last)) {
    for (let v = cell > done ? cell : done + 1n; v <= cell + 2n && v <= last; v += 1n) {
      if (v > first && signAt(polynomial, v) !== signAt(polynomial, v - 1n)) changes.push(v);
      done = v;
    }
  }
  return changes;
}

/**
 * Integers f, ascending, such that every real root in [first, last] lies in some [f, f + 1]; outside these the sign of the polynomial is
 * constant. By the roots of the derivative: between its cells the polynomial is monotone, so that a root there shows in the signs at the
 * ends and is found by bisection; whatever happens within a cell of the derivative happens between two neighbouring integers.
 */
function cellsOfRoots(polynomial: EnclosedPolynomial, first: bigint, last: bigint): readonly bigint[] {
  if (polynomial.below.length < 2 || first > last) return [];
  const ofDerivative = cellsOfRoots(derivative(polynomial), first, last);
  const cells = new Set<bigint>(ofDerivative);
  let from = first;
  for (const cell of [...ofDerivative, last]) {
    const to = cell < last ? cell : last;
    if (from <= to) {
      const root = rootBetween(polynomial, from, to);
      if (root !== null) cells.add(root);
    }
    from = cell + 1n;
  }
  return [...cells].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function derivative({ below, above, exact }: EnclosedPolynomial): EnclosedPolynomial {
  const least = derived(below);
  return { below: least, above: below === above ? least : derived(above), exact: () => derived(exact()) };
}

function derived(coefficients: readonly bigint[]): readonly bigint[] {
  return coefficients.slice(1).map((coefficient, index) => coefficient * BigInt(index + 1));
}

/** The polynomial is monotone on [from, to]: the last integer with the sign it has at `from`, or null where it keeps that sign. */
function rootBetween(polynomial: EnclosedPolynomial, from: bigint, to: bigint): bigint | null {
  const start = signAt(polynomial, from);
  if (start === signAt(polynomial, to)) return null;
  let low = from;
  let high = to;
  // A guess in doubles, then steps of growing width away from it until the sign changes, then halving: the doubles cost nothing where they are bad.
  const guess = guessRoot(polynomial, from, to, start);
  let step = 1n;
  let probe = guess;
  while (high - low > 1n) {
    if (probe <= low) probe = low + 1n;
    if (probe >= high) probe = high - 1n;
    if (signAt(polynomial, probe) === start) {
      low = probe;
      if (high - low <= step) break;
      probe = low + step;
    } else {
      high = probe;
      if (high - low <= step) break;
      probe = high - step;
    }
    step *= 4n;
  }
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (signAt(polynomial, middle) === start) low = middle;
    else high = middle;
  }
  return low;
}

function guessRoot(polynomial: EnclosedPolynomial, from: bigint, to: bigint, start: number): bigint {
  // A power of two off every coefficient keeps the largest within the doubles and changes no sign.
  const longest = Math.max(...polynomial.below.map((each) => each.toString(16).length));
  const shift = BigInt(Math.max(0, longest * 4 - 512));
  const doubles = polynomial.below.map((each) => Number(each >> shift));
  let low = Number(from);
  let high = Number(to);
  for (let round = 0; round < 80; round += 1) {
    const middle = (low + high) / 2;
    let value = 0;
    for (let power = doubles.length - 1; power >= 0; power -= 1) value = value * middle + (doubles[power] ?? 0);
    if (Math.sign(value) === start) low = middle;
    else high = middle;
  }
  return BigInt(Math.floor(low));
}
