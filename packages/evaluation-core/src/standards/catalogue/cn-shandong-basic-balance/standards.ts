import type { IndicatorDefinition, QuantityDefinition, Thresholds } from '../../edition.ts';
import type { SchoolRule } from '../../school-and-balance-rule.ts';
import { ofItem, quantities as balanceQuantities } from '../cn-2012-basic-balance/quantities.ts';
import { conditionsStandard, shandong } from './sources.ts';

const toBeSet: Thresholds = { primary: null, junior: null };

function perPupil(
  id: string,
  name: string,
  quantity: string,
  multiplier: '1' | '100',
  unit: string,
): IndicatorDefinition {
  return {
    kind: 'per-pupil',
    id,
    quantity,
    multiplier,
    unitFactor: '1',
    unit,
    thresholds: toBeSet,
    source: conditionsStandard(name),
  };
}

/** 山东省义务教育学校办学基本标准评估: ten standards. Their names are public, their numbers are not. */
export const standards: readonly IndicatorDefinition[] = [
  perPupil('SD1', '生均占地面积', 'land-area', '1', 'square-metre-per-pupil'),
  perPupil('SD2', '生均绿地面积', 'green-area', '1', 'square-metre-per-pupil'),
  perPupil('SD3', '生均校舍建筑面积', 'buildings-area', '1', 'square-metre-per-pupil'),
  perPupil('SD4', '生均体育场地面积', 'sports-field-area', '1', 'square-metre-per-pupil'),
  {
    kind: 'answer',
    id: 'SD5',
    item: 'science-equipment-reached',
    holds: ['yes'],
    source: conditionsStandard('小学科学、初中理科教学仪器配备'),
  },
  {
    kind: 'answer',
    id: 'SD6',
    item: 'music-pe-art-equipment-reached',
    holds: ['yes'],
    source: conditionsStandard('音体美器材配备'),
  },
  perPupil('SD7', '百名学生计算机台数', 'computers', '100', 'set-per-100-pupils'),
  perPupil('SD8', '生均图书数', 'books', '1', 'volume-per-pupil'),
  {
    kind: 'ratio',
    id: 'SD9',
    numerator: 'pupils',
    denominator: 'staff-of-stage',
    multiplier: '1',
    unit: 'pupils-per-staff',
    comparator: 'at-most',
    thresholds: toBeSet,
    source: conditionsStandard('学生与教职工之比'),
  },
  {
    kind: 'ratio',
    id: 'SD10',
    numerator: 'teachers-above-required-degree',
    denominator: 'full-time-teachers-of-stage',
    multiplier: '100',
    unit: 'percent',
    comparator: 'at-least',
    thresholds: toBeSet,
    source: conditionsStandard('高于规定学历的专任教师比例'),
  },
];

/** Every school reaches the standard; that some of the ten may be missed is not said. */
export const schoolRule: SchoolRule = {
  kind: 'at-least-m-of-n',
  indicators: standards.map((each) => each.id),
  minimumMet: 10,
  floorShare: null,
  source: shandong('一个门槛：办学基本标准评估10项指标', 'C', 'how many of the ten must be met was not found: all'),
};

const source = shandong('办学基本标准评估10项指标');

export const quantities: readonly QuantityDefinition[] = [
  ...balanceQuantities,
  ofItem('pupils', 'stage', source),
  ofItem('staff-of-stage', 'stage', source),
  ofItem('land-area', 'school', source),
  ofItem('green-area', 'school', source),
  ofItem('buildings-area', 'school', source),
  ofItem('sports-field-area', 'school', source),
];
