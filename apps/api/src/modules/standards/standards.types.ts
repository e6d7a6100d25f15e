import type { Edition } from '@junheng/evaluation-core';

/** A published edition as stored: never changed afterwards. */
export interface PublishedEdition {
  readonly id: string;
  /** SHA-256 of the edition's canonical JSON. */
  readonly hash: string;
  readonly issuedAs: string;
  readonly publishedAt: Date;
  /** Schools fill a form for it. */
  readonly asksSchools: boolean;
}

/** A published edition with its rules. */
export interface EditionInForce {
  readonly id: string;
  readonly hash: string;
  readonly edition: Edition;
}
