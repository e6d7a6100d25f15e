import { z } from 'zod';
import { roles } from './permissions.ts';

export const peopleImportProblems = [
  'header-missing',
  'no-rows',
  'too-many-rows',
  'value-missing',
  'value-invalid',
  'role-unknown',
  'role-not-given',
  'place-unknown',
  'place-ambiguous',
  'place-variant',
  'login-taken',
  'login-of-another',
  'login-twice',
  'row-twice',
  'name-twice',
  'name-known',
  'email-twice',
  'email-not-yours',
] as const;
export type PeopleImportProblemCode = (typeof peopleImportProblems)[number];

export const peopleImportStatuses = ['previewed', 'confirmed', 'discarded'] as const;

/** More than this are taken in several sheets: each new person gets a link that somebody must hand on. */
export const PEOPLE_IMPORT_ROWS = 500;

/** Where in the sheet, what, and how bad: an error is not taken over, a warning needs a person's yes. */
export const peopleImportProblemSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.enum(peopleImportProblems),
  /** As the spreadsheet program counts, from 1; null for the whole sheet. */
  row: z.int().nullable(),
  /** The column's letters; null for the whole row. */
  column: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.int()])),
});
export type PeopleImportProblem = z.infer<typeof peopleImportProblemSchema>;

export const listedPeopleImportSchema = z
  .object({
    id: z.uuid(),
    status: z.enum(peopleImportStatuses),
    fileName: z.string(),
    uploadedAt: z.iso.datetime(),
    uploadedBy: z.string(),
    confirmedAt: z.iso.datetime().nullable(),
    counts: z.object({
      rows: z.int(),
      /** Roles that would be given, to new people and to those who are there. */
      fresh: z.int(),
      /** Held already; they are left as they are. */
      known: z.int(),
      /** Addresses that would change, of people who are there. */
      addresses: z.int(),
      errors: z.int(),
      warnings: z.int(),
    }),
  })
  .meta({ id: 'ListedPeopleImport' });
export type ListedPeopleImport = z.infer<typeof listedPeopleImportSchema>;

/** GET /counties/:countyId/people-imports: newest first. */
export const peopleImportsSchema = z
  .object({ imports: z.array(listedPeopleImportSchema) })
  .meta({ id: 'PeopleImports' });
export type PeopleImports = z.infer<typeof peopleImportsSchema>;

/** POST /counties/:countyId/people-imports (multipart, field `file`) and GET /people-imports/:peopleImportId. Nobody is made yet. */
export const peopleImportSchema = listedPeopleImportSchema
  .extend({
    countyId: z.uuid(),
    /** The first of them, errors before warnings. */
    problems: z.array(peopleImportProblemSchema),
    /** The first roles that would be given. `isNew`: the person is not there yet. */
    sample: z.array(
      z.object({
        row: z.int(),
        login: z.string(),
        displayName: z.string(),
        isNew: z.boolean(),
        role: z.enum(roles),
        placeName: z.string(),
      }),
    ),
    /** The first addresses that would change. */
    changedAddresses: z.array(
      z.object({ row: z.int(), login: z.string(), displayName: z.string(), email: z.string() }),
    ),
  })
  .meta({ id: 'PeopleImport' });
export type PeopleImport = z.infer<typeof peopleImportSchema>;

/** POST /people-imports/:peopleImportId/confirm */
export const confirmPeopleImportRequestSchema = z
  .object({ warningsConfirmed: z.boolean() })
  .meta({ id: 'ConfirmPeopleImportRequest' });
export type ConfirmPeopleImportRequest = z.infer<typeof confirmPeopleImportRequestSchema>;

/** With the link of each new person; they are in this answer and nowhere else. */
export const confirmedPeopleImportSchema = z
  .object({
    peopleImport: peopleImportSchema,
    links: z.array(
      z.object({
        personId: z.uuid(),
        login: z.string(),
        displayName: z.string(),
        url: z.string(),
        expiresAt: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: 'ConfirmedPeopleImport' });
export type ConfirmedPeopleImport = z.infer<typeof confirmedPeopleImportSchema>;

/** GET /people-sheet?language=&template=: a workbook that the import reads; with `template` without people. */
export const peopleSheetQuerySchema = z.object({
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  template: z.enum(['true', 'false']).optional(),
});
export type PeopleSheetQuery = z.infer<typeof peopleSheetQuerySchema>;
