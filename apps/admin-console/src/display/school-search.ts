import type { RegisteredSchool } from '@junheng/api-contract';

/** What was typed, as words that must all be found. Full-width letters and digits count as plain ones. */
export function searchWords(text: string): readonly string[] {
  return text.normalize('NFKC').trim().toLowerCase().split(/\s+/).filter(Boolean);
}

/** Does the school's name, code, town or the initials of its pinyin hold every word? */
export function schoolMatches(
  school: Pick<RegisteredSchool, 'name' | 'code' | 'townName' | 'initials'>,
  words: readonly string[],
): boolean {
  const haystack = `${school.name.normalize('NFKC')} ${school.code} ${school.townName ?? ''}`.toLowerCase();
  return words.every((word) => haystack.includes(word) || school.initials.includes(word));
}
