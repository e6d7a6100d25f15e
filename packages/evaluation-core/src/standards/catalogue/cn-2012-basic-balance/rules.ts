import type { CompositeCv, SchoolRule } from '../../school-and-balance-rule.ts';
import { balanceIds, standardIndicator } from './indicators.ts';
import { instrument } from './sources.ts';

/** Every school reaches the standard of its province. */
export const schoolRule: SchoolRule = {
  kind: 'at-least-m-of-n',
  indicators: [standardIndicator.id],
  minimumMet: 1,
  floorShare: null,
  source: instrument('义务教育学校办学基本标准'),
};

/** The mean of the eight CVs. */
export const balanceRule: CompositeCv = {
  kind: 'composite-cv',
  indicators: balanceIds,
  limits: { primary: '0.65', junior: '0.55' },
  source: instrument('小学综合差异系数不高于0.65，初中不高于0.55'),
};
