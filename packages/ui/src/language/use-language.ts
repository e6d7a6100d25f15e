import { useTexts } from './use-texts.ts';
import { isLanguage, rememberLanguage, type Language } from './create-i18n.ts';

/** The language on screen and the way to change it; the choice is remembered on this device. */
export function useLanguage(): { language: Language; setLanguage: (language: Language) => void } {
  const { i18n } = useTexts('ui');
  const current = i18n.language;
  return {
    language: isLanguage(current) ? current : 'zh-CN',
    setLanguage: (language) => {
      rememberLanguage(language);
      void i18n.changeLanguage(language);
    },
  };
}
