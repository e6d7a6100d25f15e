import type { Outcome, RequirementOutcome } from '@junheng/evaluation-core';
import { useWords } from './use-words.ts';

export interface RequirementGroupsProps {
  readonly requirements: readonly RequirementOutcome[];
  /** Which of them to count. */
  readonly outcome: Outcome;
}

/** The conditions of the whole verdict that are still open, counted by group. */
export function RequirementGroups({ requirements, outcome }: RequirementGroupsProps) {
  const { t, words } = useWords();
  // Undetermined resource allocation stands beside with what it lacks; what is counted here comes from other sources.
  const open = requirements.filter(
    (each) => each.outcome === outcome && (outcome === 'unmet' || each.group !== 'resource-allocation'),
  );
  if (open.length === 0) return null;
  const groups = [...new Set(open.map((each) => each.group))];
  return (
    <>
      <p className="ev-verdict__note">
        {t(outcome === 'unmet' ? 'verdict.wholeUnmet' : 'verdict.wholeMissing', { count: open.length })}
      </p>
      <ul className="ev-groups">
        {groups.map((group) => (
          <li key={group}>
            {words(`requirement-group.${group}`)}
            <span className="ev-groups__count">{open.filter((each) => each.group === group).length}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
