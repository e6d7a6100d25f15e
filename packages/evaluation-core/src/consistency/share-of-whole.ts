import { divide, multiply, rational } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { Claim, ShareOfWholeClaim } from './claim.ts';
import { evaluateFormula } from './evaluate-formula.ts';
import type { Figure } from './figure.ts';
import { noUnit, readUnit } from './figure-units.ts';
import { failed, outcome } from './outcome.ts';
import { formIn, formOf, judgeDigits, recomputedIn } from './printed-digits.ts';
import { divideRanges, multiplyRanges } from './range.ts';
import type { Range } from './range.ts';
import { printedRange, readFigure } from './read-figure.ts';
import type { StatedNumberResult } from './result.ts';

/** More candidates are only counted by their ends. */
const nearest = 2n;

/**
 * A share and one of its sides are given, and pupils, teachers, schools are whole: is there a whole number for the other side that
 * prints as this share? 33.3 % of 74 pupils is none (24 are 32.4 %, 25 are 33.8 %).
 */
export function checkShareOfWhole(claim: Claim & ShareOfWholeClaim): StatedNumberResult {
  const evaluated = evaluateFormula(claim.amount, claim.raws);
  const reading = readFigure(claim.stated, claim.unit === undefined ? undefined : readUnit(claim.unit));
  if (!evaluated.ok) return failed(claim, evaluated, { stated: claim.stated });
  if (!reading.ok) {
    const missing = [{ name: claim.id, text: claim.stated, problem: reading.problem }];
    return outcome(claim, 'figure-missing', { missing, facts: { stated: claim.stated } });
  }
  const { amount } = evaluated;
  const { figure } = reading;
  if (figure.nominal !== null && figure.nominal.n === 0n && claim.known === 'part')
    return outcome(claim, 'divided-by-zero');
  const printed = printedRange(figure);
  const others = otherSide(claim.known, amount.range, printed);
  const whole = wholeNumbers(others);
  const nominal =
    amount.nominal === null || figure.nominal === null
      ? null
      : claim.known === 'part'
        ? divide(amount.nominal, figure.nominal)
        : multiply(amount.nominal, figure.nominal);
  const expression =
    claim.known === 'part' ? `${amount.expression} / (${claim.stated})` : `${amount.expression} * (${claim.stated})`;
  const recomputed = nominal === null ? null : recomputedIn({ ...amount, nominal, range: others }, formIn(noUnit, 0));
  const count = whole === null || whole.most === null ? null : whole.most - whole.least + 1n;
  const parts = {
    formula: expression,
    recomputed,
    facts: {
      stated: claim.stated,
      low: whole === null ? null : String(whole.least),
      high: whole?.most == null ? null : String(whole.most),
      count: count === null ? null : String(count),
    },
  };
  if (whole === null)
    return outcome(
      claim,
      truncatedExists(claim, amount.nominal, figure) ? 'only-if-truncated' : 'no-whole-number',
      parts,
    );
  return outcome(claim, 'whole-number-found', parts);
}

function otherSide(known: 'part' | 'whole', amount: Range, share: Range): Range {
  return known === 'part' ? divideRanges(amount, share) : multiplyRanges(amount, share);
}

/** First and last whole number of a range that is not negative; null = there is none. */
function wholeNumbers({ low, high }: Range): { readonly least: bigint; readonly most: bigint | null } | null {
  const least =
    low === null || low.value.n < 0n ? 0n : ceiling(low.value) + (low.closed || !isWhole(low.value) ? 0n : 1n);
  if (high === null) return { least, most: null };
  const most = high.value.n < 0n ? -1n : high.value.n / high.value.d - (high.closed || !isWhole(high.value) ? 0n : 1n);
  return most < least ? null : { least, most };
}

function isWhole(value: Rational): boolean {
  return value.n % value.d === 0n;
}

function ceiling(value: Rational): bigint {
  return (value.n + value.d - 1n) / value.d;
}

/** No whole number rounds to the share, but one next to it is cut off to it. */
function truncatedExists(claim: ShareOfWholeClaim, amount: Rational | null, figure: Figure): boolean {
  const { nominal } = figure;
  if (amount === null || nominal === null || nominal.n <= 0n || amount.n <= 0n || !figure.exact) return false;
  const other = claim.known === 'part' ? divide(amount, nominal) : multiply(amount, nominal);
  const start = other.n / other.d - nearest;
  for (let candidate = start < 1n ? 1n : start; candidate <= start + 2n * nearest + 1n; candidate += 1n) {
    const whole = rational(candidate, 1n);
    const share = claim.known === 'part' ? divide(amount, whole) : divide(whole, amount);
    if (judgeDigits(share, nominal, formOf(figure)) === 'agrees-only-if-truncated') return true;
  }
  return false;
}
