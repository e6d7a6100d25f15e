import type { Cells, StageId } from '../items/cells.ts';
import { truthOf } from '../items/condition.ts';
import type { Truth } from '../items/condition.ts';
import type { SpecialRule } from '../standards/special-rule.ts';

/** A special rule counts for a school if it is on, its window open at the evaluation date and its condition true. */
export function specialRuleApplies(
  rule: SpecialRule,
  cells: Cells,
  stage: StageId | null,
  evaluationDate: string | null,
): Truth {
  if (!rule.enabled) return false;
  const inForce = windowIsOpen(rule, evaluationDate);
  const condition = truthOf(rule.condition, cells, stage);
  if (inForce === false || condition === false) return false;
  return inForce === null || condition === null ? null : true;
}

function windowIsOpen(rule: SpecialRule, evaluationDate: string | null): Truth {
  if (rule.validFrom === null && rule.validUntil === null) return true;
  if (evaluationDate === null) return null;
  // ISO dates compare as texts.
  return (
    (rule.validFrom === null || rule.validFrom <= evaluationDate) &&
    (rule.validUntil === null || evaluationDate <= rule.validUntil)
  );
}
