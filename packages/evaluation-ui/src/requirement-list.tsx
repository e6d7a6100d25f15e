import type { RequirementOutcome } from '@junheng/evaluation-core';
import type { ReactNode } from 'react';
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
        <RequirementGroup
          key={group}
          title={words(`requirement-group.${group}`)}
          items={requirements.filter((each) => each.group === group)}
        >
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
        </RequirementGroup>
      ))}
    </div>
  );
}

/** Open from the start where something is unmet; otherwise one line with the count of each outcome. */
function RequirementGroup(props: {
  readonly title: string;
  readonly items: readonly RequirementOutcome[];
  readonly children: ReactNode;
}) {
  const { words } = useWords();
  const outcomes = [...new Set(props.items.map((each) => each.outcome))];
  return (
    <details className="ev-requirements__group" open={outcomes.includes('unmet')}>
      <summary>
        <b>{props.title}</b>
        {outcomes.map((outcome) => (
          <span key={outcome} className="ev-requirements__count">
            <OutcomeSign tone={toneOfOutcome(outcome)} size={12} />
            {words(`outcome.${outcome}`)} {props.items.filter((each) => each.outcome === outcome).length}
          </span>
        ))}
      </summary>
      {props.children}
    </details>
  );
}
