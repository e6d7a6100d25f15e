import type {
  drawStatuses,
  inspectionKinds,
  inspectionStatuses,
  ProjectTeam,
  schoolSelections,
  teamParts,
} from '@junheng/api-contract';
import type { CountyHead, ListedSchool, SchoolType } from './sampling.types.ts';

export type InspectionKind = (typeof inspectionKinds)[number];
export type InspectionStatus = (typeof inspectionStatuses)[number];
export type DrawStatus = (typeof drawStatuses)[number];
export type SchoolSelection = (typeof schoolSelections)[number];
export type TeamPart = (typeof teamParts)[number];

export interface InspectedCounty {
  readonly countyId: string;
  readonly code: string;
  readonly name: string;
  readonly path: string;
  readonly sampleSize: number | null;
  readonly sizeReason: string | null;
}

export interface TeamMemberRecord {
  readonly personId: string;
  readonly name: string;
  readonly part: TeamPart;
}

/** A project (督导项目) without its draws. Dates are `YYYY-MM-DD`. */
export interface InspectionRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: InspectionKind;
  readonly editionId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly selection: SchoolSelection;
  readonly schoolTypes: readonly SchoolType[];
  readonly verifiedItems: readonly string[];
  readonly judgedRequirements: readonly string[];
  readonly createdAt: Date;
  readonly createdByName: string;
  readonly confirmedAt: Date | null;
  readonly confirmedByName: string | null;
  readonly counties: readonly InspectedCounty[];
  readonly team: readonly TeamMemberRecord[];
  /** Several teams with their own people and counties; empty: one for all. */
  readonly teams: readonly ProjectTeam[];
  readonly chosenSchoolIds: readonly string[];
  /** Of the newest draw; null without any. */
  readonly drawStatus: DrawStatus | null;
  readonly draws: number;
  readonly visitCount: number;
}

export type NewInspection = Pick<
  InspectionRecord,
  | 'name'
  | 'kind'
  | 'editionId'
  | 'startsOn'
  | 'endsOn'
  | 'selection'
  | 'schoolTypes'
  | 'verifiedItems'
  | 'judgedRequirements'
  | 'chosenSchoolIds'
  | 'teams'
> & {
  readonly editionHash: string;
  readonly counties: readonly Pick<InspectedCounty, 'countyId' | 'sampleSize' | 'sizeReason'>[];
  readonly team: readonly Pick<TeamMemberRecord, 'personId' | 'part'>[];
};

/** A school of the register that may be visited. */
export type EligibleSchool = ListedSchool & { readonly schoolId: string; readonly countyId: string };

export type VisitRecord = ListedSchool & { readonly schoolId: string; readonly drawId: string | null };

/** One draw, filled step by step. `value` is null while it is secret. */
export interface DrawRecord {
  readonly id: string;
  readonly inspectionId: string;
  readonly number: number;
  readonly reason: string | null;
  readonly commitment: string;
  readonly sealedValue: string;
  readonly committedAt: Date;
  readonly committedByName: string;
  readonly list: string | null;
  readonly listHash: string | null;
  readonly headsAt: Date | null;
  readonly frozenAt: Date | null;
  readonly frozenByName: string | null;
  readonly value: string | null;
  readonly heads: readonly CountyHead[] | null;
  readonly seed: string | null;
  readonly drawnAt: Date | null;
  readonly drawnByName: string | null;
  readonly abandonedAt: Date | null;
}

export interface TeamCandidateRecord {
  readonly personId: string;
  readonly name: string;
  readonly places: readonly string[];
}

export interface InspectionInFull {
  readonly inspection: InspectionRecord;
  /** Newest first. */
  readonly draws: readonly DrawRecord[];
  readonly visits: readonly VisitRecord[];
  readonly steers: boolean;
}
