import type { Edition } from '@junheng/evaluation-core';
import { cellName, text as words, type Language } from '@junheng/evaluation-messages';
import { topicText } from './topic-text.ts';

/** What a return reason is about, in words: a figure by its name, else what is said or shown of which topic. */
export function anchorText(language: Language, edition: Edition, anchor: string): string {
  const hash = anchor.indexOf('#');
  if (hash < 0) return cellName(language, anchor);
  const column = words(language, `county-overview.column.${anchor.slice(hash + 1)}`);
  return `${column} · ${topicText(language, edition, anchor.slice(0, hash))}`;
}
