import { useTexts } from '@junheng/ui/plain';

/** Instants as the clock in China shows them, in the language on screen. */
export function useInstant(): (iso: string) => string {
  const { i18n } = useTexts('account');
  const format = new Intl.DateTimeFormat(i18n.language, {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (iso) => format.format(new Date(iso));
}
