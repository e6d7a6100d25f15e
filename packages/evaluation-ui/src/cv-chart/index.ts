export { CvChart, type CvChartProps } from './cv-chart.tsx';
