import type { RectificationSummary } from '@junheng/api-contract';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../display/chart-frame.tsx';

const TrendChart = lazy(async () => ({ default: (await import('@junheng/evaluation-ui/trend-chart')).TrendChart }));

const LINES = ['raised', 'closed', 'reopened', 'standing', 'overdue'] as const;

/** What was raised, closed and reopened month by month, and what was still to be put right, and overdue, at the end of each. */
export function LedgerTrend({ trend }: { readonly trend: RectificationSummary['trend'] }) {
  const { t } = useTranslation('rectify');
  const months = useMemo(() => trend.map(({ month }) => month), [trend]);
  const lines = useMemo(
    () => LINES.map((id) => ({ name: t(`summary.of.${id}`), values: trend.map((month) => month[id]) })),
    [trend, t],
  );
  return (
    <div className="jc-surface jc-padded jc-closeup">
      <ChartFrame
        title={t('summary.trendTitle')}
        name={t('summary.trend')}
        table="rectification-trend"
        rows={trend}
        rowKey={({ month }) => month}
        columns={[
          { id: 'month', title: t('summary.month'), head: true, value: ({ month }) => month },
          ...LINES.map((id) => ({
            id,
            title: t(`summary.of.${id}`),
            value: (row: RectificationSummary['trend'][number]) => row[id],
            numeric: true,
          })),
        ]}
        note={t('summary.trendNote')}
      >
        <Suspense fallback={<div style={{ blockSize: 340 }} />}>
          <TrendChart years={months} lines={lines} limit={null} whole description={t('summary.trendTitle')} />
        </Suspense>
      </ChartFrame>
    </div>
  );
}
