import type { Language } from './language.ts';

/** What fills a text. Numbers of the core come as decimal strings; they are shown as they are. */
export type FactValue = string | number | boolean | null | undefined | readonly (string | number)[];
export type Facts = Readonly<Record<string, FactValue>>;

/** `{name}` = the fact as it is; `{kind:name}` = the fact is an id, shown by its own text (`{stage:stage}` -> 小学). */
const placeholder = /\{(?:([a-z-]+):)?([A-Za-z][A-Za-z0-9]*)\}/g;

export interface Placeholder {
  readonly kind: string | null;
  readonly name: string;
}

export function placeholdersOf(template: string): readonly Placeholder[] {
  return [...template.matchAll(placeholder)].map((match) => ({ kind: match[1] ?? null, name: match[2] ?? '' }));
}

/**
 * Fills the placeholders. `nameOf` turns an id into words; `onMissing` is told of a fact that is absent (shown as a dash).
 * Lists are joined in the language's way.
 */
export function fill(
  language: Language,
  template: string,
  facts: Facts,
  nameOf: (kind: string, id: string) => string,
  onMissing: (name: string) => void,
): string {
  if (!template.includes('{')) return template;
  return template.replace(placeholder, (_, kind: string | undefined, name: string) => {
    const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (value === undefined) onMissing(name);
    if (value === undefined || value === null || value === '') return '—';
    const values = Array.isArray(value) ? value : [value];
    return values
      .map((each) => (kind === undefined ? String(each) : nameOf(kind, String(each))))
      .join(language === 'zh-CN' ? '、' : ', ');
  });
}
