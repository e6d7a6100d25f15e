import type { Amount } from '../items/amount.ts';
import { innerAmounts } from '../items/amount-parts.ts';
import type { Edition } from './edition.ts';
import type { RequirementRule } from './requirement.ts';
import type { DeductionCount, Scoring } from './score-card.ts';

/** The settings (`Amount` of kind `setting`) that the requirements of an edition read, each once. */
export function settingIds(edition: Edition): readonly string[] {
  const changed = edition.specialRules.flatMap((rule) =>
    rule.effects.flatMap((effect) =>
      effect.kind === 'changed-comparison' ? [effect.left, effect.right].flatMap((each) => each ?? []) : [],
    ),
  );
  const amounts = [...edition.requirements.flatMap((each) => amountsOfRule(each.rule)), ...changed];
  return [...new Set(amounts.flatMap(settingsOf))];
}

function settingsOf(amount: Amount): readonly string[] {
  return amount.kind === 'setting' ? [amount.id] : innerAmounts(amount).flatMap(settingsOf);
}

function amountsOfRule(rule: RequirementRule): readonly Amount[] {
  switch (rule.kind) {
    case 'resource-allocation':
    case 'school-standard':
    case 'balance':
    case 'answer':
      return [];
    case 'comparison':
      return [rule.left, rule.right];
    case 'share':
      return [rule.part, rule.whole, rule.limit];
    case 'year-on-year':
      return [rule.amount, ...(rule.fasterThan === null ? [] : [rule.fasterThan])];
    case 'not-falling':
      return [rule.amount];
    case 'rank':
      return [rule.rank, rule.among];
    case 'all-of':
    case 'at-least-of':
      return rule.parts.flatMap((part) => amountsOfRule(part.rule));
    case 'scored':
      return rule.points.flatMap((point) => amountsOfScoring(point.scoring));
    default: {
      const exhaustive: never = rule;
      return exhaustive;
    }
  }
}

function amountsOfScoring(scoring: Scoring): readonly Amount[] {
  switch (scoring.kind) {
    case 'judged':
      return [];
    case 'all-or-nothing':
      return amountsOfRule(scoring.rule);
    case 'steps':
    case 'per-shortfall':
      return [scoring.value, scoring.standard];
    case 'deductions':
      return scoring.deductions.flatMap((each) => amountsOfCount(each.occurrences));
    default: {
      const exhaustive: never = scoring;
      return exhaustive;
    }
  }
}

function amountsOfCount(count: DeductionCount): readonly Amount[] {
  return count.kind === 'unless' ? amountsOfRule(count.rule) : [count.amount];
}
