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

/** POST /imports/:importId/confirm: becomes self-reports waiting for approval. */
export const confirmImportRequestSchema = z
  .object({
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
