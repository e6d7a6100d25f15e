import type { Texts } from '../language.ts';

/** Refusals about schools, units and groupings. */
export const organisationProblems: Texts = {
  'region.not-found': [
    '没有找到这个行政区划，或不在您的管理范围内。',
    'This region was not found, or is outside your scope.',
  ],
  'school.not-found': [
    '没有找到这所学校，或不在您的管理范围内。',
    'This school was not found, or is outside your scope.',
  ],
  'school.code-taken': [
    '这个学校标识码已登记给另一所学校。请核对标识码。',
    'This school code belongs to another school already. Check the code.',
  ],
  'school.closed': ['这所学校已经撤销，不能再变更。', 'This school is closed and cannot be changed any more.'],
  'organisation.date-before-change': [
    '变更日期不能早于{from}（上一次变更生效的日期）。',
    'The day cannot be before {from}, when the last change took effect.',
  ],
  'organisation.date-in-future': [
    '日期不能晚于今天。请到生效那天再办理。',
    'The day cannot be in the future. Come back when it takes effect.',
  ],
  'unit.not-found': [
    '没有找到这个科室或单位，或不在您的管理范围内。',
    'This section or unit was not found, or is outside your scope.',
  ],
  'unit.name-taken': [
    '已有同名的科室或单位，请换一个名称。',
    'There is a section or unit of this name. Choose another.',
  ],
  'unit.closed': ['这个科室或单位已经停用。', 'This section or unit is closed.'],
  'grouping.not-found': [
    '没有找到这个片区或办学组织，或不在您的管理范围内。',
    'This area or school group was not found, or is outside your scope.',
  ],
  'grouping.ended': ['它已经终止，不能再变更。', 'It has ended and cannot be changed any more.'],
  'grouping.school-elsewhere': [
    '{school}这段时间已在“{grouping}”，同类片区只能属于一个。',
    '{school} belongs to “{grouping}” in that time; a school lies in one area of a kind.',
  ],
};
