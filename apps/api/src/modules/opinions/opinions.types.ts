import type {
  FeedbackContent,
  ObjectionAnswer,
  ObjectionPoint,
  OpinionContent,
  opinionDocuments,
  opinionEvents,
  opinionStatuses,
} from '@junheng/api-contract';
import type { Edition } from '@junheng/evaluation-core';
import type { InspectedCounty, InspectionRecord } from '../inspections/inspections.types.ts';

export type OpinionStatus = Exclude<(typeof opinionStatuses)[number], 'none'>;
export type OpinionDocument = (typeof opinionDocuments)[number];
export type OpinionEventKind = (typeof opinionEvents)[number];

/** The working state of an opinion (督导意见). Days are `YYYY-MM-DD`. */
export interface OpinionRecord {
  readonly id: string;
  readonly inspectionId: string;
  readonly countyId: string;
  readonly status: OpinionStatus;
  readonly revision: number;
  readonly content: OpinionContent;
  readonly objectionsUntil: string | null;
  readonly objectionsEndAt: Date | null;
  readonly objection: readonly ObjectionPoint[];
  readonly answers: readonly ObjectionAnswer[];
  readonly feedback: FeedbackContent | null;
}

/** A signed text with its receipt (签收), if it was confirmed. */
export interface DocumentRecord {
  readonly id: string;
  readonly kind: OpinionDocument;
  readonly body: string;
  readonly hash: string;
  readonly signedAt: Date;
  readonly signedByName: string;
  readonly receivedAt: Date | null;
  readonly receivedByName: string | null;
}

export interface OpinionEventRecord {
  readonly kind: OpinionEventKind;
  readonly document: OpinionDocument | null;
  readonly at: Date;
  readonly byName: string;
}

export interface CountySchool {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Who the caller is to an opinion. Of the county is whoever administers it. */
export interface OpinionCaller {
  readonly onTeam: boolean;
  readonly leads: boolean;
  readonly ofCounty: boolean;
}

/** A county of a project that the caller may read, with the zone whose days count. */
export interface OpinionPlace {
  readonly inspection: InspectionRecord;
  readonly county: InspectedCounty;
  readonly settled: boolean;
  readonly visitedSchoolIds: readonly string[];
  readonly caller: OpinionCaller;
}

/** The columns of an opinion that one write replaces. */
export type OpinionChange = Partial<
  Pick<
    OpinionRecord,
    'status' | 'content' | 'objectionsUntil' | 'objectionsEndAt' | 'objection' | 'answers' | 'feedback'
  >
>;

export interface OpinionInFull {
  readonly place: OpinionPlace;
  /** Null: nobody has begun. */
  readonly opinion: OpinionRecord | null;
  readonly documents: readonly DocumentRecord[];
  readonly events: readonly OpinionEventRecord[];
  readonly schools: readonly CountySchool[];
  readonly edition: Edition;
  readonly references: readonly { readonly id: string; readonly kind: 'indicator' | 'requirement' }[];
  readonly now: Date;
}
