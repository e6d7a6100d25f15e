import type { SelfReport } from '@junheng/api-contract';

export interface SinceReturn {
  readonly returnedAt: string;
  readonly returnedBy: string;
  readonly revision: number;
  /** Cells saved in a later revision than the one that was returned. */
  readonly changed: ReadonlySet<string>;
}

/** What the school changed since the last return, or null if it was never returned. */
export function changedSinceReturn(report: Pick<SelfReport, 'timeline' | 'cellRevisions'>): SinceReturn | null {
  const last = report.timeline
    .filter((event) => event.kind === 'returned')
    .reduce<SelfReport['timeline'][number] | null>(
      (latest, event) => (latest === null || event.at > latest.at ? event : latest),
      null,
    );
  if (last === null) return null;
  const changed = new Set<string>();
  for (const [cell, revision] of Object.entries(report.cellRevisions)) if (revision > last.revision) changed.add(cell);
  return { returnedAt: last.at, returnedBy: last.by, revision: last.revision, changed };
}

export interface HistoryEntry {
  readonly cell: string;
  readonly revision: number;
  readonly before: string | null;
}

/** What each cell changed since a revision held at that revision: the state before its first later change. */
export function valuesAt(entries: readonly HistoryEntry[], revision: number): ReadonlyMap<string, string | null> {
  const oldestFirst = [...entries].sort((a, b) => a.revision - b.revision);
  const values = new Map<string, string | null>();
  for (const entry of oldestFirst) {
    if (entry.revision > revision && !values.has(entry.cell)) values.set(entry.cell, entry.before);
  }
  return values;
}
