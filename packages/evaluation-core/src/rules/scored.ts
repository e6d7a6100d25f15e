import type { Outcome } from '../outcome.ts';
import { decimal } from '../quantities/decimal.ts';
import { add, compare, subtract, sum, zero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import type { ScoreCard } from '../standards/score-card.ts';
import { decision, mainReason } from './rule-decision.ts';
import type { DecideRule, PointDecision, RuleContext, RuleDecision, ScoreDecision } from './rule-decision.ts';
import { decidePoint } from './scored-point.ts';

/**
 * Points added up against the pass mark. What is not known counts as anything from 0 to its maximum: met when even the least total
 * reaches the pass mark, unmet when even the greatest does not. Without a pass mark the score is shown and asks nothing.
 */
export function decideScored(rule: ScoreCard, context: RuleContext, decide: DecideRule): RuleDecision {
  const points = rule.points.map((point) => decidePoint(point, context, decide));
  const score: ScoreDecision = {
    least: sum(points.map((each) => each.least)),
    greatest: greatestOf(rule, points),
    points,
  };
  return decision(rule, outcomeOf(rule, score), {
    score,
    missing: points.flatMap((each) => each.missing),
    reason: mainReason(points.map((each) => each.reason)),
    complete: points.every((each) => each.reason === null && each.missing.length === 0),
    specialRules: points.flatMap((each) => each.parts.flatMap((part) => part.decision.specialRules)),
    impossible: points.flatMap((each) => each.impossible),
  });
}

/** Points that are still to be set share what the printed total leaves for them. */
function greatestOf(rule: ScoreCard, points: readonly PointDecision[]): Rational | null {
  const known = points.reduce<Rational>((total, each) => add(total, each.greatest ?? zero), zero);
  if (points.every((each) => each.greatest !== null)) return known;
  if (rule.total === null) return null;
  const set = sum(rule.points.map((point) => (point.maximum === null ? zero : decimal(point.maximum))));
  const rest = subtract(decimal(rule.total), set);
  return compare(rest, zero) > 0 ? add(known, rest) : known;
}

function outcomeOf(rule: ScoreCard, { least, greatest }: ScoreDecision): Outcome {
  if (rule.pass === null) return 'not-applicable';
  const pass = decimal(rule.pass);
  if (compare(least, pass) >= 0) return 'met';
  return greatest !== null && compare(greatest, pass) < 0 ? 'unmet' : 'undetermined';
}
