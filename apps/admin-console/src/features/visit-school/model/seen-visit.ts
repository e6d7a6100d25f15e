import type { SavedVisitEntries, Visit } from '@junheng/api-contract';
import type { TheirValue } from '@junheng/offline-journal';
import type { SeenVisit } from '../../../device/kept-visits.ts';

type Entries = Visit['entries'];

function withEntries(seen: SeenVisit, entries: Entries, cleared: readonly string[], revision: number): SeenVisit {
  const merged: Entries = { ...seen.visit.entries };
  for (const [entry, value] of Object.entries(entries)) {
    if ((merged[entry]?.revision ?? 0) <= value.revision) merged[entry] = value;
  }
  for (const entry of cleared) delete merged[entry];
  const { visit } = seen;
  return {
    ...seen,
    visit: { ...visit, entries: merged, revision: Math.max(visit.revision, revision), status: 'open' },
  };
}

/** The visit as the server has it after a save that it acknowledged. */
export function withSaved(seen: SeenVisit, saved: SavedVisitEntries, by: string): SeenVisit {
  const { revision, savedAt: at, clockAheadSeconds } = saved;
  const filled = Object.entries(saved.saved).flatMap(([entry, value]) =>
    value === null ? [] : [[entry, { value, revision, at, by, typedAt: at, clockAheadSeconds }] as const],
  );
  const cleared = Object.entries(saved.saved).flatMap(([entry, value]) => (value === null ? [entry] : []));
  return withEntries(seen, Object.fromEntries(filled), cleared, revision);
}

/** The visit with what another inspector entered, as a refused save told. */
export function withTheirs(seen: SeenVisit, theirs: readonly TheirValue[]): SeenVisit {
  const filled = theirs.flatMap(({ cell, theirs: value, revision, by, at }) => {
    const time = at ?? new Date(0).toISOString();
    return value === null
      ? []
      : [[cell, { value, revision, at: time, by: by ?? '', typedAt: time, clockAheadSeconds: 0 }] as const];
  });
  const cleared = theirs.flatMap(({ cell, theirs: value }) => (value === null ? [cell] : []));
  return withEntries(seen, Object.fromEntries(filled), cleared, 0);
}
