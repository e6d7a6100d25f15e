import type { Edition } from '@junheng/evaluation-core';
import { cellName, hasText, text as words, type Language } from '@junheng/evaluation-messages';
import { topicText } from './topic-text.ts';

/** A figure, or what is said or shown of a topic: what has a name here. */
export const isAnchor = (at: string): boolean =>
  /^(?:indicator|requirement):[A-Za-z0-9-]+#(?:expected|steps|remark|evidence)$/.test(at) ||
  hasText(`item.${at.split(/[.@]/)[0] ?? ''}`);

/** What a return reason is about, in words: a figure by its name, else what is said or shown of which topic. */
export function anchorText(language: Language, edition: Edition, anchor: string): string {
  const hash = anchor.indexOf('#');
  if (hash < 0) return cellName(language, anchor);
  const column = words(language, `county-overview.column.${anchor.slice(hash + 1)}`);
  return `${column} · ${topicText(language, edition, anchor.slice(0, hash))}`;
}
