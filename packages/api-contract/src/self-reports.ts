import { z } from 'zod';
import { reviewLevels, roundSchema, selfReportStatuses } from './rounds.ts';
import { schoolSchema } from './organisations.ts';
import { sectionWorkSchema } from './section-work.ts';

/** A cell of a self-report: `itemId` for the whole school, `itemId.stageId` for one stage. */
export const cellKeySchema = z.string().regex(/^[a-z0-9-]{1,60}(\.[a-z0-9-]{1,30})?$/);
/** Values are decimals as typed, choices or texts; an absent key is a missing value, never zero. */
export const cellsSchema = z.record(cellKeySchema, z.string());

/** `imported`: from the bureau's workbook; `workbook`: from the school's own, filled in and uploaded. */
export const cellSources = ['typed', 'prefilled', 'imported', 'corrected', 'workbook'] as const;

export const returnReasonSchema = z
  .object({
    id: z.uuid(),
    /** null: about the report as a whole. */
    cell: cellKeySchema.nullable(),
    reason: z.string(),
    by: z.string(),
    at: z.iso.datetime(),
    /** The level that returned it. */
    level: z.enum(reviewLevels).optional(),
    /** Open until the cell has been changed since, or the school has answered. */
    state: z.enum(['open', 'changed', 'answered']),
    answer: z.string().nullable(),
  })
  .meta({ id: 'ReturnReason' });
export type ReturnReason = z.infer<typeof returnReasonSchema>;

export const reportEventSchema = z
  .object({
    kind: z.enum([
      'opened',
      'imported',
      'handed-over',
      'taken-back',
      'submitted',
      'withdrawn',
      'returned',
      'approved',
      // Approved by a level that is not the last, by the first of two people; returned to the level below.
      'forwarded',
      'first-approved',
      'sent-back',
      'extended',
      'corrected',
    ]),
    at: z.iso.datetime(),
    by: z.string(),
    note: z.string().nullable(),
    revision: z.int(),
    /** The level that decided; null for what the school does. */
    level: z.enum(reviewLevels).optional(),
  })
  .meta({ id: 'ReportEvent' });

export const receiptSchema = z
  .object({
    submittedAt: z.iso.datetime(),
    submittedBy: z.string(),
    revision: z.int(),
    /** SHA-256 of the canonical values, hex. */
    hash: z.string(),
    /** The same person filled in and submitted (allowed by the round). */
    onePerson: z.boolean(),
  })
  .meta({ id: 'Receipt' });

export const selfReportSchema = z
  .object({
    id: z.uuid(),
    round: roundSchema,
    /** Of the standard the round was opened with, hex: a page that computes by other rules is out of date. */
    editionHash: z.string(),
    school: schoolSchema,
    status: z.enum(selfReportStatuses),
    /** Grows by one with each saved batch of cells. */
    revision: z.int(),
    cells: cellsSchema,
    /** Last revision in which each cell changed: the base a client must name when saving it. */
    cellRevisions: z.record(cellKeySchema, z.int()),
    cellSources: z.record(cellKeySchema, z.enum(cellSources)),
    /** Where the value of a prefilled cell came from: the school register or last year's report. */
    prefilledFrom: z.record(cellKeySchema, z.enum(['register', 'last-year', 'statistics'])),
    lastYear: cellsSchema.nullable(),
    /** Of the schools of the same type in the county, last year; null where fewer than five reported. */
    peers: z
      .object({
        /** evaluation-core's PeerStatistics, of this type only: what `checkReport` compares with. */
        statistics: z.unknown(),
        /** By cell: from the mean of the lower half to the mean of the upper half, rounded; never a school's own value. */
        bands: z.record(cellKeySchema, z.object({ low: z.string(), high: z.string(), schools: z.int() })),
      })
      .nullable(),
    /** Reasons given for soft checks, by `ruleId` or `ruleId@cell`. */
    checkReasons: z.record(z.string(), z.string()),
    returnReasons: z.array(returnReasonSchema),
    timeline: z.array(reportEventSchema),
    receipt: receiptSchema.nullable(),
    deadline: z.iso.date(),
    closesAt: z.iso.datetime(),
    /** What the person asking may do now. */
    may: z.object({
      fill: z.boolean(),
      handOver: z.boolean(),
      takeBack: z.boolean(),
      submit: z.boolean(),
      withdraw: z.boolean(),
      return: z.boolean(),
      approve: z.boolean(),
      /** Correct approved data; where two people must approve, it is returned and approved again instead. */
      correct: z.boolean(),
    }),
    /** Why `fill` is false. */
    lock: z.enum(['not-open-yet', 'closed', 'handed-over', 'submitted', 'approved', 'no-right']).nullable(),
    serverTime: z.iso.datetime(),
  })
  .meta({ id: 'SelfReport' });
