import type { CellKey } from '@junheng/evaluation-core';
import type { Saver } from '@junheng/offline-journal';
import { useMemo, useSyncExternalStore } from 'react';
import type { StoredCells } from './model/stored-report.ts';
import { watchCell, type CellWork } from './model/cell-work.ts';

/** As of now, with the key itself: a text must never stand beside the state of the one before it. */
export function useCellWork(report: StoredCells, saver: Saver, cell: CellKey): CellWork {
  const look = useMemo(() => watchCell(report, saver.state, cell), [report, saver, cell]);
  return useSyncExternalStore(saver.subscribe, look);
}
