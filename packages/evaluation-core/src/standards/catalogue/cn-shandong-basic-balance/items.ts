import type { ItemDefinition } from '../../../items/item-definition.ts';
import { ordinarySchool } from '../cn-2017-quality-balance/conditions.ts';
import { flag } from '../cn-2017-quality-balance/item-builders.ts';
import { facilityItems, profileItems, teacherItems } from '../cn-2012-basic-balance/items-school.ts';
import { shandong } from './sources.ts';

/** What the ten standards read and the national form only knows as optional. */
const askedHere: Readonly<Record<string, string>> = {
  'land-area': '生均占地面积',
  'green-area': '生均绿地面积',
  'buildings-area': '生均校舍建筑面积',
  'staff-of-stage': '学生与教职工之比',
};

function required(item: ItemDefinition): ItemDefinition {
  const standard = askedHere[item.id];
  return standard === undefined ? item : { ...item, required: true, source: shandong(`办学基本标准：${standard}`) };
}

const equipment = { stages: ['primary', 'junior'], condition: ordinarySchool };

export const items: readonly ItemDefinition[] = [
  ...[...profileItems, ...teacherItems, ...facilityItems].map(required),
  flag('provincial-standard', 'science-equipment-reached', null, {
    ...equipment,
    source: shandong('办学基本标准：小学科学、初中理科教学仪器配备'),
  }),
  flag('provincial-standard', 'music-pe-art-equipment-reached', null, {
    ...equipment,
    source: shandong('办学基本标准：音体美器材配备'),
  }),
];
