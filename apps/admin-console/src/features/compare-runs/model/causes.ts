import type { Causes, CellChange, SchoolPair } from '@junheng/evaluation-core';

/** What is said of the causes of one change: the first few, and how many there are. */
export interface ShownCauses {
  readonly cells: readonly CellChange[];
  readonly schools: readonly SchoolPair[];
  readonly total: number;
}

const SHOWN = 3;

/** Null where causes are not known. A school that came or went explains more than a cell: it stands first. */
export function shownCauses(causes: Causes | null): ShownCauses | null {
  if (causes === null) return null;
  const schools = causes.schools.slice(0, SHOWN);
  return {
    schools,
    cells: causes.cells.slice(0, SHOWN - schools.length),
    total: causes.cells.length + causes.schools.length,
  };
}

/** Which way an outcome went; null where neither is plainly better. */
export function direction(before: string | null, after: string | null): 'better' | 'worse' | null {
  if (before === after) return null;
  if (after === 'met') return 'better';
  if (before === 'met') return 'worse';
  return null;
}
