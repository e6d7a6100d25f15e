import type { DataSet } from '@junheng/evaluation-core';
import type { CountyProvenance } from '../county-reports/county-reports.types.ts';

/** The approved reports of a round, frozen (数据集). */
export interface FrozenDataSet {
  readonly id: string;
  readonly roundId: string;
  readonly countyId: string;
  readonly version: number;
  /** `dataSetHash` of the content. */
  readonly hash: string;
  /** Schools whose report was approved. */
  readonly schoolCount: number;
  /** Schools of the round whose report was not. */
  readonly missingSchools: readonly { readonly schoolId: string; readonly name: string }[];
  /** Cells of the county report that were approved. */
  readonly countyCells: number;
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
}

export interface NewDataSet extends DataSetContent {
  readonly roundId: string;
  readonly countyId: string;
  readonly hash: string;
  readonly missingSchools: FrozenDataSet['missingSchools'];
}
