import type { visitPeriods } from '@junheng/api-contract';

export type VisitPeriod = (typeof visitPeriods)[number];

/** Days are `YYYY-MM-DD`. */
export interface RuleOfCounty {
  readonly countyId: string;
  readonly county: string;
  readonly path: string;
  readonly timeZone: string;
  /** Null: the usual rule. */
  readonly period: VisitPeriod | null;
  readonly visits: number | null;
  readonly since: string | null;
}

export interface Rule {
  readonly period: VisitPeriod;
  readonly visits: number;
  readonly since: string;
}

export interface AreaRecord {
  readonly areaId: string;
  readonly name: string;
  readonly countyId: string;
  readonly inspectors: readonly { readonly personId: string; readonly name: string }[];
}

export interface AreaSchoolRecord {
  readonly areaId: string;
  readonly schoolId: string;
  readonly code: string;
  readonly name: string;
  /** First day in the area. */
  readonly startsOn: string;
  /** Days of visits within the last thirteen months, each as often as it was visited. */
  readonly visitDays: readonly string[];
  readonly lastVisitedOn: string | null;
  readonly findings: number;
}

export interface VisitFinding {
  readonly fact: string;
  readonly demand: string;
  readonly dueOn: string | null;
}

export interface RegularVisitRecord {
  readonly id: string;
  readonly visitedOn: string;
  readonly by: string;
  readonly topic: string;
  readonly note: string;
  readonly findings: readonly VisitFinding[];
  readonly recordedAt: Date;
}
