import type { CountyPart, CountyPartStatus, CountyReport, EvidenceMediaType } from '@junheng/api-contract';
import type { CellKey, Cells } from '@junheng/evaluation-core';
import type { RoundRecord } from '../rounds/rounds.types.ts';

export type EntrySource = CountyReport['entrySources'][string];
/** A cell, what is said of a topic, or a reason: see `countyEntryKeySchema`. */
export type EntryKey = string;
export type Entries = Readonly<Record<EntryKey, string>>;
/** `items:<section>`, `indicator:<id>` or `requirement:<id>`. */
export type Topic = string;
export type Unit = NonNullable<CountyPart['unit']>;

export interface EntryState {
  readonly revision: number;
  readonly source: EntrySource;
}

/** What one section answers for, as stored; unit null: the bureau itself. */
export interface PartRecord {
  readonly id: string;
  readonly unit: Unit | null;
  readonly status: CountyPartStatus;
  /** Its own, where it was given more time. */
  readonly deadline: string | null;
  readonly submittedAt: string | null;
  readonly submittedBy: string | null;
  readonly submittedByName: string | null;
  readonly approvedAt: string | null;
  readonly approvedByName: string | null;
}

/** The county report (县级填报) of a round with all that deciding about it needs. */
export interface CountyReportRecord {
  readonly id: string;
  readonly round: RoundRecord;
  readonly countyId: string;
  /** Path of the county's region. */
  readonly countyPath: string;
  readonly revision: number;
  readonly entries: Entries;
  readonly entryStates: Readonly<Record<EntryKey, EntryState>>;
  readonly lastYear: Cells | null;
  readonly parts: readonly PartRecord[];
  /** The section each topic was given to. */
  readonly assigned: Readonly<Record<Topic, string>>;
  /** The revision in which evidence of a topic was last added or taken out. */
  readonly evidenceRevisions: Readonly<Record<Topic, number>>;
}

/** One file at an indicator or a requirement (佐证材料). */
export interface CountyEvidenceRecord {
  readonly id: string;
  readonly topic: Topic;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: EvidenceMediaType;
  readonly sha256: string;
  readonly addedAt: Date;
  readonly addedBy: string;
  readonly reusedFromYear: number | null;
  readonly removedAt: Date | null;
  readonly removedBy: string | null;
}

export interface CountyReturnReason {
  readonly id: string;
  readonly partId: string;
  /** Something entered, or the evidence at a topic: see `evidenceAnchor`. */
  readonly entry: EntryKey | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  readonly settled: boolean;
}

export type CountyEventKind = CountyReport['timeline'][number]['kind'];

export interface CountyReportEvent {
  readonly kind: CountyEventKind;
  readonly unitName: string | null;
  readonly partId: string | null;
  readonly at: Date;
  readonly by: string;
  readonly note: string | null;
}

export interface NewCountyReport {
  readonly roundId: string;
  readonly countyId: string;
  readonly entries: Entries;
  readonly lastYear: Cells | null;
  readonly assigned: Readonly<Record<Topic, string>>;
  /** Year that prefilled entries come from. */
  readonly prefilledFrom: number | null;
}

/** Which state of the report an evaluation's county cells are, and who answers for them. Who typed each follows from the revision. */
export interface CountyProvenance {
  readonly countyReportId: string;
  readonly revision: number;
  readonly parts: readonly {
    readonly unitName: string | null;
    readonly cells: readonly CellKey[];
    readonly submittedBy: string | null;
    readonly submittedAt: string | null;
    readonly approvedBy: string | null;
    readonly approvedAt: string | null;
  }[];
}

export interface ApprovedCountyReport {
  readonly cells: Cells;
  readonly provenance: CountyProvenance;
}
