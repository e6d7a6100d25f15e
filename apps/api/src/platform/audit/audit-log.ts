import { Injectable } from '@nestjs/common';
import type { Actor } from '../database/actor.ts';
import type { Transaction } from '../database/transaction.ts';

/** The chain of what belongs to no county: sign-ins, people of several counties, the installation itself. */
export const INSTALLATION_CHAIN = '00000000-0000-0000-0000-000000000000';

export interface AuditEntry {
  /** The county whose chain it joins (a region's opaque id), null for the installation's own. */
  readonly countyId: string | null;
  /** `<noun>.<past participle>`, e.g. `self-report.submitted`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** What changed, small and JSON-safe. Never passwords or tokens. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * Appends to the tamper-evident log inside the transaction of the write it describes: both are there, or neither.
 * Linking into the chain is the sealer's work, so that saves of one county do not queue behind each other.
 */
@Injectable()
export class AuditLog {
  async append(tx: Transaction, entry: AuditEntry): Promise<void> {
    await tx.execute('INSERT INTO audit_entries (chain_id, content) VALUES ($1, $2)', [
      entry.countyId ?? INSTALLATION_CHAIN,
      auditContent(tx.actor, tx.at, entry),
    ]);
  }

  /** Several entries of one transaction in one statement, each with its own actor, in this order. */
  async appendAll(
    tx: Transaction,
    entries: readonly { readonly actor: Actor; readonly entry: AuditEntry }[],
  ): Promise<void> {
    if (entries.length === 0) return;
    const rows = entries.map(({ actor, entry }) => auditRow(actor, tx.at, entry));
    await tx.execute(
      appendingSql(
        'SELECT g.chain_id, g.content FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS g (chain_id, content, n) ORDER BY g.n',
      ),
      [rows.map(({ chainId }) => chainId), rows.map(({ content }) => content)],
    );
  }
}

/**
 * For a statement that writes and tells of it at once: part of its WITH, appending the rows that `source` gives as (chain_id, content),
 * in its order. What they hold is `auditRow`.
 */
export function appendingSql(source: string): string {
  return `INSERT INTO audit_entries (chain_id, content) ${source}`;
}

export function auditRow(
  actor: Actor,
  at: Date,
  entry: AuditEntry,
): { readonly chainId: string; readonly content: string } {
  return { chainId: entry.countyId ?? INSTALLATION_CHAIN, content: auditContent(actor, at, entry) };
}

/** The text that is hashed: written once, never parsed again to be verified, so key order is whatever is written here. */
export function auditContent(actor: Actor, at: Date, entry: AuditEntry): string {
  return JSON.stringify({
    at: at.toISOString(),
    actor: describeActor(actor),
    action: entry.action,
    subject: { kind: entry.subject.kind, id: entry.subject.id },
    details: entry.details ?? {},
  });
}

function describeActor(actor: Actor): Readonly<Record<string, string>> {
  switch (actor.kind) {
    case 'person':
      return {
        kind: actor.kind,
        id: actor.personId,
        name: actor.name,
        session: actor.sessionId,
        address: actor.address,
      };
    case 'anonymous':
      return { kind: actor.kind, address: actor.address };
    case 'system':
      return { kind: actor.kind, process: actor.process };
    default: {
      const exhaustive: never = actor;
      return exhaustive;
    }
  }
}
