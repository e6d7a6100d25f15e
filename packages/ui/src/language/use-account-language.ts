import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage, rememberLanguage, type Language } from './create-i18n.ts';

/**
 * The language kept with the account, on whatever device it was chosen: taken over when somebody comes in, and told to the
 * account when they choose another here.
 *
 * @param chosen null: the account has none yet, this device keeps its own
 * @param onChosen must not reject
 */
export function useAccountLanguage(chosen: Language | null, onChosen: (language: Language) => void): void {
  const { i18n } = useTranslation('ui');
  const known = useRef(chosen);
  const tell = useRef(onChosen);
  useEffect(() => {
    tell.current = onChosen;
  });
  useEffect(() => {
    known.current = chosen;
    if (chosen === null || chosen === i18n.language) return;
    rememberLanguage(chosen);
    void i18n.changeLanguage(chosen);
  }, [chosen, i18n]);
  useEffect(() => {
    const changed = (next: string): void => {
      if (!isLanguage(next) || next === known.current) return;
      known.current = next;
      tell.current(next);
    };
    i18n.on('languageChanged', changed);
    return () => i18n.off('languageChanged', changed);
  }, [i18n]);
}
