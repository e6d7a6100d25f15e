import { z } from 'zod';

export const importProblemSchema = z
  .object({
    file: z.string(),
    sheet: z.string().nullable(),
    row: z.int().nullable(),
    /** Column letter. */
    column: z.string().nullable(),
    item: z.string().nullable(),
    code: z.string(),
    severity: z.enum(['error', 'warning', 'note']),
    facts: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'ImportProblem' });
export type ImportProblem = z.infer<typeof importProblemSchema>;

export const importSchoolSchema = z
  .object({
    /** Identifies the school inside the workbook: its code, else its name. */
    key: z.string(),
    code: z.string(),
    name: z.string(),
    type: z.string().nullable(),
    cellCount: z.int(),
    cells: z.record(z.string(), z.string()),
    rows: z.array(z.object({ file: z.string(), sheet: z.string(), row: z.int() })),
    /** How it was matched to the register, if it was. */
    match: z.enum(['code', 'name', 'chosen', 'none']),
    schoolId: z.uuid().nullable(),
    schoolName: z.string().nullable(),
    candidates: z.array(z.object({ schoolId: z.uuid(), name: z.string() })),
    /** The report cannot take it: already submitted or approved. */
    blockedBy: z.enum(['submitted', 'approved', 'not-in-round']).nullable(),
    /** Cells of the report that hold another value now. */
    replaces: z.array(z.object({ cell: z.string(), before: z.string(), after: z.string() })),
    /** What it comes to where the values are only prefilled for the school. */
    prefill: z.object({
      /** The report has been handed over, in, back or approved: it takes no values any more. */
      blockedBy: z.enum(['handed-over', 'submitted', 'returned', 'approved', 'not-in-round']).nullable(),
      /** Cells that would be filled. */
      fills: z.int(),
      /** Values that would not be taken: the school's own stands, the form does not ask for it, or it cannot be stored. */
      keeps: z.array(
        z.object({
          cell: z.string(),
          own: z.string().nullable(),
          imported: z.string(),
          why: z.enum(['own-value', 'not-asked', 'invalid']),
        }),
      ),
    }),
  })
  .meta({ id: 'ImportSchool' });

/** POST /rounds/:roundId/imports (multipart, field `file`, several allowed) and GET /imports/:importId */
export const importPreviewSchema = z
  .object({
    id: z.uuid(),
    roundId: z.uuid(),
    status: z.enum(['preview', 'confirmed', 'discarded']),
    files: z.array(z.object({ name: z.string(), size: z.int(), sha256: z.string(), format: z.string().nullable() })),
    columns: z.array(
      z.object({
        file: z.string(),
        sheet: z.string(),
        column: z.string(),
        header: z.string(),
        item: z.string().nullable(),
        stage: z.string().nullable(),
        unit: z.string().nullable(),
      }),
    ),
    problems: z.array(importProblemSchema),
    schools: z.array(importSchoolSchema),
    uploadedBy: z.string(),
    uploadedAt: z.iso.datetime(),
    confirmedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ImportPreview' });
export type ImportPreviewView = z.infer<typeof importPreviewSchema>;

/**
 * What an import is for: the values are handed in for the schools and wait for approval, or are prefilled for the schools to check
 * and complete.
 */
export const importPurposes = ['hand-in', 'prefill'] as const;
export type ImportPurpose = (typeof importPurposes)[number];

/** POST /imports/:importId/confirm: once. */
export const confirmImportRequestSchema = z
  .object({
    /** Always said: what is handed in cannot be taken back by its school. */
    purpose: z.enum(importPurposes),
    /** Schools the register did not settle; `schoolId: null` leaves the row out. */
    mapping: z.array(z.object({ key: z.string(), schoolId: z.uuid().nullable() })),
    /** The person has seen that values already in reports will be replaced. */
    replaceConfirmed: z.boolean(),
  })
  .meta({ id: 'ConfirmImportRequest' });
export const confirmedImportSchema = z
  .object({
    importId: z.uuid(),
    submitted: z.array(z.object({ selfReportId: z.uuid(), schoolName: z.string(), cells: z.int() })),
    /** Reports with prefilled values; `kept`: values not taken. */
    prefilled: z.array(z.object({ selfReportId: z.uuid(), schoolName: z.string(), cells: z.int(), kept: z.int() })),
    leftOut: z.array(z.object({ key: z.string(), reason: z.string() })),
  })
  .meta({ id: 'ConfirmedImport' });
/** GET /rounds/:roundId/imports */
export const importListSchema = z
  .object({
    imports: z.array(
      importPreviewSchema.pick({
        id: true,
        status: true,
        files: true,
        uploadedBy: true,
        uploadedAt: true,
        confirmedAt: true,
      }),
    ),
  })
  .meta({ id: 'ImportList' });
