import { z } from 'zod';

/** An unmet indicator of a school, a coefficient above its limit, an unmet requirement, or something no number says. */
export const rectificationKinds = ['indicator', 'cv', 'composite-cv', 'requirement', 'other'] as const;
/** 评估, 督导发现, 反馈意见, 自查 */
export const rectificationSourceKinds = ['evaluation', 'finding', 'letter', 'own'] as const;
/** 整改中, 待核查, 已销号, 例外 (signed, until a day) */
export const rectificationStatuses = ['open', 'to-verify', 'closed', 'excepted'] as const;
export type RectificationStatus = (typeof rectificationStatuses)[number];
/** What the newest approved data say of it; `none` where no data speak of it. */
export const rectificationStandings = ['failing', 'passing', 'undecided', 'none'] as const;
/** With whom an overdue row lies: it climbs one level a week (责任单位 -> 县 -> 市 -> 省). */
export const escalationLevels = ['unit', 'county', 'city', 'province'] as const;
/** 采购设备, 建设校舍, 交流轮岗, 结对帮扶, 培训, 经费保障, 制度与管理 */
export const measureKinds = [
  'purchase',
  'building',
  'rotation',
  'pairing',
  'training',
  'funding',
  'organisation',
] as const;
export const rectificationEventKinds = [
  'raised',
  'source-added',
  'letter-corrected',
  'assigned',
  'note',
  'measure-added',
  'measure-removed',
  'measure-done',
  'measure-undone',
  'evidence-added',
  'evidence-removed',
  'passed',
  'failed-again',
  'reported',
  'sent-back',
  'closed',
  'excepted',
  'exception-lapsed',
  'reopened',
] as const;

/** Mirrors evaluation-core's ProblemPlace. */
export const problemPlaceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('indicator'),
    schoolId: z.string().max(100),
    stage: z.string().max(100),
    indicatorId: z.string().max(100),
  }),
  z.object({ kind: z.literal('cv'), stage: z.string().max(100), indicatorId: z.string().max(100) }),
  z.object({ kind: z.literal('composite-cv'), stage: z.string().max(100) }),
  z.object({
    kind: z.literal('requirement'),
    requirementId: z.string().max(100),
    part: z.string().max(200).nullable(),
    schoolId: z.string().max(100).nullable(),
    stage: z.string().max(100).nullable(),
  }),
]);

export const measuredNumberSchema = z.object({
  value: z.number().nullable(),
  exact: z.string().nullable(),
  comparator: z.enum(['at-least', 'more-than', 'at-most', 'less-than', 'equal']),
  limit: z.string().nullable(),
});

const named = z.object({ id: z.uuid(), name: z.string() });
const act = z.object({ at: z.iso.datetime(), by: z.string() });

/** A decimal of 万元 (10,000 yuan), to the fen. */
const money = z.string().regex(/^\d{1,10}(\.\d{1,6})?$/);
const quantity = z.string().regex(/^\d{1,9}(\.\d{1,2})?$/);
const cellOf = { schoolId: z.uuid().nullable(), key: z.string().min(1).max(200) };
/** What the measure will do to one cell; mirrors evaluation-core's MeasureEffect. `schoolId` null: a cell of the county report. */
export const measureEffectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('change'), ...cellOf, by: z.string().regex(/^-?\d{1,15}(\.\d{1,9})?$/) }),
  z.object({ kind: z.literal('set'), ...cellOf, value: z.string().max(200) }),
]);
export type MeasureEffectBody = z.infer<typeof measureEffectSchema>;

export const rectificationMeasureSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(measureKinds),
    description: z.string(),
    money: z.string().nullable(),
    quantity: z.string().nullable(),
    effects: z.array(measureEffectSchema),
    /** All rows it is for. */
    rows: z.array(z.object({ id: z.uuid(), number: z.int() })),
    added: act,
    /** Null while it is planned. `spent`: 万元, null where nobody said. */
    done: z.object({ on: z.iso.date(), by: z.string(), spent: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'RectificationMeasure' });
export type RectificationMeasure = z.infer<typeof rectificationMeasureSchema>;

/** One row of the ledger (整改台账). */
export const rectificationRowSchema = z
  .object({
    id: z.uuid(),
    /** 序号 within the county; never given twice. */
    number: z.int(),
    county: named,
    kind: z.enum(rectificationKinds),
    /** Null where a person worded the problem and no number speaks of it. */
    place: problemPlaceSchema.nullable(),
    editionId: z.string().nullable(),
    school: named.nullable(),
    /** As somebody worded it. */
    title: z.string().nullable(),
    measured: measuredNumberSchema.nullable(),
    standing: z.enum(rectificationStandings),
    sources: z.array(z.object({ kind: z.enum(rectificationSourceKinds), document: z.string().nullable() })),
    responsible: z.object({
      unit: named.nullable(),
      school: named.nullable(),
      person: z.object({ id: z.uuid().nullable(), name: z.string() }).nullable(),
    }),
    measures: z.array(z.object({ id: z.uuid(), kind: z.enum(measureKinds), description: z.string() })),
    deadline: z.iso.date().nullable(),
    progress: act.extend({ text: z.string() }).nullable(),
    evidence: z.int(),
    /** A lapsed exception is an open row. */
    status: z.enum(rectificationStatuses),
    overdueDays: z.int(),
    escalation: z.enum(escalationLevels).nullable(),
    closed: act.extend({ note: z.string().nullable() }).nullable(),
    exception: act.extend({ reason: z.string(), expiresOn: z.iso.date() }).nullable(),
    reopened: z.int(),
    raisedAt: z.iso.datetime(),
  })
  .meta({ id: 'RectificationRow' });
