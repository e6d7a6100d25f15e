import type { LoadedCounty } from './load-county.ts';
import { absent } from './write-school-stage.ts';

/** How many rows of each stage are what, kept up to date row by row. */
export interface StageCounts {
  /** School-stages met, unmet, undetermined. */
  readonly outcomes: (stage: number) => readonly [number, number, number];
  /** School-stages in scope, or undetermined. */
  readonly schools: (stage: number) => number;
  /** Of which neither the pupils nor anything else is known. */
  readonly open: (stage: number) => number;
  /** Whose amount is really missing: not those that only the row cannot hold. */
  readonly missing: (stage: number, column: number) => number;
  /** Takes a row out of the counts as it was, and puts it in as it is. */
  readonly recount: (stage: number, unit: number) => void;
}

export function countStages(county: LoadedCounty): StageCounts {
  const { stages, units, columns, rows, beyond } = county;
  const width = columns.length;
  // What the counts are made of.
  const counted = new Uint8Array(county.outcomes.length).fill(absent);
  const missing = new Uint32Array(county.outcomes.length);
  const open = new Uint8Array(county.outcomes.length);

  const outcomes = stages.map((): [number, number, number, number] => [0, 0, 0, 0]);
  const schools = new Int32Array(stages.length);
  const openCounts = new Int32Array(stages.length);
  const missingCounts = new Int32Array(stages.length * width);

  for (let stage = 0; stage < stages.length; stage += 1)
    for (let unit = 0; unit < units.length; unit += 1) recount(stage, unit);

  return {
    outcomes: (stage) => {
      const [met = 0, unmet = 0, undetermined = 0] = outcomes[stage] ?? [];
      return [met, unmet, undetermined];
    },
    schools: (stage) => schools[stage] ?? 0,
    open: (stage) => openCounts[stage] ?? 0,
    missing: (stage, column) => missingCounts[stage * width + column] ?? 0,
    recount,
  };

  function recount(stage: number, unit: number): void {
    const row = stage * units.length + unit;
    count(stage, counted[row] ?? absent, -1);
    counted[row] = county.outcomes[row] ?? absent;
    count(stage, counted[row] ?? absent, 1);
    const isOpen = rows.gaps?.open[row] ?? 0;
    openCounts[stage] = (openCounts[stage] ?? 0) + isOpen - (open[row] ?? 0);
    open[row] = isOpen;
    const mask = reallyMissing(row);
    const changed = mask ^ (missing[row] ?? 0);
    for (let column = 0; changed !== 0 && column < width; column += 1) {
      const bit = 1 << column;
      const at = stage * width + column;
      if ((changed & bit) !== 0) missingCounts[at] = (missingCounts[at] ?? 0) + ((mask & bit) === 0 ? -1 : 1);
    }
    missing[row] = mask;
  }

  function count(stage: number, outcome: number, step: 1 | -1): void {
    const own = outcomes[stage];
    if (outcome === absent || own === undefined) return;
    own[outcome] = (own[outcome] ?? 0) + step;
    schools[stage] = (schools[stage] ?? 0) + step;
  }

  function reallyMissing(row: number): number {
    let mask = rows.gaps?.missing[row] ?? 0;
    if (mask === 0 || beyond.size === 0) return mask;
    for (let column = 0; column < width; column += 1) if (beyond.has(row * width + column)) mask &= ~(1 << column);
    return mask;
  }
}
