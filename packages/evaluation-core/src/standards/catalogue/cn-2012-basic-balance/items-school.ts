import type { Condition } from '../../../items/condition.ts';
import type { ItemDefinition } from '../../../items/item-definition.ts';
import { ordinarySchool } from '../cn-2017-quality-balance/conditions.ts';
import { area, choice, count, flag, money } from '../cn-2017-quality-balance/item-builders.ts';
import { schoolTypes } from '../cn-2017-quality-balance/stages-and-types.ts';
import { form, provincial } from './sources.ts';

const evaluated = ['primary', 'junior'];
const ordinary: { readonly condition: Condition } = { condition: ordinarySchool };
const byStage = { stages: evaluated, ...ordinary };
const teachersOfStage = { ...byStage, plausible: { maximumPerPupil: '0.5' } };
const facility = { alsoByStage: evaluated, ...ordinary };
const areaPerPupil = { plausible: { maximum: '500000', maximumPerPupil: '200' } };

/** 基本信息, 学生, 班级. Items that the 2017 edition has too keep their ids, so that a county keeps its data. */
export const profileItems: readonly ItemDefinition[] = [
  choice(
    'basic',
    'school-type',
    schoolTypes.map((type) => type.id),
    null,
    { source: form('表Ⅱ') },
  ),
  choice('basic', 'ownership', ['public', 'private'], null, { source: form('表Ⅱ', 'A', '民办学校 are left out') }),
  choice('basic', 'locale', ['urban', 'town', 'rural'], null, {
    required: false,
    source: provincial('城区、镇区、乡村'),
  }),
  flag('basic', 'boarding', null, { ...ordinary, required: false, source: provincial('寄宿制') }),

  count('pupils', 'pupils', 'person', null, {
    stages: ['primary', 'junior', 'senior'],
    plausible: { maximum: '10000' },
    source: form('表Ⅲ', 'A', '基础基312、313'),
  }),
  count('pupils', 'migrant-pupils', 'person', null, { ...ordinary, required: false, source: provincial('随迁子女') }),
  count('pupils', 'left-behind-pupils', 'person', null, {
    ...ordinary,
    required: false,
    source: provincial('留守儿童'),
  }),
  count('pupils', 'boarding-pupils', 'person', null, { ...ordinary, required: false, source: provincial('寄宿生') }),
  count('pupils', 'aided-pupils', 'person', null, { ...ordinary, required: false, source: provincial('受资助学生') }),

  count('classes', 'classes', 'class', null, {
    ...byStage,
    required: false,
    plausible: { maximum: '300' },
    source: provincial('班级数'),
  }),
  count('classes', 'largest-class', 'person', null, {
    ...byStage,
    required: false,
    plausible: { maximum: '100' },
    ofCampuses: 'largest',
    source: provincial('班额'),
  }),
];

/** 教师, by the stage they teach. */
export const teacherItems: readonly ItemDefinition[] = [
  count('teachers', 'full-time-teachers-of-stage', 'person', null, {
    ...teachersOfStage,
    source: form('表Ⅲ', 'B', '专任教师 or 教职工 in 师生比 is not confirmed; 专任教师 is taken'),
  }),
  count('teachers', 'staff-of-stage', 'person', null, {
    ...teachersOfStage,
    required: false,
    source: provincial('教职工'),
  }),
  count('teachers', 'teachers-associate', 'person', null, {
    stages: ['primary'],
    ...ordinary,
    plausible: { maximumPerPupil: '0.5' },
    source: form('表Ⅲ', 'B'),
  }),
  count('teachers', 'teachers-bachelor', 'person', null, { ...teachersOfStage, source: form('表Ⅲ', 'B') }),
  count('teachers', 'teachers-master', 'person', null, { ...teachersOfStage, source: form('表Ⅲ', 'B') }),
  count('teachers', 'teachers-doctor', 'person', null, { ...teachersOfStage, source: form('表Ⅲ', 'B') }),
  count('teachers', 'teachers-above-required-degree', 'person', null, {
    ...teachersOfStage,
    required: false,
    entry: 'import',
    source: form('表Ⅲ', 'B', 'aggregate column of imported tables'),
  }),
  count('teachers', 'teachers-mid-level-titles', 'person', null, {
    ...teachersOfStage,
    source: form('表Ⅲ', 'B', '中级及以上专业技术职务'),
  }),
];

/** 占地、校舍、场地、设备、图书. */
export const facilityItems: readonly ItemDefinition[] = [
  area('land-and-buildings', 'land-area', null, {
    ...facility,
    ...areaPerPupil,
    required: false,
    source: provincial('学校占地'),
  }),
  area('land-and-buildings', 'green-area', null, {
    ...facility,
    ...areaPerPupil,
    required: false,
    source: provincial('绿化用地'),
  }),
  area('land-and-buildings', 'buildings-area', null, {
    ...facility,
    ...areaPerPupil,
    required: false,
    source: provincial('校舍建筑'),
  }),
  area('land-and-buildings', 'grade-c-building-area', null, {
    ...ordinary,
    required: false,
    source: provincial('C级危房'),
  }),
  area('land-and-buildings', 'grade-d-building-area', null, {
    ...ordinary,
    required: false,
    source: provincial('D级危房'),
  }),

  area('teaching-rooms', 'teaching-rooms-area', null, {
    ...facility,
    ...areaPerPupil,
    source: form('表Ⅲ', 'A', 'indoor sports rooms are not taken off as in 2017'),
  }),
  area('sports-venues', 'gymnasium-area', null, { ...facility, ...areaPerPupil, source: form('表Ⅲ') }),
  area('sports-venues', 'sports-field-area', null, { ...facility, ...areaPerPupil, source: form('表Ⅲ') }),
  area('sports-venues', 'sports-area', null, {
    ...facility,
    ...areaPerPupil,
    required: false,
    entry: 'import',
    source: form('表Ⅲ', 'B', 'aggregate column of imported tables'),
  }),

  money('equipment', 'equipment-value', null, {
    ...facility,
    plausible: { maximum: '50000', maximumPerPupil: '20' },
    source: form('表Ⅲ'),
  }),
  count('equipment', 'computers', 'set', null, {
    ...facility,
    plausible: { maximum: '10000', maximumPerPupil: '2' },
    source: form('表Ⅲ'),
  }),
  count('equipment', 'books', 'volume', null, {
    ...facility,
    plausible: { maximum: '1000000', maximumPerPupil: '300' },
    source: form('表Ⅲ'),
  }),
  money('equipment', 'music-pe-art-equipment-value', null, {
    ...ordinary,
    required: false,
    source: provincial('音体美器材'),
  }),
];

/** 办学基本标准: what the province asks of a school is not part of the national text; the school-stage reaches it or does not. */
export const standardItems: readonly ItemDefinition[] = [
  flag('provincial-standard', 'provincial-standard-reached', null, {
    ...byStage,
    source: form('表Ⅱ-1、表Ⅱ-2', 'A', 'at most ten indicators of the province; met = "1"'),
  }),
];
