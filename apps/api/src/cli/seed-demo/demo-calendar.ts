import { FixedClock } from '../../platform/clock/clock.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The demonstration county keeps Beijing time, which has no summer time. */
const BEIJING = 8 * 60 * MINUTE;

/** Days of one round, `YYYY-MM-DD`. */
export interface RoundDays {
  readonly year: number;
  readonly opensOn: string;
  readonly deadline: string;
}

/** When things happened in the demonstration, counted from the day it is made. */
export interface DemoCalendar {
  /** The day on which the demonstration is made. */
  readonly today: string;
  readonly lastYear: RoundDays;
  readonly thisYear: RoundDays;
  /** Set to the morning of a day; `step` lets some minutes pass, within the working day. */
  readonly clock: FixedClock;
  readonly goTo: (day: string) => void;
  readonly step: (minutes: number) => void;
}

const OPEN_FOR_DAYS = 21;
const DAYS_LEFT = 24;

export function demoCalendar(now: Date): DemoCalendar {
  const today = beijingDay(now);
  const opensOn = addDays(today, -OPEN_FOR_DAYS);
  const deadline = addDays(today, DAYS_LEFT);
  const year = Number(deadline.slice(0, 4));
  const clock = new FixedClock(now);
  const instantOf = (day: string, minutes: number): Date =>
    new Date(Date.parse(`${day}T00:00:00Z`) - BEIJING + (8 * 60 + 30 + minutes) * MINUTE);
  return {
    today,
    lastYear: { year: year - 1, opensOn: addDays(opensOn, -364), deadline: addDays(deadline, -364) },
    thisYear: { year, opensOn, deadline },
    clock,
    goTo: (day) => clock.set(instantOf(day, 0)),
    step: (minutes) => {
      const at = clock.now();
      const evening = instantOf(beijingDay(at), 9 * 60);
      if (at.getTime() + minutes * MINUTE <= evening.getTime()) clock.advance(minutes * MINUTE);
      else clock.set(instantOf(addDays(beijingDay(at), 1), minutes));
    },
  };
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

function beijingDay(instant: Date): string {
  return new Date(instant.getTime() + BEIJING).toISOString().slice(0, 10);
}
