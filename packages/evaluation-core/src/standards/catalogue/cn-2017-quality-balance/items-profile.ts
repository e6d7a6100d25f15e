import type { ItemDefinition } from '../../../items/item-definition.ts';
import { both, ordinarySchool } from './conditions.ts';
import { choice, count, flag } from './item-builders.ts';
import { needed } from './sources.ts';
import { classBands } from './class-bands.ts';
import { schoolTypes } from './stages-and-types.ts';

const profile = 'basic';
const pupils = 'pupils';
const classes = 'classes';
const evaluated = ['primary', 'junior'];

/** 基本信息, 学生信息, 班级信息 */
export const profileItems: readonly ItemDefinition[] = [
  choice(
    profile,
    'school-type',
    schoolTypes.map((type) => type.id),
    '2',
  ),
  choice(profile, 'ownership', ['public', 'private'], null, {
    source: needed('scope of private schools; G13 asks of public schools only'),
  }),
  choice(profile, 'locale', ['urban', 'town', 'rural'], null, { source: needed('G13 asks of urban and town schools') }),
  flag(profile, 'boarding', null, { condition: ordinarySchool, source: needed('G13 leaves boarding schools out') }),
  count(profile, 'founded-year', 'year', '4', { plausible: { minimum: '1800', maximum: '2100' } }),
  flag(profile, 'built-2010-or-before', '5', { condition: ordinarySchool }),
  flag(profile, 'built-2016-or-before', '6', { condition: ordinarySchool }),
  flag(profile, 'dense-city-centre', '7', {
    condition: both(ordinarySchool, { kind: 'choice-is', item: 'locale', anyOf: ['urban'] }),
  }),
  flag(profile, 'rural-50-to-99-pupils', '8', { condition: ordinarySchool }),
  flag(profile, 'rural-largest-class-under-30', '9', { condition: ordinarySchool }),

  count(pupils, 'pupils', 'person', '10-11', {
    stages: ['primary', 'junior', 'senior'],
    plausible: { maximum: '10000' },
  }),
  count(pupils, 'migrant-pupils', 'person', '12', { condition: ordinarySchool }),
  count(pupils, 'pupils-in-zone', 'person', '13-14', { stages: evaluated, condition: ordinarySchool }),

  count(classes, 'classes', 'class', '15', {
    stages: evaluated,
    condition: ordinarySchool,
    plausible: { maximum: '300' },
  }),
  ...classBands.map((band, index) =>
    count(classes, band.item, 'class', String(16 + index), { stages: evaluated, condition: ordinarySchool }),
  ),
  count(classes, 'largest-class', 'person', null, {
    stages: evaluated,
    condition: ordinarySchool,
    plausible: { maximum: '100' },
    ofCampuses: 'largest',
    source: needed('G5: every class at most 45 (primary) or 50 (junior) pupils'),
  }),
];
