import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';
import { locales, schoolTypes } from './organisations.ts';

/** Whom an inspector talks to on site (访谈对象). */
export const interviewGroups = ['principals', 'teachers', 'pupils', 'parents', 'deputies', 'others'] as const;
/** Of what is judged without points: it holds, it does not, it could not be told on site. */
export const siteJudgements = ['met', 'unmet', 'unclear'] as const;
export const vetoAnswers = ['none', 'found'] as const;
/** `open`: something is recorded and it is not signed. */
export const visitStatuses = ['not-begun', 'open', 'signed'] as const;
/** Of one file in the desk review (案头审核). */
export const evidenceDecisions = ['accepted', 'rejected'] as const;
/** Of one line of the archive index: a file that counts, only files that were rejected, nothing. */
export const archiveStates = ['there', 'rejected', 'missing'] as const;

/**
 * One thing recorded on a visit; each is saved, merged and kept with its history by itself.
 *
 * - `verified:<cell>` the value found on site, `reason:<cell>` why it differs or could not be verified, `note:<cell>`
 * - `score:<person>/<point>` points, or met, unmet, unclear where the edition names no maximum; `score-note:…`;
 *   `deduction:<person>/<point>/<deduction>` how often. Each inspector writes their own.
 * - `veto:<requirement>` none or found; `veto-facts:<requirement>`
 * - `interview:<uuid>/group`, `/people`, `/record`; `finding:<uuid>/text`, `/about`, `/advice`; `remark:visit`
 *
 * A cell is `item` or `item.stage`; a point is `requirement` or `requirement/point` of the project's edition.
 */
export const visitEntryKeySchema = z.string().regex(/^[a-z-]{1,20}:[A-Za-z0-9./-]{1,200}$/);

const actSchema = z.object({ at: z.iso.datetime(), by: z.string() });
const schoolSchema = z.object({
  schoolId: z.uuid(),
  code: z.string(),
  name: z.string(),
  countyCode: z.string(),
  type: z.enum(schoolTypes),
  locale: z.enum(locales),
});

/** What is recorded so far, counted. */
export const visitProgressSchema = z.object({
  /** Values to verify, those verified or explained, and those that differ from what was reported. */
  cells: z.int(),
  cellsDone: z.int(),
  differences: z.int(),
  /** Points to judge, and those that at least one inspector judged. */
  points: z.int(),
  pointsDone: z.int(),
  vetoesFound: z.int(),
  interviews: z.int(),
  findings: z.int(),
  photos: z.int(),
});
export type VisitProgress = z.infer<typeof visitProgressSchema>;

/** GET /inspections/:inspectionId/visits: one a school to visit, in the order of the list. */
export const visitsSchema = z
  .object({
    visits: z.array(
      z.object({
        school: schoolSchema,
        /** Which of several teams goes there; null where there is only one. */
        team: z.string().nullable(),
        /** The caller may record at this school. */
        mayRecord: z.boolean(),
        status: z.enum(visitStatuses),
        progress: visitProgressSchema,
        /** Who has recorded something. */
        inspectors: z.array(z.string()),
        savedAt: z.iso.datetime().nullable(),
        signed: actSchema.nullable(),
      }),
    ),
    /** The caller is on the team, and may record at one of the schools at least. */
    mayRecord: z.boolean(),
  })
  .meta({ id: 'Visits' });
export type Visits = z.infer<typeof visitsSchema>;

const cellValueSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), scale: z.int() }),
  z.object({ kind: z.literal('choice'), options: z.array(z.string()) }),
  z.object({ kind: z.literal('flag') }),
  z.object({ kind: z.literal('date') }),
  z.object({ kind: z.literal('text'), maximumLength: z.int() }),
]);

