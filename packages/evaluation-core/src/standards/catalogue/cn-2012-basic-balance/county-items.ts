import type { CountyItemDefinition } from '../../../items/item-definition.ts';
import { countyNumber } from './county-item-builders.ts';
import { financeItems } from './finance.ts';
import { scoreItems } from './government-work.ts';
import { satisfactionItems } from './satisfaction.ts';
import { form, instrument } from './sources.ts';

const optional = { required: false };

/** 表Ⅰ 基本情况: of its 22 columns those whose meaning is known. Populations in 万人 with two decimals, as printed. */
export const profileItems: readonly CountyItemDefinition[] = [
  countyNumber('county-profile', 'registered-population', 2, 'ten-thousand-people', form('表Ⅰ', 'B'), optional),
  countyNumber('county-profile', 'resident-population', 2, 'ten-thousand-people', form('表Ⅰ', 'B')),
  countyNumber('county-profile', 'towns', 0, 'town', form('表Ⅰ', 'B'), optional),
  countyNumber('county-profile', 'county-staff', 0, 'person', form('表Ⅰ', 'B'), optional),
];

/** Numbers behind 入学机会. */
export const accessItems: readonly CountyItemDefinition[] = [
  countyNumber('county-migrants', 'migrants-eligible', 0, 'person', instrument('入学机会 1', 'B'), optional),
  countyNumber('county-migrants', 'migrants-in-public-schools', 0, 'person', instrument('入学机会 1', 'B'), optional),
  countyNumber('county-disability', 'children-with-disabilities', 0, 'person', instrument('入学机会 3', 'B')),
  countyNumber('county-disability', 'children-with-disabilities-enrolled', 0, 'person', instrument('入学机会 3', 'B')),
  countyNumber('county-senior-places', 'senior-places', 0, 'person', instrument('入学机会 4', 'B'), {
    ...optional,
    earlierYears: 2,
  }),
  countyNumber('county-senior-places', 'senior-places-allotted', 0, 'person', instrument('入学机会 4', 'B'), {
    ...optional,
    earlierYears: 2,
  }),
];

export const countySections: readonly string[] = [
  'county-profile',
  'county-finance',
  'county-migrants',
  'county-disability',
  'county-senior-places',
  'county-government-scores',
  'county-satisfaction',
];

export const countyItems: readonly CountyItemDefinition[] = [
  ...profileItems,
  ...financeItems,
  ...accessItems,
  ...scoreItems,
  ...satisfactionItems,
];
