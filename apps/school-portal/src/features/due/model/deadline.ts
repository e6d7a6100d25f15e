/** Time left until an instant, in the unit that matters for a person. */
export type TimeLeft =
  | { readonly kind: 'over' }
  | { readonly kind: 'minutes'; readonly count: number }
  | { readonly kind: 'hours'; readonly count: number }
  | { readonly kind: 'days'; readonly count: number };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Rounded down: nobody is told of an hour that is not whole. Days from two days on. */
export function timeLeft(closesAt: string, now: number): TimeLeft {
  const left = Date.parse(closesAt) - now;
  if (!(left > 0)) return { kind: 'over' };
  if (left < HOUR) return { kind: 'minutes', count: Math.max(1, Math.floor(left / MINUTE)) };
  if (left < 48 * HOUR) return { kind: 'hours', count: Math.floor(left / HOUR) };
  return { kind: 'days', count: Math.floor(left / (24 * HOUR)) };
}

export type Urgency = 'calm' | 'soon' | 'now' | 'over';

export function urgencyOf(left: TimeLeft): Urgency {
  switch (left.kind) {
    case 'over':
      return 'over';
    case 'minutes':
    case 'hours':
      return 'now';
    case 'days':
      return left.count <= 7 ? 'soon' : 'calm';
    default: {
      const exhaustive: never = left;
      return exhaustive;
    }
  }
}
