import { z } from 'zod';
import { addMeasureRequestSchema, measureKinds, rectificationRowSchema } from './rectifications.ts';

/** More than this are several letters. */
export const LETTER_PROBLEMS = 200;

const particulars = {
  /** 文号: one letter of a county has it, however its brackets are typed. */
  document: z.string().trim().min(2).max(100),
  /** 发文机关 */
  issuer: z.string().trim().min(2).max(100),
  /** 主送单位 */
  addressee: z.string().trim().min(2).max(100),
  datedOn: z.iso.date(),
  /** The day by which whoever sent it wants the report on rectification (整改报告). */
  dueOn: z.iso.date(),
};

/** `rowIds`: which of the problem's rows it is for; all of them where empty. */
const letterMeasureSchema = addMeasureRequestSchema
  .omit({ alsoFor: true })
  .extend({ rowIds: z.array(z.uuid()).max(100) });

const letterProblemSchema = z.object({
  text: z.string().trim().min(4).max(500),
  /** Null: the letter's. */
  deadline: z.iso.date().nullable(),
  /** Rows of the ledger that are this problem; where empty it becomes a row of its own, or joins the one of the same words. */
  rowIds: z.array(z.uuid()).max(100),
  measures: z.array(letterMeasureSchema).max(20),
});

/** POST /feedback-letters: the problems become rows of the ledger, each thing once. */
export const enterFeedbackLetterRequestSchema = z
  .object({ countyId: z.uuid(), ...particulars, problems: z.array(letterProblemSchema).min(1).max(LETTER_PROBLEMS) })
  .meta({ id: 'EnterFeedbackLetterRequest' });
export type EnterFeedbackLetterRequest = z.infer<typeof enterFeedbackLetterRequestSchema>;

/** A letter as it is kept, without its problems. */
export const keptLetterSchema = z.object({
  id: z.uuid(),
  county: z.object({ id: z.uuid(), name: z.string() }),
  ...particulars,
  entered: z.object({ at: z.iso.datetime(), by: z.string() }),
});

export const listedFeedbackLetterSchema = keptLetterSchema
  .extend({
    problems: z.int(),
    /** Of the rows its problems became. */
    rows: z.object({ total: z.int(), closed: z.int(), overdue: z.int(), withoutMeasure: z.int() }),
  })
  .meta({ id: 'ListedFeedbackLetter' });
export type ListedFeedbackLetter = z.infer<typeof listedFeedbackLetterSchema>;

export const feedbackLettersQuerySchema = z.object({ countyId: z.uuid().optional() });
/** GET /feedback-letters: newest first. */
export const feedbackLettersSchema = z
  .object({ letters: z.array(listedFeedbackLetterSchema) })
  .meta({ id: 'FeedbackLetters' });
export type FeedbackLetters = z.infer<typeof feedbackLettersSchema>;

/** Of the head, then of a problem. */
export const letterFields = ['document', 'issuer', 'addressee', 'datedOn', 'dueOn', 'text', 'deadline'] as const;
/** Why a row of the ledger does not follow a correction: it is closed; it was worded, or given its deadline, elsewhere. */
export const rowsFollowingReasons = ['closed', 'own-words', 'own-deadline'] as const;

const letterCorrectionSchema = z.object({
  at: z.iso.datetime(),
  by: z.string(),
  reason: z.string(),
  changes: z.array(
    z.object({
      field: z.enum(letterFields),
      /** From 1; null for the head. */
      problem: z.int().nullable(),
      before: z.string(),
      after: z.string(),
      /** `kept` null: the row follows. */
      rows: z.array(z.object({ id: z.uuid(), number: z.int(), kept: z.enum(rowsFollowingReasons).nullable() })),
    }),
  ),
});

/** PUT /feedback-letters/:feedbackLetterId: what the letter says instead of what was mistyped. All of its problems are listed. */
export const correctFeedbackLetterRequestSchema = z
  .object({
    /** Of the letter as one has seen it. */
    revision: z.int().min(0),
    reason: z.string().trim().min(2).max(500),
    ...particulars,
    problems: z
      .array(z.object({ id: z.uuid(), text: z.string().trim().min(4).max(500), deadline: z.iso.date() }))
      .min(1)
      .max(LETTER_PROBLEMS),
  })
  .meta({ id: 'CorrectFeedbackLetterRequest' });
export type CorrectFeedbackLetterRequest = z.infer<typeof correctFeedbackLetterRequestSchema>;

/** GET /feedback-letters/:feedbackLetterId: its problems in the letter's order, each with its rows as they stand now. */
export const feedbackLetterSchema = keptLetterSchema
  .extend({
    revision: z.int(),
    /** Oldest first. */
    corrections: z.array(letterCorrectionSchema),
    problems: z.array(
      z.object({
        id: z.uuid(),
        text: z.string(),
        deadline: z.iso.date(),
        /** `known`: in the ledger before this letter named it. */
        rows: z.array(rectificationRowSchema.extend({ known: z.boolean() })),
      }),
    ),
  })
  .meta({ id: 'FeedbackLetter' });
export type FeedbackLetter = z.infer<typeof feedbackLetterSchema>;

export const letterFindingCodes = [
  'header-missing',
  'no-rows',
  'too-many-problems',
  'too-many-measures',
  'value-missing',
  'value-invalid',
  'kind-unknown',
  'row-unknown',
  'row-closed',
  'deadline-differs',
  'problem-twice',
  'problem-known',
  'deadline-past',
  'letter-known',
] as const;
export type LetterFindingCode = (typeof letterFindingCodes)[number];

/** Where in the sheet, what, and how bad: with an error nothing is taken over, a warning needs a person's yes. */
export const letterFindingSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.enum(letterFindingCodes),
  /** As the spreadsheet program counts, from 1; null for the whole sheet. */
  row: z.int().nullable(),
  /** The column's letters; null for the whole row. */
  column: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.int()])),
});
export type LetterFinding = z.infer<typeof letterFindingSchema>;

/** POST /counties/:countyId/feedback-letter-readings (multipart, field `file`): what a sheet says. Nothing is entered. */
export const feedbackLetterReadingSchema = z
  .object({
    fileName: z.string(),
    /** What stands above the table; null where the sheet does not say it. */
    particulars: z.object({
      document: z.string().nullable(),
      issuer: z.string().nullable(),
      addressee: z.string().nullable(),
      datedOn: z.iso.date().nullable(),
      dueOn: z.iso.date().nullable(),
    }),
    /** Empty where there is an error. */
    problems: z.array(
      z.object({
        text: z.string(),
        deadline: z.iso.date().nullable(),
        rowIds: z.array(z.uuid()),
        measures: z.array(
          z.object({
            kind: z.enum(measureKinds),
            description: z.string(),
            money: z.string().nullable(),
            rowIds: z.array(z.uuid()),
          }),
        ),
      }),
    ),
    counts: z.object({ rows: z.int(), problems: z.int(), measures: z.int(), errors: z.int(), warnings: z.int() }),
    /** The first of them, errors before warnings. */
    findings: z.array(letterFindingSchema),
  })
  .meta({ id: 'FeedbackLetterReading' });
export type FeedbackLetterReading = z.infer<typeof feedbackLetterReadingSchema>;

/** GET /feedback-letter-sheet?language=: an empty workbook that the reading understands. */
export const feedbackLetterSheetQuerySchema = z.object({ language: z.enum(['zh-CN', 'en']).default('zh-CN') });
