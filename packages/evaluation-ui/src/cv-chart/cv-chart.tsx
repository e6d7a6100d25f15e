import type { StageEvaluation } from '@junheng/evaluation-core';
import { useMemo } from 'react';
import { cvText, limitOf } from '../cv-table.tsx';
import { paths } from '../model/explanation-path.ts';
import { indicatorShortName, useWords } from '../use-words.ts';
import { chartInk } from './chart-option.ts';
import { ChartView } from './chart-view.tsx';
import { cvChartOption } from './cv-chart-option.ts';

export interface CvChartProps {
  readonly stage: StageEvaluation;
  readonly digits: number;
  readonly onWhy: (path: string) => void;
}

const ROW = 34;
const HEAD = 60;

/** The coefficients of a stage against their limit. The table beside it has the same numbers for readers and keyboards. */
export function CvChart({ stage, digits, onWhy }: CvChartProps) {
  const { t, words, language } = useWords();
  const limit = limitOf(stage);
  const description = t('cv.chart', { stage: words(`stage.${stage.stage}`), limit });
  const limitLabel = t('cv.limitLine', { limit });
  const option = useMemo(
    () =>
      cvChartOption({
        bars: stage.cvs.map((cv) => ({
          indicatorId: cv.indicatorId,
          name: indicatorShortName(language, cv.indicatorId),
          label: cvText(cv, digits) ?? '—',
          outcome: cv.outcome,
          value: cv.cv,
        })),
        limit,
        limitLabel,
        description,
        ...chartInk(),
      }),
    [stage, digits, language, limit, limitLabel, description],
  );
  return (
    <ChartView
      option={option}
      description={description}
      height={stage.cvs.length * ROW + HEAD}
      onPick={({ dataIndex }) => {
        const cv = stage.cvs[dataIndex];
        if (cv !== undefined) onWhy(paths.cv(stage.stage, cv.indicatorId));
      }}
    />
  );
}
