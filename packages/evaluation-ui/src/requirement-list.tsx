import type { RequirementOutcome } from '@junheng/evaluation-core';
import { paths } from './model/explanation-path.ts';
import { toneOfOutcome } from './model/tone.ts';
import { OutcomeSign } from './outcome-sign.tsx';
import { useWords } from './use-words.ts';

export interface RequirementListProps {
  readonly requirements: readonly RequirementOutcome[];
  readonly onWhy: (path: string) => void;
}

/** Every condition of the whole verdict, by group, each with its outcome. */
export function RequirementList({ requirements, onWhy }: RequirementListProps) {
  const { words } = useWords();
  const groups = [...new Set(requirements.map((each) => each.group))];
  return (
    <div className="ev-requirements">
      {groups.map((group) => (
        <section key={group}>
          <h4>{words(`requirement-group.${group}`)}</h4>
          <ul>
            {requirements
              .filter((each) => each.group === group)
              .map((each) => (
                <li key={each.requirementId}>
                  <button
                    type="button"
                    className="ev-link-row"
                    onClick={() => onWhy(paths.requirement(each.requirementId))}
                  >
                    <OutcomeSign tone={toneOfOutcome(each.outcome)} size={12} />
                    <span className="ev-requirements__id">{each.requirementId}</span>
                    <span>{words(`requirement.${each.requirementId}`)}</span>
                    <span className="jh-visually-hidden">{words(`outcome.${each.outcome}`)}</span>
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
