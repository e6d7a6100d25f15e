import type { evidenceDecisions, VisitChecklist } from '@junheng/api-contract';
import type { Cells } from '@junheng/evaluation-core';
import type { InspectionRecord, VisitRecord } from '../inspections.types.ts';

export type VisitEntryKey = string;
export type EvidenceDecision = (typeof evidenceDecisions)[number];
export type CheckedCell = VisitChecklist['cells'][number];
export type JudgedPoint = VisitChecklist['points'][number];

/** What stands in one entry. A cleared one is not among them. */
export interface VisitEntry {
  readonly entry: VisitEntryKey;
  readonly value: string;
  readonly revision: number;
  /** Whose own it is (scores); null for what the team shares. */
  readonly personId: string | null;
  /** By the tablet's clock, which was so many seconds ahead of the server's. */
  readonly typedAt: Date;
  readonly clockAheadSeconds: number;
  readonly at: Date;
  readonly by: string;
}

/** The stored part of a visit. */
export interface VisitRow {
  readonly id: string;
  readonly schoolId: string;
  readonly revision: number;
  readonly savedAt: Date | null;
  readonly signedAt: Date | null;
  readonly signedByName: string | null;
  readonly signedRevision: number | null;
  readonly signedHash: string | null;
  /** How often it was reopened after it was signed. */
  readonly reopenings: number;
  /** What the school had handed in when it was signed. */
  readonly reported: ReportedCells | null;
}

export interface ReportedCells {
  readonly year: number;
  readonly status: string;
  readonly cells: Cells;
}

export interface PhotoRecord {
  readonly id: string;
  readonly visitId: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly sha256: string;
  readonly about: VisitEntryKey | null;
  readonly takenAt: Date;
  readonly clockAheadSeconds: number;
  readonly addedAt: Date;
  readonly addedBy: string;
  readonly removedAt: Date | null;
}

/** The last value that one inspector found of a cell, also where a colleague had found the same. Cleared, it is found by nobody. */
export interface FoundValue {
  readonly visitId: string;
  readonly entry: VisitEntryKey;
  readonly personId: string | null;
  readonly name: string;
  readonly value: string;
  readonly at: Date;
}

export interface VisitEventRecord {
  readonly kind: 'signed' | 'reopened';
  readonly reason: string | null;
  readonly at: Date;
  readonly by: string;
}

/** One school of a project with what was recorded at it so far. */
export interface VisitState {
  readonly inspection: InspectionRecord;
  readonly school: VisitRecord;
  /** Null before the first save. */
  readonly row: VisitRow | null;
  readonly entries: readonly VisitEntry[];
  readonly found: readonly FoundValue[];
  /** Without those that were taken out. */
  readonly photos: readonly PhotoRecord[];
  readonly reported: ReportedCells | null;
  readonly checklist: VisitChecklist;
}

export interface VisitEntryChange {
  readonly entry: VisitEntryKey;
  readonly before: string | null;
  /** As before where an inspector found what a colleague had found: what stands there stays, and the finder is kept beside it. */
  readonly after: string | null;
  readonly personId: string | null;
  readonly typedAt: Date;
}
