import { z } from 'zod';
import { cellKeySchema } from './self-reports.ts';

/** POST /self-reports/:id/return: at least one reason, each at a cell or about the whole. */
export const returnSelfReportRequestSchema = z
  .object({
    revision: z.int().min(0),
    reasons: z
      .array(z.object({ cell: cellKeySchema.nullable(), reason: z.string().trim().min(2).max(1000) }))
      .min(1)
      .max(200),
    /**
     * The day the corrections are due. Only looked at where it is later than the school's deadline; without it a school has
     * at least seven days, so that a report returned late can be corrected at all.
     */
    correctBy: z.iso.date().optional(),
  })
  .meta({ id: 'ReturnSelfReportRequest' });

/** POST /self-reports/:id/review: a reviewer begins; from now on the school cannot withdraw the report any more. */
export const beginReviewRequestSchema = z.object({ revision: z.int().min(0) }).meta({ id: 'BeginReviewRequest' });

/** POST /self-reports/:id/approve */
export const approveSelfReportRequestSchema = z
  .object({ revision: z.int().min(0), note: z.string().max(500).optional() })
  .meta({ id: 'ApproveSelfReportRequest' });

/**
 * POST /rounds/:roundId/approvals: many at once. A report that changed since it was listed, or has soft findings nobody
 * confirmed, is not approved and says why; the others are.
 */
export const approveManyRequestSchema = z
  .object({
    reports: z
      .array(z.object({ selfReportId: z.uuid(), revision: z.int().min(0) }))
      .min(1)
      .max(2000),
    /** The person has seen that some carry warnings with reasons and approves them all the same. */
    warningsConfirmed: z.boolean(),
  })
  .meta({ id: 'ApproveManyRequest' });
export const approvedManySchema = z
  .object({
    approved: z.array(z.uuid()),
    refused: z.array(z.object({ selfReportId: z.uuid(), code: z.string() })),
  })
  .meta({ id: 'ApprovedMany' });
