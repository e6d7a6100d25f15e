import type { CellKey, Cells } from '@junheng/evaluation-core';
import type { SavedCells, SelfReport } from '../../../api/types.ts';
import { pendingOf, unsentCells, type QueueState, type TheirValue } from '@junheng/offline-journal';

function withValues(
  report: SelfReport,
  values: Readonly<Record<string, string | null>>,
  revisionOf: (cell: string) => number,
): SelfReport {
  const cells = { ...report.cells };
  const cellRevisions = { ...report.cellRevisions };
  for (const [cell, value] of Object.entries(values)) {
    if (value === null) delete cells[cell];
    else cells[cell] = value;
    cellRevisions[cell] = Math.max(cellRevisions[cell] ?? 0, revisionOf(cell));
  }
  return { ...report, cells, cellRevisions };
}

/** The report as the server has it after a save that it acknowledged. */
export function withSaved(report: SelfReport, saved: SavedCells): SelfReport {
  const settled = new Set(saved.settledReturnReasons);
  return {
    ...withValues(report, saved.saved, () => saved.revision),
    revision: Math.max(report.revision, saved.revision),
    status: saved.status,
    returnReasons: report.returnReasons.map((reason) =>
      settled.has(reason.id) ? { ...reason, state: 'changed' as const } : reason,
    ),
  };
}

/** The report with the values of somebody else that a refused save told of. */
export function withTheirs(report: SelfReport, theirs: readonly TheirValue[]): SelfReport {
  const revisions = new Map(theirs.map((their) => [their.cell, their.revision]));
  const values = Object.fromEntries(theirs.map((their) => [their.cell, their.theirs]));
  return withValues(report, values, (cell) => revisions.get(cell) ?? 0);
}

/** What the server holds, as the report has it. */
export type StoredCells = Pick<SelfReport, 'cells' | 'cellRevisions'>;

/**
 * What the server holds of a cell; undefined where it holds nothing. The queue knows of an acknowledged save a moment before the report that is
 * read with it: the value before must not come back for that moment.
 */
export function storedValue(
  { cells, cellRevisions }: StoredCells,
  queue: QueueState,
  cell: CellKey,
): string | undefined {
  const told = queue.told[cell];
  if (told === undefined || told.revision <= (cellRevisions[cell] ?? 0)) return cells[cell];
  return told.value ?? undefined;
}

/**
 * The values to compute with: what the server has, with what was typed since on top. A cell that holds something unreadable
 * counts as missing: the old value would show an indicator the person believes to have changed.
 */
export function effectiveCells(stored: StoredCells, queue: QueueState): Cells {
  const told = Object.keys(queue.told).filter((cell) => storedValue(stored, queue, cell) !== stored.cells[cell]);
  const unsent = unsentCells(queue);
  if (unsent.length === 0 && told.length === 0) return stored.cells;
  const cells: Record<string, string> = { ...stored.cells };
  const put = (cell: CellKey, value: string | null | undefined): void => {
    if (value === null || value === undefined) delete cells[cell];
    else cells[cell] = value;
  };
  for (const cell of told) put(cell, storedValue(stored, queue, cell));
  for (const cell of unsent) put(cell, pendingOf(queue, cell)?.value);
  return cells;
}
