import type { Round } from '@junheng/api-contract';

/** A calendar day `YYYY-MM-DD`. */
export type CalendarDate = string;

interface LocalParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

function localParts(instant: Date, timeZone: string): LocalParts {
  const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatterOf(timeZone).formatToParts(instant)) {
    if (type in parts) parts[type as keyof typeof parts] = Number(value);
  }
  return parts;
}

/** How far the zone's clocks are ahead of UTC at that instant, in milliseconds. */
function offsetAt(instant: Date, timeZone: string): number {
  const { year, month, day, hour, minute, second } = localParts(instant, timeZone);
  const wholeSeconds = Math.floor(instant.getTime() / 1000) * 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSeconds;
}

/** Rounds have few deadlines, and every save asks when one of them is over. */
const MOST_STARTS = 1_000;
const starts = new Map<string, number>();

/** The instant at which a day begins in the zone (00:00, or the first instant after it where clocks skip midnight). */
export function startOfDay(date: CalendarDate, timeZone: string): Date {
  const day = `${date} ${timeZone}`;
  const known = starts.get(day);
  if (known !== undefined) return new Date(known);
  const start = findStartOfDay(date, timeZone);
  if (starts.size >= MOST_STARTS) starts.clear();
  starts.set(day, start);
  return new Date(start);
}

function findStartOfDay(date: CalendarDate, timeZone: string): number {
  const midnight = Date.parse(`${date}T00:00:00.000Z`);
  // The offset that holds at local midnight is one of the two that hold within a day of it; the earlier instant that shows the date wins.
  const candidates = [
    midnight - offsetAt(new Date(midnight - 86_400_000), timeZone),
    midnight - offsetAt(new Date(midnight + 86_400_000), timeZone),
  ].sort((left, right) => left - right);
  const first = candidates.find((candidate) => dateIn(timeZone, new Date(candidate)) === date);
  return first ?? candidates[0] ?? midnight;
}

/** The day it is in the zone at that instant. */
export function dateIn(timeZone: string, instant: Date): CalendarDate {
  const { year, month, day } = localParts(instant, timeZone);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A deadline day ends at 23:59:59 in the region's zone: that second, which is still in time. */
export function closesAt(deadline: CalendarDate, timeZone: string): Date {
  return new Date(startOfDay(addDays(deadline, 1), timeZone).getTime() - 1000);
}

export interface RoundCalendar {
  readonly opensOn: CalendarDate;
  /** The round's deadline, or the school's own where it was extended. */
  readonly deadline: CalendarDate;
  readonly timeZone: string;
  /** Closed by hand before its deadline. */
  readonly closed?: boolean;
}

/** Whether reports may be filled at that instant of the server's clock; the last second of the deadline day counts whole. */
export function stateAt(calendar: RoundCalendar, instant: Date): Round['state'] {
  if (calendar.closed === true) return 'closed';
  if (instant.getTime() < startOfDay(calendar.opensOn, calendar.timeZone).getTime()) return 'planned';
  const over = startOfDay(addDays(calendar.deadline, 1), calendar.timeZone).getTime();
  return instant.getTime() < over ? 'open' : 'closed';
}

/** A school's own deadline counts where it is later than the round's: an extension never shortens. */
export function laterDeadline(round: CalendarDate, extension: CalendarDate | null): CalendarDate {
  return extension !== null && extension > round ? extension : round;
}
