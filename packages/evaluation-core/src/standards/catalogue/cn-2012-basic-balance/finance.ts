import type { CountyItemDefinition, Source } from '../../../items/item-definition.ts';
import type { RequirementRule, RulePart } from '../../requirement.ts';
import { reported } from '../amount-builders.ts';
import { countyNumber } from './county-item-builders.ts';
import { form } from './sources.ts';

const section = 'county-finance';
const evaluated = ['primary', 'junior'];
/** "近三年": three growths, and the year before them to grow from. */
const threeGrowths = { earlierYears: 3 };

export const educationLaw: Source = {
  document: '中华人民共和国教育法',
  clause: '第五十五条、第五十六条（三个增长）',
  confidence: 'A',
  note: null,
};

export const notLowerSource: Source = {
  document: '国办发〔2018〕82号（两个只增不减）',
  clause: '一般公共预算教育支出、按在校学生人数平均的一般公共预算教育支出逐年只增不减',
  confidence: 'B',
  note: 'tested by stage, of four stages, as a county report does; later than the text of 2012',
};

/** 表Ⅴ 义务教育经费. Growth is computed from the years, never typed. */
export const financeItems: readonly CountyItemDefinition[] = [
  countyNumber(section, 'education-appropriation', 6, 'ten-thousand-yuan', form('表Ⅴ'), threeGrowths),
  countyNumber(section, 'recurrent-revenue', 6, 'ten-thousand-yuan', form('表Ⅴ'), threeGrowths),
  countyNumber(section, 'per-pupil-education-expenditure', 2, 'yuan', form('表Ⅴ'), {
    ...threeGrowths,
    stages: evaluated,
  }),
  countyNumber(section, 'teachers-average-pay', 6, 'ten-thousand-yuan', form('表Ⅴ', 'B'), {
    ...threeGrowths,
    plausible: { minimum: '1', maximum: '100' },
  }),
  countyNumber(section, 'per-pupil-public-funds', 2, 'yuan', form('表Ⅴ'), { ...threeGrowths, stages: evaluated }),
  countyNumber(section, 'general-budget-education', 6, 'ten-thousand-yuan', notLowerSource, {
    earlierYears: 2,
    required: false,
  }),
  countyNumber(section, 'per-pupil-general-budget', 2, 'yuan', notLowerSource, {
    earlierYears: 2,
    required: false,
    stages: ['preschool', 'primary', 'junior', 'senior'],
  }),
  countyNumber(section, 'education-surcharge', 6, 'ten-thousand-yuan', form('表Ⅴ', 'C'), {
    earlierYears: 2,
    required: false,
  }),
];

const growing = { kind: 'year-on-year', years: 3, direction: 'grows', fasterThan: null } as const;

/** 三个增长 in each of the last three years: (1) appropriation faster than revenue, (2) funds per pupil, (3) teachers' pay and public funds per pupil. */
export const threeGrowthParts: readonly RulePart[] = [
  {
    id: 'appropriation',
    rule: { ...growing, amount: reported('education-appropriation'), fasterThan: reported('recurrent-revenue') },
  },
  { id: 'expenditure', rule: eachStage('per-pupil-education-expenditure', evaluated) },
  {
    id: 'pay-and-public-funds',
    rule: {
      kind: 'all-of',
      parts: [
        { id: 'pay', rule: { ...growing, amount: reported('teachers-average-pay') } },
        { id: 'public-funds', rule: eachStage('per-pupil-public-funds', evaluated) },
      ],
    },
  },
];

function eachStage(item: string, stages: readonly string[]): RequirementRule {
  return {
    kind: 'all-of',
    parts: stages.map((stage) => ({ id: stage, rule: { ...growing, amount: reported(item, stage) } })),
  };
}

const notLower = { kind: 'year-on-year', years: 2, direction: 'not-lower', fasterThan: null } as const;

/** 两个只增不减 over the last two changes. */
export const notLowerParts: readonly RulePart[] = [
  { id: 'general-budget', rule: { ...notLower, amount: reported('general-budget-education') } },
  {
    id: 'per-pupil',
    rule: {
      kind: 'all-of',
      parts: ['preschool', 'primary', 'junior', 'senior'].map((stage) => ({
        id: stage,
        rule: { ...notLower, amount: reported('per-pupil-general-budget', stage) },
      })),
    },
  },
];
