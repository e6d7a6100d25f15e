import type { DataSet } from '@junheng/evaluation-core';

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
}

export interface NewDataSet extends DataSetContent {
  readonly roundId: string;
  readonly countyId: string;
  readonly hash: string;
  readonly missingSchools: FrozenDataSet['missingSchools'];
}
