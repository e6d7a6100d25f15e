import type { Direction } from './figure.ts';
import { fallingWords, fillers, levelWords, risingWords, wordsBefore, wordsWithoutHedge } from './figure-words.ts';
import type { Hedge } from './figure-words.ts';

/** What stands before the number of a text, as far as it says something about it. */
export interface Lead {
  readonly hedges: readonly Hedge[];
  readonly direction: Direction | null;
  readonly negative: boolean;
  /** From the number on; the whole text without words at its start where there are no digits. */
  readonly body: string;
}

/** A date that only says when: the 2014年 of 2014年交流89人. */
const dateLabel = /^(?:\d{4}(?:[-—~至]\d{4})?年(?:度|底|末)?(?:\d{1,2}月(?:底|末|份|\d{1,2}日)?)?)(?=.)/;

export function takeLead(fullText: string): Lead {
  const text = fullText.replace(dateLabel, '');
  const digits = /\d|\.\d/.exec(text);
  if (digits !== null) return leadBefore(text.slice(0, digits.index), text.slice(digits.index));
  const share = /[零〇一二两三四五六七八九十百千]+分之/.exec(text);
  if (share !== null) return leadBefore(text.slice(0, share.index), text.slice(share.index));
  return leadOfWords(text);
}

/** Reads backwards from the number: 同比下降约 -> about, then down. */
function leadBefore(lead: string, body: string): Lead {
  const hedges: Hedge[] = [];
  // 第3名 is a place, no amount.
  if (lead.endsWith('第')) return { hedges, direction: null, negative: false, body: '第' };
  const negative = /(?:^|[^-\d)])[-负]$|^-$/.test(lead);
  let rest = lead.replace(/[-负+]$/, '');
  for (;;) {
    const before = rest;
    const end = (words: readonly string[]) => longest(words, (word) => before.endsWith(word));
    if (end(wordsWithoutHedge) !== undefined) break;
    const filler = end(fillers);
    const level = end(levelWords);
    if (level !== undefined && (filler === undefined || filler.length < level.length)) break;
    const word = end(wordsBefore.map(([each]) => each));
    const hedge = wordsBefore.find(([each]) => each === word)?.[1];
    if (word !== undefined && hedge !== undefined) hedges.push(hedge);
    const skipped = word ?? filler ?? /[:,，、(=“"]$/.exec(before)?.[0];
    if (skipped === undefined) break;
    rest = before.slice(0, before.length - skipped.length);
  }
  return { hedges, direction: directionAtEnd(rest), negative, body };
}

function directionAtEnd(text: string): Direction | null {
  const ends = (word: string) => text.endsWith(word);
  return fallingWords.some(ends) ? 'down' : risingWords.some(ends) ? 'up' : null;
}

/** A text without digits: known words are taken from its start; a number in Chinese may follow. */
function leadOfWords(text: string): Lead {
  const hedges: Hedge[] = [];
  let direction: Direction | null = null;
  let rest = text;
  for (;;) {
    const before = rest;
    const start = (words: readonly string[]) => longest(words, (word) => before.startsWith(word));
    const down = start(fallingWords);
    const up = start(risingWords);
    if (down !== undefined || up !== undefined) direction = down === undefined ? 'up' : 'down';
    const word = start(wordsBefore.map(([each]) => each));
    const hedge = wordsBefore.find(([each]) => each === word)?.[1];
    if (word !== undefined && hedge !== undefined) hedges.push(hedge);
    const level = start(levelWords);
    if (level !== undefined) direction = null;
    const skipped = down ?? up ?? word ?? start(fillers) ?? level;
    if (skipped === undefined) return { hedges, direction, negative: false, body: rest };
    rest = before.slice(skipped.length);
  }
}

function longest(words: readonly string[], fits: (word: string) => boolean): string | undefined {
  let best: string | undefined;
  for (const word of words) if (fits(word) && word.length > (best?.length ?? 0)) best = word;
  return best;
}
