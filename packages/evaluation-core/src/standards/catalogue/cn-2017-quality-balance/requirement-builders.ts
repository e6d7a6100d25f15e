import type { Amount, Comparator } from '../../../items/amount.ts';
import type { Source } from '../../../items/item-definition.ts';
import type { Requirement, RequirementRule, RulePart } from '../../requirement.ts';
import { constant } from '../amount-builders.ts';

/** A condition of the county; `rest` says otherwise where schools are asked. */
export function requirement(
  id: string,
  group: string,
  source: Source,
  evidence: readonly string[],
  rule: RequirementRule,
  rest: Partial<Pick<Requirement, 'per' | 'schools' | 'appliesTo'>> = {},
): Requirement {
  return {
    id,
    group,
    per: 'county',
    appliesTo: null,
    schools: 'evaluated',
    rule,
    responsible: null,
    evidence,
    source,
    ...rest,
  };
}

export function answer(item: string, ...holds: readonly string[]): RequirementRule {
  return { kind: 'answer', item, holds: holds.length === 0 ? ['yes'] : holds };
}

export function compared(left: Amount, comparator: Comparator, right: Amount): RequirementRule {
  return { kind: 'comparison', left, comparator, right };
}

/** 100 * part / whole >= percent. */
export function percentAtLeast(part: Amount, whole: Amount, percent: string): RequirementRule {
  return {
    kind: 'share',
    part,
    whole,
    multiplier: '100',
    cap: null,
    comparator: 'at-least',
    limit: constant(percent),
  };
}

export function allOf(...parts: readonly (readonly [id: string, rule: RequirementRule])[]): RequirementRule {
  return { kind: 'all-of', parts: parts.map(([id, rule]): RulePart => ({ id, rule })) };
}
