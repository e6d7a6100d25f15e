import type { SavedVisitEntries, Visit } from '@junheng/api-contract';
import type { TheirValue } from '@junheng/offline-journal';
import type { SeenVisit } from '../../../device/kept-visits.ts';
import type { Inspector } from './inspector.ts';

type Entries = Visit['entries'];
type Found = Visit['found'];

/** What this inspector found of a verified value; null where nothing, or only others did. */
export const foundBy = ({ found }: Pick<Visit, 'found'>, personId: string, entry: string): string | null =>
  found[entry]?.find((each) => each.personId === personId)?.value ?? null;

function withFound(found: Found, { saved, savedAt: at }: SavedVisitEntries, { personId, name }: Inspector): Found {
  const next: Found = { ...found };
  for (const [entry, value] of Object.entries(saved)) {
    if (!entry.startsWith('verified:')) continue;
    const others = (found[entry] ?? []).filter((each) => each.personId !== personId);
    // Cleared, it stands for nothing, whoever found it before.
    if (value === null) delete next[entry];
    else next[entry] = [...others, { personId, name, value, at }];
  }
  return next;
}

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
export function withSaved(seen: SeenVisit, saved: SavedVisitEntries, inspector: Inspector): SeenVisit {
  const { revision, savedAt: at, clockAheadSeconds } = saved;
  const by = inspector.name;
  const filled = Object.entries(saved.saved).flatMap(([entry, value]) =>
    value === null ? [] : [[entry, { value, revision, at, by, typedAt: at, clockAheadSeconds }] as const],
  );
  const cleared = Object.entries(saved.saved).flatMap(([entry, value]) => (value === null ? [entry] : []));
  const next = withEntries(seen, Object.fromEntries(filled), cleared, revision);
  return { ...next, visit: { ...next.visit, found: withFound(next.visit.found, saved, inspector) } };
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
