import type { Edition, IndicatorEvaluation } from '@junheng/evaluation-core';
import { divide, fraction, multiply, roundedUp, subtract, type Fraction } from './decimal.ts';

export interface Shortfall {
  /** How much more of the amount reaches the standard with these pupils, rounded up: `2`, `137.5`. */
  readonly amount: string;
  /** Unit id of the amount (`person`, `square-metre`, `ten-thousand-yuan` ...). */
  readonly unit: string;
  /** The item or aggregate it is an amount of. */
  readonly quantity: string;
}

/** More digits than this say nothing to a school (0.01 m2, 100 yuan). */
const MOST_DECIMALS = 2;

/** What an unmet indicator lacks (还差); null where it is met or cannot be told. */
export function shortfallOf(edition: Edition, evaluation: IndicatorEvaluation): Shortfall | null {
  if (evaluation.outcome !== 'unmet') return null;
  const indicator = edition.indicators.find((each) => each.id === evaluation.indicatorId);
  const quantity = edition.quantities.find((each) => each.id === indicator?.quantity);
  const item = edition.items.find((each) => each.id === quantity?.parts[0]?.item);
  if (indicator === undefined || quantity === undefined || item === undefined || item.unit === null) return null;
  const { amount, pupils } = evaluation.trace;
  const read = (text: string | null): Fraction | null => (text === null ? null : fraction(text));
  const [has, heads, threshold] = [read(amount), read(pupils), read(evaluation.threshold)];
  const factor = multiply(fraction(indicator.multiplier) ?? ONE, fraction(indicator.unitFactor) ?? ONE);
  if (has === null || heads === null || threshold === null) return null;
  const lacking = subtract(divide(multiply(threshold, heads), factor), has);
  if (lacking.top <= 0n) return null;
  const scale = item.value.kind === 'number' ? Math.min(item.value.scale, MOST_DECIMALS) : 0;
  return { amount: roundedUp(lacking, scale), unit: item.unit, quantity: quantity.id };
}

const ONE: Fraction = { top: 1n, bottom: 1n };
