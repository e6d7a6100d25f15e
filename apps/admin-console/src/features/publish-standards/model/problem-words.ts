import { hasText, text as words, type Language } from '@junheng/evaluation-messages';

/** By the list a fault stands in: under which keys its elements have names. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  requirements: ['requirement', 'point'],
  items: ['item'],
  countyItems: ['item'],
  indicators: ['indicator'],
  quantities: ['quantity'],
  specialRules: ['special-rule'],
  stages: ['stage'],
  sections: ['section'],
  countySections: ['section'],
};

/** `requirements/G5/largest` as it is called on the page; what has no name stays as it is. */
export function placeInWords(language: Language, where: string): string {
  const [list = '', ...path] = where.split('/');
  const key = (NAMED[list] ?? []).map((each) => `${each}.${path.join('.')}`).find(hasText);
  return path.length === 0 || key === undefined ? where : words(language, key);
}

/** What a fault names, where it is an item, a requirement or an indicator. */
export function namedInWords(language: Language, what: string): string {
  const key = ['item', 'requirement', 'indicator', 'stage', 'section'].map((each) => `${each}.${what}`).find(hasText);
  return key === undefined ? what : words(language, key);
}
