import { fractionOfNumber, grouped, roundedText } from '../model/display-number.ts';
import { readFraction } from '../model/fraction.ts';

type Fact = string | number | boolean | null;

/** Fractions become decimals with at most six digits, marked as rounded; decimals stay as they are. */
export function shownNumber(value: Fact): Fact {
  if (typeof value === 'number') return grouped(String(value));
  if (typeof value !== 'string') return value;
  if (!value.includes('/')) return grouped(value);
  const fraction = readFraction(value);
  if (fraction === null) return value;
  const text = roundedText(fraction, 6).replace(/\.?0+$/, '');
  const back = readFraction(text.replace('−', '-'));
  const exact = back !== null && back.numerator * fraction.denominator === fraction.numerator * back.denominator;
  return exact ? grouped(text) : `≈${grouped(text)}`;
}

/** @param unitOf the unit behind the number of a name, '' = none */
export function shownNumbers(
  facts: Readonly<Record<string, Fact>>,
  unitOf: (name: string, value: string) => string = () => '',
): Readonly<Record<string, Fact>> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'string' && value !== '' ? withUnit(value, (of) => unitOf(name, of)) : shownNumber(value),
    ]),
  );
}

/** `1234.5` -> `1,234.5 ㎡`. */
export function withUnit(value: string, unitOf: (value: string) => string): string {
  const unit = unitOf(value);
  return `${String(shownNumber(value))}${unit === '' ? '' : ` ${unit}`}`;
}

/** A double of the core with at most `digits` digits, superfluous zeros dropped. */
export function shownValue(value: number, digits: number): string {
  const fraction = fractionOfNumber(value);
  if (fraction === null) return '—';
  const text = roundedText(fraction, digits);
  return grouped(text.includes('.') ? text.replace(/\.?0+$/, '') : text);
}

/** What stands before a rounded number is `≈`, not `=` as well. */
export function withOneSign(sentence: string): string {
  return sentence.replaceAll('= ≈', '≈ ');
}

/** Factors of one say nothing: `100 × 1 × 5` is `100 × 5`. */
export function withoutFactorsOfOne(sentence: string): string {
  return sentence.replace(/^(?:1 × )+/, '').replaceAll(' × 1 × ', ' × ');
}
