import type { SpecialRuleUse } from '../evaluation.ts';
import type { StageId } from '../items/cells.ts';
import type { SpecialRule } from '../standards/special-rule.ts';
import type { CountyAssessment } from './county.ts';
import type { RequirementAssessment } from './requirement.ts';

/** The special rules (特殊规定) that counted somewhere: whoever relied on one owes its evidence and its follow-up. */
export function specialRulesInUse({ requirements }: CountyAssessment): readonly SpecialRuleUse[] {
  return requirements.flatMap(ofRequirement);
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
