import type { CellKey } from '@junheng/evaluation-core';
import type { SelfReport } from '../../../api/types.ts';

export interface CellChange {
  readonly cell: CellKey;
  /** Null = missing. */
  readonly before: string | null;
  readonly now: string | null;
}

export interface HistoryEntry {
  readonly cell: CellKey;
  readonly revision: number;
  readonly before: string | null;
}

/** The revision that was last returned, null where the report never was. */
export function returnedRevision({ timeline }: Pick<SelfReport, 'timeline'>): number | null {
  const returns = timeline.filter((event) => event.kind === 'returned').sort((a, b) => a.at.localeCompare(b.at));
  return returns.at(-1)?.revision ?? null;
}

/** What is different from the revision that was returned: changed back again is no change. In form order. */
export function changesSince(
  revision: number,
  entries: readonly HistoryEntry[],
  cells: Readonly<Record<CellKey, string>>,
  formOrder: readonly CellKey[],
): CellChange[] {
  const held = new Map<CellKey, string | null>();
  for (const entry of [...entries].sort((a, b) => a.revision - b.revision)) {
    if (entry.revision > revision && !held.has(entry.cell)) held.set(entry.cell, entry.before);
  }
  const place = (cell: CellKey): number => {
    const at = formOrder.indexOf(cell);
    return at < 0 ? formOrder.length : at;
  };
  return [...held]
    .map(([cell, before]) => ({ cell, before, now: cells[cell] ?? null }))
    .filter(({ before, now }) => before !== now)
    .sort((a, b) => place(a.cell) - place(b.cell));
}
