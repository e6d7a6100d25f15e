import type { ItemTexts } from './item-texts.ts';

/** 经费信息: last calendar year, in 万元. */
export const fundsItems: ItemTexts = {
  'public-funds-budget': {
    name: ['上一年度公用经费预算总额', 'Public funds, budget of last year'],
    help: [
      '上一个财政年度（1月1日至12月31日）批复给学校的公用经费预算总额，单位：万元。不含人员经费和基建投资。不足100人的村小、教学点按100人核定。',
      'Public funds (running costs) approved for the school for the last fiscal year (January to December), in 万元 (10,000 yuan). Leave out pay and construction. Village schools and teaching points under 100 pupils are funded as for 100.',
    ],
  },
  'public-funds-final': {
    name: ['上一年度公用经费决算总额', 'Public funds, final accounts of last year'],
    help: [
      '上一个财政年度公用经费实际支出的决算数，单位：万元。',
      'Public funds actually spent in the last fiscal year by the final accounts, in 万元 (10,000 yuan).',
    ],
  },
  'training-funds-budget': {
    name: ['上一年度教师培训经费预算总额', 'Teacher training, budget of last year'],
    help: [
      '上一个财政年度安排的教师培训经费预算，单位：万元。要求不低于公用经费预算总额的5%。',
      'Budget for teacher training in the last fiscal year, in 万元 (10,000 yuan). At least 5 % of the public funds budget is required.',
    ],
  },
};
