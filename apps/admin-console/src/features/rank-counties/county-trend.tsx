import type { Standings } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../display/chart-frame.tsx';
import { trendsOf } from './model/trend.ts';

const TrendChart = lazy(async () => ({ default: (await import('@junheng/evaluation-ui/trend-chart')).TrendChart }));

const DIGITS = 3;

/** Every coefficient of a stage over the years: of one county, or the median of all. */
export function CountyTrend({ standings }: { readonly standings: Standings }) {
  const { t } = useTranslation('standings');
  const { language } = useLanguage();
  const { counties, years } = standings;
  const stages = [...new Set(counties.flatMap(({ coefficients }) => coefficients.map(({ stage }) => stage)))];
  const [countyId, setCountyId] = useState('');
  const [chosenStage, setStage] = useState('');
  const stage = stages.includes(chosenStage) ? chosenStage : (stages[0] ?? '');
  const chosen = counties.filter(({ regionId }) => regionId === countyId);
  const trends = useMemo(
    () => trendsOf(countyId === '' ? counties : counties.filter(({ regionId }) => regionId === countyId), stage),
    [counties, countyId, stage],
  );
  const oldestFirst = useMemo(() => years.map(String).reverse(), [years]);
  const lines = useMemo(
    () =>
      trends.map(({ indicatorId, values }) => ({
        name: words(language, `indicator.${indicatorId}.short`),
        values: values.map((value) => (value === null ? null : Number(value.toFixed(DIGITS)))),
      })),
    [trends, language],
  );
  const limitText = trends.find(({ limit }) => limit !== '')?.limit ?? '';
  const limit = useMemo(
    () => (limitText === '' ? null : { value: Number(limitText), words: t('limit', { value: limitText }) }),
    [limitText, t],
  );
  const who = chosen[0]?.name ?? t('whole');
  const name = t('trendOf', { who, stage: words(language, `stage.${stage}`) });
  return (
    <div className="jc-surface jc-padded jc-closeup">
      <div className="jc-filters">
        <label className="jc-inline">
          {t('who')}
          <select
            className="jh-input jc-filters__select"
            value={countyId}
            onChange={(event) => setCountyId(event.target.value)}
          >
            <option value="">{t('whole')}</option>
            {counties.map((county) => (
              <option key={county.regionId} value={county.regionId}>
                {county.name}
              </option>
            ))}
          </select>
        </label>
        <label className="jc-inline">
          {t('stage')}
          <select
            className="jh-input jc-filters__select"
            value={stage}
            onChange={(event) => setStage(event.target.value)}
          >
            {stages.map((each) => (
              <option key={each} value={each}>
                {words(language, `stage.${each}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ChartFrame
        title={name}
        name={name}
        table="trend"
        rows={trends}
        rowKey={({ indicatorId }) => indicatorId}
        columns={[
          {
            id: 'indicator',
            title: t('column.indicator'),
            head: true,
            value: ({ indicatorId }) => words(language, `indicator.${indicatorId}`),
          },
          ...oldestFirst.map((year, index) => ({
            id: `y${year}`,
            title: year,
            value: ({ values }: { readonly values: readonly (number | null)[] }) => values[index] ?? null,
            render: ({ values }: { readonly values: readonly (number | null)[] }) =>
              values[index]?.toFixed(DIGITS) ?? '—',
            numeric: true,
          })),
          { id: 'limit', title: t('column.limit'), value: ({ limit: of }) => of || null, numeric: true },
        ]}
        {...(years.length < 2 ? { note: t('oneYear') } : {})}
      >
        <Suspense fallback={<div style={{ blockSize: 340 }} />}>
          <TrendChart years={oldestFirst} lines={lines} limit={limit} description={name} />
        </Suspense>
      </ChartFrame>
    </div>
  );
}
