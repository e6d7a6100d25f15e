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
      // After the name in brackets: state, parent, …, user time (12th), system time (13th).
      if (wanted.has(Number(name)) || wanted.has(Number(fields[1]))) ticks += Number(fields[11]) + Number(fields[12]);
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
