import { amountValue, knownAmount, multiplyAmounts, onlyValue } from '../items/amount-value.ts';
import type { AmountValue } from '../items/amount-value.ts';
import { compareAmounts } from '../items/compare-amounts.ts';
import { decimal } from '../quantities/decimal.ts';
import {
  ceiling,
  compare,
  divide,
  floor,
  isZero,
  maximum,
  multiply,
  one,
  rational,
  subtract,
  zero,
} from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { Deduction, DeductionCount, Scoring } from '../standards/score-card.ts';
import { openReason } from './compared.ts';
import { contextOfPart, mainReason } from './rule-decision.ts';
import type { DecideRule, PartDecision, PointTerms, RuleContext } from './rule-decision.ts';
import type { KnownScore } from './scored-point.ts';
import { changePart, yearsEarlier } from './shifted-amount.ts';

// One function per kind of scoring. `most` of null: the maximum is still to be set; shares are then shares of one.

export function knownScore(
  scoring: Scoring,
  most: Rational | null,
  context: RuleContext,
  decide: DecideRule,
): KnownScore {
  const full = most ?? one;
  switch (scoring.kind) {
    case 'judged':
      return judged(scoring.item, most, context);
    case 'all-or-nothing':
      return allOrNothing(scoring, full, context, decide);
    case 'steps':
      return stepped(scoring, full, context);
    case 'per-shortfall':
      return perShortfall(scoring, full, context);
    case 'deductions':
      return withDeductions(scoring, full, context, decide);
    default: {
      const exhaustive: never = scoring;
      return exhaustive;
    }
  }
}

const noMore = { parts: [], impossible: [] } as const;

function points(base: Rational, deducted: PointTerms['deducted'] = []): PointTerms {
  return { base, deducted };
}

/** A typed score above the maximum is a slip: it says nothing and is never credited. */
function judged(item: string, most: Rational | null, { source, answers }: RuleContext): KnownScore {
  const value = source.number(item, null, 0);
  const typed = onlyValue(value);
  const open = { ...noMore, best: points(most ?? one), worst: points(zero) };
  if (typed === null) return { ...open, reason: openReason(value), missing: value.missing };
  if (most !== null && compare(typed, most) > 0) {
    return { ...open, reason: 'impossible-value', missing: [], impossible: answers(item).map(({ cell }) => cell) };
  }
  return { ...noMore, best: points(typed), worst: points(typed), reason: null, missing: [] };
}

type Kind<K extends Scoring['kind']> = Extract<Scoring, { readonly kind: K }>;

function allOrNothing(
  { rule }: Kind<'all-or-nothing'>,
  full: Rational,
  context: RuleContext,
  decide: DecideRule,
): KnownScore {
  const decision = decide(rule, contextOfPart(context, null));
  const { outcome, reason, missing, impossible } = decision;
  return {
    best: points(outcome === 'unmet' ? zero : full),
    // What does not apply (不涉及) costs nothing.
    worst: points(outcome === 'met' || outcome === 'not-applicable' ? full : zero),
    reason,
    missing,
    parts: [{ id: 'rule', decision }],
    impossible,
  };
}

function stepped(scoring: Kind<'steps'>, full: Rational, { source }: RuleContext): KnownScore {
  const value = amountValue(scoring.value, source);
  const standard = amountValue(scoring.standard, source);
  if (isNotAsked(value, standard)) return costsNothing(full);
  let best = zero;
  let worst = zero;
  for (const step of scoring.steps) {
    const reached = compareAmounts(value, 'at-least', multiplyAmounts(knownAmount(decimal(step.from)), standard));
    if (reached !== false) best = maximum(best, decimal(step.share));
    if (reached === true) worst = maximum(worst, decimal(step.share));
  }
  return {
    ...noMore,
    best: points(multiply(full, best)),
    worst: points(multiply(full, worst)),
    reason: compare(best, worst) === 0 ? null : openReason(value, standard),
    missing: [...value.missing, ...standard.missing],
  };
}

function perShortfall(scoring: Kind<'per-shortfall'>, full: Rational, { source }: RuleContext): KnownScore {
  const value = amountValue(scoring.value, source);
  const standard = amountValue(scoring.standard, source);
  if (isNotAsked(value, standard)) return costsNothing(full);
  const least = value.absent === null && standard.absent === null ? difference(standard.low, value.high) : null;
  const greatest = value.absent === null && standard.absent === null ? difference(standard.high, value.low) : null;
  const { deduct } = scoring;
  if (deduct === null) {
    const nothingOff = greatest !== null && isZero(steps(scoring, greatest));
    return nothingOff ? costsNothing(full) : toBeSet(full, [...value.missing, ...standard.missing]);
  }
  const off = (shortfall: Rational): PointTerms =>
    points(full, [{ times: steps(scoring, shortfall), each: decimal(deduct), atMost: null }]);
  return {
    ...noMore,
    best: off(least ?? zero),
    worst: greatest === null ? points(zero) : off(greatest),
    reason: openReason(value, standard),
    missing: [...value.missing, ...standard.missing],
  };
}

