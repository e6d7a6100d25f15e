import { z } from 'zod';

/**
 * `none`: nobody has begun. drafting 起草, issued 已送达 (the county may object), objected 已申辩, unobjected 无异议 (said so, or the time
 * has passed), final 正式意见已印发.
 */
export const opinionStatuses = ['none', 'drafting', 'issued', 'objected', 'unobjected', 'final'] as const;
/** 初步督导意见, 申辩书, 督导意见书, 反馈意见 */
export const opinionDocuments = ['preliminary', 'objection', 'final', 'feedback'] as const;
/** 采纳, 部分采纳, 不采纳 */
export const objectionDecisions = ['accepted', 'partly', 'rejected'] as const;
export const opinionEvents = [
  'begun',
  'issued',
  'objected',
  'unobjected',
  'refused-late',
  'finalised',
  'feedback-issued',
  'received',
] as const;
/** The time for an objection, in days from the day of issue: the least and the most the lead may set, and what is proposed. */
export const objectionDays = { least: 3, most: 60, proposed: 10 } as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const words = (most: number) => z.string().trim().max(most);
const revision = z.int().min(0);
const unique = (values: readonly string[]) => new Set(values).size === values.length;

const opinionPointSchema = z.object({ id: z.uuid(), text: words(4000) });
const opinionSectionSchema = z.object({
  id: z.uuid(),
  heading: words(100),
  points: z.array(opinionPointSchema).max(40),
});
export type OpinionSection = z.infer<typeof opinionSectionSchema>;

/** What inspectors of the project recorded at a school: `score:<point>` that does not hold, or `finding:<uuid>`. */
const onSiteSchema = z.object({ schoolId: z.uuid(), at: z.string().max(220) });
export type OnSite = z.infer<typeof onSiteSchema>;

/** A finding (问题) as it is drafted: what was found, where, under which indicator, what is demanded and by when. */
const draftedFindingSchema = z.object({
  id: z.uuid(),
  /** An indicator or a requirement of the edition; null where it is about none. */
  referenceId: z.string().max(100).nullable(),
  /** Null where it is about the county. */
  schoolId: z.uuid().nullable(),
  fact: words(4000),
  demand: words(4000),
  dueOn: z.iso.date().nullable(),
  /** The finding of a signed visit that it takes up, once; null: the team's own words. */
  onSite: onSiteSchema.nullable().default(null),
});
export type DraftedFinding = z.infer<typeof draftedFindingSchema>;

export const opinionContentSchema = z
  .object({
    /** Number of the document (文号); may be empty. */
    number: words(60),
    /** On what ground, when and how it was inspected (督导依据与过程). */
    basis: words(6000),
    sections: z.array(opinionSectionSchema).max(20),
    findings: z.array(draftedFindingSchema).max(200),
  })
  .refine(({ sections, findings }) =>
    unique([
      ...sections.flatMap(({ id, points }) => [id, ...points.map((point) => point.id)]),
      ...findings.map(({ id }) => id),
    ]),
  )
  .refine(({ findings }) =>
    unique(findings.flatMap(({ onSite }) => (onSite === null ? [] : [`${onSite.schoolId} ${onSite.at}`]))),
  );
export type OpinionContent = z.infer<typeof opinionContentSchema>;

/** A finding as it was signed: with the school as it was called then. */
export const signedFindingSchema = draftedFindingSchema.omit({ schoolId: true, dueOn: true }).extend({
  dueOn: z.iso.date(),
  school: z.object({ id: z.uuid(), code: z.string(), name: z.string() }).nullable(),
  /** With whoever signed that visit, when, and its fingerprint. */
  onSite: onSiteSchema.extend({ by: z.string(), signedAt: z.iso.datetime(), hash: sha256 }).nullable().default(null),
});
export type SignedFinding = z.infer<typeof signedFindingSchema>;

