import type { CountyEvaluation, Edition } from '@junheng/evaluation-core';
import { text as words } from '@junheng/evaluation-messages';
import { indicatorText, paths, percent } from '@junheng/evaluation-ui';
import { EmptyState, useLanguage } from '@junheng/ui/plain';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ChartFrame } from '../../display/chart-frame.tsx';
import { contributionsOf, cvOf, readCloseup, writeCloseup, type CloseupAddress } from './model/closeup.ts';
import { SchoolSpread } from './school-spread.tsx';

const ContributionChart = lazy(async () => ({
  default: (await import('@junheng/evaluation-ui/cv-chart')).ContributionChart,
}));

export interface IndicatorCloseupProps {
  readonly result: CountyEvaluation;
  readonly edition: Edition;
  readonly onWhy: (path: string) => void;
}

const BARS = 15;

/** One indicator of one stage: who drives its coefficient, and where the schools stand. Which one is in the address. */
export function IndicatorCloseup({ result, edition, onWhy }: IndicatorCloseupProps) {
  const { t } = useTranslation('evaluate');
  const { language } = useLanguage();
  const [query, setQuery] = useSearchParams();
  const wanted = query.get('at');
  const address = useMemo(() => readCloseup(result, wanted), [result, wanted]);
  if (address === null) return <EmptyState title={t('closeup.none')} />;
  const show = (next: CloseupAddress) => {
    const changed = new URLSearchParams(query);
    changed.set('at', writeCloseup(next));
    setQuery(changed, { replace: true, preventScrollReset: true });
  };
  const options = result.resourceAllocation.stages.flatMap(({ stage, cvs }) =>
    cvs.map(({ indicatorId }) => ({ stage, indicatorId })),
  );
  const nameOf = ({ stage, indicatorId }: CloseupAddress) =>
    `${words(language, `stage.${stage}`)} · ${words(language, `indicator.${indicatorId}`)}`;
  return (
    <div className="jc-surface jc-padded jc-closeup">
      <label className="jc-inline">
        {t('closeup.choose')}
        <select
          className="jh-input jc-filters__select"
          value={writeCloseup(address)}
          onChange={(event) => {
            const next = options.find((each) => writeCloseup(each) === event.target.value);
            if (next !== undefined) show(next);
          }}
        >
          {options.map((each) => (
            <option key={writeCloseup(each)} value={writeCloseup(each)}>
              {nameOf(each)}
            </option>
          ))}
        </select>
      </label>
      <div className="jc-closeup__charts">
        <Contributions result={result} edition={edition} address={address} name={nameOf(address)} onWhy={onWhy} />
        <SchoolSpread result={result} edition={edition} address={address} name={nameOf(address)} onWhy={onWhy} />
      </div>
    </div>
  );
}

function Contributions(props: IndicatorCloseupProps & { readonly address: CloseupAddress; readonly name: string }) {
  const { t } = useTranslation('evaluate');
  const { result, address, edition, name, onWhy } = props;
  const rows = useMemo(() => contributionsOf(result, address), [result, address]);
  const cv = cvOf(result, address);
  const bars = useMemo(() => rows.slice(0, BARS).map((row) => ({ ...row, label: percent(row.share) })), [rows]);
  const digits = edition.display.indicatorDecimals;
  const title = t('closeup.contributions');
  if (rows.length === 0) return <EmptyState title={t('closeup.noContributions')} />;
  const rest = rows.slice(BARS).reduce((sum, { share }) => sum + share, 0);
  return (
    <ChartFrame
      title={title}
      name={`${title} ${name}`}
      table="contributions"
      rows={rows}
      rowKey={(row) => row.schoolId}
      columns={[
        {
          id: 'school',
          title: t('closeup.school'),
          value: (row) => row.name,
          head: true,
          render: (row) => (
            <button
              type="button"
              className="ev-why"
              onClick={() => onWhy(paths.indicator(row.schoolId, address.stage, address.indicatorId))}
            >
              {row.name}
            </button>
          ),
        },
        { id: 'pupils', title: t('closeup.pupils'), value: (row) => row.pupils, numeric: true },
        {
          id: 'value',
          title: t('closeup.value'),
          value: (row) => row.indicator?.value ?? null,
          render: (row) => (row.indicator === null ? '—' : indicatorText({ indicator: row.indicator, digits })),
          numeric: true,
        },
        {
          id: 'side',
          title: t('closeup.side'),
          value: (row) => t(`closeup.sides.${row.side}`),
        },
        {
          id: 'share',
          title: t('closeup.share'),
          value: (row) => row.share,
          render: (row) => percent(row.share),
          numeric: true,
        },
      ]}
      note={
        <>
          {t('closeup.contributionsHelp', {
            mean: cv?.mean === undefined || cv.mean === null ? '—' : cv.mean.toFixed(digits),
          })}
          {rows.length > BARS ? ` ${t('closeup.rest', { count: rows.length - BARS, share: percent(rest) })}` : null}
        </>
      }
    >
      <Suspense fallback={<div style={{ blockSize: bars.length * 26 + 16 }} />}>
        <ContributionChart
          bars={bars}
          description={t('closeup.contributionsOf', { name })}
          onPick={(index) => {
            const row = rows[index];
            if (row !== undefined) onWhy(paths.indicator(row.schoolId, address.stage, address.indicatorId));
          }}
        />
      </Suspense>
    </ChartFrame>
  );
}
