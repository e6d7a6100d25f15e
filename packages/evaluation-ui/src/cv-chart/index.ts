// No axis pointer and no scrolling legend: these charts have a table beside them.
import { BarChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridSimpleComponent, LegendPlainComponent, MarkLineComponent } from 'echarts/components';
import { use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

register([
  BarChart,
  ScatterChart,
  GridSimpleComponent,
  LegendPlainComponent,
  MarkLineComponent,
  AriaComponent,
  SVGRenderer,
]);

export { ContributionChart, type ContributionChartProps } from './contribution-chart.tsx';
export type { ContributionBar } from './contribution-option.ts';
export { CvChart, type CvChartProps } from './cv-chart.tsx';
export { SpreadChart, type SpreadChartProps } from './spread-chart.tsx';
export type { SpreadPoint, SpreadWords } from './spread-option.ts';