export type SelfReport = z.infer<typeof selfReportSchema>;

/** GET /self-reports/due: what the signed-in person's schools owe, newest round first. */
export const dueSelfReportSchema = z
  .object({
    id: z.uuid(),
    round: roundSchema,
    schoolId: z.uuid(),
    schoolName: z.string(),
    status: z.enum(selfReportStatuses),
    deadline: z.iso.date(),
    closesAt: z.iso.datetime(),
    filled: z.int(),
    required: z.int(),
    hardFindings: z.int(),
    softWithoutReason: z.int(),
    openReturns: z.int(),
    lock: selfReportSchema.shape.lock,
    /** The sections that the person asking was given inside the school, in form order. */
    ownSections: z.array(sectionWorkSchema),
  })
  .meta({ id: 'DueSelfReport' });
export const dueSelfReportsSchema = z
  .object({ selfReports: z.array(dueSelfReportSchema), serverTime: z.iso.datetime() })
  .meta({ id: 'DueSelfReports' });

/**
 * PATCH /self-reports/:id/cells. Idempotent by `key`: sending it again gives the same answer and changes nothing.
 * Each change names the cell's revision the client last saw; where the server's is newer, nothing of the batch is applied
 * and the answer is 409 `self-report.conflict` with both values in `problems[].facts` (`mine`, `theirs`, `by`, `at`, `revision`).
 */
export const saveCellsRequestSchema = z
  .object({
    key: z.uuid(),
    changes: z
      .array(
        z.object({
          cell: cellKeySchema,
          /** null clears the cell: it becomes missing. */
          value: z.string().max(2000).nullable(),
          baseRevision: z.int().min(0),
        }),
      )
      .min(1)
      .max(300),
  })
  .meta({ id: 'SaveCellsRequest' });
export type SaveCellsRequest = z.infer<typeof saveCellsRequestSchema>;
export const savedCellsSchema = z
  .object({
    revision: z.int(),
    status: z.enum(selfReportStatuses),
    /** The values as stored (canonical form); null = cleared. */
    saved: z.record(cellKeySchema, z.string().nullable()),
    /** Return reasons these changes settled. */
    settledReturnReasons: z.array(z.uuid()),
    savedAt: z.iso.datetime(),
  })
  .meta({ id: 'SavedCells' });

/** PUT /self-reports/:id/check-reasons/:ruleKey, empty text removes it. */
export const checkReasonRequestSchema = z.object({ reason: z.string().max(1000) }).meta({ id: 'CheckReasonRequest' });

/** PUT /self-reports/:id/return-reasons/:reasonId/answer */
export const answerReturnRequestSchema = z
  .object({ answer: z.string().min(2).max(1000) })
  .meta({ id: 'AnswerReturnRequest' });

/** POST /self-reports/:id/{hand-over,take-back,submit,withdraw}: names the revision the person looked at. */
export const moveSelfReportRequestSchema = z
  .object({ revision: z.int().min(0), note: z.string().max(500).optional() })
  .meta({ id: 'MoveSelfReportRequest' });

/** GET /self-reports/:id/history?cell= : who entered what, newest first. */
export const cellHistorySchema = z
  .object({
    entries: z.array(
      z.object({
        cell: cellKeySchema,
        revision: z.int(),
        before: z.string().nullable(),
        after: z.string().nullable(),
        source: z.enum(cellSources),
        /** File, sheet and cell of an imported value; the year of a prefilled one. */
        sourceDetail: z.record(z.string(), z.unknown()).nullable(),
        by: z.string(),
        at: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: 'CellHistory' });
