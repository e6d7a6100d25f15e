import { dayIn } from './format.ts';
import { useZone } from './use-format.ts';
import { useServerClock } from './use-server-clock.ts';

/** Today in the region's zone by the server's clock, `YYYY-MM-DD`. */
export function useToday(): string {
  return dayIn(useZone(), useServerClock());
}
