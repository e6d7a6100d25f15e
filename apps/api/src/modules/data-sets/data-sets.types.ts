import type { DataSetView } from '@junheng/api-contract';
import type { DataSet } from '@junheng/evaluation-core';
import type { CountyProvenance } from '../county-reports/county-reports.types.ts';

/** The approved reports of a round, frozen (数据集). */
export interface FrozenDataSet {
  readonly id: string;
  readonly roundId: string;
  readonly countyId: string;
  readonly kind: DataSetView['kind'];
  readonly version: number;
  /** `dataSetHash` of the content. */
  readonly hash: string;
  /** Schools whose report was approved. */
  readonly schoolCount: number;
  /** Schools of the round whose report was not. */
  readonly missingSchools: readonly { readonly schoolId: string; readonly name: string }[];
  /** Cells of the county report that were approved. */
  readonly countyCells: number;
  /** Of a correction, or the inspection of verified values; null where it was frozen for an evaluation. */
  readonly reason: string | null;
  readonly frozenAt: Date;
  readonly frozenBy: string;
}

/** Which state of which report a school's values are, and who answers for it. Who typed each cell follows from the revision. */
export interface SchoolProvenance {
  readonly selfReportId: string;
  readonly revision: number;
  readonly submittedBy: string | null;
  readonly submittedAt: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
}

export type Provenance = Readonly<Record<string, SchoolProvenance>>;

export interface DataSetContent {
  readonly content: DataSet;
  readonly provenance: Provenance;
  /** Of the county's cells; null where nothing of the county report was approved, and in the part that is one school's. */
  readonly countyProvenance: CountyProvenance | null;
  /** What an inspection found other than reported; null in approved data. */
  readonly changes: readonly VerifiedChange[] | null;
}

/** A value that an inspection found on site. */
export interface VerifiedValue {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly cell: string;
  readonly value: string;
  readonly visitId: string;
  readonly inspectors: readonly string[];
  /** Why it differs, or why the leader decided so. */
  readonly reason: string | null;
  readonly at: string;
}

/** A cell of a verified data set that is not as reported. */
export interface VerifiedChange extends Omit<VerifiedValue, 'value'> {
  readonly before: string | null;
  readonly after: string;
}

export interface DataSetOfEdition extends FrozenDataSet {
  readonly year: number;
}

export interface NewDataSet extends Omit<DataSetContent, 'changes'> {
  readonly roundId: string;
  readonly countyId: string;
  readonly hash: string;
  readonly missingSchools: FrozenDataSet['missingSchools'];
  readonly reason: string | null;
  /** Of verified data: what they were derived from, and how they differ. */
  readonly verified?: { readonly baseId: string; readonly changes: readonly VerifiedChange[] };
}

/** A school whose approved values are no longer those of a data set. */
export interface ChangedSchool {
  readonly dataSetId: string;
  readonly selfReportId: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly change: 'corrected' | 'reopened' | 'approved';
  readonly by: string | null;
  readonly at: Date | null;
  readonly reason: string | null;
  /** How many there are of the same data set. */
  readonly count: number;
}

/** What of the approved data differs from what a data set froze. */
export interface ChangedSince {
  readonly newestVersion: number;
  readonly schoolCount: number;
  /** The last changes, newest first. */
  readonly schools: readonly ChangedSchool[];
  readonly county: boolean;
}
