import type {
  ConsolidatedPoint,
  ConsolidatedSchool,
  consolidationFaults,
  DifferenceLimit,
  ResolutionView,
} from '@junheng/api-contract';
import type { DataSetOfEdition, VerifiedChange, VerifiedValue } from '../../data-sets/data-sets.types.ts';
import type { InspectionRecord } from '../inspections.types.ts';
import type { VisitState } from '../visits/visits.types.ts';

export type ConsolidationFault = (typeof consolidationFaults)[number];
export type Deductions = ConsolidatedPoint['scores'][number]['deductions'];

/** What one inspector says of one point or cell. */
export interface Opinion {
  readonly personId: string;
  readonly name: string;
  readonly value: string;
}

/** What the leader decided of one entry of one school; the newest one. */
export interface ResolutionRecord extends Omit<ResolutionView, 'at'> {
  readonly schoolId: string;
  readonly entry: string;
  /** Hash of the opinions it is about: where they are others now, it does not count. */
  readonly about: string;
  readonly at: Date;
}

export interface LimitRecord extends DifferenceLimit {
  readonly reason: string;
  readonly at: Date;
  readonly by: string;
}

/** What is consolidated: everything recorded, and everything decided about it. */
export interface ToConsolidate {
  readonly visits: readonly VisitState[];
  readonly resolutions: readonly ResolutionRecord[];
  readonly limit: DifferenceLimit;
}

export type OpenPoint = ConsolidatedSchool['open'][number] & { readonly schoolId: string };

export interface ConsolidationRecord {
  readonly id: string;
  readonly number: number;
  readonly basis: string;
  readonly hash: string;
  readonly at: Date;
  readonly by: string;
}

/** The data set that a consolidation made for one county, with the one it was derived from. Instants are texts. */
export interface ConsolidatedCountyRecord {
  readonly countyId: string;
  readonly name: string;
  readonly base: NamedDataSet;
  readonly verified: NamedDataSet;
  readonly changes: readonly VerifiedChange[];
  readonly absent: readonly Pick<VerifiedValue, 'schoolName' | 'cell'>[];
  readonly runs: {
    readonly reportedId: string;
    readonly verifiedId: string;
    readonly at: string;
    readonly by: string;
  } | null;
  /** Of the round's approved data. */
  readonly newestVersion: number;
}

export interface NamedDataSet {
  readonly id: string;
  readonly roundId: string;
  readonly version: number;
  readonly hash: string;
  readonly frozenAt: string;
}

/** A project with everything recorded at its schools, compared. */
export interface Compared {
  readonly inspection: InspectionRecord;
  readonly sources: ToConsolidate;
  readonly limit: LimitRecord | null;
  readonly schools: readonly ConsolidatedSchool[];
  readonly basis: string;
}

/** The counties of a project that a caller reads, with their schools. */
export interface VisiblePart extends Compared {
  /** All of its counties. */
  readonly whole: boolean;
  /** Those that went to no other county. */
  readonly teams: InspectionRecord['teams'];
}

export interface ConsolidationInFull extends Compared {
  readonly bases: readonly DataSetOfEdition[];
  readonly completed: CompletedConsolidation | null;
  readonly leads: boolean;
}

export interface CompletedConsolidation extends ConsolidationRecord {
  readonly outdated: readonly ConsolidationFault[];
  readonly counties: readonly ConsolidatedCountyRecord[];
}
