import type { RoundProgress } from '@junheng/api-contract';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../../display/chart-frame.tsx';

const TrendChart = lazy(async () => ({ default: (await import('@junheng/evaluation-ui/trend-chart')).TrendChart }));

/** What was handed in and approved at the end of each day. */
export function DayChart({ days }: { readonly days: RoundProgress['days'] }) {
  const { t } = useTranslation('progress');
  const dates = useMemo(() => days.map(({ day }) => day.slice('2026-'.length)), [days]);
  const lines = useMemo(
    () => [
      { name: t('column.handedIn'), values: days.map(({ handedIn }) => handedIn) },
      { name: t('column.approved'), values: days.map(({ approved }) => approved) },
    ],
    [days, t],
  );
  return (
    <div className="jc-surface jc-padded jc-closeup">
      <ChartFrame
        title={t('days')}
        name={t('days')}
        table="round-days"
        rows={days}
        rowKey={({ day }) => day}
        columns={[
          { id: 'day', title: t('column.day'), head: true, value: ({ day }) => day },
          { id: 'handedIn', title: t('column.handedIn'), value: ({ handedIn }) => handedIn, numeric: true },
          { id: 'approved', title: t('column.approved'), value: ({ approved }) => approved, numeric: true },
        ]}
        note={t('daysNote')}
      >
        <Suspense fallback={<div style={{ blockSize: 340 }} />}>
          <TrendChart years={dates} lines={lines} limit={null} whole description={t('days')} />
        </Suspense>
      </ChartFrame>
    </div>
  );
}
