import type { Consolidation } from '@junheng/api-contract';
import { Button, EmptyState, Notice, PageHeader, StatusTag } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../display/use-format.ts';
import { CompletionSection } from './completion-section.tsx';
import { LimitSection } from './limit-section.tsx';
import { SchoolCard } from './school-card.tsx';
import { VerifiedSection } from './verified-section.tsx';
import './consolidation.css';

/** Consolidation (汇总核定): every inspector's scores side by side, what is still to decide, and what came of it. */
export function ConsolidationPage({ view }: { readonly view: Consolidation }) {
  const { t } = useTranslation('consolidate');
  const { completed, schools } = view;
  const state = completed === null ? 'open' : completed.outdated.length === 0 ? 'done' : 'outdated';
  const tones = { open: 'neutral', done: 'success', outdated: 'warning' } as const;
  return (
    <div className="jc-stack">
      <PageHeader
        above={<Link to={`/inspections/${view.inspectionId}`}>{t('back')}</Link>}
        title={t('title')}
        tags={<StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>}
        subtitle={view.inspectionName}
        actions={<Button onClick={() => globalThis.print()}>{t('print')}</Button>}
      />
      <StateNotice view={view} />
      {completed === null ? null : <VerifiedSection view={view} completed={completed} />}
      <LimitSection view={view} />
      <section className="jc-part">
        <h2 className="jc-h2">{t('schools')}</h2>
        {schools.some(({ cells }) => cells.length > 0) ? <p className="ev-muted">{t('schoolsHelp')}</p> : null}
        {schools.some(({ signed }) => signed === null) ? <p className="ev-muted">{t('unsignedHelp')}</p> : null}
        {schools.length === 0 ? <EmptyState title={t('noSchools')} /> : null}
        {schools.map((school) => (
          <SchoolCard key={school.school.schoolId} view={view} school={school} />
        ))}
      </section>
      {schools.length === 0 || isSettled(view) ? null : <CompletionSection view={view} />}
    </div>
  );
}

/** Completed, nothing changed since, and every county that has data has verified ones: nothing is left to complete. */
function isSettled({ completed, counties }: Consolidation): boolean {
  if (completed === null || completed.outdated.length > 0) return false;
  return counties.every(
    ({ countyId, dataSets }) =>
      dataSets.length === 0 || completed.counties.some((county) => county.countyId === countyId),
  );
}

function StateNotice({ view }: { readonly view: Consolidation }) {
  const { t } = useTranslation('consolidate');
  const { instant } = useFormat();
  const { completed } = view;
  const open = view.schools.flatMap((school) => school.open);
  const count = (code: string) => open.filter((each) => each.code === code).length;
  return (
    <>
      {completed === null ? null : (
        <Notice
          tone={completed.outdated.length === 0 ? 'success' : 'warning'}
          title={completed.outdated.length === 0 ? t('doneTitle', { number: completed.number }) : t('outdatedTitle')}
        >
          {completed.outdated.map((fault) => t(`outdatedWhy.${fault}`)).join(' ')}{' '}
          {t('doneText', { by: completed.by, at: instant(completed.at), hash: completed.hash.slice(0, 12) })}
        </Notice>
      )}
      {open.length > 0 ? (
        <Notice tone="warning" title={t('waiting', { count: open.length })}>
          {t('waitingHelp', {
            unsigned: count('visit-unsigned'),
            scores: count('score-differs'),
            values: count('value-differs'),
          })}
        </Notice>
      ) : completed === null && view.schools.length > 0 ? (
        <Notice tone="info" title={t('ready')} />
      ) : null}
    </>
  );
}
