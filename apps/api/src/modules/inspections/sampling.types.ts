import type { locales, schoolTypes } from '@junheng/api-contract';

export type SchoolType = (typeof schoolTypes)[number];
export type Locale = (typeof locales)[number];

/** A school that may be drawn, as the register has it when the list is frozen. */
export interface ListedSchool {
  readonly code: string;
  readonly name: string;
  readonly countyCode: string;
  readonly type: SchoolType;
  readonly locale: Locale;
}

/** How many schools of a county are drawn; with fewer in the list, all of them. */
export interface ListedCounty {
  readonly code: string;
  readonly name: string;
  readonly size: number;
}

/** What is frozen and published before the draw. */
export interface SampleList {
  readonly inspectionId: string;
  readonly draw: number;
  readonly commitment: string;
  /** The instant at which the heads of the audit chains count, ISO 8601 in UTC. */
  readonly headsAt: string;
  readonly counties: readonly ListedCounty[];
  readonly schools: readonly ListedSchool[];
}

/** Where the audit chain of a county ended at the stated instant. */
export interface CountyHead {
  readonly countyCode: string;
  readonly position: number;
  readonly hash: string;
}

/** The schools of one type and locale in a county, in the order in which they are drawn. */
export interface DrawnStratum {
  readonly type: SchoolType;
  readonly locale: Locale;
  readonly size: number;
  readonly ranked: readonly { readonly school: ListedSchool; readonly rank: string }[];
}

export interface DrawnCounty {
  readonly code: string;
  readonly name: string;
  /** The place on the line at which counting begins, 0 or more and less than the number of schools. */
  readonly start: number;
  readonly size: number;
  readonly schools: number;
  readonly strata: readonly DrawnStratum[];
}
