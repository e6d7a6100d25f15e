import { init, type EChartsType } from 'echarts/core';
import { useEffect, useRef } from 'react';
import type { ChartOption } from './chart-option.ts';

export interface ChartViewProps {
  readonly option: ChartOption;
  /** Read out instead of the picture; the table beside it has the numbers. */
  readonly description: string;
  /** CSS pixels. */
  readonly height: number;
  readonly onPick?: (picked: { readonly seriesIndex: number; readonly dataIndex: number }) => void;
}

/** A chart drawn as SVG, as wide as its place. Which kinds there are is for the entry that loads it to register. */
export function ChartView({ option, description, height, onPick }: ChartViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const drawn = useRef<EChartsType | null>(null);
  const latest = useRef({ option, onPick });
  useEffect(() => {
    latest.current = { option, onPick };
    drawn.current?.setOption(option, { notMerge: true });
  }, [option, onPick]);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const draw = (): void => {
      const chart = init(element, null, { renderer: 'svg' });
      chart.setOption(latest.current.option);
      chart.on('click', ({ seriesIndex, dataIndex }) =>
        latest.current.onPick?.({ seriesIndex: seriesIndex ?? 0, dataIndex }),
      );
      drawn.current = chart;
    };
    // A frame without width (not laid out yet, or folded away) is drawn when it gets one.
    if (element.clientWidth > 0) draw();
    const watcher = new ResizeObserver(() => {
      if (drawn.current !== null) drawn.current.resize();
      else if (element.clientWidth > 0) draw();
    });
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      drawn.current?.dispose();
      drawn.current = null;
    };
  }, []);

  return <div ref={frame} className="ev-chart" role="img" aria-label={description} style={{ blockSize: height }} />;
}
