import type { groupingKinds, memberParts } from '@junheng/api-contract';

export type GroupingKind = (typeof groupingKinds)[number];
export type MemberPart = (typeof memberParts)[number];

/** An area (片区、学区、督学责任区) or a school group (教育集团、联盟、捆绑). Dates are `YYYY-MM-DD`, last days inclusive. */
export interface GroupingRecord {
  readonly id: string;
  readonly regionId: string;
  readonly kind: GroupingKind;
  readonly name: string;
  readonly leaderName: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly schoolIds: readonly string[];
}

export interface MemberRecord {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly part: MemberPart;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

export type WantedMember = Pick<MemberRecord, 'schoolId' | 'part'>;
