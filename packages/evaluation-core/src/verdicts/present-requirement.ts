import type {
  MeasuredNumber,
  PointScore,
  RequirementOfSchools,
  RequirementOutcome,
  RequirementPartOutcome,
  RequirementScore,
  SchoolRequirementOutcome,
} from '../evaluation.ts';
import { onlyValue } from '../items/amount-value.ts';
import { exactText } from '../quantities/decimal.ts';
import { toDouble } from '../quantities/double.ts';
import type { RuleDecision } from '../rules/rule-decision.ts';
import { decisionOfSchool } from './requirement.ts';
import type { RequirementAssessment, SchoolRequirement } from './requirement.ts';

// From exact assessments to plain JSON.

export function presentRequirement(assessment: RequirementAssessment): RequirementOutcome {
  const { requirement, outcome, complete, reason, missing, decision } = assessment;
  return {
    requirementId: requirement.id,
    group: requirement.group,
    outcome,
    complete,
    reason,
    missing,
    measured: decision === null ? null : presentMeasured(decision),
    parts: decision === null ? [] : presentParts(decision),
    score: decision === null ? null : presentScore(decision),
    schools: decision === null ? presentSchools(assessment) : null,
  };
}

function presentMeasured({ measured }: RuleDecision): MeasuredNumber | null {
  if (measured === null) return null;
  const value = onlyValue(measured.value);
  const limit = onlyValue(measured.limit);
  return {
    value: value === null ? null : toDouble(value),
    exact: value === null ? null : exactText(value),
    comparator: measured.comparator,
    limit: limit === null ? null : exactText(limit),
  };
}

function presentParts({ parts }: RuleDecision, above = ''): readonly RequirementPartOutcome[] {
  return parts.flatMap(({ id, decision }) => {
    const part = `${above}${id}`;
    const { outcome, reason } = decision;
    return [{ part, outcome, reason, measured: presentMeasured(decision) }, ...presentParts(decision, `${part}.`)];
  });
}

function presentScore({ rule, score }: RuleDecision): RequirementScore | null {
  if (score === null || rule.kind !== 'scored') return null;
  return {
    least: exactText(score.least),
    greatest: score.greatest === null ? null : exactText(score.greatest),
    total: rule.total,
    pass: rule.pass,
    points: score.points.map(({ point, least, greatest, reason, missing }): PointScore => ({
      pointId: point.id,
      dimension: point.dimension,
      least: exactText(least),
      greatest: greatest === null ? null : exactText(greatest),
      maximum: point.maximum,
      reason,
      missing,
    })),
  };
}

function presentSchools(assessment: RequirementAssessment): RequirementOfSchools {
  const { schools } = assessment;
  const countOf = (outcome: string): number => schools.filter((each) => each.outcome === outcome).length;
  return {
    askedCount: schools.length - countOf('not-applicable'),
    metCount: countOf('met'),
    unmetCount: countOf('unmet'),
    undeterminedCount: countOf('undetermined'),
    open: schools
      .filter((each) => each.outcome === 'unmet' || each.outcome === 'undetermined')
      .map((each) => presentSchool(assessment, each)),
  };
}

function presentSchool(assessment: RequirementAssessment, own: SchoolRequirement): SchoolRequirementOutcome {
  const { school, stage, outcome, reason, missing } = own;
  const decision = decisionOfSchool(assessment, own);
  return {
    schoolId: school.unit.schoolId,
    stage,
    outcome,
    reason,
    missing,
    measured: presentMeasured(decision),
    parts: presentParts(decision),
  };
}
