import type { Texts } from '../language.ts';

/** Texts of one kind by id: `namedTexts('section', { a: ... })` has the key `section.a`. */
export function namedTexts(kind: string, texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).map(([id, both]) => [`${kind}.${id}`, both]));
}
