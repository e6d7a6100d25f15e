import { compare, divide, multiply, one, rational, subtract } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { Claim, DerivedClaim, Formula } from './claim.ts';
import { evaluateFormula } from './evaluate-formula.ts';
import type { Amount } from './evaluate-formula.ts';
import type { Figure } from './figure.ts';
import { noUnit, percent, readUnit } from './figure-units.ts';
import { failed, outcome } from './outcome.ts';
import {
  complementOf,
  endWithUnit,
  formIn,
  formOf,
  judgeDigits,
  printsNegative,
  recomputedIn,
  significantDigits,
} from './printed-digits.ts';
import type { DigitVerdict } from './printed-digits.ts';
import { contains, negateRange, overlap } from './range.ts';
import { printedRange, readFigure } from './read-figure.ts';
import type { ConsistencyFinding, StatedNumberResult, SuspectedCause } from './result.ts';

const usualDecimals = 2;
const mostDecimals = 12;

/** Recomputes a stated number from its raw numbers and judges it at its printed digits. */
export function checkDerived(claim: Claim & DerivedClaim): StatedNumberResult {
  const evaluated = evaluateFormula(claim.formula, claim.raws);
  if (!evaluated.ok) return failed(claim, evaluated, { stated: claim.stated });
  const { amount } = evaluated;
  const unit = claim.unit === undefined ? amount.unit : readUnit(claim.unit);
  // A share may be stated without its %, but 129800 is not 129800万 because the raw number was 12.98万.
  const unstated = claim.unit === undefined && amount.unit.text !== percent.text ? noUnit : unit;
  const reading = claim.stated === null ? null : readFigure(claim.stated, unstated);
  const decimals = Math.min(Math.max(Math.trunc(claim.decimals ?? usualDecimals), 0), mostDecimals);
  const form = reading?.ok === true ? formOf(reading.figure) : formIn(unit, decimals);
  const recomputed = recomputedIn(amount, form);
  const parts = { formula: amount.expression, recomputed };
  if (reading === null || claim.stated === null) return outcome(claim, 'not-stated', parts);
  if (!reading.ok) {
    const missing = [{ name: claim.id, text: claim.stated, problem: reading.problem }];
    return outcome(claim, 'figure-missing', { ...parts, missing });
  }
  const { figure } = reading;
  const finding = findingOf(claim, amount, figure);
  return outcome(claim, finding, {
    ...parts,
    facts: {
      stated: claim.stated.trim(),
      low: endWithUnit(amount.range.low, form.unit),
      high: endWithUnit(amount.range.high, form.unit),
      other: finding === 'other-scope' ? (scopeOf(claim, figure)?.name ?? null) : null,
    },
    suspect: finding === 'other-number' ? suspectedCause(claim, amount, figure) : null,
  });
}

function findingOf(claim: DerivedClaim & Claim, amount: Amount, figure: Figure): ConsistencyFinding {
  const verdict = digitVerdict(claim.formula, amount, figure);
  if (verdict === 'agrees') return 'same';
  if (verdict === 'agrees-only-if-truncated') return 'only-if-truncated';
  const printed = printedRange(figure);
  const stated = claim.formula.kind === 'growth' && figure.direction === 'down' ? negateRange(printed) : printed;
  if (!isExact(amount, figure) && overlap(amount.range, stated)) return 'within-approximation';
  if (scopeOf(claim, figure) !== undefined) return 'other-scope';
  return overlap(amount.loose, stated) ? 'perhaps-rounded-raws' : 'other-number';
}

function isExact(amount: Amount, figure: Figure): boolean {
  const { low, high } = amount.range;
  return figure.exact && low !== null && high !== null && compare(low.value, high.value) === 0;
}

function digitVerdict(formula: Formula, { nominal }: Amount, figure: Figure): DigitVerdict {
  if (nominal === null || figure.nominal === null) return 'disagrees';
  const size = withStatedSign(formula, nominal, figure);
  if (size === null) return 'disagrees';
  if (figure.exact) return judgeDigits(size, figure.nominal, formOf(figure));
  return contains(figure.range, size) ? 'agrees' : 'disagrees';
}

/**
 * The recomputed number as the words tell it: 下降3% is told of -3 %. Null where the signs contradict each other. Only a growth has
 * a direction by itself; 减少13所 is as well found as 45-32 as it is as 32-45.
 */
function withStatedSign(formula: Formula, value: Rational, figure: Figure): Rational | null {
  const form = formOf(figure);
  const negative = printsNegative(value, form);
  const flipped = { n: -value.n, d: value.d };
  if (figure.direction !== null && formula.kind === 'growth') {
    if (negative !== (figure.direction === 'down') && judgeDigits(value, { n: 0n, d: 1n }, form) === 'disagrees')
      return null;
    return figure.direction === 'down' ? flipped : value;
  }
  if (figure.direction !== null && formula.kind === 'difference') return negative ? flipped : value;
  const statedNegative = figure.nominal !== null && figure.nominal.n < 0n;
  return negative === statedNegative ? value : null;
}

function scopeOf(claim: Claim & DerivedClaim, figure: Figure) {
  return claim.alternatives?.find(({ formula }) => {
    const evaluated = evaluateFormula(formula, claim.raws);
    return evaluated.ok && digitVerdict(formula, evaluated.amount, figure) === 'agrees';
  });
}

/** What often lies behind a wrong number. Nothing is suspected of numbers of a single digit: too much would fit. */
function suspectedCause(
  { formula, raws }: DerivedClaim & Claim,
  amount: Amount,
  figure: Figure,
): SuspectedCause | null {
  const { nominal } = amount;
  const { nominal: stated } = figure;
  if (nominal === null || stated === null || nominal.n === 0n || !figure.exact) return null;
  const form = formOf(figure);
  const fits = (value: Rational) => judgeDigits(value, stated, form) === 'agrees';
  const cause = (name: SuspectedCause['cause'], exponent: number | null = null): SuspectedCause => ({
    cause: name,
    claimId: null,
    exponent,
  });
  if (fits(nominal)) return cause('opposite-sign');
  // 教师2023人: the year of the report in the place of the number.
  if (isYear(stated, figure)) return cause('year');
  const telling = significantDigits(stated, form) >= 2;
  for (const exponent of [1, -1, 2, -2, 3, -3, 4, -4, 8, -8]) {
    const factor = 10n ** BigInt(Math.abs(exponent));
    const moved = multiply(nominal, exponent > 0 ? rational(factor, 1n) : rational(1n, factor));
    if (telling ? fits(moved) : compare(moved, stated) === 0) return cause('power-of-ten', exponent);
  }
  if (!telling) return null;
  if (fits(divide(one, nominal))) return cause('inverted');
  if (figure.unit.text.endsWith('%') && fits(complementOf(nominal))) return cause('complement');
  if (formula.kind === 'growth') {
    // (to - from) / to
    const reversed = evaluateFormula({ kind: 'growth', from: formula.to, to: formula.from }, raws);
    const base =
      reversed.ok && reversed.amount.nominal !== null ? subtract({ n: 0n, d: 1n }, reversed.amount.nominal) : null;
    if (base !== null && fits(base)) return cause('other-base');
  }
  return null;
}

function isYear(stated: Rational, { decimals, step }: Figure): boolean {
  const whole = decimals === 0 && compare(step, one) === 0 && stated.n % stated.d === 0n;
  const year = stated.n / stated.d;
  return whole && year >= 1980n && year <= 2100n;
}
