import type { Rectification } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { rectificationNumberText } from '@junheng/evaluation-messages/ledger';
import { Button, Notice, PageHeader, StatusTag, useLanguage } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../display/use-format.ts';
import { ActDialog, type RowAct } from './act-dialog.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { FilesSection } from './files-section.tsx';
import { RowStatus } from './ledger-table.tsx';
import { MeasuresSection } from './measures-section.tsx';
import { problemOf } from './model/ledger.ts';
import { RowHistory } from './row-history.tsx';
import './rectify.css';

/** One problem: what it is, who puts it right and how, and everything that happened to it. */
export function RowPage({ row }: { readonly row: Rectification }) {
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  const [act, setAct] = useState<RowAct | 'assign' | null>(null);
  const worded = row.place === null;
  return (
    <div className="jc-stack">
      <PageHeader
        above={<Link to="/rectifications">{t('row.back')}</Link>}
        title={problemOf(language, row)}
        tags={
          <>
            <StatusTag>{t('row.number', { number: row.number })}</StatusTag>
            <RowStatus row={row} />
          </>
        }
        subtitle={[row.county.name, row.school?.name].filter((each) => each !== undefined).join(' · ')}
        actions={
          <>
            {row.may.manage ? <Button onClick={() => setAct('assign')}>{t('assign.one')}</Button> : null}
            {row.may.work ? <Button onClick={() => setAct('notes')}>{t('act.notes.title')}</Button> : null}
            {row.may.work && worded && row.status === 'open' ? (
              <Button variant="primary" onClick={() => setAct('completion')}>
                {t('act.completion.title')}
              </Button>
            ) : null}
            {row.may.except ? <Button onClick={() => setAct('except')}>{t('act.except.title')}</Button> : null}
            {row.may.sendBack ? <Button onClick={() => setAct('return')}>{t('act.return.title')}</Button> : null}
            {row.may.close ? (
              <Button variant="primary" onClick={() => setAct('close')}>
                {t('act.close.title')}
              </Button>
            ) : null}
          </>
        }
      />
      <WhatNext row={row} />
      <RowFacts row={row} />
      <MeasuresSection row={row} />
      <FilesSection row={row} />
      <RowHistory row={row} />
      {act === 'assign' ? (
        <AssignDialog rows={[row]} onClose={() => setAct(null)} onAssigned={() => setAct(null)} />
      ) : null}
      {act === null || act === 'assign' ? null : <ActDialog row={row} act={act} onClose={() => setAct(null)} />}
    </div>
  );
}

/** What the row waits for, in one sentence. */
function WhatNext({ row }: { readonly row: Rectification }) {
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  const { day } = useFormat();
  if (row.escalation !== null) {
    return (
      <Notice tone="danger" title={words(language, `escalation.${row.escalation}`)}>
        {t('row.overdue', { count: row.overdueDays })}
      </Notice>
    );
  }
  if (row.status === 'excepted' && row.exception !== null) {
    const { reason, by, expiresOn } = row.exception;
    return <Notice title={t('row.excepted', { day: day(expiresOn), by })}>{reason}</Notice>;
  }
  const key =
    row.status === 'open'
      ? row.place === null
        ? 'openWorded'
        : row.standing === 'undecided'
          ? 'openUndecided'
          : 'open'
      : row.status === 'to-verify' && row.place === null
        ? 'reported'
        : row.status;
  return <Notice tone={row.status === 'closed' ? 'success' : 'info'}>{t(`row.next.${key}`)}</Notice>;
}

function RowFacts({ row }: { readonly row: Rectification }) {
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  const { day, instant } = useFormat();
  const { unit, school, person } = row.responsible;
  return (
    <section className="jc-surface jc-padded" aria-label={t('row.facts')}>
      <dl className="jc-ledger__facts">
        <div>
          <dt>{t('row.now')}</dt>
          <dd>{rectificationNumberText(language, row.measured) ?? t(`standing.${row.standing}`)}</dd>
          {row.evaluation === null ? null : (
            <dd>
              <Link to={`/rounds/${row.evaluation.roundId}/evaluations/${row.evaluation.id}`}>{t('row.why')}</Link>
            </dd>
          )}
        </div>
        <div>
          <dt>{t('column.source')}</dt>
          {row.sources.map(({ kind, document }, index) => (
            <dd key={`${kind} ${document ?? index}`}>
              {words(language, `rectification-source.${kind}`)} {document}
            </dd>
          ))}
        </div>
        <div>
          <dt>{t('column.unit')}</dt>
          <dd>{unit?.name ?? school?.name ?? t('row.unassigned')}</dd>
          {person === null ? null : <dd className="ev-muted">{person.name}</dd>}
        </div>
        <div>
          <dt>{t('column.deadline')}</dt>
          <dd>{row.deadline === null ? t('row.noDeadline') : day(row.deadline)}</dd>
        </div>
        {row.closed === null ? null : (
          <div>
            <dt>{t('column.closed')}</dt>
            <dd>{instant(row.closed.at)}</dd>
            <dd className="ev-muted">{[row.closed.by, row.closed.note].filter(Boolean).join(' · ')}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
