import { z } from 'zod';
import { schoolTypes } from './organisations.ts';

export const schoolImportProblems = [
  'header-missing',
  'no-rows',
  'value-missing',
  'value-invalid',
  'code-twice',
  'name-twice',
  'name-variant',
  'variant-of-registered',
  'code-elsewhere',
  'parent-unknown',
  'differs-from-register',
] as const;
export type SchoolImportProblemCode = (typeof schoolImportProblems)[number];

export const schoolImportStatuses = ['previewed', 'confirmed', 'discarded'] as const;

/** Where in the sheet, what, and how bad: an error is not taken over, a warning needs a person's yes. */
export const schoolImportProblemSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.enum(schoolImportProblems),
  /** As the spreadsheet program counts, from 1; null for the whole sheet. */
  row: z.int().nullable(),
  /** The column's letters; null for the whole row. */
  column: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.int()])),
});
export type SchoolImportProblem = z.infer<typeof schoolImportProblemSchema>;

export const listedSchoolImportSchema = z
  .object({
    id: z.uuid(),
    status: z.enum(schoolImportStatuses),
    fileName: z.string(),
    uploadedAt: z.iso.datetime(),
    uploadedBy: z.string(),
    confirmedAt: z.iso.datetime().nullable(),
    counts: z.object({
      rows: z.int(),
      /** Would be registered. */
      fresh: z.int(),
      /** In the register already; they are left as they are. */
      known: z.int(),
      errors: z.int(),
      warnings: z.int(),
    }),
  })
  .meta({ id: 'ListedSchoolImport' });
export type ListedSchoolImport = z.infer<typeof listedSchoolImportSchema>;

/** GET /counties/:countyId/school-imports: newest first. */
export const schoolImportsSchema = z
  .object({ imports: z.array(listedSchoolImportSchema) })
  .meta({ id: 'SchoolImports' });
export type SchoolImports = z.infer<typeof schoolImportsSchema>;

/** POST /counties/:countyId/school-imports (multipart, field `file`) and GET /school-imports/:schoolImportId. Nothing is registered yet. */
export const schoolImportSchema = listedSchoolImportSchema
  .extend({
    countyId: z.uuid(),
    /** The first of them, errors before warnings. */
    problems: z.array(schoolImportProblemSchema),
    /** The first schools that would be registered. */
    sample: z.array(z.object({ row: z.int(), code: z.string(), name: z.string(), type: z.enum(schoolTypes) })),
  })
  .meta({ id: 'SchoolImport' });
export type SchoolImport = z.infer<typeof schoolImportSchema>;

/** GET /school-sheet?language=&template=: a workbook; with `template` without schools. */
export const schoolSheetQuerySchema = z.object({
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  template: z.enum(['true', 'false']).optional(),
});
export type SchoolSheetQuery = z.infer<typeof schoolSheetQuerySchema>;

/** POST /school-imports/:schoolImportId/confirm */
export const confirmSchoolImportRequestSchema = z
  .object({ warningsConfirmed: z.boolean() })
  .meta({ id: 'ConfirmSchoolImportRequest' });
export type ConfirmSchoolImportRequest = z.infer<typeof confirmSchoolImportRequestSchema>;
