import type { UndeterminedReason } from '../evaluation.ts';
import type { AmountValue } from '../items/amount-value.ts';
import { compareAmounts } from '../items/compare-amounts.ts';
import type { RequirementRule } from '../standards/requirement.ts';
import { decision, mainReason } from './rule-decision.ts';
import type { ChangeInForce, MeasuredAmounts, RuleContext, RuleDecision } from './rule-decision.ts';

/** Two amounts compared. A number that the edition does not have for this stage or school asks nothing. */
export function decideMeasured(rule: RequirementRule, measured: MeasuredAmounts): RuleDecision {
  const { value, comparator, limit } = measured;
  if (value.absent === 'not-set' || limit.absent === 'not-set') return decision(rule, 'not-applicable', { measured });
  const truth = compareAmounts(value, comparator, limit);
  const missing = limit.missing.length === 0 ? value.missing : [...value.missing, ...limit.missing];
  if (truth === null) return decision(rule, 'undetermined', { measured, missing, reason: openReason(value, limit) });
  return decision(rule, truth ? 'met' : 'unmet', { measured, missing });
}

/** Why a comparison is open. */
export function openReason(...values: readonly AmountValue[]): UndeterminedReason {
  if (values.some((each) => each.missing.length > 0)) return 'missing-cells';
  if (values.some((each) => each.absent === 'division-by-zero')) return 'zero-denominator';
  // What is unknown without a cell missing is a school of which nobody knows whether it counts.
  return values.find((each) => each.open !== null)?.open ?? 'scope-undetermined';
}

/**
 * A rule whose amounts a special rule may change: decided as every change that may be in force has it, where they agree. `changed` gives the
 * rule with the amounts of a change.
 */
export function decideWithChanges<R extends RequirementRule>(
  rule: R,
  context: RuleContext,
  changed: (rule: R, change: NonNullable<ChangeInForce['change']>) => R,
  decide: (rule: R) => RuleDecision,
): RuleDecision {
  const possible = context.changes(context.part);
  if (possible.length === 1 && possible[0]?.rule === null) return decide(rule);
  const standard = decide(rule);
  const decisions = possible.map((each) => (each.change === null ? standard : decide(changed(rule, each.change))));
  const [first] = decisions;
  const certain = possible.length === 1;
  const agreed = decisions.every((each) => each.outcome === first?.outcome);
  const specialRules = possible.flatMap(({ rule: special }, index) =>
    special === null
      ? []
      : [
          {
            rule: special,
            state: certain ? ('applied' as const) : ('open' as const),
            part: context.part,
            decisive: decisions[index]?.outcome !== standard.outcome,
          },
        ],
  );
  if (certain) return { ...(first ?? standard), specialRules };
  const open = possible.flatMap((each) => each.open);
  const missing = [...decisions.flatMap((each) => each.missing), ...open];
  const reason = mainReason([
    ...decisions.map((each) => each.reason),
    missing.length > 0 ? 'missing-cells' : 'no-evaluation-date',
  ]);
  return {
    ...decision(rule, agreed && first !== undefined ? first.outcome : 'undetermined', {
      missing,
      reason,
      specialRules,
    }),
    measured: standard.measured,
    complete: false,
  };
}
