import { text, type Facts } from '@junheng/evaluation-messages/plain';
import { useLanguage } from '@junheng/ui/plain';
import { useMemo } from 'react';

/** The terms of the edition in the language on screen. */
export interface ResultWords {
  readonly of: (key: string, facts?: Facts) => string;
  readonly list: (parts: readonly string[]) => string;
  /** A day, `YYYY-MM-DD`, or an instant, in the region's zone. */
  readonly day: (date: string) => string;
}

/** Rounds live in the region's zone; every region served so far is in this one. */
const ZONE = 'Asia/Shanghai';

export function useResultWords(): ResultWords {
  const { language } = useLanguage();
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(language, { timeZone: ZONE, dateStyle: 'long' });
    return {
      of: (key, facts) => text(language, key, facts),
      list: (parts) => parts.join(language === 'zh-CN' ? '、' : ', '),
      day: (date) => day.format(new Date(date.length === 10 ? `${date}T00:00:00+08:00` : date)),
    };
  }, [language]);
}