/** How many steps a shortfall counts as. */
function steps({ step, partial }: Kind<'per-shortfall'>, shortfall: Rational): Rational {
  const exact = divide(maximum(shortfall, zero), decimal(step));
  return partial === 'whole' ? ceiling(exact) : partial === 'none' ? floor(exact) : exact;
}

function withDeductions(
  scoring: Kind<'deductions'>,
  full: Rational,
  context: RuleContext,
  decide: DecideRule,
): KnownScore {
  const counts = scoring.deductions.map((each) => occurrences(each, context, decide));
  const off = (times: (count: Occurrences) => Rational): PointTerms['deducted'] =>
    scoring.deductions.flatMap((each, index) => {
      const count = counts[index];
      const atMost = each.atMost === null ? null : decimal(each.atMost);
      // What is to be set costs nothing at best.
      return count === undefined ? [] : [{ times: times(count), each: decimal(each.each ?? '0'), atMost }];
    });
  const unset = counts.map((each, index) => scoring.deductions[index]?.each === null && !never(each));
  const unbounded = counts.some(
    (each, index) => unset[index] === true || (each.most === null && scoring.deductions[index]?.atMost === null),
  );
  return {
    best: points(
      full,
      off((count) => count.least),
    ),
    worst: unbounded
      ? points(zero)
      : points(
          full,
          off((count) => count.most ?? enough(full, scoring)),
        ),
    reason: mainReason(counts.map((each, index) => (unset[index] === true ? 'to-be-set' : each.reason))),
    missing: counts.flatMap((each) => each.missing),
    parts: counts.flatMap((each) => each.parts),
    impossible: counts.flatMap((each) => each.parts.flatMap((part) => part.decision.impossible)),
  };
}

/** So often that any cap is reached. */
function enough(full: Rational, { deductions }: Kind<'deductions'>): Rational {
  return deductions.reduce((most, { each, atMost }) => {
    return atMost === null || each === null ? most : maximum(most, divide(decimal(atMost), decimal(each)));
  }, full);
}

interface Occurrences {
  readonly least: Rational;
  /** Null = nobody knows how often. */
  readonly most: Rational | null;
  readonly reason: KnownScore['reason'];
  readonly missing: KnownScore['missing'];
  readonly parts: readonly PartDecision[];
}

function occurrences({ id, occurrences: count }: Deduction, context: RuleContext, decide: DecideRule): Occurrences {
  switch (count.kind) {
    case 'amount': {
      const value = amountValue(count.amount, context.source);
      if (value.absent === 'not-set') return { least: zero, most: zero, reason: null, missing: [], parts: [] };
      const decided = onlyValue(value) !== null;
      return {
        least: maximum(value.low ?? zero, zero),
        most: value.high === null ? null : maximum(value.high, zero),
        reason: decided ? null : openReason(value),
        missing: value.missing,
        parts: [],
      };
    }
    case 'unless':
      return counted([{ id, decision: decide(count.rule, contextOfPart(context, id)) }]);
    case 'falls':
      return counted(falls(id, count, context, decide));
    default: {
      const exhaustive: never = count;
      return exhaustive;
    }
  }
}

/** The last changes from year to year, each unmet where the amount fell. */
function falls(
  id: string,
  { amount, years }: Extract<DeductionCount, { readonly kind: 'falls' }>,
  context: RuleContext,
  decide: DecideRule,
): readonly PartDecision[] {
  return Array.from({ length: years }, (_, yearsBack) => {
    const left = yearsEarlier(amount, yearsBack);
    const right = yearsEarlier(amount, yearsBack + 1);
    const part = `${id}${changePart(yearsBack)}`;
    return {
      id: part,
      decision: decide({ kind: 'comparison', left, comparator: 'at-least', right }, contextOfPart(context, part)),
    };
  });
}

/** Once for each part that is unmet. */
function counted(parts: readonly PartDecision[]): Occurrences {
  const times = (count: (outcome: string) => boolean): Rational =>
    rational(BigInt(parts.filter((part) => count(part.decision.outcome)).length), 1n);
  return {
    least: times((outcome) => outcome === 'unmet'),
    most: times((outcome) => outcome === 'unmet' || outcome === 'undetermined'),
    reason: mainReason(parts.map((part) => part.decision.reason)),
    missing: parts.flatMap((part) => part.decision.missing),
    parts,
  };
}

/** It did not happen, so whatever it would cost it costs nothing. */
function never({ most }: Occurrences): boolean {
  return most !== null && isZero(most);
}

/** Points are off, and how many is still to be set. */
function toBeSet(full: Rational, missing: KnownScore['missing']): KnownScore {
  return { ...noMore, best: points(full), worst: points(zero), reason: 'to-be-set', missing };
}

function difference(a: Rational | null, b: Rational | null): Rational | null {
  return a === null || b === null ? null : subtract(a, b);
}

function isNotAsked(...values: readonly AmountValue[]): boolean {
  return values.some((each) => each.absent === 'not-set');
}

function costsNothing(full: Rational): KnownScore {
  return { ...noMore, best: points(full), worst: points(full), reason: null, missing: [] };
}
