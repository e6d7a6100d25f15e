import type { Edition, RequirementOutcome, RequirementScore } from '@junheng/evaluation-core';
import { cellName } from '@junheng/evaluation-messages';
import type { ReactNode } from 'react';
import { MeasuredText } from './measured-text.tsx';
import { grouped, roundedText } from './model/display-number.ts';
import { paths } from './model/explanation-path.ts';
import { readFraction } from './model/fraction.ts';
import { arrangeRequirements, type ArrangedRequirements, type RequirementGroup } from './model/requirements.ts';
import { toneOfOutcome } from './model/tone.ts';
import { OutcomeSign } from './outcome-sign.tsx';
import { RequirementSchools } from './requirement-schools.tsx';
import { useWords } from './use-words.ts';

export interface RequirementListProps {
  readonly requirements: readonly RequirementOutcome[];
  readonly edition: Edition;
  /** Names by school id. */
  readonly names: ReadonlyMap<string, string>;
  readonly onWhy: (path: string) => void;
}

/** Every condition of the whole verdict, by dimension; what only waits for the county report is one line at the end. */
export function RequirementList({ requirements, edition, names, onWhy }: RequirementListProps) {
  const arranged = arrangeRequirements(requirements);
  return (
    <div className="ev-requirements">
      {arranged.groups.map((each) => (
        <Group key={each.group} group={each}>
          <ul>
            {each.shown.map((requirement) => (
              <li key={requirement.requirementId}>
                <RequirementButton requirement={requirement} onWhy={onWhy} />
                <RequirementDetails requirement={requirement} edition={edition} names={names} />
              </li>
            ))}
          </ul>
        </Group>
      ))}
      <WaitingForCounty arranged={arranged} onWhy={onWhy} />
    </div>
  );
}

/** Open from the start where something is unmet; otherwise one line with the count of each outcome. */
function Group({ group, children }: { readonly group: RequirementGroup; readonly children: ReactNode }) {
  const { t, words } = useWords();
  const outcomes = [...new Set(group.shown.map((each) => each.outcome))];
  return (
    <details className="ev-requirements__group" open={outcomes.includes('unmet')}>
      <summary>
        <b>{words(`requirement-group.${group.group}`)}</b>
        {outcomes.map((outcome) => (
          <span key={outcome} className="ev-requirements__count">
            <OutcomeSign tone={toneOfOutcome(outcome)} size={12} />
            {words(`outcome.${outcome}`)} {group.shown.filter((each) => each.outcome === outcome).length}
          </span>
        ))}
        {group.waitingCount === 0 ? null : (
          <span className="ev-requirements__count">{t('requirements.waiting', { count: group.waitingCount })}</span>
        )}
      </summary>
      {children}
    </details>
  );
}

function RequirementButton(props: {
  readonly requirement: RequirementOutcome;
  readonly onWhy: (path: string) => void;
}) {
  const { words } = useWords();
  const { requirementId, outcome } = props.requirement;
  return (
    <button type="button" className="ev-link-row" onClick={() => props.onWhy(paths.requirement(requirementId))}>
      <OutcomeSign tone={toneOfOutcome(outcome)} size={12} />
      {/* Numbers as the instrument counts them; names given here say nothing to a reader. */}
      {requirementId.length > 3 ? null : <span className="ev-requirements__id">{requirementId}</span>}
      <span>{words(`requirement.${requirementId}`)}</span>
      <span className="jh-visually-hidden">{words(`outcome.${outcome}`)}</span>
    </button>
  );
}

function RequirementDetails(
  props: Pick<RequirementListProps, 'edition' | 'names'> & {
    readonly requirement: RequirementOutcome;
  },
) {
  const { words } = useWords();
  const { requirement, edition, names } = props;
  const { requirementId, outcome, measured, parts, score, schools, reason } = requirement;
  const known = parts.filter((part) => part.measured?.value != null);
  const said = outcome === 'undetermined' && reason !== null && reason !== 'missing-cells';
  if (measured?.value == null && known.length === 0 && score === null && schools === null && !said) return null;
  const number = { edition, requirementId };
  return (
    <div className="ev-requirements__details">
      {measured?.value == null ? null : <MeasuredText {...number} measured={measured} outcome={outcome} part={null} />}
      {known.map(({ part, measured: own, outcome: ofPart }) =>
        own === null ? null : <MeasuredText {...number} key={part} measured={own} outcome={ofPart} part={part} />,
      )}
      {score === null ? null : <Score score={score} />}
      {said ? <span>{words(`reason.${reason}`)}</span> : null}
      {schools === null ? null : (
        <RequirementSchools requirement={requirement} schools={schools} edition={edition} names={names} />
      )}
    </div>
  );
}

function points(text: string): string {
  const fraction = readFraction(text);
  return fraction === null || fraction.denominator === 1n ? text : grouped(roundedText(fraction, 2));
}

/** What is not known yet counts as anything from nothing to its maximum. */
function Score({ score }: { readonly score: RequirementScore }) {
  const { t } = useWords();
  const { least, greatest, total, pass } = score;
  const range = greatest === null ? `≥ ${points(least)}` : `${points(least)}–${points(greatest)}`;
  return (
    <span className="ev-requirements__number">
      {t('requirements.score')} <b>{least === greatest ? points(least) : range}</b>
      {total === null ? '' : ` / ${total}`}
      {pass === null ? '' : ` · ${t('requirements.pass', { points: pass })}`}
    </span>
  );
}

/** One line for all that the county report has not said yet, and behind it which conditions and data these are. */
function WaitingForCounty(props: { readonly arranged: ArrangedRequirements; readonly onWhy: (path: string) => void }) {
  const { t, language } = useWords();
  const { waiting, missingCells } = props.arranged;
  if (missingCells.length === 0) return null;
  return (
    <details className="ev-requirements__group ev-requirements__waiting">
      <summary>
        <b>{t('requirements.countyLacks')}</b>
        <span className="ev-requirements__count">
          {t('requirements.countyLacksCount', { count: missingCells.length, conditions: waiting.length })}
        </span>
      </summary>
      <ul>
        {waiting.map((requirement) => (
          <li key={requirement.requirementId}>
            <RequirementButton requirement={requirement} onWhy={props.onWhy} />
          </li>
        ))}
      </ul>
      <details className="ev-requirements__schools">
        <summary>{t('requirements.countyCells', { count: missingCells.length })}</summary>
        <p>{missingCells.map((key) => cellName(language, key)).join(language === 'zh-CN' ? '；' : '; ')}</p>
      </details>
    </details>
  );
}
