import type { Claim, RestatedClaim, Statement } from './claim.ts';
import { evaluateFormula } from './evaluate-formula.ts';
import type { Amount } from './evaluate-formula.ts';
import { failed, outcome } from './outcome.ts';
import { endText, textIn, withUnit } from './printed-digits.ts';
import { overlap } from './range.ts';
import { compare } from '../quantities/rational.ts';
import type { MissingFigure, StatedNumberResult } from './result.ts';

interface Place {
  readonly statement: Statement;
  readonly amounts: readonly Amount[];
}

/** The same quantity at several places: alike, contradictory, or about different things or dates and to be explained. */
export function checkRestated(claim: Claim & RestatedClaim): StatedNumberResult {
  const places: Place[] = [];
  const missing: MissingFigure[] = [];
  for (const statement of claim.statements) {
    const amounts: Amount[] = [];
    for (const value of statement.values) {
      const evaluated = evaluateFormula(value, claim.raws);
      if (evaluated.ok) amounts.push(evaluated.amount);
      else if (evaluated.why === 'figure-missing') missing.push(...evaluated.missing);
      else return failed(claim, evaluated);
    }
    places.push({ statement, amounts });
  }
  const lengths = new Set(claim.statements.map((each) => each.values.length));
  if (places.length < 2 || lengths.size !== 1 || lengths.has(0)) return outcome(claim, 'malformed-claim');
  const complete = places.filter(({ amounts, statement }) => amounts.length === statement.values.length);
  // Two places that contradict each other do so whatever a third, blank one would say.
  for (const [index, first] of complete.entries()) {
    for (const second of complete.slice(index + 1)) {
      const at = first.amounts.findIndex((amount, position) => differ(amount, second.amounts[position]));
      if (at >= 0) return differing(claim, first, second, at);
    }
  }
  if (missing.length > 0) return outcome(claim, 'figure-missing', { missing });
  const [first, second] = complete;
  return outcome(claim, 'restated-alike', {
    facts: { ...pairFacts(first, second, 0), stated: listText(first), other: listText(second) },
  });
}

/** Two limits of the same kind (4.2以上, 4.5以上) leave room for common numbers and are different limits all the same. */
function differ(a: Amount, b: Amount | undefined): boolean {
  if (b === undefined) return false;
  if (!overlap(a.range, b.range)) return true;
  const limits = a.range.high === null && b.range.high === null;
  return limits && a.nominal !== null && b.nominal !== null && compare(a.nominal, b.nominal) !== 0;
}

function differing(claim: Claim, first: Place, second: Place, at: number): StatedNumberResult {
  const [a, b] = [first.statement, second.statement];
  const sameSubject = a.about.trim() === b.about.trim();
  // Only two given dates that differ excuse a difference; a missing date is itself a fault of the report.
  const otherDate = a.asOf !== null && b.asOf !== null && a.asOf.trim() !== b.asOf.trim();
  const finding = sameSubject && !otherDate ? 'contradiction' : 'needs-explanation';
  return outcome(claim, finding, { facts: pairFacts(first, second, at) });
}

function pairFacts(first: Place | undefined, second: Place | undefined, at: number) {
  const [a, b] = [first?.amounts[at], second?.amounts[at]];
  if (a === undefined || b === undefined) return {};
  return {
    left: `${placeText(a)} (${first?.statement.at ?? ''})`,
    right: `${placeText(b)} (${second?.statement.at ?? ''})`,
    stated: placeText(a),
    other: placeText(b),
    relation: 'unequal',
    required: 'equal',
  };
}

/** The number, or what its words leave of it: "1100~1200万元". */
function placeText({ nominal, range, unit }: Amount): string {
  const [low, high] = [endText(range.low, unit), endText(range.high, unit)];
  const text = nominal !== null && low === high ? textIn(nominal, unit) : `${low ?? ''}~${high ?? ''}`;
  return withUnit(text, unit.text);
}

function listText(place: Place | undefined): string {
  return place?.amounts.map(placeText).join('; ') ?? '';
}
