import { z } from 'zod';
import { keptLetterSchema } from './feedback-letters.ts';
import { measuredNumberSchema, rectificationMeasureSchema, rectificationRowSchema } from './rectifications.ts';

/** What approved data said: which year's, and whether they passed. `number` null: they compare none, or nobody knew it. */
const said = z.object({
  standing: rectificationRowSchema.shape.standing,
  number: measuredNumberSchema.nullable(),
  /** Of the data's round; null where no data speak of the problem. */
  year: z.int().nullable(),
});

const rowOfReport = rectificationRowSchema.extend({
  /** When the letter was entered. */
  before: said,
  now: said,
  measureList: z.array(rectificationMeasureSchema),
  /** 进展 and 完成情况, oldest first. */
  notes: z.array(z.object({ at: z.iso.datetime(), by: z.string(), text: z.string() })),
  files: z.array(z.object({ id: z.uuid(), name: z.string() })),
});

/**
 * GET /feedback-letters/:feedbackLetterId/report: what was done about each problem of a letter (整改报告). Everything of it is the
 * ledger's on that day; nothing is typed.
 */
export const rectificationReportSchema = z
  .object({
    letter: keptLetterSchema,
    asOf: z.iso.date(),
    counts: z.object({
      problems: z.int(),
      rows: z.int(),
      open: z.int(),
      toVerify: z.int(),
      closed: z.int(),
      excepted: z.int(),
      overdue: z.int(),
      measures: z.int(),
      measuresDone: z.int(),
      /** 万元, of all measures and of those that are done; a measure for several rows counts once. */
      money: z.string(),
      spent: z.string(),
    }),
    problems: z.array(z.object({ id: z.uuid(), text: z.string(), deadline: z.iso.date(), rows: z.array(rowOfReport) })),
  })
  .meta({ id: 'RectificationReport' });
export type RectificationReport = z.infer<typeof rectificationReportSchema>;
