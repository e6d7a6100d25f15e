import { z } from 'zod';
import { cellKeySchema } from './self-reports.ts';

/** GET /self-reports/:id/workbook: the school's own workbook (本校表格), filled with what is known, in this language. */
export const reportWorkbookQuerySchema = z.object({ language: z.enum(['zh-CN', 'en']).default('zh-CN') });

/** Where something stands in the uploaded file, as the spreadsheet program shows it. */
const placeShape = {
  /** The name on the tab, which may have been changed. */
  sheet: z.string(),
  row: z.int().nullable(),
  /** Letters. */
  column: z.string().nullable(),
};
const value = z.string().nullable();

export const workbookFaultSchema = z
  .object({
    ...placeShape,
    cell: cellKeySchema.nullable(),
    code: z.string(),
    /** Nothing is applied while there is an error; a warning is to be looked at. */
    severity: z.enum(['error', 'warning']),
    facts: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'WorkbookFault' });
export type WorkbookFault = z.infer<typeof workbookFaultSchema>;

/**
 * POST /self-reports/:id/workbooks (multipart, field `file`) and GET /self-reports/:id/workbooks/:workbookId: what applying the
 * workbook would do to the report as it is now. Nothing is changed by either.
 */
export const reportWorkbookSchema = z
  .object({
    id: z.uuid(),
    selfReportId: z.uuid(),
    name: z.string(),
    uploadedAt: z.iso.datetime(),
    uploadedBy: z.string(),
    /** The report's revision when the workbook was downloaded. */
    downloadedRevision: z.int(),
    /** The report's revision that the rest of this compares with. */
    revision: z.int(),
    applied: z.object({ at: z.iso.datetime(), by: z.string(), revision: z.int(), cells: z.int() }).nullable(),
    faults: z.array(workbookFaultSchema),
    /** Cells that get the workbook's value. */
    changes: z.array(
      z.object({ ...placeShape, cell: cellKeySchema, before: value, after: z.string(), lastYear: value }),
    ),
    /** Cells changed in the workbook and, to something else, on line since it was downloaded. */
    conflicts: z.array(
      z.object({
        ...placeShape,
        cell: cellKeySchema,
        /** When it was downloaded. */
        base: value,
        mine: z.string(),
        theirs: value,
        by: z.string().nullable(),
        at: z.iso.datetime().nullable(),
        lastYear: value,
      }),
    ),
    /** Cells emptied in the workbook: they keep their value unless clearing is chosen. */
    blanks: z.array(z.object({ ...placeShape, cell: cellKeySchema, before: z.string() })),
    /** Cells left as downloaded that have changed on line since: they keep the newer value. */
    newerOnline: z.array(z.object({ cell: cellKeySchema, downloaded: value, now: value })),
    unchanged: z.int(),
    /** Cells without a value in the workbook and in the report. */
    empty: z.int(),
    /** Cells of the form that the workbook no longer has. */
    absent: z.int(),
  })
  .meta({ id: 'ReportWorkbook' });
export type ReportWorkbook = z.infer<typeof reportWorkbookSchema>;

/** POST /self-reports/:id/workbooks/:workbookId/apply. Sent again it gives the same answer and changes nothing. */
export const applyWorkbookRequestSchema = z
  .object({
    /** The revision of the report that the person compared with. */
    revision: z.int().min(0),
    /** One decision for each conflict. */
    conflicts: z.array(z.object({ cell: cellKeySchema, take: z.enum(['workbook', 'report']) })).max(1000),
    /** Blank cells that are to be cleared. */
    clear: z.array(cellKeySchema).max(1000),
  })
  .meta({ id: 'ApplyWorkbookRequest' });
export type ApplyWorkbookRequest = z.infer<typeof applyWorkbookRequestSchema>;
