import { z } from 'zod';
import { dataSetSchema } from './data-sets.ts';

export const outcomes = ['met', 'unmet', 'undetermined', 'not-applicable'] as const;
const outcome = z.enum(outcomes);

/** POST /rounds/:roundId/evaluations: freezes what is approved (a new version only if something changed) and evaluates it. */
export const runEvaluationRequestSchema = z
  .object({
    split: z.enum(['weighted', 'reported-by-stage']).optional(),
    /** The day the validity of special rules is tested at; today in the region's zone by default. */
    evaluationDate: z.iso.date().optional(),
    /** Evaluate an earlier frozen version again. */
    dataSetId: z.uuid().optional(),
    /** Any published edition; the round's own by default. What it asks and the data do not hold is missing, never 0. */
    editionId: z.string().max(100).optional(),
  })
  .meta({ id: 'RunEvaluationRequest' });

/** That schools may see their own part of a run, since when and by whose decision. */
export const evaluationReleaseSchema = z
  .object({
    /** They see the verdict on the county as well. */
    countyVerdict: z.boolean(),
    releasedAt: z.iso.datetime(),
    releasedBy: z.string(),
  })
  .meta({ id: 'EvaluationRelease' });
export type EvaluationRelease = z.infer<typeof evaluationReleaseSchema>;

/** What of the approved data is no longer what a run was computed from. */
export const outdatedSchema = z
  .object({
    /** The newest frozen version; that of the run where nothing was frozen since. */
    newestVersion: z.int(),
    schoolCount: z.int(),
    /** The last changes, newest first; no more than twenty. */
    schools: z.array(
      z.object({
        selfReportId: z.uuid(),
        schoolId: z.uuid(),
        schoolName: z.string(),
        /** Corrected by the bureau; returned after approval; approved (again). */
        change: z.enum(['corrected', 'reopened', 'approved']),
        by: z.string().nullable(),
        at: z.iso.datetime().nullable(),
        reason: z.string().nullable(),
      }),
    ),
    /** The approved part of the county report differs. */
    county: z.boolean(),
  })
  .meta({ id: 'OutdatedBy' });
export type OutdatedBy = z.infer<typeof outdatedSchema>;

export const evaluationSummarySchema = z
  .object({
    id: z.uuid(),
    roundId: z.uuid(),
    editionId: z.string(),
    editionHash: z.string(),
    rulesVersion: z.string(),
    dataSet: dataSetSchema,
    resultHash: z.string(),
    resourceAllocation: outcome,
    county: outcome,
    stages: z.array(
      z.object({
        stage: z.string(),
        outcome,
        schoolStages: z.int(),
        schoolStagesMet: z.int(),
        cvsMet: z.int(),
        cvs: z.int(),
      }),
    ),
    ranAt: z.iso.datetime(),
    ranBy: z.string(),
    /** Null unless the schools may see their own part of this run now. */
    release: evaluationReleaseSchema.nullable(),
    /** Null while the data it was computed from are the approved ones. */
    outdated: outdatedSchema.nullable(),
  })
  .meta({ id: 'EvaluationSummary' });
export type EvaluationSummary = z.infer<typeof evaluationSummarySchema>;
/** GET /rounds/:roundId/evaluations, newest first. */
export const evaluationSummariesSchema = z
  .object({ evaluations: z.array(evaluationSummarySchema) })
  .meta({ id: 'EvaluationSummaries' });

/** GET /evaluations/:id. `result` is evaluation-core's CountyEvaluation, byte for byte what was hashed. */
export const evaluationSchema = evaluationSummarySchema
  .extend({
    result: z.unknown(),
    schools: z.array(z.object({ schoolId: z.uuid(), townName: z.string().nullable(), type: z.string() })),
    /** Files (佐证材料) that prove the special rules in use. */
    ruleEvidence: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        selfReportId: z.uuid(),
        schoolId: z.uuid(),
        ruleId: z.string(),
      }),
    ),
  })
  .meta({ id: 'Evaluation' });

/** GET /evaluations/:id/comparison */
export const comparisonQuerySchema = z.object({ before: z.uuid() });
/**
 * What changed from `before` to `after`. `comparison` is evaluation-core's EvaluationComparison; of the indicators only those whose
 * outcome changed, `unlistedIndicators` counts the others.
 */
export const evaluationComparisonSchema = z
  .object({
    before: evaluationSummarySchema,
    after: evaluationSummarySchema,
    comparison: z.unknown(),
    unlistedIndicators: z.int(),
    /** Schools of either run. */
    schools: z.array(z.object({ schoolId: z.string(), name: z.string() })),
    /** false = rules of one run are no longer in force, so no cells are named as causes. */
    causesKnown: z.boolean(),
  })
  .meta({ id: 'EvaluationComparison' });

/** One cell that would flip the verdict on the resource allocation (资源配置) if it alone were another number. */
export const nearFlipSchema = z
  .object({
    schoolId: z.string(),
    schoolName: z.string(),
    cell: z.string(),
    value: z.string(),
    to: z.string(),
    /** Signed, in the item's unit. */
    change: z.string(),
    /** |change| / value; null where the value is zero. */
    relativeChange: z.number().nullable(),
    outcome,
  })
  .meta({ id: 'NearFlip' });
/** GET /evaluations/:id/nearness: the nearest first, at most twenty. */
export const nearnessSchema = z
  .object({
    outcome,
    /** Cells that were tried. */
    tried: z.int(),
    /** Cells that can flip it within the numbers that may be typed. */
    flipping: z.int(),
    flips: z.array(nearFlipSchema),
    /** While it is undetermined: cells without which it is not decided. */
    missing: z.int(),
  })
  .meta({ id: 'Nearness' });

/** One reported cell behind a number: who entered it, where it came from, who approved it. */
export const cellProvenanceSchema = z
  .object({
    /** Empty: a cell of the county report. */
    schoolId: z.union([z.uuid(), z.literal('')]),
    cell: z.string(),
    value: z.string().nullable(),
    enteredBy: z.string().nullable(),
    enteredAt: z.iso.datetime().nullable(),
    source: z.string().nullable(),
    sourceDetail: z.record(z.string(), z.unknown()).nullable(),
    submittedBy: z.string().nullable(),
    submittedAt: z.iso.datetime().nullable(),
    approvedBy: z.string().nullable(),
    approvedAt: z.iso.datetime().nullable(),
    /** The report it stands in; null for a school without one. */
    selfReportId: z.uuid().nullable(),
    /** Files (佐证材料) that prove the indicator, the special rule or the cell itself. */
    evidence: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'CellProvenance' });

/** GET /evaluations/:id/explanation?path=… : evaluation-core's ExplanationNode with the people behind each of its cells. */
export const explanationSchema = z
  .object({ path: z.string(), node: z.unknown(), cells: z.array(cellProvenanceSchema) })
  .meta({ id: 'Explanation' });
