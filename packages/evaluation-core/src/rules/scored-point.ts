import type { UndeterminedReason } from '../evaluation.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import { distinctCells } from '../items/missing-cell.ts';
import { decimal } from '../quantities/decimal.ts';
import { compare, isZero, maximum, minimum, multiply, subtract, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { ScoredPoint } from '../standards/score-card.ts';
import type { DecideRule, PartDecision, PointDecision, PointTerms, RuleContext } from './rule-decision.ts';
import { knownScore } from './scoring.ts';

/** What is known of a point. Best and worst are the same where everything is. */
export interface KnownScore {
  readonly best: PointTerms;
  readonly worst: PointTerms;
  readonly reason: UndeterminedReason | null;
  readonly missing: readonly MissingCell[];
  readonly parts: readonly PartDecision[];
  readonly impossible: readonly MissingCell[];
}

/** One point (评价要点), never below 0 nor above its maximum. */
export function decidePoint(point: ScoredPoint, context: RuleContext, decide: DecideRule): PointDecision {
  const most = point.maximum === null ? null : decimal(point.maximum);
  const known = knownScore(point.scoring, most, context, decide);
  const base = { point, parts: known.parts, impossible: known.impossible, missing: distinctCells(known.missing) };
  if (most === null) {
    // Whatever the maximum will be, nothing of it is nothing.
    const nothing = isShare(point) && known.reason === null && isZero(pointsOf(known.best));
    const terms = nothing ? known.best : null;
    return { ...base, least: zero, greatest: nothing ? zero : null, reason: nothing ? null : 'to-be-set', terms };
  }
  const least = minimum(pointsOf(known.worst), most);
  const greatest = minimum(pointsOf(known.best), most);
  const decided = compare(least, greatest) === 0;
  const reason = decided ? null : (known.reason ?? 'missing-cells');
  return { ...base, least, greatest, reason, terms: decided ? known.worst : null };
}

function isShare({ scoring }: ScoredPoint): boolean {
  return scoring.kind === 'all-or-nothing' || scoring.kind === 'steps';
}

/** base - what is deducted, not below 0. */
export function pointsOf({ base, deducted }: PointTerms): Rational {
  return maximum(
    deducted.reduce((points, each) => subtract(points, pointsOff(each)), base),
    zero,
  );
}

/** times * each, at most `atMost`. */
export function pointsOff({ times, each, atMost }: PointTerms['deducted'][number]): Rational {
  const points = multiply(times, each);
  return atMost === null ? points : minimum(points, atMost);
}
