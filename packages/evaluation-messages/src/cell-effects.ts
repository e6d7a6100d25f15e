import type { Texts } from './language.ts';

/** Why the effect of a measure on a cell cannot be computed. */
const effects: Texts = {
  'unknown-cell': ['标准里没有这个数据项', 'the standard has no such item'],
  'unknown-school': ['数据里没有这所学校', 'the data have no such school'],
  'ambiguous-school': ['这所学校有多份数据', 'the school has several records'],
  'nothing-to-change': ['现在没有数据，无从增减', 'nothing is reported there that could grow or shrink'],
  'below-zero': ['减去的比现有的多', 'more is taken away than there is'],
  contradicts: ['几条措施对它的说法不一致', 'several measures say different things of it'],
  'not-a-number': ['不是数字', 'not a number'],
  'too-fine': ['小数位数过多', 'too many decimals'],
  'too-large': ['数值过大', 'too large'],
  'not-an-integer': ['应为整数', 'not a whole number'],
  other: ['数值不能填在这里', 'the value cannot stand there'],
};

/** For refusals, which every page may show. */
export const cellEffectTexts: Texts = Object.fromEntries(
  Object.entries(effects).map(([id, both]) => [`cell-effect.${id}`, both]),
);
