import type { locales, ownerships, regionLevels, schoolTypes } from '@junheng/api-contract';

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

export interface SchoolVersion {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly change: SchoolChange;
  readonly name: string;
  readonly type: SchoolType;
}
