import type { Texts } from './language.ts';

/** How two numbers stand to each other, within a sentence. */
export const relationTexts: Texts = {
  'relation.at-least': ['不低于', 'at least'],
  'relation.above': ['高于', 'above'],
  'relation.at-most': ['不超过', 'at most'],
  'relation.below': ['低于', 'below'],
  'relation.equal': ['等于', 'equal to'],
  'relation.unequal': ['不等于', 'unequal to'],
};
