import type { MissingCell } from '../items/missing-cell.ts';
import type { Interval } from '../quantities/interval.ts';
import type { Rational } from '../quantities/rational.ts';
import type { IndexedAmount, IndexedAnswer, IndexedPerPupil, IndexedRatio } from '../standards/indicator-index.ts';
import type { StageAmount } from './stage-amount.ts';

/** One indicator of one school-stage, with everything its value came from. */
export type IndicatorMeasurement = PerPupilMeasurement | RatioMeasurement | AmountMeasurement | AnswerMeasurement;

interface Measured {
  /** The raw amounts that were read; none where the indicator is an answer. */
  readonly amounts: readonly StageAmount[];
  readonly missing: readonly MissingCell[];
}

export interface PerPupilMeasurement extends Measured {
  readonly kind: 'per-pupil';
  readonly indicator: IndexedPerPupil;
  readonly amount: StageAmount;
  /** > 0 where known */
  readonly pupils: Rational | null;
  readonly value: Interval;
}

export interface RatioMeasurement extends Measured {
  readonly kind: 'ratio';
  readonly indicator: IndexedRatio;
  readonly numerator: StageAmount;
  readonly denominator: StageAmount;
  /** Anything where the denominator is or may be zero. */
  readonly value: Interval;
  /** Is there no value at all, because the denominator is zero? null = it may turn out to be. */
  readonly zeroDenominator: boolean | null;
}

export interface AmountMeasurement extends Measured {
  readonly kind: 'amount';
  readonly indicator: IndexedAmount;
  readonly amount: StageAmount;
  readonly value: Interval;
}

export interface AnswerMeasurement extends Measured {
  readonly kind: 'answer';
  readonly indicator: IndexedAnswer;
  readonly value: null;
  /** One for the school and each campus that is asked; empty = nobody is. */
  readonly answers: readonly AnswerRead[];
}

export interface AnswerRead {
  readonly cell: MissingCell;
  /** The reported answer; null = missing, or no answer the item can have. */
  readonly value: string | null;
  /** Is it one that holds? null = cannot tell. */
  readonly holds: boolean | null;
}

/** The cells a measurement read, in the order of reading. */
export function cellsOf(measurement: IndicatorMeasurement): readonly MissingCell[] {
  if (measurement.kind === 'answer') return measurement.answers.map((answer) => answer.cell);
  const cells: MissingCell[] = [];
  for (const amount of measurement.amounts)
    for (const member of amount.members) for (const term of member.terms) cells.push(term.cell);
  return cells;
}

/** Parts contradict each other: their difference is below zero. */
export function isContradictory(measurement: IndicatorMeasurement): boolean {
  return measurement.amounts.some((amount) => amount.contradiction);
}
