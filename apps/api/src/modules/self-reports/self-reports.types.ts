import type { ReviewLevel, School, SelfReport, SelfReportStatus, ReturnReason } from '@junheng/api-contract';
import type { CellKey, Cells, PeerBand, PeerStatistics, ReportRisk } from '@junheng/evaluation-core';
import type { RoundRecord } from '../rounds/rounds.types.ts';
import type { ReportCounters } from './report-checks.rules.ts';
import type { ReportRights } from './self-report-status.rules.ts';

export type CellSource = SelfReport['cellSources'][string];

/** What is known of the last change of a cell. */
export interface CellState {
  readonly revision: number;
  readonly source: CellSource;
  /** Of a prefilled cell. */
  readonly from?: 'register' | 'last-year' | 'statistics';
}

/** What lists show of a report without computing anything: written with every save. */
export interface ReportTotals extends ReportCounters {
  readonly openReturns: number;
  /** Of what was submitted: a later save drops it, for it is about other values. */
  readonly risk?: ReportRisk;
}

/** The way of a report so far: everything a move may change. */
export interface ReportProgress {
  readonly status: SelfReportStatus;
  /** It came back and was not approved since. */
  readonly underReturn: boolean;
  /** A reviewer has begun since it was submitted. */
  readonly reviewBegunAt: Date | null;
  readonly handedOverAt: Date | null;
  readonly handedOverBy: string | null;
  readonly submittedAt: Date | null;
  readonly submittedBy: string | null;
  readonly submittedRevision: number | null;
  /** SHA-256 of the canonical values, hex. */
  readonly submittedHash: string | null;
  readonly submittedByOnePerson: boolean;
  readonly approvedAt: Date | null;
  readonly approvedBy: string | null;
  /** With which level a submitted report lies; null: the first. */
  readonly reviewLevel: ReviewLevel | null;
  /** The first of two people who must approve at that level. */
  readonly firstApprovalBy: string | null;
}

/** One self-report with all that deciding about it needs. */
export interface ReportRecord {
  readonly id: string;
  readonly round: RoundRecord;
  readonly school: School;
  readonly countyId: string;
  readonly revision: number;
  readonly cells: Cells;
  readonly cellStates: Readonly<Record<CellKey, CellState>>;
  readonly lastYear: Cells | null;
  /** What schools of its type reported last year; null where too few did. */
  readonly peers: PeerStatistics | null;
  /** The same by cell; read only with a report that is to be shown. */
  readonly peerBands: Readonly<Record<CellKey, PeerBand>> | null;
  readonly checkReasons: Readonly<Record<string, string>>;
  readonly totals: ReportTotals;
  /** Only the assigned person and the principal may change an assigned section. */
  readonly sectionsHeld: boolean;
  readonly progress: ReportProgress;
  /** The school's own deadline where it was extended, else the round's. */
  readonly deadline: string;
  /** What the grants of the person asking allow at this school. */
  readonly rights: ReportRights;
}

/** As much of a report as deciding about a save asks for. `rights`: of whoever saves. */
export interface ReportInSaving extends Pick<
  ReportRecord,
  'id' | 'countyId' | 'revision' | 'cells' | 'lastYear' | 'peers' | 'checkReasons' | 'sectionsHeld' | 'deadline'
> {
  readonly school: Pick<School, 'id'>;
  readonly round: Pick<RoundRecord, 'editionId' | 'opensOn' | 'timeZone' | 'closed'>;
  readonly progress: Pick<ReportProgress, 'status' | 'underReturn'>;
  /** At least of the cells that are to be saved. */
  readonly cellStates: Readonly<Record<CellKey, Pick<CellState, 'revision'>>>;
  readonly rights: Pick<ReportRights, 'fill'>;
}

export interface StoredReturnReason {
  readonly id: string;
  readonly cell: CellKey | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  readonly level: ReviewLevel;
  readonly state: ReturnReason['state'];
  readonly answer: string | null;
  readonly valueAtReturn: string | null;
}

export type ReportEventKind = SelfReport['timeline'][number]['kind'];

export interface ReportEvent {
  readonly kind: ReportEventKind;
  readonly at: Date;
  readonly by: string;
  readonly byPersonId: string | null;
  readonly note: string | null;
  readonly revision: number;
  readonly level: ReviewLevel | null;
}

/** An event to be written with a move. */
export interface NewReportEvent {
  readonly kind: ReportEventKind;
  readonly note: string | null;
  readonly level?: ReviewLevel;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface CellHistoryEntry {
  readonly cell: CellKey;
  readonly revision: number;
  readonly before: string | null;
  readonly after: string | null;
  readonly source: CellSource;
  readonly sourceDetail: Record<string, unknown> | null;
  readonly by: string;
  readonly at: Date;
}

/** Who submitted and who approved a report, last. */
export interface Signatures {
  readonly submittedBy: string | null;
  readonly submittedAt: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
}

export interface ReportToFreeze {
  readonly schoolId: string;
  /** null: not approved. */
  readonly cells: Cells | null;
  readonly provenance: Signatures & { readonly selfReportId: string; readonly revision: number };
}

/** The last change of a cell up to some revision. */
export interface EnteredCell {
  readonly selfReportId: string;
  readonly cell: CellKey;
  readonly by: string;
  readonly at: Date;
  readonly source: CellSource;
  readonly sourceDetail: Record<string, unknown> | null;
}