const headSchema = z.object({
  format: z.literal('junheng-opinion/1'),
  inspection: z.object({ id: z.uuid(), name: z.string(), startsOn: z.iso.date(), endsOn: z.iso.date() }),
  county: z.object({ id: z.uuid(), code: z.string(), name: z.string() }),
  edition: z.object({ id: z.string(), hash: z.string(), instrument: z.string() }),
  signedAt: z.iso.datetime(),
  signedBy: z.string(),
});
/** What was signed as the preliminary or the final opinion. */
export const signedOpinionSchema = headSchema.extend({
  document: z.enum(['preliminary', 'final']),
  number: z.string(),
  basis: z.string(),
  sections: z.array(opinionSectionSchema),
  findings: z.array(signedFindingSchema),
  /** Of the preliminary one: the last day for an objection. */
  objectionsUntil: z.iso.date().nullable(),
  /** Of the final one: when the written report on the rectification is due. */
  reportDueOn: z.iso.date().nullable(),
});
export type SignedOpinion = z.infer<typeof signedOpinionSchema>;

/** One point of an objection (申辩): against which point or finding; null where it is about the whole. */
export const objectionPointSchema = z.object({
  id: z.uuid(),
  target: z.uuid().nullable(),
  text: words(4000),
});
export type ObjectionPoint = z.infer<typeof objectionPointSchema>;
export const signedObjectionSchema = headSchema.extend({
  document: z.literal('objection'),
  points: z.array(objectionPointSchema),
});
export type SignedObjection = z.infer<typeof signedObjectionSchema>;

/** The answer to one point: amended texts replace what they were about, a withdrawn one leaves the final opinion. */
export const objectionAnswerSchema = z.object({
  objectionId: z.uuid(),
  decision: z.enum(objectionDecisions).nullable(),
  reason: words(4000),
  amended: words(4000).nullable(),
  amendedDemand: words(4000).nullable(),
  withdrawn: z.boolean(),
});
export type ObjectionAnswer = z.infer<typeof objectionAnswerSchema>;

/** The four parts of a feedback opinion (反馈意见): results and conclusions, practice and effect, problems, proposals. */
export const feedbackContentSchema = z.object({
  number: words(60),
  /** 主要指标达标情况与检查结论: a paragraph each. */
  conclusions: z.array(z.object({ heading: words(100), text: words(4000) })).max(10),
  practice: words(6000),
  problems: words(6000),
  proposals: words(6000),
});
export type FeedbackContent = z.infer<typeof feedbackContentSchema>;
export const signedFeedbackSchema = headSchema
  .extend({ document: z.literal('feedback') })
  .extend(feedbackContentSchema.shape);
export type SignedFeedback = z.infer<typeof signedFeedbackSchema>;

/** A signed text. `body` is what was hashed, as it was hashed; it never changes. */
const documentOf = <Content extends z.ZodType>(content: Content) =>
  z.object({
    content,
    body: z.string(),
    hash: sha256,
    received: z.object({ at: z.iso.datetime(), by: z.string() }).nullable(),
  });

/** GET /inspections/:inspectionId/opinions/:countyId. What is still a draft is null to those it is not for. */
export const opinionSchema = z
  .object({
    inspection: z.object({ id: z.uuid(), name: z.string(), startsOn: z.iso.date(), endsOn: z.iso.date() }),
    county: z.object({ id: z.uuid(), code: z.string(), name: z.string() }),
    editionId: z.string(),
    /** Names of what a bureau added to the edition, by message key: Chinese, English. */
    editionTexts: z.record(z.string(), z.tuple([z.string(), z.string()])),
    status: z.enum(opinionStatuses),
    revision,
    leads: z.array(z.string()),
    draft: opinionContentSchema.nullable(),
    preliminary: documentOf(signedOpinionSchema).nullable(),
    /** The last second in which an objection is in time. */
    objectionsEndAt: z.iso.datetime().nullable(),
    objectionDraft: z.array(objectionPointSchema).nullable(),
    objection: documentOf(signedObjectionSchema).nullable(),
    /** To the team at any time, to others with the final opinion. */
    answers: z.array(objectionAnswerSchema).nullable(),
    final: documentOf(signedOpinionSchema).nullable(),
    feedbackDraft: feedbackContentSchema.nullable(),
    feedback: documentOf(signedFeedbackSchema).nullable(),
    events: z.array(
      z.object({
        kind: z.enum(opinionEvents),
        at: z.iso.datetime(),
        by: z.string(),
        document: z.enum(opinionDocuments).nullable(),
      }),
    ),
    /** What a finding may name; empty to those who do not write. */
    references: z.array(z.object({ id: z.string(), kind: z.enum(['indicator', 'requirement']) })),
    schools: z.array(z.object({ id: z.uuid(), code: z.string(), name: z.string(), visited: z.boolean() })),
    may: z.object({
      write: z.boolean(),
      sign: z.boolean(),
      object: z.boolean(),
      answer: z.boolean(),
      receive: z.boolean(),
      feedback: z.boolean(),
    }),
  })
  .meta({ id: 'Opinion' });
