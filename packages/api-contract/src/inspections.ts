import { z } from 'zod';
import { locales, schoolTypes } from './organisations.ts';

/** 评估, 复检, 年度监测, 专项督查 */
export const inspectionKinds = ['evaluation', 're-check', 'annual-monitoring', 'special'] as const;
/** 随机抽取, 全部学校, 指定学校 */
export const schoolSelections = ['random', 'all', 'chosen'] as const;
/** 组长 and 成员 */
export const teamParts = ['lead', 'member'] as const;
/** By rule 8 to 12 schools of a county are drawn (SPEC 6); any other number needs a reason. */
export const usualSampleSize = { least: 8, most: 12, proposed: 10 } as const;

/**
 * Of a random sample: no draw yet, the newest draw committed, its list frozen, drawn. Of all or chosen schools: `draft` until the
 * list is confirmed.
 */
export const inspectionStatuses = ['draft', 'committed', 'frozen', 'drawn', 'confirmed'] as const;
/** A draw that another replaced before it was drawn is abandoned. */
export const drawStatuses = ['committed', 'frozen', 'drawn', 'abandoned'] as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const reason = z.string().trim().min(4).max(500);

export const teamMemberSchema = z.object({ personId: z.uuid(), name: z.string(), part: z.enum(teamParts) });
export type TeamMember = z.infer<typeof teamMemberSchema>;

/** One of several teams (督导小组) of a project, with its own people, counties, and single schools of other teams' counties. */
export const projectTeamSchema = z.object({
  name: z.string().trim().min(1).max(50),
  memberIds: z.array(z.uuid()).min(1).max(100),
  countyIds: z.array(z.uuid()).max(300),
  schoolIds: z.array(z.uuid()).max(2000),
});
export type ProjectTeam = z.infer<typeof projectTeamSchema>;

export const inspectedCountySchema = z.object({
  countyId: z.uuid(),
  code: z.string(),
  name: z.string(),
  /** Null where no sample is drawn. */
  sampleSize: z.int().nullable(),
  sizeReason: z.string().nullable(),
});

export const inspectionSummarySchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(inspectionKinds),
    status: z.enum(inspectionStatuses),
    selection: z.enum(schoolSelections),
    counties: z.array(inspectedCountySchema),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    lead: z.string(),
    /** Schools to visit; 0 while they are not known. */
    schools: z.int(),
    draws: z.int(),
  })
  .meta({ id: 'InspectionSummary' });
export type InspectionSummary = z.infer<typeof inspectionSummarySchema>;
/** GET /inspections: within scope or with oneself on the team, newest first. */
export const inspectionsSchema = z
  .object({ inspections: z.array(inspectionSummarySchema) })
  .meta({ id: 'Inspections' });
export type Inspections = z.infer<typeof inspectionsSchema>;

const visitedSchoolSchema = z.object({
  schoolId: z.uuid(),
  code: z.string(),
  name: z.string(),
  countyCode: z.string(),
  type: z.enum(schoolTypes),
  locale: z.enum(locales),
});
export type VisitedSchool = z.infer<typeof visitedSchoolSchema>;

const stratumSchema = z.object({
  type: z.enum(schoolTypes),
  locale: z.enum(locales),
  /** In the list, and how many of them were drawn. */
  schools: z.int(),
  size: z.int(),
  drawn: z.array(visitedSchoolSchema),
});
const sampledCountySchema = z.object({
  code: z.string(),
  name: z.string(),
  schools: z.int(),
  size: z.int(),
  start: z.int(),
  strata: z.array(stratumSchema),
});
const headSchema = z.object({ countyCode: z.string(), position: z.int(), hash: sha256 });
const actSchema = z.object({ at: z.iso.datetime(), by: z.string() });

/** One draw with what is published of it at its step; what comes later is null. */
export const drawSchema = z
  .object({
    id: z.uuid(),
    number: z.int(),
    status: z.enum(drawStatuses),
    /** Why the one before was replaced; null for the first. */
    reason: z.string().nullable(),
    committed: actSchema,
    /** SHA-256 of the secret value. */
    commitment: sha256,
    frozen: actSchema.nullable(),
    listHash: sha256.nullable(),
    listedSchools: z.int().nullable(),
    /** The canonical text of the frozen list, whose SHA-256 is `listHash`: whoever misses a school can say so before the draw. */
    list: z.string().nullable(),
    /** When the heads of the audit chains count, and from when on it may be drawn. */
    headsAt: z.iso.datetime().nullable(),
    drawableFrom: z.iso.datetime().nullable(),
    drawn: actSchema.nullable(),
    /** The value that was secret: revealed by the draw, and when a draw is abandoned. */
    value: sha256.nullable(),
    heads: z.array(headSchema).nullable(),
    seed: sha256.nullable(),
    counties: z.array(sampledCountySchema).nullable(),
  })
  .meta({ id: 'Draw' });
export type Draw = z.infer<typeof drawSchema>;