/** What is to be verified and judged at one school, by the project and its edition. */
export const visitChecklistSchema = z.object({
  cells: z.array(
    z.object({
      cell: z.string(),
      itemId: z.string(),
      stage: z.string().nullable(),
      section: z.string(),
      unit: z.string().nullable(),
      value: cellValueSchema,
      /** Counted on site by a checklist: nothing is reported of it, and it needs no reason. */
      counted: z.boolean(),
      /** What is counted and what is not, by the checklist; null where it says nothing, and for what is not counted. */
      clause: z.string().nullable(),
      /** What the school handed in; null = nothing. */
      reported: z.string().nullable(),
    }),
  ),
  points: z.array(
    z.object({
      /** As in `score:<person>/<point>`. */
      point: z.string(),
      requirementId: z.string(),
      pointId: z.string().nullable(),
      /** Id of a dimension, or of the requirement's group. */
      dimension: z.string(),
      /** Null: judged as met, unmet or unclear. */
      maximum: z.string().nullable(),
      deductions: z.array(z.object({ id: z.string(), each: z.string().nullable(), atMost: z.string().nullable() })),
      evidence: z.array(z.string()),
      /** As printed, for example a clause of the instrument. */
      clause: z.string().nullable(),
    }),
  ),
  vetoes: z.array(z.object({ requirementId: z.string(), clause: z.string().nullable() })),
});
export type VisitChecklist = z.infer<typeof visitChecklistSchema>;

const visitPhotoSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Bytes. */
  size: z.int(),
  /** The entry it belongs to, null for the visit as a whole. */
  about: z.string().nullable(),
  /** By the tablet's clock; compare `clockAheadSeconds`. */
  takenAt: z.iso.datetime(),
  /** By the server's clock. */
  receivedAt: z.iso.datetime(),
  /** How far the tablet's clock was ahead of the server's when it sent this; negative = behind. */
  clockAheadSeconds: z.int(),
  by: z.string(),
});
export type VisitPhoto = z.infer<typeof visitPhotoSchema>;

const problemAtSchema = z.object({ at: z.string(), code: z.string() });

/** GET /inspections/:inspectionId/visits/:schoolId */
export const visitSchema = z
  .object({
    inspectionId: z.uuid(),
    inspectionName: z.string(),
    editionId: z.string(),
    /** Names of what a bureau added to the edition, by message key: Chinese, English. */
    editionTexts: z.record(z.string(), z.tuple([z.string(), z.string()])),
    school: schoolSchema,
    status: z.enum(visitStatuses),
    /** Grows by one with each saved batch. */
    revision: z.int(),
    /** Of which round the reported values are; null where the school has handed in nothing by this edition. */
    reportedIn: z.object({ year: z.int(), status: z.string() }).nullable(),
    checklist: visitChecklistSchema,
    /** What other inspectors scored is here once the visit is signed: each scores independently. */
    entries: z.record(
      visitEntryKeySchema,
      z.object({
        value: z.string(),
        revision: z.int(),
        /** By the server's clock. */
        at: z.iso.datetime(),
        by: z.string(),
        /** By the tablet's clock, and how far that was ahead of the server's. */
        typedAt: z.iso.datetime(),
        clockAheadSeconds: z.int(),
      }),
    ),
    /** By the entry of a verified value: the last that each inspector found, also where two found the same. */
    found: z.record(
      visitEntryKeySchema,
      z.array(z.object({ personId: z.uuid().nullable(), name: z.string(), value: z.string(), at: z.iso.datetime() })),
    ),
    photos: z.array(visitPhotoSchema),
    /** Who may appear in `score:<person>/…`. */
    team: z.array(z.object({ personId: z.uuid(), name: z.string() })),
    progress: visitProgressSchema,
    /** What signing still waits for, each at its entry. */
    open: z.array(problemAtSchema),
    signed: actSchema.extend({ revision: z.int(), hash: z.string() }).nullable(),
    /** Newest first. */
    events: z.array(actSchema.extend({ kind: z.enum(['signed', 'reopened']), reason: z.string().nullable() })),
    may: z.object({ record: z.boolean(), sign: z.boolean(), reopen: z.boolean() }),
    /** The server's clock, to tell how far the tablet's is off. */
    now: z.iso.datetime(),
  })
  .meta({ id: 'Visit' });
export type Visit = z.infer<typeof visitSchema>;