export type Opinion = z.infer<typeof opinionSchema>;

/** GET /inspections/:inspectionId/opinions: one a county within scope. */
export const opinionSummariesSchema = z
  .object({
    opinions: z.array(
      z.object({
        countyId: z.uuid(),
        county: z.string(),
        status: z.enum(opinionStatuses),
        objectionsEndAt: z.iso.datetime().nullable(),
        findings: z.int().nullable(),
        feedback: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'OpinionSummaries' });
export type OpinionSummaries = z.infer<typeof opinionSummariesSchema>;

/** PUT …/draft */
export const writeOpinionRequestSchema = z
  .object({ revision, content: opinionContentSchema })
  .meta({ id: 'WriteOpinionRequest' });
export type WriteOpinionRequest = z.infer<typeof writeOpinionRequestSchema>;
/** POST …/issue: by the lead; from then on the preliminary opinion is frozen and the county may object. */
export const issueOpinionRequestSchema = z
  .object({ revision, objectionsUntil: z.iso.date() })
  .meta({ id: 'IssueOpinionRequest' });
export type IssueOpinionRequest = z.infer<typeof issueOpinionRequestSchema>;
/** PUT …/objection: the draft of the county, kept whenever it comes. */
export const writeObjectionRequestSchema = z
  .object({
    revision,
    points: z
      .array(objectionPointSchema)
      .max(300)
      .refine((points) => unique(points.map(({ id }) => id)) && unique(points.flatMap(({ target }) => target ?? []))),
  })
  .meta({ id: 'WriteObjectionRequest' });
export type WriteObjectionRequest = z.infer<typeof writeObjectionRequestSchema>;
/** POST …/objection/submission: the draft as it was saved last, or that there is none (无异议). */
export const submitObjectionRequestSchema = z
  .object({ revision, none: z.boolean() })
  .meta({ id: 'SubmitObjectionRequest' });
export type SubmitObjectionRequest = z.infer<typeof submitObjectionRequestSchema>;
/** PUT …/answers */
export const writeAnswersRequestSchema = z
  .object({
    revision,
    answers: z
      .array(objectionAnswerSchema)
      .max(300)
      .refine((answers) => unique(answers.map(({ objectionId }) => objectionId))),
  })
  .meta({ id: 'WriteAnswersRequest' });
export type WriteAnswersRequest = z.infer<typeof writeAnswersRequestSchema>;
/** POST …/final: by the lead. `deadlines` are those that change. */
export const finaliseOpinionRequestSchema = z
  .object({
    revision,
    number: words(60),
    reportDueOn: z.iso.date(),
    deadlines: z.array(z.object({ findingId: z.uuid(), dueOn: z.iso.date() })).max(200),
  })
  .meta({ id: 'FinaliseOpinionRequest' });
export type FinaliseOpinionRequest = z.infer<typeof finaliseOpinionRequestSchema>;
/** PUT …/feedback */
export const writeFeedbackRequestSchema = z
  .object({ revision, content: feedbackContentSchema })
  .meta({ id: 'WriteFeedbackRequest' });
export type WriteFeedbackRequest = z.infer<typeof writeFeedbackRequestSchema>;
/** POST …/feedback/issue: by the lead, after the final opinion. */
export const opinionRevisionRequestSchema = z.object({ revision }).meta({ id: 'OpinionRevisionRequest' });
export type OpinionRevisionRequest = z.infer<typeof opinionRevisionRequestSchema>;
/** POST …/receipts: the county has received it (签收). */
export const receiveOpinionRequestSchema = z
  .object({ document: z.enum(['preliminary', 'final', 'feedback']) })
  .meta({ id: 'ReceiveOpinionRequest' });
export type ReceiveOpinionRequest = z.infer<typeof receiveOpinionRequestSchema>;
