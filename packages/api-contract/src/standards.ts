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

const ownId = z.string().regex(/^own-[a-z0-9-]{1,60}$/);
/** A number of a report: of the stage that is looked at (`own`), of a stage, or (null) of the whole school or county. */
const itemAmount = z.object({ kind: z.literal('item'), item: id, stage: id.nullable(), yearsBack: z.literal(0) });
/** What a school reported about itself: only the schools for which it holds. */
const condition = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('flag-is'), item: id, value: z.enum(['yes', 'no']) }),
  z.object({ kind: z.literal('choice-is'), item: id, anyOf: z.array(id).min(1).max(20) }),
]);
const simpleAmount = z.discriminatedUnion('kind', [
  itemAmount,
  z.object({
    kind: z.literal('total-of-schools'),
    of: itemAmount,
    where: condition.nullable(),
    schools: z.enum(['evaluated', 'registered']),
  }),
]);
const ownAmount = z.discriminatedUnion('kind', [
  ...simpleAmount.options,
  z.object({ kind: z.literal('sum'), of: z.array(simpleAmount).min(2).max(20) }),
]);
const comparator = z.enum(['at-least', 'more-than', 'at-most', 'less-than', 'equal']);
const constant = z.object({ kind: z.literal('constant'), value: decimal });
const responsible = z.string().trim().min(1).max(100).nullable();

/** The kinds of rule a bureau writes itself: a judgement, a number, a share, or scored points that an assessor gives. */
const ownRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), item: id, holds: z.array(id).min(1).max(20) }),
  z.object({ kind: z.literal('comparison'), left: ownAmount, comparator, right: constant }),
  z.object({
    kind: z.literal('share'),
    part: ownAmount,
    whole: ownAmount,
    multiplier: decimal,
    cap: decimal.nullable(),
    comparator,
    limit: constant,
  }),
  z.object({
    kind: z.literal('scored'),
    total: decimal,
    pass: decimal.nullable(),
    points: z
      .array(
        z.object({
          id: ownId,
          dimension: id,
          maximum: decimal,
          scoring: z.object({ kind: z.literal('judged'), item: id }),
          evidence: z.array(id).max(50),
          responsible,
          source,
        }),
      )
      .min(1)
      .max(50),
  }),
]);

const ownRequirement = z.object({
  id: ownId,
  group: id,
  per: z.enum(['county', 'school', 'school-stage']),
  appliesTo: condition.nullable(),
  schools: z.enum(['evaluated', 'registered']),
  rule: ownRule,
  responsible,
  evidence: z.array(id).max(50),
  source,
});

/** An item that is asked for a requirement of the bureau's own: yes or no, or a number such as the points given. */
const ownItem = z.object({
  id: ownId,
  section: id,
  value: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('flag') }),
    z.object({ kind: z.literal('number'), scale: z.int().min(0).max(6) }),
  ]),
  unit: id.nullable(),
  stages: z.array(id).min(1).max(5).nullable(),
  alsoByStage: z.array(id).max(0),
  condition: condition.nullable(),
  required: z.literal(true),
  entry: z.literal('form'),
  plausible: z
    .object({ minimum: decimal.nullable(), maximum: decimal.nullable(), maximumPerPupil: decimal.nullable() })
    .nullable(),
  source,
});
const bothWords = z.tuple([z.string().trim().min(1).max(300), z.string().trim().min(1).max(300)]);

/** What a bureau changes in the edition it copied: evaluation-core's Amendment, as far as a bureau writes it. */
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
    responsible,
  }),
  z.object({ kind: z.literal('evidence'), requirement: id, point: id.nullable(), evidence: z.array(id).max(50) }),
  z.object({
    kind: z.literal('added-requirement'),
    requirement: ownRequirement,
    items: z.array(ownItem).max(50),
    countyItems: z.array(ownItem.extend({ earlierYears: z.literal(0) })).max(50),
    /** Words for what only this requirement names, by message key: Chinese, English. */
    texts: z.record(
      z.string().regex(/^(requirement|point|item|section|evidence)\.[A-Za-z0-9.-]*own-[a-z0-9.-]{1,160}$/),
      bothWords,
    ),
  }),
  z.object({ kind: z.literal('removed-requirement'), requirement: id }),
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