export type RectificationRow = z.infer<typeof rectificationRowSchema>;

export const rectificationsQuerySchema = z.object({ countyId: z.uuid().optional() });
/** GET /rectifications: what the caller may see, open rows of the earliest deadline first. */
export const rectificationsSchema = z
  .object({ rows: z.array(rectificationRowSchema), more: z.boolean() })
  .meta({ id: 'Rectifications' });
export type Rectifications = z.infer<typeof rectificationsSchema>;

/** GET /rectifications/:rectificationId */
export const rectificationSchema = rectificationRowSchema
  .extend({
    measureList: z.array(rectificationMeasureSchema),
    files: z.array(z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.int(), added: act })),
    /** Oldest first; `details` by kind. */
    history: z.array(act.extend({ kind: z.enum(rectificationEventKinds), details: z.record(z.string(), z.unknown()) })),
    /** The newest evaluation that the ledger follows, for the link to why. */
    evaluation: z.object({ id: z.uuid(), roundId: z.uuid() }).nullable(),
    may: z.object({
      manage: z.boolean(),
      work: z.boolean(),
      /** The data pass (or it was reported done), and the caller is not who is responsible. */
      close: z.boolean(),
      sendBack: z.boolean(),
      except: z.boolean(),
    }),
  })
  .meta({ id: 'Rectification' });
export type Rectification = z.infer<typeof rectificationSchema>;

/** POST /rectifications: a problem that no evaluation raised, of the county's own finding, a visit or a letter. */
export const raiseProblemRequestSchema = z
  .object({
    countyId: z.uuid(),
    /** Null only where a place says what the problem is. */
    title: z.string().trim().min(4).max(500).nullable(),
    source: z.object({
      kind: z.enum(['finding', 'letter', 'own']),
      /** 文号 or number of the document. */
      document: z.string().trim().min(1).max(100).nullable(),
    }),
    schoolId: z.uuid().nullable(),
    /** Where numbers speak of it, the data decide when it is done. */
    place: z.object({ editionId: z.string().max(100), place: problemPlaceSchema }).nullable(),
    deadline: z.iso.date().nullable(),
    /** The ledger has it already, and this is another source of that row; otherwise such a problem is refused. */
    joins: z.boolean().default(false),
  })
  .refine(({ title, place }) => title !== null || place !== null, { path: ['title'] })
  .meta({ id: 'RaiseProblemRequest' });
export type RaiseProblemRequest = z.infer<typeof raiseProblemRequestSchema>;

/** PUT /rectification-assignments: who does it until when, of many rows at once (交办). */
export const assignRectificationsRequestSchema = z
  .object({
    ids: z.array(z.uuid()).min(1).max(500),
    to: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('unit'), unitId: z.uuid() }),
      z.object({ kind: z.literal('school'), schoolId: z.uuid() }),
      /** Each to the school it is about. */
      z.object({ kind: z.literal('own-school') }),
    ]),
    person: z.object({ id: z.uuid().nullable(), name: z.string().trim().min(1).max(100) }).nullable(),
    deadline: z.iso.date(),
    /** Needed where a deadline is put off. */
    reason: z.string().trim().min(2).max(500).nullable(),
  })
  .meta({ id: 'AssignRectificationsRequest' });
export type AssignRectificationsRequest = z.infer<typeof assignRectificationsRequestSchema>;

/** POST /rectifications/:rectificationId/measures */
export const addMeasureRequestSchema = z
  .object({
    kind: z.enum(measureKinds),
    description: z.string().trim().min(2).max(1000),
    money: money.nullable(),
    quantity: quantity.nullable(),
    effects: z.array(measureEffectSchema).max(100),
    /** Other rows of the same county that it is for, too. */
    alsoFor: z.array(z.uuid()).max(500),
  })
  .meta({ id: 'AddMeasureRequest' });
export type AddMeasureRequest = z.infer<typeof addMeasureRequestSchema>;

/** PUT /rectifications/:rectificationId/measures/:measureId/completion: carried out on that day; null: not after all. */
export const completeMeasureRequestSchema = z
  .object({ done: z.object({ on: z.iso.date(), spent: money.nullable() }).nullable() })
  .meta({ id: 'CompleteMeasureRequest' });
export type CompleteMeasureRequest = z.infer<typeof completeMeasureRequestSchema>;

/** POST /rectifications/:rectificationId/notes (progress), /completion (done, please verify), /return (not done) */
export const rectificationTextRequestSchema = z
  .object({ text: z.string().trim().min(2).max(2000) })
  .meta({ id: 'RectificationTextRequest' });
/** POST /rectifications/:rectificationId/closing */
export const closeRectificationRequestSchema = z
  .object({ note: z.string().trim().max(1000).nullable() })
  .meta({ id: 'CloseRectificationRequest' });
/** POST /rectifications/:rectificationId/exception: signed by the account that sends it. */
export const exceptRectificationRequestSchema = z
  .object({ reason: z.string().trim().min(4).max(1000), expiresOn: z.iso.date() })
  .meta({ id: 'ExceptRectificationRequest' });
