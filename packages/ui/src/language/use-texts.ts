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
  const made: Texts = { t: keeping(i18n.getFixedT(language, namespace)), i18n };
  texts.set(key, made);
  return made;
}

/** Texts without facts are looked up once: i18next takes some fifty microseconds for each, and a form shows hundreds. */
function keeping(look: TFunction): TFunction {
  const kept = new Map<string, string>();
  const t = (key: string, ...facts: readonly unknown[]): unknown => {
    if (facts.length > 0 || typeof key !== 'string') return Reflect.apply(look, undefined, [key, ...facts]);
    const present = kept.get(key);
    if (present !== undefined) return present;
    const text = look(key);
    // A key without a text answers with itself: its text may come with a later chunk.
    if (text !== key) kept.set(key, text);
    return text;
  };
  return Object.assign(t, { $TFunctionBrand: look.$TFunctionBrand }) as TFunction;
}
