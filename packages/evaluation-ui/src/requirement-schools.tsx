import type {
  Edition,
  RequirementOfSchools,
  RequirementOutcome,
  SchoolRequirementOutcome,
} from '@junheng/evaluation-core';
import { MeasuredText } from './measured-text.tsx';
import { MoreOrLess } from './more-or-less.tsx';
import { toneOfOutcome } from './model/tone.ts';
import { OutcomeSign } from './outcome-sign.tsx';
import { useWords } from './use-words.ts';

export interface RequirementSchoolsProps {
  readonly requirement: RequirementOutcome;
  readonly schools: RequirementOfSchools;
  readonly edition: Edition;
  /** Names by school id. */
  readonly names: ReadonlyMap<string, string>;
}

const FIRST_SCHOOLS = 8;

/** How many schools do not hold a condition, and on demand which. */
export function RequirementSchools({ requirement, schools, edition, names }: RequirementSchoolsProps) {
  const { t } = useWords();
  const { askedCount, unmetCount, undeterminedCount, open } = schools;
  const counts = [
    ...(unmetCount === 0 ? [] : [t('requirements.schoolsUnmet', { count: unmetCount })]),
    ...(undeterminedCount === 0 ? [] : [t('requirements.schoolsOpen', { count: undeterminedCount })]),
  ];
  const asked = t('requirements.schoolsAsked', { count: askedCount });
  if (open.length === 0) return <p className="ev-requirements__schools">{asked}</p>;
  const sorted = [...open].sort((a, b) => rank(a) - rank(b));
  return (
    <details className="ev-requirements__schools">
      <summary>
        {counts.join(' · ')} <span>{asked}</span>
      </summary>
      <MoreOrLess items={sorted} first={FIRST_SCHOOLS}>
        {(items) => (
          <ul>
            {items.map((each) => (
              <SchoolLine
                key={`${each.schoolId} ${each.stage ?? ''}`}
                school={each}
                name={names.get(each.schoolId) ?? each.schoolId}
                requirementId={requirement.requirementId}
                edition={edition}
              />
            ))}
          </ul>
        )}
      </MoreOrLess>
    </details>
  );
}

function rank({ outcome }: SchoolRequirementOutcome): number {
  return outcome === 'unmet' ? 0 : 1;
}

function SchoolLine(props: {
  readonly school: SchoolRequirementOutcome;
  readonly name: string;
  readonly requirementId: string;
  readonly edition: Edition;
}) {
  const { words } = useWords();
  const { school, name, requirementId, edition } = props;
  const unmetParts = school.parts.filter((part) => part.outcome === 'unmet' && part.measured !== null);
  return (
    <li>
      <OutcomeSign tone={toneOfOutcome(school.outcome)} size={12} />
      <span>
        {name}
        {school.stage === null ? '' : ` · ${words(`stage.${school.stage}`)}`}
      </span>
      <span className="jh-visually-hidden">{words(`outcome.${school.outcome}`)}</span>
      {school.measured?.value == null ? null : (
        <MeasuredText
          measured={school.measured}
          outcome={school.outcome}
          edition={edition}
          requirementId={requirementId}
          part={null}
        />
      )}
      {unmetParts.map((part) =>
        part.measured === null ? null : (
          <MeasuredText
            key={part.part}
            measured={part.measured}
            outcome={part.outcome}
            edition={edition}
            requirementId={requirementId}
            part={part.part}
          />
        ),
      )}
    </li>
  );
}
