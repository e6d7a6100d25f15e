import { useLanguage } from '@junheng/ui/plain';
import { useMemo } from 'react';

/** Rounds live in the region's zone; every region served so far is in this one (a deadline names it as Beijing time). */
const ZONE = 'Asia/Shanghai';

export function useDates(): { readonly moment: (instant: string) => string; readonly day: (date: string) => string } {
  const { language } = useLanguage();
  return useMemo(() => {
    const moment = new Intl.DateTimeFormat(language, {
      timeZone: ZONE,
      dateStyle: 'medium',
      timeStyle: 'short',
      hourCycle: 'h23',
    });
    const day = new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'long' });
    return {
      moment: (instant) => moment.format(new Date(instant)),
      day: (date) => day.format(new Date(`${date}T00:00:00Z`)),
    };
  }, [language]);
}
