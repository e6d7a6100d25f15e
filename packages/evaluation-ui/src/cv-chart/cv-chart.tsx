import type { StageEvaluation } from '@junheng/evaluation-core';
import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use as register, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { cvText, limitOf } from '../cv-table.tsx';
import { paths } from '../model/explanation-path.ts';
import { indicatorShortName, useWords } from '../use-words.ts';
import { cvChartOption } from './cv-chart-option.ts';

register([BarChart, GridComponent, MarkLineComponent, AriaComponent, SVGRenderer]);

export interface CvChartProps {
  readonly stage: StageEvaluation;
  readonly digits: number;
  readonly onWhy: (path: string) => void;
}

const ROW = 34;
const HEAD = 60;

function colour(name: string, fallback: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim() || fallback;
}

/** The coefficients of a stage against their limit. The table beside it has the same numbers for readers and keyboards. */
export function CvChart({ stage, digits, onWhy }: CvChartProps) {
  const { t, words, language } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const open = useRef(onWhy);
  useEffect(() => {
    open.current = onWhy;
  }, [onWhy]);
  const stageName = words(`stage.${stage.stage}`);
  const limit = limitOf(stage);
  const description = t('cv.chart', { stage: stageName, limit });
  const limitLabel = t('cv.limitLine', { limit });

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    let chart: EChartsType | null = null;
    const draw = (): void => {
      chart = init(element, null, { renderer: 'svg' });
      chart.setOption(
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
          colours: {
            met: colour('--ev-met-fill', '#3f8f8a'),
            unmet: colour('--jh-accent', '#b4541a'),
            open: colour('--jh-line-strong', '#c9c2b3'),
            limit: colour('--jh-primary-deep', '#0a4343'),
            ink: colour('--jh-ink', '#1c2b2d'),
            line: colour('--jh-line', '#e4dfd4'),
          },
          font: colour('--jh-font', 'sans-serif'),
        }),
      );
      chart.on('click', ({ dataIndex }) => {
        const cv = stage.cvs[dataIndex];
        if (cv !== undefined) open.current(paths.cv(stage.stage, cv.indicatorId));
      });
    };
    // A frame without width (not laid out yet, or folded away) is drawn when it gets one.
    if (element.clientWidth > 0) draw();
    const watcher = new ResizeObserver(() => {
      if (chart !== null) chart.resize();
      else if (element.clientWidth > 0) draw();
    });
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      chart?.dispose();
    };
  }, [stage, digits, language, limit, limitLabel, description]);

  return (
    <div
      ref={frame}
      className="ev-chart"
      role="img"
      aria-label={description}
      style={{ blockSize: stage.cvs.length * ROW + HEAD }}
    />
  );
}
