import type { locales, ownerships, regionLevels, schoolTypes } from '@junheng/api-contract';
import type { GroupingKind, MemberPart } from './groupings.types.ts';

export type RegionLevel = (typeof regionLevels)[number];
export type SchoolType = (typeof schoolTypes)[number];
export type SchoolChange = 'opened' | 'renamed' | 'merged' | 'split' | 'type-changed' | 'corrected' | 'closed';

export interface RegionRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: RegionLevel;
  readonly parentId: string | null;
  readonly path: string;
  readonly timeZone: string;
}

/** What the register says of a school now. Dates are `YYYY-MM-DD`. */
export interface SchoolEntry {
  readonly id: string;
  readonly countyId: string;
  readonly code: string;
  readonly name: string;
  /** Of the name's pinyin, for finding. */
  readonly initials: string;
  readonly regionId: string;
  readonly townName: string | null;
  readonly type: SchoolType;
  readonly ownership: (typeof ownerships)[number];
  readonly locale: (typeof locales)[number];
  readonly boarding: boolean;
  readonly foundedYear: number | null;
  /** Yes/no facts the special rules need, by item id: `yes` or `no`; an absent one is not known. */
  readonly flags: Readonly<Record<string, string>>;
  readonly parentSchoolId: string | null;
  readonly countedAsSchool: boolean;
  readonly openedOn: string;
  readonly closedOn: string | null;
}

export type NamedSchool = { readonly id: string; readonly name: string };

/** What the register said from a day to a day. */
export interface SchoolVersion {
  readonly version: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly change: SchoolChange;
  readonly note: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly name: string;
  readonly type: SchoolType;
  readonly ownership: SchoolEntry['ownership'];
  readonly locale: SchoolEntry['locale'];
  readonly boarding: boolean;
  readonly foundedYear: number | null;
  readonly flags: Readonly<Record<string, string>>;
  readonly regionName: string;
  readonly parentSchoolName: string | null;
  readonly countedAsSchool: boolean;
  readonly predecessors: readonly NamedSchool[];
}

export interface SchoolRelations {
  readonly campuses: readonly (NamedSchool & { readonly closedOn: string | null })[];
  readonly successors: readonly (NamedSchool & { readonly from: string })[];
  readonly groupings: readonly (NamedSchool & {
    readonly kind: GroupingKind;
    readonly part: MemberPart;
    readonly startsOn: string;
    readonly endsOn: string | null;
  })[];
}
