import type { Edition, StageEvaluation } from '@junheng/evaluation-core';
import { CvTable, cvText } from '@junheng/evaluation-ui';
import { text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../display/chart-frame.tsx';

// The chart's library is the heaviest thing of the console: it comes after the numbers are on screen.
const CvChart = lazy(async () => ({ default: (await import('@junheng/evaluation-ui/cv-chart')).CvChart }));

export interface StageCoefficientsProps {
  readonly stage: StageEvaluation;
  readonly edition: Edition;
  readonly onWhy: (path: string) => void;
}

/** One stage: its coefficients against the limit as a chart, and the same numbers as a table beside it. */
export function StageCoefficients({ stage, edition, onWhy }: StageCoefficientsProps) {
  const { t } = useTranslation('evaluate');
  const { language } = useLanguage();
  const { cvDecimals, indicatorDecimals } = edition.display;
  return (
    <section className="jc-surface jc-padded jc-cvs">
      <h3 className="jc-h3 ev-stage">{words(language, `stage.${stage.stage}`)}</h3>
      <div className="jc-cvs__grid">
        <ChartFrame
          title={t('county.cvs')}
          name={`${t('county.cvs')} ${words(language, `stage.${stage.stage}`)}`}
          table="coefficients"
          rows={stage.cvs}
          rowKey={(cv) => cv.indicatorId}
          columns={[
            {
              id: 'indicator',
              title: t('near.what'),
              value: (cv) => words(language, `indicator.${cv.indicatorId}`),
              head: true,
            },
            {
              id: 'cv',
              title: t('near.value'),
              value: (cv) => cv.cv,
              render: (cv) => cvText(cv, cvDecimals) ?? '—',
              numeric: true,
            },
            { id: 'limit', title: t('near.limit'), value: (cv) => cv.limit || null, numeric: true },
            { id: 'outcome', title: t('near.outcome'), value: (cv) => words(language, `outcome.${cv.outcome}`) },
          ]}
        >
          <Suspense fallback={<div style={{ blockSize: stage.cvs.length * 34 + 60 }} />}>
            <CvChart stage={stage} digits={cvDecimals} onWhy={onWhy} />
          </Suspense>
        </ChartFrame>
        <CvTable stage={stage} digits={cvDecimals} indicatorDigits={indicatorDecimals} onWhy={onWhy} />
      </div>
    </section>
  );
}
