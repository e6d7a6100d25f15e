import { z } from 'zod';
import { schoolTypes } from './organisations.ts';
import { reviewLevels, selfReportStatuses } from './rounds.ts';
import { sectionIdSchema } from './section-work.ts';
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

/**
 * POST /self-reports/:id/corrections: the bureau corrects approved data (更正) with a reason. What was frozen before stays; the
 * corrected values are frozen as the next version.
 */
export const correctSelfReportRequestSchema = z
  .object({
    revision: z.int().min(0),
    reason: z.string().trim().min(2).max(500),
    changes: z
      .array(
        z.object({
          cell: cellKeySchema,
          /** null clears the cell, where nothing asks for it. */
          value: z.string().max(2000).nullable(),
        }),
      )
      .min(1)
      .max(100),
  })
  .meta({ id: 'CorrectSelfReportRequest' });

/** GET /self-reports/:id/review: where a report lies with the reviewers, and what the level it lies with has to read again. */
export const reportReviewSchema = z
  .object({
    status: z.enum(selfReportStatuses),
    /** With which level it lies; an approved one with the last. Null: with the school. */
    level: z.enum(reviewLevels).nullable(),
    levels: z.array(z.enum(reviewLevels)),
    returnsTo: z.enum(['school', 'level-below']),
    /** Who approved first, where two people must. */
    firstApproval: z.object({ by: z.string(), at: z.iso.datetime(), own: z.boolean() }).nullable(),
    twoPersonReview: z.boolean(),
    /** The last decision of that level; null before its first. */
    since: z
      .object({
        decision: z.enum(['returned', 'approved']),
        at: z.iso.datetime(),
        by: z.string(),
        revision: z.int(),
      })
      .nullable(),
    /**
     * The cells that differ from what that level decided on, and those with return reasons given since. It has read all others and
     * did not object: its approval of them carries over. Empty before its first decision.
     */
    toReview: z.array(z.object({ cell: cellKeySchema, before: z.string().nullable(), changed: z.boolean() })),
    /** Return reasons that are neither worked off nor answered: nothing is approved over them. */
    openReasons: z.int(),
    /** Reasons the level above gave, which the caller may answer instead of handing them on. */
    mayReply: z.boolean(),
  })
  .meta({ id: 'ReportReview' });
export type ReportReview = z.infer<typeof reportReviewSchema>;

/** PUT /self-reports/:id/return-reasons/:reasonId/reply: a level answers what the level above asked. */
export const replyToReturnRequestSchema = z
  .object({ answer: z.string().trim().min(2).max(1000) })
  .meta({ id: 'ReplyToReturnRequest' });

/** What a reviewer is given: the schools of a town, of a type, of an area or school group (by its id), or a section of every form. */
export const reviewSubjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('town'), subject: z.string().trim().min(1).max(100) }),
  z.object({ kind: z.literal('type'), subject: z.enum(schoolTypes) }),
  z.object({ kind: z.literal('grouping'), subject: z.uuid() }),
  z.object({ kind: z.literal('section'), subject: sectionIdSchema }),
]);
/** GET /rounds/:roundId/review-assignments */
export const reviewAssignmentsSchema = z
  .object({
    assignments: z.array(
      z.object({
        id: z.uuid(),
        personId: z.uuid(),
        displayName: z.string(),
        kind: z.enum(['town', 'type', 'grouping', 'section']),
        subject: z.string(),
        /** False: their role here has ended; what they had waits for somebody else. */
        here: z.boolean(),
        own: z.boolean(),
      }),
    ),
    /** Who can be given something. */
    people: z.array(z.object({ personId: z.uuid(), displayName: z.string() })),
    mayAssign: z.boolean(),
  })
  .meta({ id: 'ReviewAssignments' });
export type ReviewAssignments = z.infer<typeof reviewAssignmentsSchema>;

/** PUT /rounds/:roundId/review-assignments: replaces all of one person; an empty list takes everything away. */
export const assignReviewerRequestSchema = z
  .object({ personId: z.uuid(), subjects: z.array(reviewSubjectSchema).max(200) })
  .meta({ id: 'AssignReviewerRequest' });

/** Whom words at a cell are for: the school and its reviewers, or the reviewers among themselves. */
export const commentAudiences = ['school', 'reviewers'] as const;

/** POST /self-reports/:id/comments: at a cell. What a school writes is always for both. */
export const writeCommentRequestSchema = z
  .object({
    cell: cellKeySchema,
    text: z.string().trim().min(2).max(1000),
    audience: z.enum(commentAudiences),
  })
  .meta({ id: 'WriteCommentRequest' });
export type WriteCommentRequest = z.infer<typeof writeCommentRequestSchema>;

/** GET /self-reports/:id/comments: oldest first; a school never sees what the reviewers say among themselves. */
export const reportCommentsSchema = z
  .object({
    comments: z.array(
      z.object({
        id: z.uuid(),
        cell: cellKeySchema,
        audience: z.enum(commentAudiences),
        text: z.string(),
        /** Written by the school. */
        ofSchool: z.boolean(),
        by: z.string(),
        at: z.iso.datetime(),
      }),
    ),
    /** Whom the person asking may write to. */
    mayWriteTo: z.array(z.enum(commentAudiences)),
  })
  .meta({ id: 'ReportComments' });
export type ReportComments = z.infer<typeof reportCommentsSchema>;
