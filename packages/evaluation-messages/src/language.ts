/** The languages every text exists in. zh-CN is the default of the product. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];
export const defaultLanguage: Language = 'zh-CN';

/** One text: Simplified Chinese, then English. Both stand side by side, so that neither is forgotten when the other changes. */
export type Both = readonly [zh: string, en: string];

/** Texts by key. A text may hold placeholders: `{name}` and `{kind:name}`, see templating.ts. */
export type Texts = Readonly<Record<string, Both>>;

export function inLanguage(language: Language, both: Both): string {
  return language === 'zh-CN' ? both[0] : both[1];
}
