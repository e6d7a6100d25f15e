import { letterErrors } from './letters.errors.ts';
import type { KnownRow, LetterParticulars } from './letters.types.ts';

const BRACKETS = /[[\]〔〕【】﹝﹞()]/g;

/** A 文号 however it is typed: `楚办通〔2024〕10号` and `楚办通[2024] 10 号` are one letter. */
export function documentKey(document: string): string {
  return document.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '').replaceAll(BRACKETS, '|');
}

/** `（一）`, `1.`, `2、` before a problem: where it stood in one letter. */
const ORDINAL = /^(?:\(?[一二三四五六七八九十百\d]{1,3}[)、.．:](?!\d))+/;

/** The words of a problem without what letters do differently: numbering, spaces, punctuation. */
export function wordsKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s/g, '')
    .replace(ORDINAL, '')
    .replaceAll(/[\p{P}\p{S}]/gu, (mark) => (/[%‰+\-<>=≥≤.]/.test(mark) ? mark : ''));
}

/** The rows still being put right that say in words what one of these texts says. */
export function ofSameWords(rows: readonly KnownRow[], texts: readonly string[]): readonly KnownRow[] {
  const wanted = new Set(texts.map(wordsKey));
  return rows.filter(
    ({ worded, title, status }) => worded && title !== null && status !== 'closed' && wanted.has(wordsKey(title)),
  );
}

/** The first of them for one text; null where there is none. */
export function sameWords(rows: readonly KnownRow[], text: string): KnownRow | null {
  return ofSameWords(rows, [text])[0] ?? null;
}

/** Where two things have the same key: the places (from 0) of the second and of the first; null where all differ. */
export function firstTwin(keys: readonly string[]): { readonly second: number; readonly first: number } | null {
  const seen = new Map<string, number>();
  for (const [second, key] of keys.entries()) {
    const first = seen.get(key);
    if (first !== undefined) return { second, first };
    seen.set(key, second);
  }
  return null;
}

/**
 * What no letter can say.
 * @throws feedback-letter.dated-ahead, .due-before-dated, .deadline-before-dated, .problem-twice
 */
export function refuseFaultsOfLetter(
  {
    datedOn,
    dueOn,
    problems,
  }: Pick<LetterParticulars, 'datedOn' | 'dueOn'> & {
    readonly problems: readonly { readonly text: string; readonly deadline: string | null }[];
  },
  today: string,
): void {
  if (datedOn > today) throw letterErrors.datedAhead(today);
  if (dueOn < datedOn) throw letterErrors.dueBeforeDated();
  const early = problems.findIndex(({ deadline }) => deadline !== null && deadline < datedOn);
  if (early >= 0) throw letterErrors.deadlineBeforeDated(early + 1);
  const twin = firstTwin(problems.map(({ text }) => wordsKey(text)));
  if (twin !== null) throw letterErrors.problemTwice(twin.second + 1, twin.first + 1);
}
