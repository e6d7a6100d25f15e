import { z } from 'zod';

const both = z.object({ zhCN: z.string(), en: z.string() });

/** GET /editions: the published editions, those that ship in their order first; those of bureaus where they concern the caller. */
export const editionSummarySchema = z
  .object({
    id: z.string(),
    hash: z.string(),
    issuedAs: z.string(),
    publishedAt: z.iso.datetime(),
    /** Schools fill a form for it: a round can be opened. One that asks only the county cannot be reported by schools. */
    asksSchools: z.boolean(),
    /** Of a bureau's edition: its name in Chinese and English, whose it is, and what it was made from. Null: shipped. */
    bureau: z
      .object({ regionId: z.uuid(), regionName: z.string(), name: both, baseId: z.string(), publishedBy: z.string() })
      .nullable(),
  })
  .meta({ id: 'EditionSummary' });
export type EditionSummary = z.infer<typeof editionSummarySchema>;
export const editionsSchema = z.object({ editions: z.array(editionSummarySchema) }).meta({ id: 'Editions' });

/** GET /editions/:editionId. `content` is evaluation-core's Edition, what was hashed. */
export const editionSchema = editionSummarySchema.extend({ content: z.unknown() }).meta({ id: 'Edition' });
export type EditionView = z.infer<typeof editionSchema>;

const id = z.string().regex(/^[A-Za-z0-9-]{1,80}$/);
const decimal = z.string().regex(/^-?\d{1,12}(\.\d{1,9})?$/);
const source = z.object({
  document: z.string().trim().min(1).max(200),
  clause: z.string().trim().max(200).nullable(),
  confidence: z.enum(['A', 'B', 'C', 'U']),
  note: z.string().trim().max(500).nullable(),
});
const day = z.iso.date().nullable();

/** What a bureau changes in the edition it copied: evaluation-core's Amendment, without new requirements. */
export const amendmentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('threshold'), indicator: id, stage: id, value: decimal, source }),
  z.object({ kind: z.literal('cv-limit'), stage: id, value: decimal, source }),
  z.object({
    kind: z.literal('school-rule'),
    minimumMet: z.int().min(0).max(1000),
    floorShare: decimal.nullable(),
    source,
  }),
  z.object({ kind: z.literal('special-rule'), rule: id, enabled: z.boolean(), validFrom: day, validUntil: day }),
  z.object({
    kind: z.literal('requirement-limit'),
    requirement: id,
    part: id.nullable(),
    limit: z.object({ kind: z.literal('constant'), value: decimal }),
    source,
  }),
  z.object({ kind: z.literal('points'), requirement: id, point: id, maximum: decimal, source }),
  z.object({ kind: z.literal('pass-mark'), requirement: id, total: decimal, pass: decimal, source }),
  z.object({
    kind: z.literal('responsible'),
    requirement: id,
    point: id.nullable(),
    responsible: z.string().trim().min(1).max(100).nullable(),
  }),
  z.object({ kind: z.literal('evidence'), requirement: id, point: id.nullable(), evidence: z.array(id).max(50) }),
  z.object({ kind: z.literal('setting'), setting: id, value: decimal, source }),
  z.object({ kind: z.literal('include-private'), includePrivate: z.boolean() }),
  z.object({ kind: z.literal('splitting'), method: z.enum(['weighted', 'reported-by-stage']) }),
]);
export type DraftAmendment = z.infer<typeof amendmentSchema>;

const name = z.string().trim().min(1).max(200);
/** POST /edition-drafts: a copy of a published edition, to be changed. */
export const copyEditionRequestSchema = z
  .object({ regionId: z.uuid(), baseId: id, name, nameEn: name, instrument: name })
  .meta({ id: 'CopyEditionRequest' });
export type CopyEditionRequest = z.infer<typeof copyEditionRequestSchema>;

/** PUT /edition-drafts/:editionDraftId: the whole list of changes, on the revision one has seen. */
export const changeDraftRequestSchema = z
  .object({
    revision: z.int().min(0),
    name,
    nameEn: name,
    instrument: name,
    amendments: z.array(amendmentSchema).max(2000),
    /** Words for evidence the program has none for, by id (`own-…`): Chinese, English. */
    evidenceTexts: z.record(z.string().regex(/^own-[a-z0-9]{8,40}$/), z.object({ zhCN: name, en: name })),
  })
  .meta({ id: 'ChangeDraftRequest' });
export type ChangeDraftRequest = z.infer<typeof changeDraftRequestSchema>;

/** Something that keeps a draft from being published: where, and what. `kind` says which texts tell it. */
export const draftProblemSchema = z.object({
  kind: z.enum(['amendment-fault', 'edition-fault']),
  where: z.string(),
  fault: z.string(),
  what: z.string(),
});

export const editionDraftSchema = z
  .object({
    id: z.uuid(),
    regionId: z.uuid(),
    regionName: z.string(),
    baseId: z.string(),
    revision: z.int(),
    name: z.string(),
    nameEn: z.string(),
    instrument: z.string(),
    amendments: z.array(amendmentSchema),
    evidenceTexts: z.record(z.string(), both),
    problems: z.array(draftProblemSchema),
    changedAt: z.iso.datetime(),
    changedBy: z.string(),
  })
  .meta({ id: 'EditionDraft' });
export type EditionDraft = z.infer<typeof editionDraftSchema>;
export const editionDraftsSchema = z.object({ drafts: z.array(editionDraftSchema) }).meta({ id: 'EditionDrafts' });

/** POST /edition-drafts/:editionDraftId/publication: from then on nobody changes it. */
export const publishDraftRequestSchema = z.object({ revision: z.int().min(0) }).meta({ id: 'PublishDraftRequest' });
export type PublishDraftRequest = z.infer<typeof publishDraftRequestSchema>;
