import { ownStage } from '../items/amount.ts';
import type { Amount } from '../items/amount.ts';
import { innerAmounts } from '../items/amount-parts.ts';
import { amountValue, onlyValue } from '../items/amount-value.ts';
import { reportedNumber } from '../items/reported-number.ts';
import { cellsOfItem, countySource } from '../schools/county-figures.ts';
import { itemOf } from '../standards/edition-index.ts';
import { operand, sumExpression } from '../trace/expression.ts';
import { hasOwnNode, sourceAt } from './requirement-place.ts';
import type { Place } from './requirement-place.ts';

/**
 * An amount spelt out down to what was reported; amounts with a node of their own stand as their value. Null where it is not known. A
 * single number has no brackets around it.
 */
export function amountExpression(place: Place, amount: Amount): string | null {
  if (onlyValue(amountValue(amount, sourceAt(place))) === null) return null;
  return spelt(place, amount, true);
}

/** The same inside of arithmetic. */
export function amountOperand(place: Place, amount: Amount): string | null {
  if (onlyValue(amountValue(amount, sourceAt(place))) === null) return null;
  return spelt(place, amount, false);
}

function spelt(place: Place, amount: Amount, outermost: boolean): string {
  if (hasOwnNode(amount)) return valueOperand(place, amount);
  const inner = innerAmounts(amount).map((each) => spelt(place, each, false));
  switch (amount.kind) {
    case 'item':
      return speltItem(place, amount, outermost);
    case 'years-since':
      return speltYears(place, amount.item, outermost);
    case 'sum':
      return bracketed(inner.join(' + '), outermost || inner.length === 1);
    case 'difference':
      return bracketed(inner.join(' - '), outermost);
    case 'product':
      return bracketed(inner.join(' * '), outermost || inner.length === 1);
    case 'quotient':
      return bracketed(inner.join(' / '), outermost);
    default:
      return valueOperand(place, amount);
  }
}

function bracketed(text: string, bare: boolean): string {
  return bare ? text : `(${text})`;
}

/** A factor of zero makes what is missing beside it no matter: it is written as nothing. */
function valueOperand(place: Place, amount: Amount): string {
  return operand(onlyValue(amountValue(amount, sourceAt(place))) ?? { n: 0n, d: 1n });
}

/** The numbers of a school and its campuses added up. */
function speltItem(place: Place, amount: Extract<Amount, { readonly kind: 'item' }>, outermost: boolean): string {
  const { figures, school } = place;
  const stage = amount.stage === ownStage ? place.stage : amount.stage;
  if (school === null || figures.countyItems.has(amount.item)) return valueOperand(place, amount);
  const item = itemOf(figures.indexed, amount.item);
  const terms = cellsOfItem(figures, school.unit, amount.item, stage, amount.yearsBack).flatMap((cell) => {
    const member = school.unit.members.find((each) => each.schoolId === cell.schoolId);
    const value = member === undefined ? null : reportedNumber(item, member.cells, cell.key);
    return value === null ? [] : [{ sign: 1 as const, value }];
  });
  if (terms.length < 2 || item.ofCampuses === 'largest') return valueOperand(place, amount);
  return bracketed(sumExpression(terms), outermost);
}

/** 2026 - 2015 - 1: the years of the dates, less one where the day has not come yet. */
function speltYears(place: Place, item: string, outermost: boolean): string {
  const source = place.school === null ? countySource(place.figures) : sourceAt(place);
  const from = source.answer(item).value ?? '';
  const to = source.evaluationDate ?? '';
  const years = `${Number(to.slice(0, 4))} - ${Number(from.slice(0, 4))}`;
  return bracketed(to.slice(5) < from.slice(5) ? `${years} - 1` : years, outermost);
}
