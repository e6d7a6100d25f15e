import { useLanguage } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { regionsQuery } from '../server/organisations.ts';
import { dayIn, DEFAULT_ZONE, formatDay, formatInstant, formatShortDay } from './format.ts';

/** Dates in the language on screen and the zone of the person's region. */
export function useFormat() {
  const { language } = useLanguage();
  const zone = useZone();
  return {
    instant: (iso: string) => formatInstant(iso, language, zone, Date.now()),
    day: (day: string) => formatDay(day, language),
    shortDay: (day: string) => formatShortDay(day, language, dayIn(zone, Date.now())),
    shortDayOf: (iso: string) => formatShortDay(dayIn(zone, Date.parse(iso)), language, dayIn(zone, Date.now())),
  };
}

/** The zone of the first region in scope; counties of one province share theirs. */
export function useZone(): string {
  const { data } = useQuery(regionsQuery);
  return data?.regions[0]?.timeZone ?? DEFAULT_ZONE;
}
