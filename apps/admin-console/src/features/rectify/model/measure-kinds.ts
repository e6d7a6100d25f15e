import type { AddMeasureRequest } from '@junheng/api-contract';

/** In the order in which they are offered. */
export const MEASURE_KINDS = [
  'purchase',
  'building',
  'rotation',
  'pairing',
  'training',
  'funding',
  'organisation',
] as const satisfies readonly AddMeasureRequest['kind'][];
