import type { ItemDefinition } from '../../../items/item-definition.ts';
import { ordinarySchool } from './conditions.ts';
import { count, money } from './item-builders.ts';

const funds = 'funds';
const retention = 'retention';
const junior = { stages: ['junior'], condition: ordinarySchool };
const perPupil = { plausible: { maximumPerPupil: '20' } };

/** 经费信息, 巩固率数据 */
export const fundsAndRetentionItems: readonly ItemDefinition[] = [
  money(funds, 'public-funds-budget', '61', perPupil),
  money(funds, 'public-funds-final', '62', perPupil),
  money(funds, 'training-funds-budget', '63', perPupil),
  count(retention, 'graduates', 'person', '64', junior),
  count(retention, 'entry-pupils', 'person', '65', junior),
  count(retention, 'transferred-in', 'person', '66', junior),
  count(retention, 'transferred-out', 'person', '67', junior),
  count(retention, 'deceased', 'person', '68', junior),
];