/**
 * PATCH /inspections/:inspectionId/visits/:schoolId/entries: as a save of a self-report, idempotent by `key`, whole or not at all.
 * An entry that somebody else changed to another value since `baseRevision` is a conflict; a verified value that somebody else found
 * already is no conflict, and is kept as found by both.
 */
export const saveVisitEntriesRequestSchema = z
  .object({
    key: z.uuid(),
    /** What the tablet's clock says while sending. */
    deviceTime: z.iso.datetime(),
    changes: z
      .array(
        z.object({
          entry: visitEntryKeySchema,
          /** null clears it. */
          value: z.string().max(4000).nullable(),
          baseRevision: z.int().min(0),
          /** By the tablet's clock. */
          typedAt: z.iso.datetime(),
        }),
      )
      .min(1)
      .max(300)
      .refine((changes) => new Set(changes.map(({ entry }) => entry)).size === changes.length),
  })
  .meta({ id: 'SaveVisitEntriesRequest' });
export type SaveVisitEntriesRequest = z.infer<typeof saveVisitEntriesRequestSchema>;
export const savedVisitEntriesSchema = z
  .object({
    revision: z.int(),
    saved: z.record(visitEntryKeySchema, z.string().nullable()),
    savedAt: z.iso.datetime(),
    clockAheadSeconds: z.int(),
  })
  .meta({ id: 'SavedVisitEntries' });
export type SavedVisitEntries = z.infer<typeof savedVisitEntriesSchema>;

/**
 * PUT /inspections/:inspectionId/visits/:schoolId/photos/:photoId with the multipart field `file`. The id is made on the tablet:
 * the same photo sent twice is there once.
 */
export const addVisitPhotoQuerySchema = z.object({
  about: visitEntryKeySchema.optional(),
  takenAt: z.iso.datetime(),
  deviceTime: z.iso.datetime(),
});
export const visitPhotoAnswerSchema = visitPhotoSchema.meta({ id: 'VisitPhoto' });

/** POST /inspections/:inspectionId/visits/:schoolId/signature: the revision that the person looked at. */
export const signVisitRequestSchema = z.object({ revision: z.int().min(1) }).meta({ id: 'SignVisitRequest' });
/** POST /inspections/:inspectionId/visits/:schoolId/reopening */
export const reopenVisitRequestSchema = z
  .object({ reason: z.string().trim().min(4).max(500) })
  .meta({ id: 'ReopenVisitRequest' });

/** GET /inspections/:inspectionId/visits/:schoolId/archive: the archive index (档案目录) beside the files that are there. */
export const archiveIndexSchema = z
  .object({
    school: schoolSchema,
    selfReportId: z.uuid().nullable(),
    lines: z.array(
      z.object({
        /** What the files prove: a requirement of each school, an indicator, an item or a special rule, by its id. */
        kind: z.enum(['requirement', 'indicator', 'item', 'special-rule']),
        id: z.string(),
        /** Dimensions above it, the highest first (A, B). */
        dimensions: z.array(z.string()),
        clause: z.string().nullable(),
        /** What the edition asks for: `evidence.<key>` is its name. */
        expected: z.array(z.string()),
        state: z.enum(archiveStates),
        files: z.array(
          evidenceSchema
            .pick({ id: true, name: true, size: true, mediaType: true, addedAt: true, addedBy: true })
            .extend({
              decision: actSchema
                .extend({ decision: z.enum(evidenceDecisions), reason: z.string().nullable() })
                .nullable(),
            }),
        ),
      }),
    ),
    mayDecide: z.boolean(),
  })
  .meta({ id: 'ArchiveIndex' });
export type ArchiveIndex = z.infer<typeof archiveIndexSchema>;

/** PUT /inspections/:inspectionId/visits/:schoolId/archive/:evidenceId: rejecting needs a reason. */
export const decideEvidenceRequestSchema = z
  .object({ decision: z.enum(evidenceDecisions), reason: z.string().trim().min(4).max(500).nullable() })
  .refine(({ decision, reason }) => decision === 'accepted' || reason !== null, { path: ['reason'] })
  .meta({ id: 'DecideEvidenceRequest' });
export type DecideEvidenceRequest = z.infer<typeof decideEvidenceRequestSchema>;
