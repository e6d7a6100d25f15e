import type { Person } from '@junheng/api-contract';

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** People whose name, its pinyin initials, account or place hold every word, by name in pinyin order. */
export function arrangePeople(people: readonly Person[], text: string): readonly Person[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return people
    .filter((person) => {
      const places = [...person.grants, ...(person.formerGrant === null ? [] : [person.formerGrant])]
        .map((grant) => grant.place.name)
        .join(' ');
      const haystack = `${person.displayName} ${person.login} ${places}`.toLowerCase();
      return words.every((word) => haystack.includes(word) || person.initials.includes(word));
    })
    .sort((a, b) => collator.compare(a.displayName, b.displayName) || a.login.localeCompare(b.login));
}
