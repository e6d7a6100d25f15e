import { addDays } from '../rounds/round-calendar.rules.ts';
import type { Rule, RuleOfCounty, VisitPeriod } from './supervision.types.ts';

/** Whole periods that are looked back on: what is older is history, not a debt. */
const PERIODS_BACK = 12;
/** The terms of a school year begin with these months (教育督导条例: at least two visits a term). */
const TERMS = [2, 8] as const;

/** First day of the period a day lies in. */
export function periodStart(period: VisitPeriod, day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  if (period === 'month') return firstOf(year, month);
  const [spring, autumn] = TERMS;
  if (month >= autumn) return firstOf(year, autumn);
  return month >= spring ? firstOf(year, spring) : firstOf(year - 1, autumn);
}

/** First day of the next period. */
export function nextPeriod(period: VisitPeriod, start: string): string {
  const [year = 0, month = 1] = start.split('-').map(Number);
  const next = month + (period === 'month' ? 1 : 6);
  return next > 12 ? firstOf(year + 1, next - 12) : firstOf(year, next);
}

function firstOf(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}

/** The county's own rule, or one visit a month from the beginning of the term that runs. */
export function ruleOf(county: Pick<RuleOfCounty, 'period' | 'visits' | 'since'>, today: string): Rule {
  const { period, visits, since } = county;
  if (period === null || visits === null || since === null) {
    return { period: 'month', visits: 1, since: periodStart('term', today) };
  }
  return { period, visits, since };
}

/**
 * How a school stands. A period counts whole or not at all: one that began before the rule, or before the school came into the area,
 * is not asked for. More visits in one period do not make up for another.
 */
export function standingOf(
  rule: Rule,
  today: string,
  school: { readonly startsOn: string; readonly visitDays: readonly string[] },
): { readonly done: number; readonly due: number; readonly dueBy: string; readonly overdue: number } {
  const current = periodStart(rule.period, today);
  const from = rule.since > school.startsOn ? rule.since : school.startsOn;
  const within = (start: string, end: string) => school.visitDays.filter((day) => day >= start && day < end).length;
  const following = nextPeriod(rule.period, current);
  const overdue = periodsBefore(rule.period, current)
    .filter(({ start }) => start >= from)
    .reduce((lacking, { start, end }) => lacking + Math.max(0, rule.visits - within(start, end)), 0);
  return {
    done: within(current, following),
    due: current >= from ? rule.visits : 0,
    dueBy: addDays(following, -1),
    overdue,
  };
}

function periodsBefore(
  period: VisitPeriod,
  current: string,
): readonly { readonly start: string; readonly end: string }[] {
  const periods: { start: string; end: string }[] = [];
  let end = current;
  for (let back = 0; back < PERIODS_BACK; back += 1) {
    const start = periodStart(period, addDays(end, -1));
    periods.push({ start, end });
    end = start;
  }
  return periods;
}
