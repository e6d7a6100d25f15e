import { describe, expect, it } from '@jest/globals';
import { addDays, closesAt, dateIn, laterDeadline, startOfDay, stateAt } from './round-calendar.rules.ts';

const shanghai = 'Asia/Shanghai';

describe('the calendar of a round', () => {
  it('ends a deadline day at 23:59:59 in the region, whatever the zone of the machine', () => {
    expect(closesAt('2026-10-15', shanghai).toISOString()).toBe('2026-10-15T15:59:59.000Z');
    expect(closesAt('2026-10-15', 'Asia/Urumqi').toISOString()).toBe('2026-10-15T17:59:59.000Z');
    expect(closesAt('2026-10-15', 'America/Los_Angeles').toISOString()).toBe('2026-10-16T06:59:59.000Z');
    expect(closesAt('2024-02-28', shanghai).toISOString()).toBe('2024-02-28T15:59:59.000Z');
    expect(closesAt('2026-12-31', shanghai).toISOString()).toBe('2026-12-31T15:59:59.000Z');
  });

  it('follows the zone through a change of the clocks', () => {
    // Clocks go back on 2026-11-01 and forward on 2026-03-08 in Los Angeles.
    expect(closesAt('2026-10-31', 'America/Los_Angeles').toISOString()).toBe('2026-11-01T06:59:59.000Z');
    expect(closesAt('2026-11-01', 'America/Los_Angeles').toISOString()).toBe('2026-11-02T07:59:59.000Z');
    expect(closesAt('2026-03-08', 'America/Los_Angeles').toISOString()).toBe('2026-03-09T06:59:59.000Z');
    // São Paulo skipped midnight on 2018-11-04: that day began at 01:00 local time.
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo').toISOString()).toBe('2018-11-04T03:00:00.000Z');
    expect(dateIn('America/Sao_Paulo', startOfDay('2018-11-04', 'America/Sao_Paulo'))).toBe('2018-11-04');
  });

  it('is planned before, open to the last millisecond of the deadline day, closed after', () => {
    const calendar = { opensOn: '2026-09-01', deadline: '2026-10-15', timeZone: shanghai };
    expect(stateAt(calendar, new Date('2026-08-31T15:59:59.999Z'))).toBe('planned');
    expect(stateAt(calendar, new Date('2026-08-31T16:00:00.000Z'))).toBe('open');
    expect(stateAt(calendar, new Date('2026-10-15T15:59:59.999Z'))).toBe('open');
    expect(stateAt(calendar, new Date('2026-10-15T16:00:00.000Z'))).toBe('closed');
  });

  it('knows the day it is in the region', () => {
    expect(dateIn(shanghai, new Date('2026-09-30T16:00:00.000Z'))).toBe('2026-10-01');
    expect(dateIn('UTC', new Date('2026-09-30T16:00:00.000Z'))).toBe('2026-09-30');
    expect(addDays('2026-02-27', 2)).toBe('2026-03-01');
  });

  it('never shortens a deadline by an extension', () => {
    expect(laterDeadline('2026-10-15', null)).toBe('2026-10-15');
    expect(laterDeadline('2026-10-15', '2026-10-20')).toBe('2026-10-20');
    expect(laterDeadline('2026-10-15', '2026-10-10')).toBe('2026-10-15');
  });
});
