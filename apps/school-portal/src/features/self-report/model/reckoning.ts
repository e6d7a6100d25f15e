import {
  evaluateSchool,
  type Cells,
  type Edition,
  type SchoolEvaluation,
  type SchoolRecord,
} from '@junheng/evaluation-core';
import type { QueueState } from '@junheng/offline-journal';
import { replaceEqualDeep } from '@tanstack/react-query';
import { effectiveCells, type StoredCells } from './stored-report.ts';

/** What is computed from the cells of one school. Parts that come out equal stay the same objects: only what changed is drawn anew. */
export interface Reckoning {
  /** With what was typed and not yet stored. A save that is acknowledged changes nothing of it. */
  readonly cells: (stored: StoredCells, queue: QueueState) => Cells;
  /** Computed once for the same cells. */
  readonly evaluation: (cells: Cells) => SchoolEvaluation;
}

export function reckoningOf(edition: Edition, school: Omit<SchoolRecord, 'cells'>, evaluationDate: string): Reckoning {
  let newest: { readonly stored: StoredCells; readonly queue: QueueState; readonly cells: Cells } | undefined;
  let evaluated: SchoolEvaluation | undefined;
  const known = new WeakMap<Cells, SchoolEvaluation>();
  return {
    cells: (stored, queue) => {
      if (newest?.stored === stored && newest.queue === queue) return newest.cells;
      newest = { stored, queue, cells: replaceEqualDeep(newest?.cells, effectiveCells(stored, queue)) };
      return newest.cells;
    },
    evaluation: (cells) => {
      const present = known.get(cells);
      if (present !== undefined) return present;
      evaluated = replaceEqualDeep(evaluated, evaluateSchool(edition, { ...school, cells }, { evaluationDate }));
      known.set(cells, evaluated);
      return evaluated;
    },
  };
}
