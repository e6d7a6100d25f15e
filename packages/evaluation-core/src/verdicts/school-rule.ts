import type { Outcome } from '../outcome.ts';
import { decimal } from '../quantities/decimal.ts';
import { multiply, zero } from '../quantities/rational.ts';
import type { RoundingPolicy } from '../quantities/rounding.ts';
import { atLeastMOfN, atMostKUnmet } from '../rules/at-least-m-of-n.ts';
import { decideGrade } from '../rules/grades.ts';
import type { GradeDecision } from '../rules/grades.ts';
import { decidePoints, steppedShare } from '../rules/stepped-points.ts';
import type { PointsRange, Step } from '../rules/stepped-points.ts';
import type { SchoolRule, SteppedPoints } from '../standards/school-and-balance-rule.ts';
import type { IndicatorAssessment } from './indicator.ts';

/** What the school rule says of one school-stage. */
export interface SchoolRuleDecision {
  readonly outcome: Outcome;
  /** The indicators it counts that are judged. */
  readonly counted: readonly IndicatorAssessment[];
  readonly points: PointsRange | null;
  readonly grade: Pick<GradeDecision, 'worst' | 'best'> | null;
}

const asksNothing: SchoolRuleDecision = { outcome: 'not-applicable', counted: [], points: null, grade: null };

export function decideSchoolRule(
  rule: SchoolRule | null,
  indicators: readonly IndicatorAssessment[],
  policy: RoundingPolicy,
): SchoolRuleDecision {
  if (rule === null) return asksNothing;
  const counted = countedBy(rule, indicators);
  const decisions = counted.map((each) => each.decision);
  switch (rule.kind) {
    case 'at-least-m-of-n':
      return { ...asksNothing, counted, outcome: atLeastMOfN(decisions, rule.minimumMet) };
    case 'at-most-k-unmet':
      return { ...asksNothing, counted, outcome: atMostKUnmet(decisions, rule.maximumUnmet) };
    case 'grades': {
      const { outcome, worst, best } = decideGrade(decisions, rule.grades, rule.passing);
      return { ...asksNothing, counted, outcome, grade: outcome === 'not-applicable' ? null : { worst, best } };
    }
    case 'stepped-points': {
      const { least, most, outcome } = decidePoints(
        counted.map((each) => pointsOf(rule, each, policy)),
        decimal(rule.pass),
      );
      return { ...asksNothing, counted, outcome, points: outcome === 'not-applicable' ? null : { least, most } };
    }
    default: {
      const exhaustive: never = rule;
      return exhaustive;
    }
  }
}

function countedBy(rule: SchoolRule, indicators: readonly IndicatorAssessment[]): readonly IndicatorAssessment[] {
  const ids = rule.kind === 'stepped-points' ? Object.keys(rule.points) : rule.indicators;
  return indicators.filter(
    ({ indicator, decision }) =>
      decision.outcome !== 'not-applicable' && (ids?.includes(indicator.definition.id) ?? true),
  );
}

export function stepsOf(rule: SteppedPoints): readonly Step[] {
  return rule.steps.map(({ from, share }) => ({ from: decimal(from), share: decimal(share) }));
}

/** What one indicator gives: all or nothing for an answer, anything while its value or its standard is open. */
export function pointsOf(rule: SteppedPoints, assessment: IndicatorAssessment, policy: RoundingPolicy): PointsRange {
  const points = decimal(rule.points[assessment.indicator.definition.id] ?? '0');
  const steps = stepsOf(rule);
  const full = multiply(points, steps[0]?.share ?? zero);
  const { standard, decision } = assessment;
  if (standard === null || assessment.value === null) {
    return { least: decision.outcome === 'met' ? full : zero, most: decision.outcome === 'unmet' ? zero : full };
  }
  const noValue = assessment.kind === 'ratio' && assessment.zeroDenominator !== false;
  const { least, most } = noValue
    ? { least: zero, most: steps[0]?.share ?? zero }
    : steppedShare(assessment.value, standard, steps, policy);
  return { least: multiply(points, least), most: multiply(points, most) };
}
