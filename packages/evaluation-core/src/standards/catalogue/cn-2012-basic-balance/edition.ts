import type { Edition } from '../../edition.ts';
import { schoolTypes } from '../cn-2017-quality-balance/stages-and-types.ts';
import { checks } from './checks.ts';
import { countyItems, countySections } from './county-items.ts';
import { balanceIndicators, standardIndicator } from './indicators.ts';
import { facilityItems, profileItems, standardItems, teacherItems } from './items-school.ts';
import { quantities } from './quantities.ts';
import { dimensions, requirements } from './requirements.ts';
import { balanceRule, schoolRule } from './rules.ts';
import { scope, splitting, stages } from './stages-and-scope.ts';

export const sections: readonly string[] = [
  'basic',
  'pupils',
  'classes',
  'teachers',
  'land-and-buildings',
  'teaching-rooms',
  'sports-venues',
  'equipment',
  'provincial-standard',
];

/** 县域义务教育均衡发展督导评估暂行办法, 教督〔2012〕3号 */
export const basicBalance2012: Edition = {
  id: 'cn-2012-basic-balance',
  instrument: '教督〔2012〕3号',
  base: null,
  stages,
  pupilsItem: 'pupils',
  schoolTypeItem: 'school-type',
  schoolTypes,
  sections,
  items: [...profileItems, ...teacherItems, ...facilityItems, ...standardItems],
  countySections,
  countyItems,
  quantities,
  indicators: [...balanceIndicators, standardIndicator],
  schoolRule,
  balanceRule,
  scope,
  splitting,
  // The published composites agree with unrounded CVs; no rounding rule was found.
  rounding: { indicators: { kind: 'none' }, cvs: { kind: 'none' } },
  display: { indicatorDecimals: 3, cvDecimals: 3, cvBoundaryDecimals: [2, 3] },
  specialRules: [],
  checks,
  dimensions,
  requirements,
};
