import type { Edition, StageEvaluation } from '@junheng/evaluation-core';
import { CvTable } from '@junheng/evaluation-ui';
import { text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { lazy, Suspense } from 'react';

// The chart's library is the heaviest thing of the console: it comes after the numbers are on screen.
const CvChart = lazy(async () => ({ default: (await import('@junheng/evaluation-ui/cv-chart')).CvChart }));

export interface StageCoefficientsProps {
  readonly stage: StageEvaluation;
  readonly edition: Edition;
  readonly onWhy: (path: string) => void;
}

/** One stage: its coefficients against the limit as a chart, and the same numbers as a table beside it. */
export function StageCoefficients({ stage, edition, onWhy }: StageCoefficientsProps) {
  const { language } = useLanguage();
  const { cvDecimals, indicatorDecimals } = edition.display;
  return (
    <section className="jc-surface jc-padded jc-cvs">
      <h3 className="jc-h3 ev-stage">{words(language, `stage.${stage.stage}`)}</h3>
      <div className="jc-cvs__grid">
        <Suspense fallback={<div style={{ blockSize: stage.cvs.length * 34 + 60 }} />}>
          <CvChart stage={stage} digits={cvDecimals} onWhy={onWhy} />
        </Suspense>
        <CvTable stage={stage} digits={cvDecimals} indicatorDigits={indicatorDecimals} onWhy={onWhy} />
      </div>
    </section>
  );
}
