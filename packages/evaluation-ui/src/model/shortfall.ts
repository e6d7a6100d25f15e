import type { Edition, IndicatorEvaluation } from '@junheng/evaluation-core';
import { ceiling, dividedBy, minus, readFraction, times } from './fraction.ts';

/** What a school-stage lacks to reach a threshold, in the unit the school reports (persons, rooms, m2, 万元). */
export interface Shortfall {
  /** Rounded up to what can be had: whole persons and rooms, 0.01 m2, one yuan. */
  readonly amount: string;
  readonly unit: string;
  /** Where the amount is shared out between stages: what the whole school would need so that the stage gets its part. */
  readonly forWholeSchool: string | null;
}

/** Digits after the point that can be bought or built; money is finer in the books than in a plan. */
const plannedDigits: Readonly<Record<string, number>> = { 'square-metre': 2, 'ten-thousand-yuan': 4 };

/**
 * threshold * pupils / (multiplier * unitFactor) - amount, exact, then rounded up. Null when the indicator is not unmet or its
 * amount is unknown. Pupils are taken as they are.
 */
export function shortfallOf(edition: Edition, indicator: IndicatorEvaluation): Shortfall | null {
  if (indicator.outcome !== 'unmet') return null;
  const definition = edition.indicators.find((each) => each.id === indicator.indicatorId);
  const { amount, pupils, share } = indicator.trace;
  if (definition === undefined || amount === null || pupils === null) return null;
  const parts = [definition.multiplier, definition.unitFactor, indicator.threshold, pupils, amount].map(readFraction);
  const [multiplier, factor, threshold, heads, have] = parts;
  if (!multiplier || !factor || !threshold || !heads || !have) return null;
  const needed = dividedBy(times(threshold, heads), times(multiplier, factor));
  if (needed === null) return null;
  const lacking = minus(needed, have);
  const unit = unitOf(edition, definition.quantity);
  const digits = plannedDigits[unit] ?? 0;
  const part = share === null ? null : readFraction(share);
  const whole = part === null ? null : dividedBy(lacking, part);
  return {
    amount: ceiling(lacking, digits),
    unit,
    forWholeSchool: whole === null ? null : ceiling(whole, digits),
  };
}

function unitOf(edition: Edition, quantityId: string): string {
  const quantity = edition.quantities.find((each) => each.id === quantityId);
  const itemId = quantity?.parts[0]?.item ?? quantity?.aggregate ?? null;
  return edition.items.find((item) => item.id === itemId)?.unit ?? 'person';
}
