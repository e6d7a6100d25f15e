import type { SpecialRuleUse } from '../evaluation.ts';
import type { StageId } from '../items/cells.ts';
import type { SpecialRule } from '../standards/special-rule.ts';
import { measureIndicator } from '../indicators/measure-indicator.ts';
import type { Outcome } from '../outcome.ts';
import type { CountyAssessment } from './county.ts';
import { judgeIndicator } from './indicator.ts';
import type { IndicatorAssessment } from './indicator.ts';
import type { RequirementAssessment } from './requirement.ts';
import type { SchoolStageAssessment } from './school-stage.ts';

/** The special rules (特殊规定) that counted somewhere: whoever relied on one owes its evidence and its follow-up. */
export function specialRulesInUse({
  indexed,
  requirements,
  schoolStages,
}: CountyAssessment): readonly SpecialRuleUse[] {
  if (!indexed.edition.specialRules.some((rule) => rule.enabled)) return [];
  return [
    ...schoolStages.flatMap((school) => [...ofAmounts(school), ...ofThresholds(school)]),
    ...requirements.flatMap(ofRequirement),
  ];
}

/** What was added to a raw amount, or may be. */
function ofAmounts(school: SchoolStageAssessment): readonly SpecialRuleUse[] {
  return school.indicators.flatMap((assessment) => {
    const members = assessment.amounts.flatMap((amount) => amount.members);
    const applied = new Set(members.flatMap((member) => member.terms.flatMap((term) => term.rule ?? [])));
    const open = new Set(members.flatMap((member) => member.openRules).filter((rule) => !applied.has(rule)));
    if (applied.size === 0 && open.size === 0) return [];
    const decisive = outcomeWithoutExtras(school, assessment) !== assessment.decision.outcome;
    const rules = [
      ...[...applied].map((rule) => [rule, 'applied'] as const),
      ...[...open].map((rule) => [rule, 'open'] as const),
    ];
    return rules.map(([rule, state]) => ({
      ...use(rule, school.unit.schoolId, school.stage),
      state,
      indicatorId: assessment.indicator.definition.id,
      decisive,
    }));
  });
}

/** By the raw amounts as the standard has them. */
function outcomeWithoutExtras(school: SchoolStageAssessment, { indicator }: IndicatorAssessment): Outcome {
  const plain = { ...school, indexed: { ...school.indexed, extraParts: new Map() } };
  return judgeIndicator(plain, measureIndicator(indicator, plain)).decision.outcome;
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
  return schools.flatMap(({ school, stage, specialRules }) =>
    specialRules.map(({ rule, state, part, decisive }) => ({
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
