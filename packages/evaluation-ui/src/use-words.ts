import { hasText, text, type Facts, type Language } from '@junheng/evaluation-messages';
import { useLanguage, useTexts } from '@junheng/ui/plain';

/** The views' own texts (`t`) and the words of the field (`words`), in the language on screen. */
export function useWords() {
  const { t } = useTexts('evaluation');
  const { language } = useLanguage();
  return { t, language, words: (key: string, facts?: Facts) => text(language, key, facts) };
}

/** The short name of an indicator for column heads and charts; its whole name where it has none. */
export function indicatorShortName(language: Language, indicatorId: string): string {
  const short = `indicator.${indicatorId}.short`;
  return text(language, hasText(short) ? short : `indicator.${indicatorId}`);
}
