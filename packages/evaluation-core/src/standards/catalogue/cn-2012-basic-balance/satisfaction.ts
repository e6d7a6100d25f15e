import type { CountyItemDefinition } from '../../../items/item-definition.ts';
import type { RequirementRule } from '../../requirement.ts';
import { constant, product, reported, roundedUp, sum } from '../amount-builders.ts';
import { allOf, compared, percentAtLeast } from '../cn-2017-quality-balance/requirement-builders.ts';
import { countyNumber } from './county-item-builders.ts';
import { form } from './sources.ts';

const section = 'county-satisfaction';

/** 家长, 人大代表和政协委员, 校长和教师, 其他群众. */
const groups = ['parents', 'deputies', 'cppcc-members', 'principals', 'teachers', 'public'];

/** 表Ⅵ 公众满意度. */
export const satisfactionItems: readonly CountyItemDefinition[] = [
  countyNumber(section, 'survey-sent', 0, 'questionnaire', form('表Ⅵ')),
  ...groups.flatMap((group) =>
    ['valid', 'satisfied', 'fairly-satisfied'].map((what) =>
      countyNumber(section, `survey-${what}-${group}`, 0, 'questionnaire', form('表Ⅵ')),
    ),
  ),
];

const ofAllGroups = (what: string) => sum(...groups.map((group) => reported(`survey-${what}-${group}`)));

/** What one 基本满意 counts for: table Ⅵ counts 满意 alone, Hainan grades 基本满意 too. Not fixed nationally, so a setting. */
const fairlySatisfiedWeight = {
  kind: 'setting',
  id: 'fairly-satisfied-weight',
  value: null,
  least: '0',
  greatest: '1',
} as const;

/** 满意 of the valid questionnaires, in percent. */
export const satisfactionRule: RequirementRule = percentAtLeast(
  sum(ofAllGroups('satisfied'), product(fairlySatisfiedWeight, ofAllGroups('fairly-satisfied'))),
  ofAllGroups('valid'),
  '85',
);

/**
 * n = max(600, 1.5 per mille of the resident population, rounded up), of whom half are parents, and 70 % of the questionnaires come back valid.
 * The population is reported in 万人: 0.0015 * 10000 = 15.
 */
export const sampleRule: RequirementRule = allOf(
  [
    'size',
    compared(reported('survey-sent'), 'at-least', {
      kind: 'larger',
      of: [constant('600'), roundedUp(product(constant('15'), reported('resident-population')))],
    }),
  ],
  ['parents', percentAtLeast(reported('survey-valid-parents'), ofAllGroups('valid'), '50')],
  ['valid-return', percentAtLeast(ofAllGroups('valid'), reported('survey-sent'), '70')],
);
