import { z } from 'zod';
import { locales, schoolTypes } from './organisations.ts';
import { visitStatuses } from './visits.ts';

/** How far two inspectors' points may lie apart: so many points, or so many per cent of a point's maximum. */
export const limitKinds = ['points', 'share'] as const;
/** Until somebody sets another one. */
export const usualDifferenceLimit = { kind: 'share', value: '20' } as const;
/**
 * What the scores of one point come to: nobody scored it; one inspector did; all say the same; they lie within the limit of each
 * other; they do not; the leader has decided.
 */
export const pointStates = ['missing', 'single', 'agreed', 'within', 'differs', 'resolved'] as const;
/** What was found of one reported value: as reported; another one; inspectors found different ones; decided by the leader. */
export const verifiedStates = ['unverified', 'confirmed', 'changed', 'differs', 'resolved'] as const;
/** What keeps a consolidation from being completed. */
export const openPoints = ['visit-unsigned', 'score-differs', 'value-differs'] as const;
/** Why a completed consolidation is no longer what its parts say. */
export const consolidationFaults = ['visits', 'data'] as const;

const decimal = z.string().regex(/^\d{1,4}(\.\d{1,2})?$/);
const actSchema = z.object({ at: z.iso.datetime(), by: z.string() });

export const differenceLimitSchema = z.object({ kind: z.enum(limitKinds), value: decimal });
export type DifferenceLimit = z.infer<typeof differenceLimitSchema>;

/** `score:<point>` or `verified:<cell>` as in a visit, without a person; `visit:left-out` for a school that could not be visited. */
export const resolutionEntrySchema = z.string().regex(/^((score|verified):[A-Za-z0-9./-]{1,200}|visit:left-out)$/);

const resolutionSchema = actSchema.extend({ id: z.int(), value: z.string().nullable(), reason: z.string() });
export type ResolutionView = z.infer<typeof resolutionSchema>;

export const consolidatedPointSchema = z.object({
  /** As in `score:<person>/<point>`. */
  point: z.string(),
  requirementId: z.string(),
  pointId: z.string().nullable(),
  maximum: z.string().nullable(),
  scores: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string(),
      value: z.string(),
      note: z.string().nullable(),
      deductions: z.array(z.object({ id: z.string(), times: z.string() })),
    }),
  ),
  /** Greatest less least, in points; null where there are no points, or fewer than two inspectors. */
  spread: z.string().nullable(),
  state: z.enum(pointStates),
  /** The mean, rounded half up to hundredths, what all said, or what the leader decided; null while it is open. */
  final: z.string().nullable(),
  resolution: resolutionSchema.nullable(),
});
export type ConsolidatedPoint = z.infer<typeof consolidatedPointSchema>;

export const consolidatedCellSchema = z.object({
  cell: z.string(),
  itemId: z.string(),
  stage: z.string().nullable(),
  unit: z.string().nullable(),
  /** Counted on site by a checklist: nothing is reported of it. */
  counted: z.boolean(),
  reported: z.string().nullable(),
  /** What each inspector found last, also where several found the same. */
  values: z.array(z.object({ personId: z.string(), name: z.string(), value: z.string(), at: z.iso.datetime() })),
  state: z.enum(verifiedStates),
  /** Null where nothing could be verified, or while it is open: then the reported value stands. */
  final: z.string().nullable(),
  /** Why it differs or could not be verified, as the team wrote it. */
  reason: z.string().nullable(),
  resolution: resolutionSchema.nullable(),
});
export type ConsolidatedCell = z.infer<typeof consolidatedCellSchema>;

export const consolidatedSchoolSchema = z.object({
  school: z.object({
    schoolId: z.uuid(),
    code: z.string(),
    name: z.string(),
    countyCode: z.string(),
    type: z.enum(schoolTypes),
    locale: z.enum(locales),
  }),
  status: z.enum(visitStatuses),
  signed: actSchema.nullable(),
  /** Why the school does not count, where it could not be visited. */
  leftOut: resolutionSchema.nullable(),
  /** Nothing of a visit that is not signed: inspectors score independently. */
  points: z.array(consolidatedPointSchema),
  cells: z.array(consolidatedCellSchema),
  vetoes: z.array(z.object({ requirementId: z.string(), facts: z.string() })),
  open: z.array(z.object({ at: z.string(), code: z.enum(openPoints) })),
});
export type ConsolidatedSchool = z.infer<typeof consolidatedSchoolSchema>;

