import { z } from 'zod';

/** 是否 (met, unmet or unclear), 计分 (points by criteria), 计数 (a number counted on site) */
export const checklistItemKinds = ['yes-no', 'scored', 'counted'] as const;
export type ChecklistItemKind = (typeof checklistItemKinds)[number];
/** More than this is no small checklist. */
export const CHECKLIST_ITEMS = 100;

const words = z.string().trim().min(2).max(200);
/** Above 0. */
const maximum = z.string().regex(/^(?!0+(\.0+)?$)\d{1,3}(\.\d{1,2})?$/);

/** One thing looked at on site. A scored one has the most points it can give; `criteria` says what holds or how points are given. */
export const checklistItemSchema = z
  .object({
    kind: z.enum(checklistItemKinds),
    text: words,
    /** Null: the Chinese text stands in English pages, too. */
    textEn: words.nullable(),
    maximum: maximum.nullable(),
    criteria: z.string().trim().min(2).max(500).nullable(),
  })
  .refine((item) => (item.kind === 'scored') === (item.maximum !== null), { path: ['maximum'] });
export type ChecklistItem = z.infer<typeof checklistItemSchema>;

/** POST /checklists: published at once; from then on nobody changes it. */
export const publishChecklistRequestSchema = z
  .object({
    regionId: z.uuid(),
    name: z.string().trim().min(2).max(100),
    nameEn: z.string().trim().min(2).max(100).nullable(),
    items: z.array(checklistItemSchema).min(1).max(CHECKLIST_ITEMS),
  })
  .meta({ id: 'PublishChecklistRequest' });
export type PublishChecklistRequest = z.infer<typeof publishChecklistRequestSchema>;

export const checklistSchema = z
  .object({
    /** Of the edition that it is. */
    id: z.string(),
    region: z.object({ id: z.uuid(), name: z.string() }),
    name: z.object({ zhCN: z.string(), en: z.string() }),
    items: z.array(checklistItemSchema),
    published: z.object({ at: z.iso.datetime(), by: z.string() }),
  })
  .meta({ id: 'Checklist' });
export type Checklist = z.infer<typeof checklistSchema>;

/** GET /checklists: of the caller's regions, and of those above or below; newest first. */
export const checklistsSchema = z.object({ checklists: z.array(checklistSchema) }).meta({ id: 'Checklists' });
export type Checklists = z.infer<typeof checklistsSchema>;

export const checklistFindingCodes = [
  'header-missing',
  'no-rows',
  'too-many-items',
  'text-invalid',
  'text-twice',
  'kind-unknown',
  'maximum-missing',
  'maximum-invalid',
  'maximum-unexpected',
  'criteria-invalid',
] as const;
export type ChecklistFindingCode = (typeof checklistFindingCodes)[number];

/** POST /regions/:regionId/checklist-readings (multipart, field `file`): what a sheet says. Nothing is published. */
export const checklistReadingSchema = z
  .object({
    fileName: z.string(),
    /** Empty while anything is wrong. */
    items: z.array(checklistItemSchema),
    findings: z.array(
      z.object({
        code: z.enum(checklistFindingCodes),
        /** As the spreadsheet program counts, from 1; null for the whole sheet. */
        row: z.int().nullable(),
        column: z.string().nullable(),
        facts: z.record(z.string(), z.union([z.string(), z.int()])),
      }),
    ),
  })
  .meta({ id: 'ChecklistReading' });
export type ChecklistReading = z.infer<typeof checklistReadingSchema>;

/** GET /checklist-sheet: the empty sheet. */
export const checklistSheetQuerySchema = z.object({ language: z.enum(['zh-CN', 'en']).default('zh-CN') });
