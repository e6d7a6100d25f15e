import type { CountyEvaluation, Edition } from '@junheng/evaluation-core';
import { cellName, text as words } from '@junheng/evaluation-messages';
import { cvText, indicatorText, OutcomeMark, paths, percent } from '@junheng/evaluation-ui';
import { Button, EmptyState, LoadingState, StatusTag, useLanguage } from '@junheng/ui/plain';
import { ListTable } from '@junheng/ui/table';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { usePerson } from '../../display/use-person.ts';
import { nearnessQuery } from '../../server/evaluations.ts';
import { nearLimits, NEAR } from './model/near-limits.ts';

export interface NearLimitsProps {
  readonly evaluationId: string;
  readonly result: CountyEvaluation;
  readonly edition: Edition;
  readonly onWhy: (path: string) => void;
}

/** What stands close to its limit, and, on request, which single numbers would turn the verdict. */
export function NearLimits({ evaluationId, result, edition, onWhy }: NearLimitsProps) {
  const { t } = useTranslation('evaluate');
  const { language } = useLanguage();
  const person = usePerson();
  const rows = useMemo(() => nearLimits(result), [result]);
  const { cvDecimals, indicatorDecimals } = edition.display;
  return (
    <>
      <ListTable
        person={person}
        table="near-limits"
        caption={t('near.title')}
        fileName={`${t('near.title')} ${result.countyName}`}
        rows={rows}
        rowKey={(row) => `${row.stage} ${row.indicatorId} ${row.schoolId ?? ''}`}
        mostRows={30}
        empty={<EmptyState title={t('near.none', { share: percent(NEAR) })} />}
        columns={[
          {
            id: 'what',
            title: t('near.what'),
            head: true,
            value: (row) => words(language, `indicator.${row.indicatorId}`),
            render: (row) => (
              <button
                type="button"
                className="ev-why"
                onClick={() =>
                  onWhy(
                    row.schoolId === null
                      ? paths.cv(row.stage, row.indicatorId)
                      : paths.indicator(row.schoolId, row.stage, row.indicatorId),
                  )
                }
              >
                {words(language, `indicator.${row.indicatorId}`)}
              </button>
            ),
          },
          { id: 'who', title: t('near.who'), value: (row) => row.schoolName ?? t('near.coefficient') },
          { id: 'stage', title: t('near.stage'), value: (row) => words(language, `stage.${row.stage}`) },
          {
            id: 'value',
            title: t('near.value'),
            value: (row) => row.value,
            render: (row) =>
              row.of.kind === 'coefficient'
                ? (cvText(row.of.cv, cvDecimals) ?? '—')
                : indicatorText({ indicator: row.of.indicator, digits: indicatorDecimals }),
            numeric: true,
          },
          { id: 'limit', title: t('near.limit'), value: (row) => row.limit, numeric: true },
          {
            id: 'distance',
            title: t('near.distance'),
            value: (row) => row.distance,
            render: (row) => percent(row.distance),
            numeric: true,
          },
          {
            id: 'outcome',
            title: t('near.outcome'),
            value: (row) => words(language, `outcome.${row.outcome}`),
            render: (row) => (
              <>
                <OutcomeMark tone={row.outcome} />
                {row.boundary ? <StatusTag tone="warning">{t('near.boundary')}</StatusTag> : null}
              </>
            ),
          },
        ]}
      />
      <Flips evaluationId={evaluationId} />
    </>
  );
}

function Flips({ evaluationId }: { readonly evaluationId: string }) {
  const { t } = useTranslation('evaluate');
  const { language } = useLanguage();
  const person = usePerson();
  const [asked, setAsked] = useState(false);
  const query = useQuery({ ...nearnessQuery(evaluationId), enabled: asked });
  if (!asked) {
    return (
      <p className="jc-near__ask">
        <Button onClick={() => setAsked(true)}>{t('near.ask')}</Button>{' '}
        <span className="ev-muted">{t('near.askHelp')}</span>
      </p>
    );
  }
  if (query.error !== null) return <RefusalNotice error={query.error} />;
  if (query.data === undefined) return <LoadingState />;
  const { flips, flipping, tried, outcome, missing } = query.data;
  return (
    <>
      <p>
        {t('near.answer', { tried, flipping, outcome: words(language, `outcome.${outcome}`) })}
        {missing === 0 ? null : ` ${t('near.missing', { count: missing })}`}
      </p>
      {flips.length === 0 ? null : (
        <ListTable
          person={person}
          table="flips"
          caption={t('near.flips')}
          fileName={t('near.flips')}
          rows={flips}
          rowKey={(row) => `${row.schoolId} ${row.cell}`}
          columns={[
            { id: 'school', title: t('near.who'), value: (row) => row.schoolName, head: true },
            { id: 'cell', title: t('near.cell'), value: (row) => cellName(language, row.cell) },
            { id: 'value', title: t('near.now'), value: (row) => Number(row.value), numeric: true },
            { id: 'to', title: t('near.to'), value: (row) => Number(row.to), numeric: true },
            {
              id: 'change',
              title: t('near.change'),
              value: (row) => row.relativeChange,
              render: (row) => (row.relativeChange === null ? row.change : percent(row.relativeChange)),
              numeric: true,
            },
            {
              id: 'outcome',
              title: t('near.turned'),
              value: (row) => words(language, `outcome.${row.outcome}`),
              render: (row) => <OutcomeMark tone={row.outcome} />,
            },
          ]}
        />
      )}
    </>
  );
}
