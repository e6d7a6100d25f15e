import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { kitTexts } from './kit-texts.ts';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Nested texts; a leaf is an i18next template such as `{{count}} left`. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}
/** Texts by language, then by namespace. */
export type LanguageResources = Readonly<Record<Language, Readonly<Record<string, TextTree>>>>;

const STORAGE_KEY = 'junheng.language';

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** The language chosen earlier on this device; Chinese for everybody else, whatever the browser's locale. */
export function storedLanguage(): Language {
  try {
    const stored = globalThis.localStorage?.getItem(STORAGE_KEY);
    return isLanguage(stored) ? stored : 'zh-CN';
  } catch {
    // Storage may be forbidden (private window, embedded page); a language is not worth an error page.
    return 'zh-CN';
  }
}

export function rememberLanguage(language: Language): void {
  try {
    globalThis.localStorage?.setItem(STORAGE_KEY, language);
  } catch {
    // See storedLanguage.
  }
}

/**
 * An i18next instance with the app's namespaces and the kit's own (`ui`), ready at once: the resources are given, so
 * nothing is awaited and the first paint has its texts. Keeps `<html lang>` in step, which screen readers and fonts need.
 */
export function createI18n(resources: LanguageResources, language: Language = storedLanguage()): I18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    supportedLngs: [...LANGUAGES],
    initAsync: false,
    ns: ['ui', ...Object.keys(resources['zh-CN'])],
    resources: {
      'zh-CN': { ...resources['zh-CN'], ui: kitTexts['zh-CN'] },
      en: { ...resources.en, ui: kitTexts.en },
    },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const follow = (next: string): void => {
    if (typeof document !== 'undefined') document.documentElement.lang = next;
  };
  follow(language);
  instance.on('languageChanged', follow);
  return instance;
}

/** Adds namespaces that arrive with a later chunk. */
export function addTexts(i18n: I18n, resources: LanguageResources): void {
  for (const language of LANGUAGES) {
    for (const [namespace, texts] of Object.entries(resources[language])) {
      i18n.addResourceBundle(language, namespace, texts, true, true);
    }
  }
}
