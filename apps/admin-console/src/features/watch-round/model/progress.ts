import type { Round, SelfReportStatus } from '@junheng/api-contract';
import { statuses } from './list-view.ts';

export interface ProgressSegment {
  readonly status: SelfReportStatus;
  readonly count: number;
  /** 0 to 1 of all schools of the round. */
  readonly share: number;
}

/** The bar from left to right: what is done first, so that the filled part grows from the left edge. */
export function progressSegments(round: Pick<Round, 'counts' | 'schoolCount'>): readonly ProgressSegment[] {
  return [...statuses].reverse().map((status) => {
    const count = round.counts[status] ?? 0;
    return { status, count, share: round.schoolCount === 0 ? 0 : count / round.schoolCount };
  });
}

export type TimeLeft =
  | { readonly kind: 'left'; readonly unit: 'days' | 'hours' | 'minutes'; readonly count: number }
  | { readonly kind: 'over'; readonly unit: 'days' | 'hours' | 'minutes'; readonly count: number };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Time to (or since) an instant, in the largest whole unit. `now` is the server's clock, which alone decides. */
export function timeLeft(closesAt: string, now: number): TimeLeft {
  const distance = Date.parse(closesAt) - now;
  const size = Math.abs(distance);
  const kind = distance > 0 ? 'left' : 'over';
  if (size >= DAY) return { kind, unit: 'days', count: Math.floor(size / DAY) };
  if (size >= HOUR) return { kind, unit: 'hours', count: Math.floor(size / HOUR) };
  return { kind, unit: 'minutes', count: Math.max(1, Math.floor(size / MINUTE)) };
}
