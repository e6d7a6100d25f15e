import { z } from 'zod';
import { cellProvenanceSchema, outcomes } from './evaluations.ts';
import { roundKinds } from './rounds.ts';

const outcome = z.enum(outcomes);

/** POST /evaluations/:evaluationId/release: the schools of the round see their own results from now on, of this run instead of an earlier one. */
export const releaseEvaluationRequestSchema = z
  .object({
    /** Do they see the verdict on the county as well? */
    countyVerdict: z.boolean(),
  })
  .meta({ id: 'ReleaseEvaluationRequest' });

const listed = z.object({
  selfReportId: z.uuid(),
  schoolId: z.uuid(),
  schoolName: z.string(),
  round: z.object({ id: z.uuid(), kind: z.enum(roundKinds), year: z.int() }),
  releasedAt: z.iso.datetime(),
});

/** GET /school-results: the results that the caller's own schools may see, newest first. */
export const schoolResultsSchema = z.object({ results: z.array(listed) }).meta({ id: 'SchoolResults' });

/** GET /school-results/:selfReportId: what a released evaluation says of one school, and of no other. */
export const schoolResultSchema = listed
  .extend({
    editionId: z.string(),
    countyName: z.string(),
    releasedBy: z.string(),
    ranAt: z.iso.datetime(),
    /** The day the special rules were tested at; null where the run named none. */
    evaluationDate: z.iso.date().nullable(),
    resultHash: z.string(),
    /** The report was approved when the data were frozen; otherwise only the register is in them. */
    approved: z.boolean(),
    /** The school-stages as evaluation-core's SchoolStageEvaluation, byte for byte those of the run. */
    schoolStages: z.array(z.unknown()),
    /** Parts of the school that are not evaluated: evaluation-core's OutOfScope. */
    outOfScope: z.array(z.unknown()),
    /** The special rules that counted, or may count: evaluation-core's SpecialRuleUse. */
    specialRules: z.array(z.unknown()),
    /** A campus is counted with this school and has no result of its own. */
    mergedInto: z.string().nullable(),
    /** The campuses counted with this school: their cells are part of its numbers. */
    campuses: z.array(z.object({ schoolId: z.uuid(), name: z.string() })),
    /** Where it stands among the schools of its stage and type: a quarter or the half between, of five schools or more. */
    places: z.array(
      z.object({
        stage: z.string(),
        indicatorId: z.string(),
        place: z.enum(['upper', 'middle', 'lower']),
        schools: z.int(),
      }),
    ),
    /** Null unless the bureau released it too. */
    county: z
      .object({
        outcome,
        resourceAllocation: outcome,
        stages: z.array(z.object({ stage: z.string(), outcome })),
      })
      .nullable(),
  })
  .meta({ id: 'SchoolResult' });
export type SchoolResult = z.infer<typeof schoolResultSchema>;

/** GET /school-results/:selfReportId/explanation?path=… : why, for the nodes of this school only. */
export const schoolExplanationSchema = z
  .object({ path: z.string(), node: z.unknown(), cells: z.array(cellProvenanceSchema) })
  .meta({ id: 'SchoolExplanation' });
