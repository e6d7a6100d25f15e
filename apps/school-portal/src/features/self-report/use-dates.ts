import { useLanguage } from '@junheng/ui/plain';

/** Rounds live in the region's zone; every region served so far is in this one (a deadline names it as Beijing time). */
const ZONE = 'Asia/Shanghai';

export interface Dates {
  readonly moment: (instant: string) => string;
  readonly day: (date: string) => string;
}

/** By language. A formatter takes a millisecond to make, and every special rule beside an indicator names a day. */
const made = new Map<string, Dates>();

export function useDates(): Dates {
  const { language } = useLanguage();
  const present = made.get(language);
  if (present !== undefined) return present;
  const moment = new Intl.DateTimeFormat(language, {
    timeZone: ZONE,
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  const day = new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'long' });
  const dates: Dates = {
    moment: (instant) => moment.format(new Date(instant)),
    day: (date) => day.format(new Date(`${date}T00:00:00Z`)),
  };
  made.set(language, dates);
  return dates;
}
