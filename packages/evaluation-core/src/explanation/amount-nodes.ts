import type { Amount } from '../items/amount.ts';
import { innerAmounts } from '../items/amount-parts.ts';
import { amountValue, onlyValue } from '../items/amount-value.ts';
import type { AmountValue, TotalOfSchools } from '../items/amount-value.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import { exactText } from '../quantities/decimal.ts';
import { toDouble } from '../quantities/double.ts';
import { add, compare, fractionText, one, subtract } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { shareInTotal } from '../schools/county-figures.ts';
import type { ExplanationFormula, ExplanationNode } from '../trace/explanation-node.ts';
import { operand } from '../trace/expression.ts';
import { cellsWithValues, formula, node } from '../trace/node-builders.ts';
import { amountExpression, amountOperand } from './amount-expression.ts';
import { cellsOfAmount, contributors, hasOwnNode, placePath, recordsAt, sourceAt } from './requirement-place.ts';
import type { Place } from './requirement-place.ts';

/** An amount inside a requirement. `total`: it is what one school adds to that sum. */
export function amountNode(
  place: Place,
  where: readonly string[],
  amount: Amount,
  total: TotalOfSchools | null,
): ExplanationNode | undefined {
  const value = valueAt(place, amount, total);
  if (value === null) return undefined;
  const known = onlyValue(value);
  const { requirement } = place.assessment;
  return node(placePath('amount', place, where), 'amount', null, {
    complete: value.missing.length === 0,
    ...numberOf(value),
    facts: {
      requirement: requirement.id,
      amount: where.join('.'),
      kind: amount.kind,
      schoolId: place.school?.unit.schoolId ?? null,
      stage: place.stage,
    },
    formula: formulaOf(place, amount, known),
    source: requirement.source,
    cells: cellsWithValues(recordsAt(place), [...cellsOfAmount(place, amount), ...ownMissing(place, amount, value)]),
    children: childrenOfAmount(place, where, amount),
  });
}

function valueAt(place: Place, amount: Amount, total: TotalOfSchools | null): AmountValue | null {
  const { figures, school } = place;
  return total !== null && school !== null && amount === total.of
    ? shareInTotal(figures, school, total)
    : amountValue(amount, sourceAt(place));
}

/** What is missing of this amount and of none with a node below: also the cells on which it depends whether a school is asked or counts. */
function ownMissing(place: Place, amount: Amount, value: AmountValue): readonly MissingCell[] {
  const below = new Set(missingBelow(place, amount).map(({ schoolId, key }) => `${schoolId}\n${key}`));
  return value.missing.filter(({ schoolId, key }) => !below.has(`${schoolId}\n${key}`));
}

function missingBelow(place: Place, amount: Amount): readonly MissingCell[] {
  if (amount.kind === 'total-of-schools') return amountValue(amount, sourceAt(place)).missing;
  return innerAmounts(amount).flatMap((inner) =>
    hasOwnNode(inner) ? amountValue(inner, sourceAt(place)).missing : missingBelow(place, inner),
  );
}

/** Value, exact value and bounds of a node. */
export function numberOf(value: AmountValue): Pick<ExplanationNode, 'value' | 'exact' | 'bounds'> {
  const known = onlyValue(value);
  if (known !== null) return { value: toDouble(known), exact: fractionText(known), bounds: null };
  const { low, high, absent } = value;
  const bounds =
    absent !== null || (low === null && high === null)
      ? null
      : { low: low === null ? null : fractionText(low), high: high === null ? null : fractionText(high) };
  return { value: null, exact: null, bounds };
}

/** `known` of null: the words without the arithmetic. */
function formulaOf(place: Place, amount: Amount, known: Rational | null): ExplanationFormula {
  const numbers = { amount: known === null ? null : exactText(known) };
  const result = known === null ? null : fractionText(known);
  switch (amount.kind) {
    case 'total-of-schools': {
      const schools = contributors(place, amount);
      const shares = schools.flatMap((school) => {
        const share = shareInTotal(place.figures, school, amount);
        return share === null ? [] : (onlyValue(share) ?? []);
      });
      const expression = shares.length === 0 ? '0' : shares.map(operand).join(' + ');
      const spelt = known === null ? {} : { expression, result };
      return formula('total-of-schools', { ...numbers, count: schools.length }, spelt);
    }
    case 'rounded-up':
      return roundedUpFormula(place, amount.of, known);
    case 'larger':
    case 'smaller': {
      const chosen = amount.of.find((each) => {
        const value = onlyValue(amountValue(each, sourceAt(place)));
        return known !== null && value !== null && compare(value, known) === 0;
      });
      const expression = chosen === undefined ? null : amountExpression(place, chosen);
      return formula(amount.kind, numbers, expression === null ? {} : { expression, result });
    }
    default:
      return formula('computed-amount', numbers, { expression: amountExpression(place, amount), result });
  }
}

/** The smallest integer not below it: not less, and less than one more. */
function roundedUpFormula(place: Place, of: Amount, known: Rational | null): ExplanationFormula {
  const exact = onlyValue(amountValue(of, sourceAt(place)));
  if (known === null || exact === null) return formula('rounded-up', { amount: null, of: null, added: null });
  const added = subtract(known, exact);
  const limit = add(exact, one);
  return formula(
    'rounded-up',
    { amount: exactText(known), of: exactText(exact), added: exactText(added) },
    {
      expression: `${amountOperand(place, of) ?? operand(exact)} + ${operand(added)}`,
      result: fractionText(known),
      comparison: { relation: '<', limit: exactText(limit), holds: compare(known, limit) < 0 },
    },
  );
}

/** Amounts below with a node of their own: schools of a total, and what is rounded or chosen. */
export function childrenOfAmount(place: Place, where: readonly string[], amount: Amount): readonly string[] {
  if (amount.kind === 'total-of-schools') {
    return contributors(place, amount).map((school) => placePath('amount', { ...place, school }, [...where, '0']));
  }
  return innerAmounts(amount).flatMap((inner, index) => {
    const address = [...where, String(index)];
    return hasOwnNode(inner) ? [placePath('amount', place, address)] : childrenOfAmount(place, address, inner);
  });
}
