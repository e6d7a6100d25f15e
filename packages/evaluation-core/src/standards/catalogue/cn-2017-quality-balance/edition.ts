import type { Edition } from '../../edition.ts';
import { checks } from './checks.ts';
import { fundsAndRetentionItems } from './items-funds-retention.ts';
import { facilityItems } from './items-facilities.ts';
import { profileItems } from './items-profile.ts';
import { teacherItems } from './items-teachers.ts';
import { indicators } from './indicators.ts';
import { quantities } from './quantities.ts';
import { countyItems, countySections } from './county-items.ts';
import { requirements } from './requirements.ts';
import { scope, splitting } from './scope-and-splitting.ts';
import { instrument } from './sources.ts';
import { specialRules } from './special-rules.ts';
import { schoolTypes, stages } from './stages-and-types.ts';

/** 县域义务教育优质均衡发展督导评估办法, 教督〔2017〕6号 */
export const qualityBalance2017: Edition = {
  id: 'cn-2017-quality-balance',
  instrument: '教督〔2017〕6号',
  base: null,
  stages,
  pupilsItem: 'pupils',
  schoolTypeItem: 'school-type',
  schoolTypes,
  sections: [
    'basic',
    'pupils',
    'classes',
    'teachers',
    'pe-and-arts',
    'teaching-rooms',
    'sports-venues',
    'equipment',
    'music-and-art-rooms',
    'funds',
    'retention',
  ],
  items: [...profileItems, ...teacherItems, ...facilityItems, ...fundsAndRetentionItems],
  countySections,
  countyItems,
  quantities,
  indicators,
  schoolRule: {
    kind: 'at-least-m-of-n',
    indicators: null,
    minimumMet: 6,
    floorShare: '0.85',
    source: instrument('每所学校至少6项指标达到要求，余项不能低于要求的85%'),
  },
  balanceRule: {
    kind: 'cv-limit',
    indicators: null,
    limits: { primary: '0.50', junior: '0.45' },
    source: instrument('所有指标校际差异系数，小学均小于或等于0.50，初中均小于或等于0.45'),
  },
  scope,
  splitting,
  // No official rounding rule was found; comparing unrounded is the strict reading of "小于或等于".
  rounding: { indicators: { kind: 'none' }, cvs: { kind: 'none' } },
  display: { indicatorDecimals: 2, cvDecimals: 3, cvBoundaryDecimals: [2, 3] },
  specialRules,
  checks,
  dimensions: ['precondition', 'resource-allocation', 'government', 'quality', 'recognition', 'veto'].map((id) => ({
    id,
    parent: null,
  })),
  requirements,
};
