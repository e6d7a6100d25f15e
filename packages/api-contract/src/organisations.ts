import { z } from 'zod';
import { groupingKinds, memberParts } from './groupings.ts';

export const regionLevels = ['province', 'city', 'county', 'town'] as const;
export const schoolTypes = [
  'primary',
  'junior',
  'nine-year',
  'twelve-year',
  'full-middle',
  'teaching-point',
  'special-education',
  'vocational',
] as const;
export const ownerships = ['public', 'private'] as const;
export const locales = ['urban', 'town', 'rural'] as const;

export const regionSchema = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    level: z.enum(regionLevels),
    parentId: z.uuid().nullable(),
    timeZone: z.string(),
  })
  .meta({ id: 'Region' });
export type Region = z.infer<typeof regionSchema>;
/** GET /regions: every region in scope, parents first. */
export const regionsSchema = z.object({ regions: z.array(regionSchema) }).meta({ id: 'Regions' });
export type Regions = z.infer<typeof regionsSchema>;

export const schoolSchema = z
  .object({
    id: z.uuid(),
    /** 学校标识码 */
    code: z.string(),
    name: z.string(),
    regionId: z.uuid(),
    townName: z.string().nullable(),
    type: z.enum(schoolTypes),
    ownership: z.enum(ownerships),
    locale: z.enum(locales),
    boarding: z.boolean(),
    foundedYear: z.int().nullable(),
    parentSchoolId: z.uuid().nullable(),
    countedAsSchool: z.boolean(),
    closedOn: z.iso.date().nullable(),
  })
  .meta({ id: 'School' });
export type School = z.infer<typeof schoolSchema>;
/** A school as the register lists it. */
export const registeredSchoolSchema = schoolSchema
  .extend({
    /** Of the name's pinyin: 东镇中心小学 is `dzzxxx`. */
    initials: z.string(),
  })
  .meta({ id: 'RegisteredSchool' });
export type RegisteredSchool = z.infer<typeof registeredSchoolSchema>;
/** GET /schools?regionId=&groupingId=&q=. `q`: part of a name, the beginning of a code or of the initials. */
export const schoolsQuerySchema = z.object({
  regionId: z.uuid().optional(),
  groupingId: z.uuid().optional(),
  q: z.string().trim().max(100).optional(),
});
export type SchoolsQuery = z.infer<typeof schoolsQuerySchema>;
export const schoolsSchema = z.object({ schools: z.array(registeredSchoolSchema) }).meta({ id: 'Schools' });
export type Schools = z.infer<typeof schoolsSchema>;

export const schoolChanges = ['opened', 'renamed', 'merged', 'split', 'type-changed', 'corrected', 'closed'] as const;
const namedSchool = z.object({ id: z.uuid(), name: z.string() });
const flags = z.record(z.string(), z.enum(['yes', 'no']));

/** What the register said of a school from a day to a day (inclusive), and by whom. */
export const schoolVersionSchema = z
  .object({
    version: z.int(),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
    change: z.enum(schoolChanges),
    note: z.string().nullable(),
    recordedAt: z.iso.datetime(),
    /** Null for the system: an import of earlier years, a demonstration. */
    recordedBy: z.string().nullable(),
    name: z.string(),
    type: z.enum(schoolTypes),
    ownership: z.enum(ownerships),
    locale: z.enum(locales),
    boarding: z.boolean(),
    foundedYear: z.int().nullable(),
    flags,
    regionName: z.string(),
    parentSchoolName: z.string().nullable(),
    countedAsSchool: z.boolean(),
    /** The schools merged into it, or the one it was split off. */
    predecessors: z.array(namedSchool),
  })
  .meta({ id: 'SchoolVersion' });

/** GET /schools/:schoolId */
export const schoolDetailSchema = schoolSchema
  .extend({
    openedOn: z.iso.date(),
    flags,
    /** Oldest first. */
    history: z.array(schoolVersionSchema),
    campuses: z.array(namedSchool.extend({ closedOn: z.iso.date().nullable() })),
    /** What became of it: the schools it was merged into or that were split off it. */
    successors: z.array(namedSchool.extend({ from: z.iso.date() })),
    /** Areas and school groups, past ones too; newest first. */
    groupings: z.array(
      namedSchool.extend({
        kind: z.enum(groupingKinds),
        part: z.enum(memberParts),
        startsOn: z.iso.date(),
        endsOn: z.iso.date().nullable(),
      }),
    ),
  })
  .meta({ id: 'SchoolDetail' });
export type SchoolDetail = z.infer<typeof schoolDetailSchema>;

/** What the register says of a school, apart from its code and dates. */
const registeredFacts = z.object({
  name: z.string().trim().min(2).max(100),
  /** The county, or a town of it. */
  regionId: z.uuid(),
  type: z.enum(schoolTypes),
  ownership: z.enum(ownerships),
  locale: z.enum(locales),
  boarding: z.boolean(),
  foundedYear: z.int().min(1800).max(2100).nullable(),
  /** Yes/no facts the special rules need, by item id. */
  flags: z.record(z.string().regex(/^[a-z0-9-]{1,60}$/), z.enum(['yes', 'no'])),
  /** The school a campus belongs to; an uncounted campus (不计校数) is merged into it. */
  parentSchoolId: z.uuid().nullable(),
  countedAsSchool: z.boolean(),
});

/** POST /schools: a school that was opened (or enters the register for the first time). */
export const registerSchoolRequestSchema = registeredFacts
  .extend({
    /** 学校标识码 */
    code: z.string().regex(/^[0-9A-Za-z]{4,20}$/),
    openedOn: z.iso.date(),
    /** Schools it came from, when it was merged or split off. */
    predecessorIds: z.array(z.uuid()).max(20).optional(),
  })
  .meta({ id: 'RegisterSchoolRequest' });
export type RegisterSchoolRequest = z.infer<typeof registerSchoolRequestSchema>;

/** POST /schools/:schoolId/changes: the next version of a school; what is not named stays as it was. History is kept. */
export const changeSchoolRequestSchema = registeredFacts
  .partial()
  .extend({
    change: z.enum(['renamed', 'merged', 'split', 'type-changed', 'corrected', 'closed']),
    validFrom: z.iso.date(),
    /** With `merged`: the schools merged into this one; they are closed on the same day. */
    predecessorIds: z.array(z.uuid()).max(20).optional(),
    note: z.string().max(500).optional(),
  })
  .meta({ id: 'ChangeSchoolRequest' });
export type ChangeSchoolRequest = z.infer<typeof changeSchoolRequestSchema>;

/** POST /schools/:schoolId/splits: new schools come out of one, in one step. */
export const splitSchoolRequestSchema = z
  .object({
    /** The new schools' first day, today or earlier. */
    validFrom: z.iso.date(),
    note: z.string().trim().min(2).max(500),
    /** False: the school is closed on that day, the new ones take its place. */
    remains: z.boolean(),
    /** Everything else they take over from it. */
    schools: z
      .array(
        z.object({
          code: z.string().regex(/^[0-9A-Za-z]{4,20}$/),
          name: z.string().trim().min(2).max(100),
          type: z.enum(schoolTypes),
        }),
      )
      .min(1)
      .max(10),
  })
  .meta({ id: 'SplitSchoolRequest' });
export type SplitSchoolRequest = z.infer<typeof splitSchoolRequestSchema>;