/** GET /inspections/:inspectionId */
export const inspectionSchema = inspectionSummarySchema
  .extend({
    editionId: z.string(),
    /** Of a checklist (督查清单), which no school reports by. */
    checklist: z.boolean(),
    /** Names of what a bureau added to the edition, by message key: Chinese, English. */
    editionTexts: z.record(z.string(), z.tuple([z.string(), z.string()])),
    schoolTypes: z.array(z.enum(schoolTypes)),
    /** Items of the edition whose values are verified on site (现场核实). */
    verifiedItems: z.array(z.string()),
    /** Requirements of the edition that are scored by judgement (赋分). */
    judgedRequirements: z.array(z.string()),
    team: z.array(teamMemberSchema),
    /** Empty: everybody on the team goes to every school. */
    teams: z.array(projectTeamSchema),
    chosenSchoolIds: z.array(z.uuid()),
    /** To be visited: of the newest draw that was drawn, or as confirmed. */
    visits: z.array(visitedSchoolSchema),
    /** Newest first. */
    drawList: z.array(drawSchema),
    created: actSchema,
    confirmed: actSchema.nullable(),
    /** What the caller may do now. */
    may: z.object({ change: z.boolean(), draw: z.boolean() }),
  })
  .meta({ id: 'Inspection' });
export type Inspection = z.infer<typeof inspectionSchema>;

const unique = (values: readonly string[]) => new Set(values).size === values.length;
/** POST /inspections, PUT /inspections/:inspectionId: the whole project, changeable until a draw is committed or the list confirmed. */
export const writeInspectionRequestSchema = z
  .object({
    name: z.string().trim().min(2).max(100),
    kind: z.enum(inspectionKinds),
    editionId: z.string().max(100),
    counties: z
      .array(
        z.object({
          countyId: z.uuid(),
          sampleSize: z.int().min(1).max(500).nullable(),
          sizeReason: reason.nullable(),
        }),
      )
      .min(1)
      .max(300)
      .refine((counties) => unique(counties.map(({ countyId }) => countyId))),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    selection: z.enum(schoolSelections),
    /** Which types of school may be drawn, or are all visited. */
    schoolTypes: z.array(z.enum(schoolTypes)).min(1).refine(unique),
    chosenSchoolIds: z.array(z.uuid()).max(2000).refine(unique),
    verifiedItems: z.array(z.string().max(100)).max(500).refine(unique),
    judgedRequirements: z.array(z.string().max(100)).max(500).refine(unique),
    team: z
      .array(z.object({ personId: z.uuid(), part: z.enum(teamParts) }))
      .min(1)
      .max(100)
      .refine((team) => unique(team.map(({ personId }) => personId))),
    /** Each county belongs to one of them; leaders go to every school. Empty or absent: one team for all. */
    teams: z
      .array(projectTeamSchema)
      .max(50)
      .refine((teams) => unique(teams.map(({ name }) => name)))
      .optional(),
  })
  .meta({ id: 'WriteInspectionRequest' });
export type WriteInspectionRequest = z.infer<typeof writeInspectionRequestSchema>;

/** GET /inspection-team-candidates: inspectors at, above or below a place of the caller's. */
export const teamCandidatesSchema = z
  .object({
    candidates: z.array(z.object({ personId: z.uuid(), name: z.string(), places: z.array(z.string()) })),
  })
  .meta({ id: 'TeamCandidates' });
export type TeamCandidates = z.infer<typeof teamCandidatesSchema>;

/** POST /inspections/:inspectionId/draws: another than the first needs a reason, and the earlier one stays visible. */
export const commitDrawRequestSchema = z.object({ reason: reason.nullable() }).meta({ id: 'CommitDrawRequest' });
export type CommitDrawRequest = z.infer<typeof commitDrawRequestSchema>;

/** POST /inspections/:inspectionId/draws/:drawId/list: freezes the list and states when the heads of the audit chains count. */
export const freezeListRequestSchema = z.object({ headsAt: z.iso.datetime() }).meta({ id: 'FreezeListRequest' });
export type FreezeListRequest = z.infer<typeof freezeListRequestSchema>;

/**
 * GET /inspections/:inspectionId/draws/:drawId/publication: everything a stranger needs to repeat the draw, as a file
 * (docs/drawing-a-sample.md). Once published its format never changes.
 */
export const drawPublicationSchema = z
  .object({
    format: z.literal('junheng-sample/1'),
    inspection: z.object({ id: z.uuid(), name: z.string() }),
    draw: z.object({ number: z.int(), reason: z.string().nullable() }),
    commitment: sha256,
    committedAt: z.iso.datetime(),
    value: sha256,
    /** The canonical text of the frozen list. */
    list: z.string(),
    listHash: sha256,
    frozenAt: z.iso.datetime(),
    headsAt: z.iso.datetime(),
    heads: z.array(headSchema),
    seed: sha256,
    drawnAt: z.iso.datetime(),
    counties: z.array(
      z.object({
        code: z.string(),
        schools: z.int(),
        size: z.int(),
        start: z.int(),
        strata: z.array(
          z.object({ type: z.enum(schoolTypes), locale: z.enum(locales), schools: z.int(), size: z.int() }),
        ),
      }),
    ),
    /** Codes of the drawn schools, in the order of the draw. */
    sample: z.array(z.string()),
    /** What was committed before in this project. */
    earlierDraws: z.array(
      z.object({
        number: z.int(),
        commitment: sha256,
        listHash: sha256.nullable(),
        seed: sha256.nullable(),
        value: sha256.nullable(),
      }),
    ),
  })
  .meta({ id: 'DrawPublication' });
export type DrawPublication = z.infer<typeof drawPublicationSchema>;
