import type { Edition } from '../../edition.ts';
import { schoolTypes, stages } from '../cn-2017-quality-balance/stages-and-types.ts';
import { items } from './items.ts';
import { dimensions, requirements } from './requirements.ts';
import { unconfirmed } from './sources.ts';

/** A-B-C school self-check of one county (柳州市柳江县), as a school's brief shows it. */
export const liujiangSchoolSelfCheck: Edition = {
  id: 'cn-liujiang-school-self-check',
  instrument: '柳江县义务教育均衡发展学校自查（A-B-C指标）',
  base: null,
  stages,
  pupilsItem: 'pupils',
  schoolTypeItem: 'school-type',
  schoolTypes,
  sections: [
    'basic',
    'pupils',
    'self-check-planning',
    'self-check-buildings',
    'self-check-teachers',
    'self-check-scores',
  ],
  items,
  countySections: [],
  countyItems: [],
  quantities: [],
  indicators: [],
  schoolRule: null,
  balanceRule: null,
  specialRules: [],
  scope: { excludedTypes: [], minimumPupils: [], includePrivate: true, ownershipItem: null },
  // Nothing is split: the self-check has no amounts per pupil.
  splitting: { method: 'reported-by-stage', weights: {}, source: unconfirmed('C1-C15', 'no amount is divided') },
  rounding: { indicators: { kind: 'none' }, cvs: { kind: 'none' } },
  display: { indicatorDecimals: 2, cvDecimals: 3, cvBoundaryDecimals: [2, 3] },
  checks: [
    { id: 'required', severity: 'hard', kind: 'required' },
    { id: 'readable', severity: 'hard', kind: 'readable' },
    {
      id: 'self-check-degrees-within-teachers',
      severity: 'hard',
      kind: 'at-most',
      left: [{ item: 'teachers-with-required-degree', over: 'school' }],
      right: [{ item: 'full-time-teachers', over: 'school' }],
    },
    {
      id: 'self-check-associate-within-teachers',
      severity: 'hard',
      kind: 'at-most',
      left: [{ item: 'teachers-associate-or-higher', over: 'school' }],
      right: [{ item: 'full-time-teachers', over: 'school' }],
    },
  ],
  dimensions,
  requirements,
};
