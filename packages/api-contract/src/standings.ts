import { z } from 'zod';
import { outcomes } from './evaluations.ts';
import { groupingKinds } from './groupings.ts';
import { regionLevels } from './organisations.ts';
import { roundKinds } from './rounds.ts';

const outcome = z.enum(outcomes);

/**
 * GET /regions/:regionId/standings: rounds of one kind only, so that a trend compares like with like. What is warned of: a coefficient
 * that at its latest pace would be over its limit within `yearsAhead` years, or that is within `margin` (a share) of its limit.
 */
export const standingsQuerySchema = z.object({
  kind: z.enum(roundKinds).default('self-evaluation'),
  yearsAhead: z.coerce.number().int().min(1).max(10).default(3),
  /** 0 = nearness alone is no reason. */
  margin: z.coerce.number().min(0).max(0.5).default(0),
});
export type WarningThresholds = Pick<z.infer<typeof standingsQuerySchema>, 'yearsAhead' | 'margin'>;

/**
 * How a county stands in one year: the run that schools see (公布), else the newest run on the newest data set, by the
 * edition of the round.
 */
export const standingOfYearSchema = z
  .object({
    year: z.int(),
    roundId: z.uuid(),
    evaluationId: z.uuid(),
    editionId: z.string(),
    ranAt: z.iso.datetime(),
    dataSetVersion: z.int(),
    /** Schools whose report was not approved: their data count as missing. */
    missingSchools: z.int(),
    released: z.boolean(),
    resourceAllocation: outcome,
    county: outcome,
    schoolStages: z.int(),
    schoolStagesMet: z.int(),
    cvs: z.int(),
    cvsMet: z.int(),
  })
  .meta({ id: 'StandingOfYear' });
export type StandingOfYear = z.infer<typeof standingOfYearSchema>;

/** One difference coefficient (差异系数) over the years; `values` and `outcomes` beside `Standings.years`, null = no run or no such number. */
export const coefficientSeriesSchema = z
  .object({
    stage: z.string(),
    indicatorId: z.string(),
    /** Of the newest year that has it; empty where the single coefficient is not judged. */
    limit: z.string(),
    values: z.array(z.number().nullable()),
    outcomes: z.array(outcome.nullable()),
  })
  .meta({ id: 'CoefficientSeries' });
export type CoefficientSeries = z.infer<typeof coefficientSeriesSchema>;

/** A coefficient that is met now and would pass its limit soon if it went on like this, or is close to it (早期预警). */
export const earlyWarningSchema = z
  .object({
    stage: z.string(),
    indicatorId: z.string(),
    limit: z.string(),
    /** The year before that it is compared with; null where none is comparable. */
    sinceYear: z.int().nullable(),
    before: z.number().nullable(),
    year: z.int(),
    now: z.number(),
    /** In how many years it would be over the limit; null where it does not move toward it, or not within the years asked for. */
    yearsLeft: z.int().nullable(),
    /** How much of the limit is left, a share. */
    marginLeft: z.number(),
  })
  .meta({ id: 'EarlyWarning' });
export type EarlyWarning = z.infer<typeof earlyWarningSchema>;

export const countyStandingSchema = z
  .object({
    regionId: z.uuid(),
    code: z.string(),
    name: z.string(),
    /** The region directly above: a city, or the province for a county under it. */
    parentId: z.uuid().nullable(),
    parentName: z.string().nullable(),
    /** Beside `Standings.years`; null = not evaluated in that year. */
    years: z.array(standingOfYearSchema.nullable()),
    coefficients: z.array(coefficientSeriesSchema),
    /** The nearest to its limit first. */
    warnings: z.array(earlyWarningSchema),
  })
  .meta({ id: 'CountyStanding' });
export type CountyStanding = z.infer<typeof countyStandingSchema>;

export const standingsSchema = z
  .object({
    region: z.object({ id: z.uuid(), name: z.string(), level: z.enum(regionLevels) }),
    kind: z.enum(roundKinds),
    /** Newest first, at most five. */
    years: z.array(z.int()),
    /** Every county in scope under the region, by code. */
    counties: z.array(countyStandingSchema),
  })
  .meta({ id: 'Standings' });
export type Standings = z.infer<typeof standingsSchema>;

/** GET /regions/:regionId/grouping-standings: of one year; without one, of the newest with an evaluation of the kind. */
export const groupingStandingsQuerySchema = z.object({
  kind: z.enum(roundKinds).default('self-evaluation'),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
});

/**
 * How the schools of one area or school group stand, by the run its county stands by and with the members of today. No standard gives
 * areas a verdict: this compares.
 */
export const groupingStandingSchema = z
  .object({
    kind: z.enum(groupingKinds),
    /** Null: the evaluated schools of the county that lie in none of this kind. */
    grouping: z.object({ id: z.uuid(), name: z.string(), leaderName: z.string().nullable() }).nullable(),
    county: z.object({ id: z.uuid(), name: z.string(), parentName: z.string().nullable() }),
    roundId: z.uuid(),
    evaluationId: z.uuid(),
    schools: z.int(),
    /** Those that are judged. */
    schoolStages: z.int(),
    met: z.int(),
    unmet: z.int(),
    /** The indicator that most of its school-stages do not meet; null where all are met. */
    weakest: z.object({ indicatorId: z.string(), unmet: z.int() }).nullable(),
  })
  .meta({ id: 'GroupingStanding' });
export type GroupingStanding = z.infer<typeof groupingStandingSchema>;

export const groupingStandingsSchema = z
  .object({
    /** Null: no county under the region was ever evaluated so. */
    year: z.int().nullable(),
    standings: z.array(groupingStandingSchema),
  })
  .meta({ id: 'GroupingStandings' });
export type GroupingStandings = z.infer<typeof groupingStandingsSchema>;
