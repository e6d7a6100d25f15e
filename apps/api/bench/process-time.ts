import { readdirSync, readFileSync } from 'node:fs';

/** The clock tick of Linux's process accounting. */
const MILLISECONDS_A_TICK = 10;

/**
 * Milliseconds of processor time that these processes and their children have used so far; NaN where the system does not say (only
 * Linux does). Unlike wall time it hardly depends on what else the machine does.
 */
export function processorMilliseconds(pids: readonly number[]): number {
  try {
    const wanted = new Set(pids);
    let ticks = 0;
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const fields = statOf(name);
      if (fields === null) continue;
      // After the name in brackets: state, parent, …, user and system time (12th, 13th), those of children that ended (14th, 15th).
      const time = (from: number) => Number(fields[from]) + Number(fields[from + 1]);
      if (wanted.has(Number(name))) ticks += time(11) + time(13);
      else if (wanted.has(Number(fields[1]))) ticks += time(11);
    }
    return ticks * MILLISECONDS_A_TICK;
  } catch {
    return Number.NaN;
  }
}

function statOf(pid: string): readonly string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    // It ended meanwhile.
    return null;
  }
}
