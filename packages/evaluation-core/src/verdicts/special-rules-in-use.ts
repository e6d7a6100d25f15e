import type { SpecialRuleUse } from '../evaluation.ts';
import type { StageId } from '../items/cells.ts';
import type { SpecialRule } from '../standards/special-rule.ts';
import type { CountyAssessment } from './county.ts';
import type { RequirementAssessment } from './requirement.ts';
import type { SchoolStageAssessment } from './school-stage.ts';

/** The special rules (特殊规定) that counted somewhere: whoever relied on one owes its evidence and its follow-up. */
export function specialRulesInUse({ requirements, schoolStages }: CountyAssessment): readonly SpecialRuleUse[] {
  return [...schoolStages.flatMap(ofThresholds), ...requirements.flatMap(ofRequirement)];
}

function ofThresholds({ unit, stage, indicators }: SchoolStageAssessment): readonly SpecialRuleUse[] {
  return indicators.flatMap(({ indicator, specialRules }) =>
    specialRules.map(({ rule, state, decisive }) => ({
      ...use(rule, unit.schoolId, stage),
      state,
      indicatorId: indicator.definition.id,
      decisive,
    })),
  );
}

function ofRequirement({ requirement, schools }: RequirementAssessment): readonly SpecialRuleUse[] {
  return schools.flatMap(({ school, stage, decision }) =>
    decision.specialRules.map(({ rule, state, part, decisive }) => ({
      ...use(rule, school.unit.schoolId, stage),
      state,
      requirementId: requirement.id,
      part,
      decisive,
    })),
  );
}

function use(rule: SpecialRule, schoolId: string, stage: StageId | null): SpecialRuleUse {
  return {
    ruleId: rule.id,
    state: 'applied',
    schoolId,
    stage,
    indicatorId: null,
    requirementId: null,
    part: null,
    decisive: false,
    evidence: rule.evidence,
    followUp: rule.followUp,
  };
}
