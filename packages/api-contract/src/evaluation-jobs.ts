import { z } from 'zod';
import { outcomes } from './evaluations.ts';
import { regionLevels } from './organisations.ts';
import { roundKinds } from './rounds.ts';

export const evaluationJobStates = ['waiting', 'running', 'done', 'cancelled', 'failed'] as const;
export type EvaluationJobState = (typeof evaluationJobStates)[number];

/** What each county is evaluated on: what is approved now, frozen first, or the newest version frozen before. */
export const evaluationJobData = ['approved', 'frozen'] as const;

/** POST /regions/:regionId/evaluation-jobs: the rounds of one kind and year of all counties under the region, one run for each. */
export const runEvaluationJobRequestSchema = z
  .object({
    kind: z.enum(roundKinds),
    year: z.int().min(2000).max(2100),
    /** Any published edition; each round's own by default. */
    editionId: z.string().max(100).optional(),
    /** With `frozen`, a county without a frozen version has what is approved frozen. */
    data: z.enum(evaluationJobData).default('approved'),
  })
  .meta({ id: 'RunEvaluationJobRequest' });

/** The evaluation of many counties at once; it goes on when nobody looks, and after a restart of the server. */
export const evaluationJobSchema = z
  .object({
    id: z.uuid(),
    region: z.object({ id: z.uuid(), name: z.string(), level: z.enum(regionLevels) }),
    kind: z.enum(roundKinds),
    year: z.int(),
    /** Null = each round's own. */
    editionId: z.string().nullable(),
    data: z.enum(evaluationJobData),
    state: z.enum(evaluationJobStates),
    /** Rounds to evaluate, those with a stored run, and those refused. */
    counties: z.int(),
    done: z.int(),
    refused: z.int(),
    askedAt: z.iso.datetime(),
    askedBy: z.string(),
    startedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
    /** Code of the refusal by which the whole job failed. */
    failure: z.string().nullable(),
  })
  .meta({ id: 'EvaluationJob' });
export type EvaluationJob = z.infer<typeof evaluationJobSchema>;

/** GET /regions/:regionId/evaluation-jobs, newest first, at most twenty. */
export const evaluationJobsSchema = z.object({ jobs: z.array(evaluationJobSchema) }).meta({ id: 'EvaluationJobs' });

export const evaluationJobPartSchema = z
  .object({
    roundId: z.uuid(),
    countyId: z.uuid(),
    countyName: z.string(),
    state: z.enum(['waiting', 'done', 'refused']),
    /** Code of the refusal. */
    refusal: z.string().nullable(),
    evaluationId: z.uuid().nullable(),
    resourceAllocation: z.enum(outcomes).nullable(),
    resultHash: z.string().nullable(),
  })
  .meta({ id: 'EvaluationJobPart' });
export type EvaluationJobPart = z.infer<typeof evaluationJobPartSchema>;

/** GET /evaluation-jobs/:id, counties by code. */
export const evaluationJobDetailsSchema = evaluationJobSchema
  .extend({ parts: z.array(evaluationJobPartSchema) })
  .meta({ id: 'EvaluationJobDetails' });
export type EvaluationJobDetails = z.infer<typeof evaluationJobDetailsSchema>;
