import { useEffect, useRef } from 'react';
import { useTexts } from './use-texts.ts';
import { isLanguage, rememberLanguage, type Language } from './create-i18n.ts';

/**
 * The language kept with the account, on whatever device it was chosen: taken over when somebody comes in, and told to the
 * account when they choose another here.
 *
 * @param chosen null: the account has none yet, this device keeps its own
 * @param onChosen must not reject
 */
export function useAccountLanguage(chosen: Language | null, onChosen: (language: Language) => void): void {
  const { i18n } = useTexts('ui');
  const known = useRef(chosen);
  // `i18n` is another object after each change of language: what was taken over once must not be taken over again.
  const taken = useRef<Language | null>(null);
  const tell = useRef(onChosen);
  useEffect(() => {
    tell.current = onChosen;
  });
  useEffect(() => {
    if (chosen === null || chosen === taken.current) return;
    taken.current = chosen;
    known.current = chosen;
    if (chosen === i18n.language) return;
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
