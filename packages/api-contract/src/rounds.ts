import { z } from 'zod';
import { locales, ownerships, schoolTypes } from './organisations.ts';

export const roundKinds = [
  'self-evaluation',
  'city-review',
  'province-evaluation',
  'annual-monitoring',
  're-check',
  'special',
] as const;
export const selfReportStatuses = [
  'not-started',
  'filling',
  'handed-over',
  'submitted',
  'returned',
  'approved',
] as const;
export type SelfReportStatus = (typeof selfReportStatuses)[number];

/** Levels of review (县级审核 -> 市级复核 -> 省级评估), from below upwards. */
export const reviewLevels = ['county', 'city', 'province'] as const;
export type ReviewLevel = (typeof reviewLevels)[number];
/** Each at most once and in order; the first is where a school submits to. */
export const reviewLevelsSchema = z
  .array(z.enum(reviewLevels))
  .min(1)
  .refine(
    (levels) =>
      levels.every(
        (level, index) => index === 0 || reviewLevels.indexOf(level) > reviewLevels.indexOf(levels[index - 1] ?? level),
      ),
    { message: 'levels go upwards' },
  );
/** Where a level above the first returns to. */
export const returnTargets = ['school', 'level-below'] as const;

export const roundSchema = z
  .object({
    id: z.uuid(),
    regionId: z.uuid(),
    regionName: z.string(),
    kind: z.enum(roundKinds),
    year: z.int(),
    editionId: z.string(),
    opensOn: z.iso.date(),
    /** The day the reports are due; it ends at 23:59:59 in the region's zone. */
    deadline: z.iso.date(),
    /** That instant. */
    closesAt: z.iso.datetime(),
    state: z.enum(['planned', 'open', 'closed']),
    /** May the same person fill in and submit? */
    onePersonMaySubmit: z.boolean(),
    reviewLevels: z.array(z.enum(reviewLevels)),
    returnsTo: z.enum(returnTargets),
    /** Two different people of a level must approve each report (双人复核). */
    twoPersonReview: z.boolean(),
    schoolCount: z.int(),
    /** Open schools of the county that were left out when the round was opened for chosen ones, and have not joined since. */
    leftOut: z.int(),
    counts: z.record(z.enum(selfReportStatuses), z.int()),
  })
  .meta({ id: 'Round' });
export type Round = z.infer<typeof roundSchema>;
/** GET /rounds/:roundId/left-out-schools: those that `leftOut` counts, by town and name. */
export const leftOutSchoolsSchema = z
  .object({
    schools: z.array(z.object({ id: z.uuid(), name: z.string(), type: z.string(), townName: z.string().nullable() })),
  })
  .meta({ id: 'LeftOutSchools' });
export type LeftOutSchools = z.infer<typeof leftOutSchoolsSchema>;

/** GET /rounds: newest first, within scope. */
export const roundsSchema = z.object({ rounds: z.array(roundSchema) }).meta({ id: 'Rounds' });

/** POST /rounds */
export const openRoundRequestSchema = z
  .object({
    regionId: z.uuid(),
    kind: z.enum(roundKinds),
    year: z.int().min(2000).max(2100),
    editionId: z.string().max(100),
    opensOn: z.iso.date(),
    deadline: z.iso.date(),
    onePersonMaySubmit: z.boolean(),
    /** The county alone where it is left out. */
    reviewLevels: reviewLevelsSchema.optional(),
    /** The school where it is left out. */
    returnsTo: z.enum(returnTargets).optional(),
    twoPersonReview: z.boolean().optional(),
    /** Only these of the county's open schools; every one whose type the edition asks where it is left out. */
    schoolIds: z.array(z.uuid()).min(1).max(5000).optional(),
    /** Sent to all schools of the round as it opens (通知). */
    announcement: z.string().trim().min(2).max(1000).optional(),
  })
  .meta({ id: 'OpenRoundRequest' });

/** PUT /rounds/:roundId/extensions/:schoolId: one school's own deadline, with the reason (audited). */
export const extendDeadlineRequestSchema = z
  .object({ deadline: z.iso.date(), reason: z.string().min(2).max(500) })
  .meta({ id: 'ExtendDeadlineRequest' });

/** A message key and what fills its text. */
const riskFactsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
/** evaluation-core's RiskReason: why a report should be read before others. */
export const riskReasonSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.enum(['check', 'outlier']),
      points: z.int(),
      cell: z.string().nullable(),
      messageKey: z.string(),
      facts: riskFactsSchema,
      explained: z.boolean(),
    }),
    z.object({
      kind: z.literal('jump'),
      points: z.int(),
      cell: z.string(),
      before: z.string(),
      now: z.string(),
      percent: z.string().nullable(),
    }),
    z.object({
      kind: z.literal('limit'),
      points: z.int(),
      indicatorId: z.string(),
      stage: z.string(),
      value: z.string(),
      threshold: z.string(),
      met: z.boolean(),
    }),
  ])
  .meta({ id: 'RiskReason' });
export type RiskReason = z.infer<typeof riskReasonSchema>;
export const reportRiskSchema = z
  .object({
    /** 0 to 100; the higher, the earlier it should be read. It decides nothing. */
    score: z.int(),
    counts: z.object({ check: z.int(), jump: z.int(), outlier: z.int(), limit: z.int() }),
    /** The heaviest few. */
    reasons: z.array(riskReasonSchema),
  })
  .meta({ id: 'ReportRisk' });
export type ReportRisk = z.infer<typeof reportRiskSchema>;

/** POST /rounds/:roundId/schools: a school registered after the round was opened joins it, with a report of its own. */
export const joinRoundRequestSchema = z.object({ schoolId: z.uuid() }).meta({ id: 'JoinRoundRequest' });
export type JoinRoundRequest = z.infer<typeof joinRoundRequestSchema>;

/** GET /rounds/:roundId/self-reports: one row a school, only the columns the list shows. */
export const roundSelfReportSchema = z
  .object({
    selfReportId: z.uuid(),
    schoolId: z.uuid(),
    schoolCode: z.string(),
    schoolName: z.string(),
    townName: z.string().nullable(),
    type: z.enum(schoolTypes),
    ownership: z.enum(ownerships),
    locale: z.enum(locales),
    status: z.enum(selfReportStatuses),
    /** With which level a submitted or approved report lies. */
    reviewLevel: z.enum(reviewLevels).nullable(),
    /** One of two people approved; the other is waited for. */
    firstApproved: z.boolean(),
    revision: z.int(),
    /** Cells filled, of those required of this school. */
    filled: z.int(),
    required: z.int(),
    hardFindings: z.int(),
    softFindings: z.int(),
    softWithoutReason: z.int(),
    openReturns: z.int(),
    /** Computed when it was submitted; null while it does not lie with the bureau. */
    risk: reportRiskSchema.nullable(),
    deadline: z.iso.date(),
    late: z.boolean(),
    submittedAt: z.iso.datetime().nullable(),
    updatedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'RoundSelfReport' });
export type RoundSelfReport = z.infer<typeof roundSelfReportSchema>;
export const roundSelfReportsSchema = z
  .object({ round: roundSchema, selfReports: z.array(roundSelfReportSchema) })
  .meta({ id: 'RoundSelfReports' });
