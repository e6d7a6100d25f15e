import { calendarDay } from '../../platform/clock/calendar-day.ts';
import { organisationErrors } from './organisations.errors.ts';

/**
 * What is recorded has happened: who may see what is decided by today's members and units, so nothing takes effect ahead.
 * @throws organisation.date-in-future
 */
export function refuseFuture(day: string, now: Date): void {
  const today = calendarDay(now);
  if (day > today) throw organisationErrors.dateInFuture(today);
}
