import type { AuditQuery } from '@junheng/api-contract';

/** A chain that somebody may see: of a county, or of the installation (no name). */
export interface VisibleChain {
  readonly id: string;
  readonly name: string | null;
  readonly timeZone: string;
}

export type AuditFilter = Omit<AuditQuery, 'countyId' | 'before' | 'limit'>;

/** Where a page begins: entries older than this one. */
export interface AuditPlace {
  readonly at: string;
  readonly id: number;
}

/** An entry as it was sealed. */
export interface SealedEntry {
  readonly id: number;
  readonly chainId: string;
  readonly sequence: number;
  readonly hash: string;
  readonly content: string;
}

/** What the ids in entries are called today. */
export interface AuditNames {
  readonly schools: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly rounds: ReadonlyMap<string, string>;
}

export interface SignedHead {
  readonly chainId: string;
  readonly sequence: number;
  readonly hash: string;
  readonly signedAt: Date | null;
  readonly signature: string | null;
}
