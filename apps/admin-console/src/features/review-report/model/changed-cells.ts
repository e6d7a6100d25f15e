import type { SelfReport } from '@junheng/api-contract';

export interface SinceReturn {
  readonly returnedAt: string;
  readonly returnedBy: string;
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
  return { returnedAt: last.at, returnedBy: last.by, changed };
}
