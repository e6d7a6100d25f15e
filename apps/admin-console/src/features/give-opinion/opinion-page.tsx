import type { Opinion } from '@junheng/api-contract';
import { EmptyState, PageHeader, StatusTag } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useServerClock } from '../../display/use-server-clock.ts';
import { AnswersForm } from './answers-form.tsx';
import { DraftForm } from './draft-form.tsx';
import { FeedbackSection } from './feedback-section.tsx';
import { FinalSection } from './final-section.tsx';
import { isOver, stepStates } from './model/opinion-draft.ts';
import { ObjectionSection } from './objection-section.tsx';
import { OpinionHistory } from './opinion-history.tsx';
import { SignedDocument } from './signed-document.tsx';
import './opinions.css';

/** The opinion on one county of a project, as far as it is and the reader may see it. */
export function OpinionPage({ opinion }: { readonly opinion: Opinion }) {
  const { t } = useTranslation('opinion');
  const now = useServerClock();
  const { preliminary, objection, final } = opinion;
  const state = opinion.status === 'issued' && isOver(opinion, now) ? 'over' : opinion.status;
  return (
    <div className="jc-stack">
      <PageHeader
        above={<Link to={`/inspections/${opinion.inspection.id}`}>{t('back')}</Link>}
        title={t('title')}
        tags={<StatusTag tone={state === 'final' ? 'success' : 'info'}>{t(`status.${state}`)}</StatusTag>}
        subtitle={t('of', { county: opinion.county.name, project: opinion.inspection.name })}
      />
      <ol className="jc-surface jc-opinion__steps" aria-label={t('steps')}>
        {stepStates(opinion, now).map(({ key, state: step }) => (
          <li key={key} className={`jc-opinion__step jc-opinion__step--${step}`}>
            {t(`step.${key}`)}
            <span className="ev-table__aside">{t(`stepState.${step}`)}</span>
          </li>
        ))}
      </ol>
      {final === null ? null : <SignedDocument opinion={opinion} kind="final" open />}
      <FeedbackSection opinion={opinion} />
      {opinion.may.answer ? <AnswersForm opinion={opinion} /> : null}
      {final === null ? <FinalSection opinion={opinion} /> : null}
      <ObjectionSection opinion={opinion} />
      {preliminary === null ? null : (
        <SignedDocument opinion={opinion} kind="preliminary" open={objection === null && final === null} />
      )}
      {opinion.may.write ? <DraftForm opinion={opinion} /> : null}
      {preliminary === null && !opinion.may.write ? (
        <EmptyState
          title={t(opinion.draft === null ? 'nothing' : 'unsettled')}
          description={t(opinion.draft === null ? 'nothingHelp' : 'unsettledHelp')}
        />
      ) : null}
      <OpinionHistory opinion={opinion} />
    </div>
  );
}