const namedDataSetSchema = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  version: z.int(),
  hash: z.string(),
  year: z.int(),
  frozenAt: z.iso.datetime(),
});

/** What the completed consolidation made of the data of one county. */
const consolidatedCountySchema = z.object({
  countyId: z.uuid(),
  name: z.string(),
  base: namedDataSetSchema.omit({ year: true }),
  verified: namedDataSetSchema.omit({ year: true }),
  changes: z.array(
    z.object({
      schoolId: z.string(),
      schoolName: z.string(),
      cell: z.string(),
      before: z.string().nullable(),
      after: z.string(),
      inspectors: z.array(z.string()),
      reason: z.string().nullable(),
    }),
  ),
  /** Verified values whose school the data set does not have. */
  absent: z.array(z.object({ schoolName: z.string(), cell: z.string() })),
  /** The evaluation of the reported data and that of the verified ones; null before it was asked for. */
  runs: actSchema.extend({ reportedId: z.uuid(), verifiedId: z.uuid() }).nullable(),
});
export type ConsolidatedCounty = z.infer<typeof consolidatedCountySchema>;

/** GET /inspections/:inspectionId/consolidation */
export const consolidationSchema = z
  .object({
    inspectionId: z.uuid(),
    inspectionName: z.string(),
    editionId: z.string(),
    editionTexts: z.record(z.string(), z.tuple([z.string(), z.string()])),
    limit: differenceLimitSchema.extend({ set: actSchema.extend({ reason: z.string() }).nullable() }),
    schools: z.array(consolidatedSchoolSchema),
    counties: z.array(
      z.object({
        countyId: z.uuid(),
        name: z.string(),
        /** Approved data by the project's edition that verified values may be put into; newest first, ten at most. */
        dataSets: z.array(namedDataSetSchema),
      }),
    ),
    /** What the page shows, as a hash: deciding and completing name it, so that nobody does so over what they have not seen. */
    basis: z.string(),
    completed: actSchema
      .extend({
        number: z.int(),
        hash: z.string(),
        outdated: z.array(z.enum(consolidationFaults)),
        counties: z.array(consolidatedCountySchema),
      })
      .nullable(),
    may: z.object({ decide: z.boolean(), complete: z.boolean() }),
  })
  .meta({ id: 'Consolidation' });
export type Consolidation = z.infer<typeof consolidationSchema>;

/** PUT /inspections/:inspectionId/consolidation/limit */
export const setDifferenceLimitRequestSchema = z
  .object({ limit: differenceLimitSchema, reason: z.string().trim().min(4).max(500) })
  .meta({ id: 'SetDifferenceLimitRequest' });
export type SetDifferenceLimitRequest = z.infer<typeof setDifferenceLimitRequestSchema>;

/** PUT /inspections/:inspectionId/consolidation/resolutions: what counts from now on, and why. */
export const resolveDifferenceRequestSchema = z
  .object({
    schoolId: z.uuid(),
    entry: resolutionEntrySchema,
    value: z.string().max(4000).nullable(),
    reason: z.string().trim().min(4).max(500),
    /** The decision on it that the caller has seen; null = none. */
    seen: z.int().nullable(),
    /** Of the page on which the caller has seen the opinions. */
    basis: z.string(),
  })
  .meta({ id: 'ResolveDifferenceRequest' });
export type ResolveDifferenceRequest = z.infer<typeof resolveDifferenceRequestSchema>;

/** POST /inspections/:inspectionId/consolidation/completion */
export const completeConsolidationRequestSchema = z
  .object({
    basis: z.string(),
    /** Into which approved data of each county the verified values go; a county without one gets no verified data. */
    dataSets: z
      .array(z.object({ countyId: z.uuid(), dataSetId: z.uuid() }))
      .max(300)
      .refine((sets) => new Set(sets.map(({ countyId }) => countyId)).size === sets.length),
  })
  .meta({ id: 'CompleteConsolidationRequest' });
export type CompleteConsolidationRequest = z.infer<typeof completeConsolidationRequestSchema>;

/** POST /inspections/:inspectionId/consolidation/evaluations: the reported and the verified data of one county. */
export const evaluateVerifiedRequestSchema = z.object({ countyId: z.uuid() }).meta({ id: 'EvaluateVerifiedRequest' });
