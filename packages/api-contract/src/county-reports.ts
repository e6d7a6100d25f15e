import { z } from 'zod';
import { evidenceLimitsSchema, evidenceSchema } from './evidence.ts';
import { cellSources, cellHistorySchema } from './self-reports.ts';
import { roundSchema } from './rounds.ts';

/**
 * What a section can be made responsible for (责任科室): a group of items of the county report, an indicator of the schools, or a
 * requirement of the edition.
 */
export const countyTopicSchema = z.string().regex(/^(items|indicator|requirement):[A-Za-z0-9-]{1,60}$/);
export const countyRemarkFields = ['expected', 'steps', 'remark'] as const;
export type CountyRemarkField = (typeof countyRemarkFields)[number];
/** 预计达成情况 */
export const expectedAttainments = ['reached', 'expected', 'at-risk', 'not-expected'] as const;
export type ExpectedAttainment = (typeof expectedAttainments)[number];

/**
 * One thing that is saved by itself: a cell (`item`, `item.stage`, `item@1` = the year before), what is said of a topic
 * (`requirement:G1#steps`), or the reason for a soft finding (`reason:<rule>/<cell>`).
 */
export const countyEntryKeySchema = z
  .string()
  .max(200)
  .regex(
    /^(?:[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,30})?(?:@[1-9]\d?)?|(?:items|indicator|requirement):[A-Za-z0-9-]{1,60}#(?:expected|steps|remark)|reason:[a-z0-9-]{1,60}\/[a-z0-9.@-]{1,100})$/,
  );

