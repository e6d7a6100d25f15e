import { z } from 'zod';
import {
  measuredNumberSchema,
  measureEffectSchema,
  problemPlaceSchema,
  rectificationKinds,
  rectificationStatuses,
} from './rectifications.ts';

/** Mirrors evaluation-core's CoverageState. */
export const coverageStateNames = ['reached', 'tolerated', 'short', 'no-effect', 'no-measure', 'open'] as const;
export type CoverageStateName = (typeof coverageStateNames)[number];

const number = measuredNumberSchema.nullable();

export const coverageQuerySchema = z.object({ countyId: z.uuid(), editionId: z.string().max(100) });
/**
 * GET /rectification-coverage: what the county's approved data would say with all measures done, problem by problem. Problems that no
 * data speak of are covered by having a measure.
 */
export const rectificationCoverageSchema = z
  .object({
    editionId: z.string(),
    evaluation: z.object({ id: z.uuid(), roundId: z.uuid(), ranAt: z.iso.datetime() }).nullable(),
    problems: z.array(
      z.object({
        place: problemPlaceSchema,
        schoolName: z.string().nullable(),
        /** Of the ledger; null for what only may fail or is tolerated, and has no row. */
        row: z.object({ id: z.uuid(), number: z.int(), status: z.enum(rectificationStatuses) }).nullable(),
        state: z.enum(coverageStateNames),
        before: number,
        after: number,
      }),
    ),
    /** Rows that somebody worded and no number speaks of. */
    worded: z.array(z.object({ id: z.uuid(), number: z.int(), title: z.string(), measures: z.int() })),
    /** What would fail only because of the measures. */
    arising: z.array(z.object({ place: problemPlaceSchema, schoolName: z.string().nullable(), after: number })),
    /** Effects that cannot be computed. */
    refused: z.array(
      z.object({ measureId: z.uuid(), description: z.string(), effect: measureEffectSchema, problem: z.string() }),
    ),
  })
  .meta({ id: 'RectificationCoverage' });
export type RectificationCoverage = z.infer<typeof rectificationCoverageSchema>;

const counts = z.object({
  /** Ever raised. */
  raised: z.int(),
  open: z.int(),
  toVerify: z.int(),
  closed: z.int(),
  excepted: z.int(),
  overdue: z.int(),
  /** Rows that were closed and opened again at least once. */
  reopened: z.int(),
  unassigned: z.int(),
});
export type RectificationCounts = z.infer<typeof counts>;

/** Responsible: a unit's or a school's id, or nobody. */
export const NO_UNIT = 'none';
export const rectificationSummaryQuerySchema = z.object({
  regionId: z.uuid().optional(),
  kind: z.enum(rectificationKinds).optional(),
  unitId: z.union([z.uuid(), z.literal(NO_UNIT)]).optional(),
});
export type RectificationSummaryFilter = z.infer<typeof rectificationSummaryQuerySchema>;
/** GET /rectification-summary: of what the caller may see and the query asks for, the same rows in every part of it. */
export const rectificationSummarySchema = z
  .object({
    total: counts,
    counties: z.array(z.object({ id: z.uuid(), code: z.string(), name: z.string(), counts })),
    kinds: z.array(z.object({ kind: z.enum(rectificationKinds), counts })),
    /** Those with most to do first; `moreUnits`: there are others with less. */
    units: z.array(z.object({ id: z.uuid().nullable(), name: z.string().nullable(), county: z.string(), counts })),
    moreUnits: z.boolean(),
    /**
     * Month by month (`YYYY-MM`), oldest first, at most twelve and none before the first row: what happened in it, by the ledger's events;
     * the rows that were neither closed nor excepted at its end (of the current month: now), and those of them that were overdue then.
     */
    trend: z.array(
      z.object({
        month: z.string(),
        raised: z.int(),
        closed: z.int(),
        reopened: z.int(),
        standing: z.int(),
        overdue: z.int(),
      }),
    ),
  })
  .meta({ id: 'RectificationSummary' });
export type RectificationSummary = z.infer<typeof rectificationSummarySchema>;

export const rectificationWorkbookQuerySchema = z.object({
  countyId: z.uuid().optional(),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
});
