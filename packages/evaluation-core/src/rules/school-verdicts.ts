import type { RequirementRule } from '../standards/requirement.ts';
import { decision } from './rule-decision.ts';
import type { RuleContext, RuleDecision, SchoolVerdicts } from './rule-decision.ts';

type VerdictRule = Extract<RequirementRule, { readonly kind: 'resource-allocation' | 'school-standard' | 'balance' }>;

const verdictOf: Readonly<Record<VerdictRule['kind'], keyof SchoolVerdicts>> = {
  'resource-allocation': 'resourceAllocation',
  'school-standard': 'schoolStandard',
  balance: 'balance',
};

/** 资源配置, 办学基本标准, 校际均衡: what the school rule and the balance rule said. What they lack stands with the schools. */
export function decideSchoolVerdicts(rule: VerdictRule, { verdicts }: RuleContext): RuleDecision {
  const { outcome, complete, reason } = verdicts[verdictOf[rule.kind]];
  return decision(rule, outcome, { complete, reason });
}
