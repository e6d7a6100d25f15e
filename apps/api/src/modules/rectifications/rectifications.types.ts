import type {
  escalationLevels,
  measureKinds,
  rectificationEventKinds,
  rectificationKinds,
  rectificationSourceKinds,
  rectificationStandings,
  RectificationStatus,
} from '@junheng/api-contract';
import type { MeasureEffect, MeasuredNumber, ProblemPlace } from '@junheng/evaluation-core';

export type RectificationKind = (typeof rectificationKinds)[number];
export type RectificationStanding = (typeof rectificationStandings)[number];
export type RectificationEventKind = (typeof rectificationEventKinds)[number];
export type SourceKind = (typeof rectificationSourceKinds)[number];
export type EscalationLevel = (typeof escalationLevels)[number];
export type MeasureKind = (typeof measureKinds)[number];
export type { RectificationStatus };

/** What decides about a row, without names. Dates are `YYYY-MM-DD`. */
export interface RowState {
  readonly id: string;
  readonly countyId: string;
  readonly number: number;
  readonly editionId: string | null;
  readonly problemKey: string | null;
  readonly place: ProblemPlace | null;
  readonly schoolId: string | null;
  readonly standing: RectificationStanding;
  readonly status: RectificationStatus;
  readonly unitId: string | null;
  readonly responsibleSchoolId: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly deadline: string | null;
  readonly reportedBy: string | null;
  readonly exceptionExpiresOn: string | null;
}

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Act {
  readonly at: string;
  readonly by: string;
}

/** A row as the ledger shows it. Instants inside JSON are texts. */
export interface LedgerRow extends RowState {
  readonly county: Named;
  readonly kind: RectificationKind;
  readonly title: string | null;
  readonly measured: MeasuredNumber | null;
  readonly school: Named | null;
  readonly unit: Named | null;
  readonly responsibleSchool: Named | null;
  readonly sources: readonly { readonly kind: SourceKind; readonly document: string | null }[];
  readonly measures: readonly { readonly id: string; readonly kind: MeasureKind; readonly description: string }[];
  readonly progress: (Act & { readonly text: string }) | null;
  readonly evidence: number;
  readonly closedAt: Date | null;
  readonly closedByName: string | null;
  readonly closingNote: string | null;
  readonly exceptionReason: string | null;
  readonly exceptedAt: Date | null;
  readonly exceptedByName: string | null;
  readonly reopened: number;
  readonly raisedAt: Date;
}

export interface NewRow {
  readonly kind: RectificationKind;
  readonly editionId: string | null;
  readonly problemKey: string | null;
  readonly place: ProblemPlace | null;
  readonly schoolId: string | null;
  readonly title: string | null;
  readonly measured: MeasuredNumber | null;
  readonly standing: RectificationStanding;
  readonly status: RectificationStatus;
  readonly deadline: string | null;
}

export interface NewSource {
  readonly kind: SourceKind;
  /** The id of the finding or letter, where another module keeps it. */
  readonly reference: string | null;
  readonly document: string | null;
  readonly evaluationId: string | null;
}

/** What another module, or a person, says must be put right. */
export interface RaisedProblem {
  /** Null only where there is a place. */
  readonly title: string | null;
  readonly source: Omit<NewSource, 'evaluationId'>;
  /** As another document names the very same: its row is this one's, too, whichever comes first. */
  readonly also: Omit<NewSource, 'evaluationId'> | null;
  readonly schoolId: string | null;
  readonly place: { readonly editionId: string; readonly place: ProblemPlace } | null;
  readonly deadline: string | null;
  /** Null where no document but a person says so. */
  readonly finding: DocumentFinding | null;
}

/** What a document (督导意见书, 核查记录) says of a finding beside its words. */
export interface DocumentFinding {
  /** What the finding is about, where its words do not say it: of something else it is another problem. */
  readonly about: string | null;
  /** What the document demands or advises to be done. */
  readonly demand: string | null;
  /** What the references of all findings of the document begin with: of one document nothing is joined. */
  readonly sameDocument: readonly string[];
}

/** `raised`: a new row. `joined`: another source of a row there was. `known`: this very finding has its row already. */
export interface RaisedRow {
  readonly id: string;
  readonly outcome: 'raised' | 'joined' | 'known';
}

export interface RowEvent {
  readonly rectificationId: string;
  readonly kind: RectificationEventKind;
  readonly details: Readonly<Record<string, unknown>>;
}

export type RecordedEvent = Omit<RowEvent, 'rectificationId'> & { readonly at: Date; readonly by: string };

export interface MeasureRecord {
  readonly id: string;
  readonly kind: MeasureKind;
  readonly description: string;
  readonly money: string | null;
  readonly quantity: string | null;
  readonly effects: readonly MeasureEffect[];
  readonly rows: readonly { readonly id: string; readonly number: number; readonly problemKey: string | null }[];
  readonly addedAt: Date;
  readonly addedByName: string;
  readonly doneOn: string | null;
  readonly doneByName: string | null;
  readonly spent: string | null;
}

export interface FileRecord {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
  readonly addedAt: Date;
  readonly addedByName: string;
}

/** The newest evaluation by an edition that a county's ledger follows. */
export interface FollowedBase {
  readonly countyId: string;
  readonly editionId: string;
  readonly evaluationId: string;
  readonly roundId: string;
  readonly dataSetId: string;
  /** When the data were approved and frozen. */
  readonly frozenAt: Date;
  /** Of its round: a run over an older round changes nothing. */
  readonly year: number;
  readonly opensOn: string;
}

/** A row with everything its page shows. */
export interface RowInFull {
  readonly row: LedgerRow;
  readonly events: readonly RecordedEvent[];
  readonly files: readonly FileRecord[];
  readonly measures: readonly MeasureRecord[];
  readonly base: FollowedBase | null;
}
