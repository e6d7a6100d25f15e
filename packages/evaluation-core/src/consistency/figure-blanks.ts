import type { FigureProblem } from './figure.ts';
import { indefiniteWords } from './figure-words.ts';

/** Digits in Chinese; 万 and 百 by themselves are what is left of 余万元 and 百分之. */
const numeral = /[零〇一二两三四五六七八九十]/;

/** What is wrong with a text that has digits but not a whole number. Null: nothing. */
export function spoiltDigits(text: string): FigureProblem | null {
  if (/\d[x×*#□■○△_]+(?!\d)|(?<!\d)[x×*#□■○△_]+\d/i.test(text)) return 'masked';
  // ".5", "8.4:", "98.%": digits were lost. Read as they stand they would accuse somebody of a wrong number.
  if (/^[:.]|(?:^|[^\d])\.\d|\d\.(?!\d)|\d:(?!\d)|\(\)/.test(text)) return 'fragment';
  if (/\d \d/.test(text)) return 'several-numbers';
  return null;
}

/** Why a text without any number has none. */
export function absenceOf(text: string): FigureProblem {
  if (/(?<![a-z])(?:s{2,}|x+|n{2,})(?![a-z])|[×*#□■○△]/i.test(text)) return 'masked';
  if (/\(\)|\[\]|【】|_|…|\.{2,}|-{2,}|—|^[-/?？]$/.test(text)) return 'placeholder';
  if (/[.:]/.test(text)) return 'fragment';
  if (indefiniteWords.test(text)) return 'indefinite';
  return text === '' || (/[\u3400-\u9fff%‰]/.test(text) && !numeral.test(text)) ? 'blank' : 'not-a-number';
}
