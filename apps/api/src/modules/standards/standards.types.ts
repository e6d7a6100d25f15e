import type { ChecklistItem } from '@junheng/api-contract';
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
  /** What was typed where it is a small checklist of inspectors; null: a standard. */
  readonly checklist: readonly ChecklistItem[] | null;
  /** Whose it is; null for a shipped one. */
  readonly bureau: {
    readonly regionId: string;
    readonly regionName: string;
    readonly regionPath: string;
    readonly name: readonly [zhCN: string, en: string];
    readonly baseId: string;
    readonly publishedBy: string;
  } | null;
}

/** A published edition with its rules. */
export interface EditionInForce {
  readonly id: string;
  readonly hash: string;
  readonly edition: Edition;
  /** A small checklist of inspectors, by which nobody reports and nothing is evaluated. */
  readonly isChecklist: boolean;
  /** Path of the region whose bureau published it; null for a shipped one. */
  readonly regionPath: string | null;
}
