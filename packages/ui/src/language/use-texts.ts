import type { i18n as I18n, TFunction } from 'i18next';
import { useContext, useSyncExternalStore } from 'react';
import { getI18n, I18nContext } from 'react-i18next';

export interface Texts {
  readonly t: TFunction;
  readonly i18n: I18n;
}

interface TextsOf {
  readonly subscribe: (listener: () => void) => () => void;
  readonly language: () => string;
  /** By language and namespace. */
  readonly texts: Map<string, Texts>;
}

const known = new WeakMap<I18n, TextsOf>();

function textsOf(i18n: I18n): TextsOf {
  const present = known.get(i18n);
  if (present !== undefined) return present;
  const made: TextsOf = {
    subscribe: (listener) => {
      i18n.on('languageChanged', listener);
      return () => i18n.off('languageChanged', listener);
    },
    language: () => i18n.language,
    texts: new Map(),
  };
  known.set(i18n, made);
  return made;
}

/**
 * The texts of a namespace in the language on screen, like `useTranslation`: `t` stays the same until the language changes. Nothing waits
 * for texts here, so it needs neither that hook's wrapper of i18next nor its effects: a form calls it a thousand times.
 */
export function useTexts(namespace: string): Texts {
  // Typed as if there always were a provider; a test of a single part may have none.
  const context: { readonly i18n: I18n } | undefined = useContext(I18nContext);
  const i18n = context?.i18n ?? getI18n();
  const { subscribe, language: languageNow, texts } = textsOf(i18n);
  const language = useSyncExternalStore(subscribe, languageNow, languageNow);
  const key = `${language} ${namespace}`;
  const present = texts.get(key);
  if (present !== undefined) return present;
  const plain = (text: string): unknown => i18n.getResource(language, namespace, text);
  const made: Texts = { t: keeping(i18n.getFixedT(language, namespace), plain), i18n };
  texts.set(key, made);
  return made;
}

/** What i18next would fill in: facts, and other texts. */
const TEMPLATE = /\{\{|\$t\(/;

/** Texts with facts are many; after so many of a namespace the older ones are looked up again. */
const MOST_KEPT = 2_000;

/**
 * A text is looked up once for the same facts: i18next takes some fifty microseconds for each, and a form shows hundreds. One without facts
 * that says all by itself is taken as it stands.
 */
function keeping(look: TFunction, plain: (key: string) => unknown): TFunction {
  const kept = new Map<string, string>();
  const t = (key: string, ...facts: readonly unknown[]): unknown => {
    const place = placeOf(key, facts);
    if (place === null) return Reflect.apply(look, undefined, [key, ...facts]);
    const present = kept.get(place);
    if (present !== undefined) return present;
    const itself = facts.length === 0 ? plain(key) : undefined;
    const text: unknown =
      typeof itself === 'string' && !TEMPLATE.test(itself) ? itself : Reflect.apply(look, undefined, [key, ...facts]);
    // A key without a text answers with itself: its text may come with a later chunk.
    if (typeof text === 'string' && text !== key) {
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(place, text);
    }
    return text;
  };
  return Object.assign(t, { $TFunctionBrand: look.$TFunctionBrand }) as TFunction;
}

/** What tells one text from another; null where the facts are more than plain values. */
function placeOf(key: unknown, [facts, ...more]: readonly unknown[]): string | null {
  if (typeof key !== 'string' || more.length > 0) return null;
  if (facts === undefined) return key;
  if (typeof facts !== 'object' || facts === null) return null;
  let place = key;
  for (const [name, value] of Object.entries(facts)) {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
    place += `\u0000${name}\u0000${typeof value}\u0000${value}`;
  }
  return place;
}
