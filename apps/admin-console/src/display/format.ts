import type { Language } from '@junheng/ui/plain';

export const DEFAULT_ZONE = 'Asia/Shanghai';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, zone, options]);
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(language === 'zh-CN' ? 'zh-CN' : 'en-GB', { ...options, timeZone: zone });
  formatters.set(key, made);
  return made;
}

const MINUTES: Intl.DateTimeFormatOptions = {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};
const YEAR_TOO: Intl.DateTimeFormatOptions = { year: 'numeric', ...MINUTES };

/** An instant in the region's zone; the year only when it is not this year. */
export function formatInstant(iso: string, language: Language, zone: string, now: number): string {
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) return '—';
  const year = formatter(language, zone, { year: 'numeric' });
  const sameYear = year.format(instant) === year.format(new Date(now));
  return formatter(language, zone, sameYear ? MINUTES : YEAR_TOO).format(instant);
}

/** A calendar day `YYYY-MM-DD`, which belongs to no zone. */
export function formatDay(day: string, language: Language): string {
  const instant = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return day;
  return formatter(language, 'UTC', { year: 'numeric', month: 'short', day: 'numeric' }).format(instant);
}

/** The same without its year, where that is the year of today: for narrow columns. */
export function formatShortDay(day: string, language: Language, today: string): string {
  const instant = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(instant.getTime()) || day.slice(0, 4) !== today.slice(0, 4)) return formatDay(day, language);
  return formatter(language, 'UTC', { month: 'short', day: 'numeric' }).format(instant);
}

/** Today's day in a zone, `YYYY-MM-DD`. */
export function dayIn(zone: string, now: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(now),
  );
}
