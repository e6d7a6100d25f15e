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
    schoolCount: z.int(),
    counts: z.record(z.enum(selfReportStatuses), z.int()),
  })
  .meta({ id: 'Round' });
export type Round = z.infer<typeof roundSchema>;
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
  })
  .meta({ id: 'OpenRoundRequest' });

/** PUT /rounds/:roundId/extensions/:schoolId: one school's own deadline, with the reason (audited). */
export const extendDeadlineRequestSchema = z
  .object({ deadline: z.iso.date(), reason: z.string().min(2).max(500) })
  .meta({ id: 'ExtendDeadlineRequest' });

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
    revision: z.int(),
    /** Cells filled, of those required of this school. */
    filled: z.int(),
    required: z.int(),
    hardFindings: z.int(),
    softFindings: z.int(),
    softWithoutReason: z.int(),
    openReturns: z.int(),
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
