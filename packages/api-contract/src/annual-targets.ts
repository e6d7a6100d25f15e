import { z } from 'zod';
import { measuredNumberSchema, problemPlaceSchema } from './rectifications.ts';

/** 已达到, 推进中, 未达到 (its day has passed), 无法判断 (no approved data decide it). Mirrors evaluation-core's TargetState. */
export const annualTargetStates = ['reached', 'under-way', 'missed', 'unknown'] as const;
export const targetComparators = ['at-least', 'at-most'] as const;

const year = z.coerce.number().int().min(2000).max(2100);
/** In the unit of the number itself. */
const value = z.string().regex(/^\d{1,9}(\.\d{1,6})?$/);

/** Mirrors evaluation-core's TargetPlace. */
export const targetPlaceSchema = z.discriminatedUnion('kind', [
  ...problemPlaceSchema.options,
  z.object({
    kind: z.literal('schools-reaching'),
    stage: z.string().max(100),
    indicatorId: z.string().max(100),
    as: z.enum(['count', 'share']),
  }),
]);

/** One line of a year's list of targets (目标任务清单): what the number is today is never typed. */
export const annualTargetSchema = z
  .object({
    id: z.uuid(),
    county: z.object({ id: z.uuid(), name: z.string() }),
    year: z.int(),
    editionId: z.string(),
    place: targetPlaceSchema,
    /** Of a target for one school. */
    school: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    /** Id of the unit of the numbers; null where they have none. */
    unit: z.string().nullable(),
    comparator: z.enum(targetComparators),
    value: z.string(),
    dueOn: z.iso.date(),
    /** 文号 of the list, if it has one. */
    document: z.string().nullable(),
    state: z.enum(annualTargetStates),
    /** When the target was set, by the approved data of that year. */
    baseline: measuredNumberSchema.nullable(),
    baselineYear: z.int().nullable(),
    /** By the newest approved data of the target's year or before that were evaluated. */
    now: measuredNumberSchema.nullable(),
    evaluation: z.object({ id: z.uuid(), roundId: z.uuid(), year: z.int() }).nullable(),
    added: z.object({ at: z.iso.datetime(), by: z.string() }),
    withdrawn: z.object({ at: z.iso.datetime(), by: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: 'AnnualTarget' });
export type AnnualTarget = z.infer<typeof annualTargetSchema>;

export const annualTargetsQuerySchema = z.object({ countyId: z.uuid(), year: year.optional() });
/** GET /annual-targets: of one county, the newest year first, those due first before the others; withdrawn ones last. */
export const annualTargetsSchema = z.object({ targets: z.array(annualTargetSchema) }).meta({ id: 'AnnualTargets' });
export type AnnualTargets = z.infer<typeof annualTargetsSchema>;

export const targetPlacesQuerySchema = z.object({ countyId: z.uuid(), schoolId: z.uuid().optional() });
/** GET /annual-target-places: numbers of the county, or of one of its schools, that a target may be set for, as the newest evaluations have them. */
export const targetPlacesSchema = z
  .object({
    places: z.array(
      z.object({
        editionId: z.string(),
        place: targetPlaceSchema,
        unit: z.string().nullable(),
        now: measuredNumberSchema,
        year: z.int(),
      }),
    ),
  })
  .meta({ id: 'AnnualTargetPlaces' });
export type TargetPlaces = z.infer<typeof targetPlacesSchema>;

/** POST /annual-targets */
export const setAnnualTargetRequestSchema = z
  .object({
    countyId: z.uuid(),
    year: z.int().min(2000).max(2100),
    editionId: z.string().max(100),
    place: targetPlaceSchema,
    value,
    dueOn: z.iso.date(),
    document: z.string().trim().min(2).max(100).nullable(),
  })
  // No half schools, and no more than all of them.
  .refine(
    ({ place, value: wanted }) =>
      place.kind !== 'schools-reaching' || (place.as === 'count' ? !wanted.includes('.') : Number(wanted) <= 100),
    { path: ['value'] },
  )
  .meta({ id: 'SetAnnualTargetRequest' });
export type SetAnnualTargetRequest = z.infer<typeof setAnnualTargetRequestSchema>;

/** POST /annual-targets/:annualTargetId/withdrawal */
export const withdrawAnnualTargetRequestSchema = z
  .object({ reason: z.string().trim().min(2).max(500) })
  .meta({ id: 'WithdrawAnnualTargetRequest' });