/** What a return reason can be about: something entered, or the evidence at a topic (`requirement:G1#evidence`). */
export const countyReturnAnchorSchema = countyEntryKeySchema.or(
  z.string().regex(/^(?:indicator|requirement):[A-Za-z0-9-]{1,60}#evidence$/),
);

export const countyPartStatuses = ['filling', 'submitted', 'returned', 'approved'] as const;
export type CountyPartStatus = (typeof countyPartStatuses)[number];

export const countedFigureSchema = z
  .object({ total: z.string(), schools: z.int(), missing: z.int() })
  .meta({ id: 'CountedFigure' });

/** What rows of the county's registers come to. */
export const registeredFigureSchema = z.object({ value: z.string(), rows: z.int() }).meta({ id: 'RegisteredFigure' });

export const countyUnitSchema = z
  .object({ id: z.uuid(), name: z.string(), kind: z.string() })
  .meta({ id: 'CountyUnit' });

/** The part of one section; null as unit: of the bureau itself, for what no section was given. */
export const countyPartSchema = z
  .object({
    id: z.uuid(),
    unit: countyUnitSchema.nullable(),
    status: z.enum(countyPartStatuses),
    topics: z.array(countyTopicSchema),
    /** Cells filled, of those required. */
    filled: z.int(),
    required: z.int(),
    hardFindings: z.int(),
    softWithoutReason: z.int(),
    openReturns: z.int(),
    /** Files at its topics. */
    evidence: z.int(),
    deadline: z.iso.date(),
    late: z.boolean(),
    submittedAt: z.iso.datetime().nullable(),
    submittedBy: z.string().nullable(),
    approvedAt: z.iso.datetime().nullable(),
    approvedBy: z.string().nullable(),
    may: z.object({
      fill: z.boolean(),
      submit: z.boolean(),
      withdraw: z.boolean(),
      return: z.boolean(),
      approve: z.boolean(),
    }),
    /** Why `fill` is false. */
    lock: z.enum(['not-open-yet', 'closed', 'submitted', 'approved', 'no-right']).nullable(),
  })
  .meta({ id: 'CountyPart' });
export type CountyPart = z.infer<typeof countyPartSchema>;

export const countyReturnReasonSchema = z
  .object({
    id: z.uuid(),
    partId: z.uuid(),
    /** null: about the part as a whole. */
    entry: countyReturnAnchorSchema.nullable(),
    reason: z.string(),
    by: z.string(),
    at: z.iso.datetime(),
    /** Open until what it is about has been changed; one about the whole part until it is submitted again. */
    state: z.enum(['open', 'changed']),
  })
  .meta({ id: 'CountyReturnReason' });

/** A file that proves what a section says of an indicator or a requirement (佐证材料). */
export const countyEvidenceSchema = evidenceSchema
  .omit({ targets: true })
  .extend({ topic: countyTopicSchema })
  .meta({ id: 'CountyEvidence' });
export type CountyEvidence = z.infer<typeof countyEvidenceSchema>;

/** POST /county-reports/:id/evidence?topic= : one file, the multipart field `file`. Not for groups of items: they are no indicators. */
export const addCountyEvidenceQuerySchema = z.object({
  topic: z.string().regex(/^(indicator|requirement):[A-Za-z0-9-]{1,60}$/),
});

/**
 * GET /county-reports/:id/evidence/earlier: what proved the county's report before this one; of a section officer only what would be at
 * topics their section answers for now.
 */
export const earlierCountyEvidenceSchema = z
  .object({
    /** The year of that report, null without one. */
    year: z.int().nullable(),
    evidence: z.array(countyEvidenceSchema.omit({ reusedFromYear: true, removed: true })),
  })
  .meta({ id: 'EarlierCountyEvidence' });
export type EarlierCountyEvidence = z.infer<typeof earlierCountyEvidenceSchema>;

/** POST /county-reports/:id/evidence/reuse: takes files of the earlier report over, all or none. Without `topic` each to its own. */
export const reuseCountyEvidenceRequestSchema = z
  .object({
    evidenceIds: z.array(z.uuid()).min(1).max(100),
    topic: addCountyEvidenceQuerySchema.shape.topic.optional(),
  })
  .meta({ id: 'ReuseCountyEvidenceRequest' });

export const countyReportEventKinds = ['opened', 'assigned', 'submitted', 'withdrawn', 'returned', 'approved'] as const;

/** GET /rounds/:roundId/county-report: of a section officer only what their section answers for. */
export const countyReportSchema = z
  .object({
    id: z.uuid(),
    round: roundSchema,
    /** Grows by one with each saved batch. */
    revision: z.int(),
    entries: z.record(countyEntryKeySchema, z.string()),
    entryRevisions: z.record(countyEntryKeySchema, z.int()),
    entrySources: z.record(countyEntryKeySchema, z.enum(cellSources)),
    /** Approved last year, where the round before asked by the same edition. */
    lastYear: z.record(countyEntryKeySchema, z.string()).nullable(),
    /** What the submitted and approved reports of the schools add up to, by cell of the county report. */
    counted: z.record(countyEntryKeySchema, countedFigureSchema),
    registered: z.record(countyEntryKeySchema, registeredFigureSchema),
    parts: z.array(countyPartSchema),
    /** Newest first, those taken out again included. */
    evidence: z.array(countyEvidenceSchema),
    evidenceLimits: evidenceLimitsSchema,
    /** The sections of the county, for whoever may assign. */
    units: z.array(countyUnitSchema),
    returnReasons: z.array(countyReturnReasonSchema),
    timeline: z.array(
      z.object({
        kind: z.enum(countyReportEventKinds),
        unitName: z.string().nullable(),
        at: z.iso.datetime(),
        by: z.string(),
        note: z.string().nullable(),
      }),
    ),
    /** May the person asking give topics to sections? */
    mayAssign: z.boolean(),
    serverTime: z.iso.datetime(),
  })
  .meta({ id: 'CountyReport' });
export type CountyReport = z.infer<typeof countyReportSchema>;

/** PATCH /county-reports/:id/entries: as a save of a self-report, idempotent by `key`, whole or not at all. */
export const saveCountyEntriesRequestSchema = z
  .object({
    key: z.uuid(),
    changes: z
      .array(
        z.object({
          entry: countyEntryKeySchema,
          /** null clears it. */
          value: z.string().max(2000).nullable(),
          baseRevision: z.int().min(0),
        }),
      )
      .min(1)
      .max(200),
  })
  .meta({ id: 'SaveCountyEntriesRequest' });
export type SaveCountyEntriesRequest = z.infer<typeof saveCountyEntriesRequestSchema>;
export const savedCountyEntriesSchema = z
  .object({
    revision: z.int(),
    saved: z.record(countyEntryKeySchema, z.string().nullable()),
    savedAt: z.iso.datetime(),
  })
  .meta({ id: 'SavedCountyEntries' });
export type SavedCountyEntries = z.infer<typeof savedCountyEntriesSchema>;

/** PUT /county-reports/:id/assignments: null gives the topic back to the bureau, or to the section of the items it reads. */
export const assignCountyTopicsRequestSchema = z
  .object({
    assignments: z
      .array(z.object({ topic: countyTopicSchema, unitId: z.uuid().nullable() }))
      .min(1)
      .max(300),
  })
  .meta({ id: 'AssignCountyTopicsRequest' });

/** POST /county-reports/:id/parts/:partId/{submit,withdraw,approve}: names the revision of the report the person looked at. */
export const moveCountyPartRequestSchema = z
  .object({ revision: z.int().min(0), note: z.string().max(500).optional() })
  .meta({ id: 'MoveCountyPartRequest' });

/** POST /county-reports/:id/parts/:partId/return: at least one reason, each at something entered, at evidence or about the whole. */
export const returnCountyPartRequestSchema = z
  .object({
    revision: z.int().min(0),
    reasons: z
      .array(z.object({ entry: countyReturnAnchorSchema.nullable(), reason: z.string().trim().min(2).max(1000) }))
      .min(1)
      .max(100),
    /** The day the corrections are due; without it a section has at least seven days. */
    correctBy: z.iso.date().optional(),
  })
  .meta({ id: 'ReturnCountyPartRequest' });

/** GET /county-reports/:id/history?entry= : who entered what, newest first. `cell` is the key of the entry. */
export const countyHistorySchema = z
  .object({
    entries: z.array(cellHistorySchema.shape.entries.element.extend({ cell: countyEntryKeySchema })),
  })
  .meta({ id: 'CountyHistory' });

/** One line of the overview: an indicator or a requirement with the section that answers for it. */
export const countyOverviewRowSchema = z
  .object({
    topic: countyTopicSchema,
    group: z.string(),
    unit: countyUnitSchema.nullable(),
    partId: z.uuid(),
    status: z.enum(countyPartStatuses),
    /** Where things stand by what is entered and reported now, approved or not. */
    outcome: z.enum(['met', 'unmet', 'undetermined', 'not-applicable']),
    /** The numbers compared, where they are the county's: of the whole line (`part` null) or of its named parts. */
    measured: z.array(
      z.object({
        part: z.string().nullable(),
        outcome: z.enum(['met', 'unmet', 'undetermined', 'not-applicable']),
        value: z.number().nullable(),
        exact: z.string().nullable(),
        comparator: z.enum(['at-least', 'more-than', 'at-most', 'less-than', 'equal']),
        limit: z.string().nullable(),
      }),
    ),
    /** Of a line that asks every school or school-stage. */
    schools: z.object({ asked: z.int(), met: z.int(), unmet: z.int(), undetermined: z.int() }).nullable(),
    /** Cells of the county report it reads. */
    cells: z.array(countyEntryKeySchema),
    missing: z.int(),
    /** Oldest first. */
    evidence: z.array(z.object({ id: z.uuid(), name: z.string() })),
    expected: z.enum(expectedAttainments).nullable(),
    steps: z.string().nullable(),
    remark: z.string().nullable(),
  })
  .meta({ id: 'CountyOverviewRow' });
export type CountyOverviewRow = z.infer<typeof countyOverviewRowSchema>;

/** GET /rounds/:roundId/county-report/overview: the table of 责任科室. */
export const countyOverviewSchema = z
  .object({
    round: roundSchema,
    reportId: z.uuid(),
    rows: z.array(countyOverviewRowSchema),
    /** Numbers of the schools added up, by cell of their form. */
    totals: z.array(countedFigureSchema.extend({ cell: z.string() })),
    schoolCount: z.int(),
    countedSchools: z.int(),
  })
  .meta({ id: 'CountyOverview' });
export type CountyOverview = z.infer<typeof countyOverviewSchema>;

/** GET /rounds/:roundId/county-report/overview.xlsx */
export const countyOverviewQuerySchema = z.object({ language: z.enum(['zh-CN', 'en']).default('zh-CN') });
