import type { AuditEntryView } from '@junheng/api-contract';
import type { AuditNames, SealedEntry, VisibleChain } from './audit-trail.types.ts';

type Json = Readonly<Record<string, unknown>>;

/** What an entry says, read carefully: whoever writes to the database by hand may have put anything in. */
export function readEntry(entry: SealedEntry): {
  readonly at: string;
  readonly actor: Json;
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly schoolId: string | null;
  readonly changes: AuditEntryView['changes'];
  readonly details: Json;
} {
  const content = objectOf(parsed(entry.content));
  const subject = objectOf(content['subject']);
  const { changes, schoolId, ...details } = objectOf(content['details']);
  const at = textOf(content['at']);
  return {
    at: at !== null && !Number.isNaN(Date.parse(at)) ? new Date(at).toISOString() : new Date(0).toISOString(),
    actor: objectOf(content['actor']),
    action: textOf(content['action']) ?? '',
    subject: { kind: textOf(subject['kind']) ?? '', id: textOf(subject['id']) ?? '' },
    schoolId: subject['kind'] === 'school' ? textOf(subject['id']) : textOf(schoolId),
    changes: Array.isArray(changes) ? changes.flatMap(changeOf) : [],
    details: Array.isArray(changes) || changes === undefined ? details : { ...details, changes },
  };
}

export type ReadEntry = ReturnType<typeof readEntry>;

export function presentEntry(
  entry: SealedEntry,
  read: ReadEntry,
  chains: ReadonlyMap<string, VisibleChain>,
  names: AuditNames,
): AuditEntryView {
  const { id, chainId, sequence, hash } = entry;
  const { actor, subject, schoolId } = read;
  const kind = actor['kind'] === 'person' || actor['kind'] === 'anonymous' ? actor['kind'] : 'system';
  return {
    id,
    at: read.at,
    chainId,
    sequence,
    hash,
    countyName: chains.get(chainId)?.name ?? null,
    actor: {
      kind,
      personId: kind === 'person' ? textOf(actor['id']) : null,
      name: textOf(actor['name']) ?? textOf(actor['process']),
      address: textOf(actor['address']),
    },
    action: read.action,
    subject: { ...subject, name: nameOf(read, names) },
    school: schoolId === null ? null : { id: schoolId, name: names.schools.get(schoolId) ?? null },
    changes: read.changes,
    details: read.details,
  };
}

function nameOf({ subject, schoolId }: ReadEntry, names: AuditNames): string | null {
  switch (subject.kind) {
    case 'school':
    case 'self-report':
      return (schoolId === null ? undefined : names.schools.get(schoolId)) ?? null;
    case 'person':
      return names.people.get(subject.id) ?? null;
    case 'round':
      return names.rounds.get(subject.id) ?? null;
    default:
      return null;
  }
}

function changeOf(value: unknown): AuditEntryView['changes'] {
  const { cell, before, after } = objectOf(value);
  return typeof cell === 'string' ? [{ cell, before: textOf(before), after: textOf(after) }] : [];
}

function parsed(content: string): unknown {
  try {
    const value: unknown = JSON.parse(content);
    return value;
  } catch {
    return null;
  }
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
