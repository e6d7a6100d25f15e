import { z } from 'zod';

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
/** GET /schools?regionId= */
export const schoolsQuerySchema = z.object({ regionId: z.uuid().optional() });
export type SchoolsQuery = z.infer<typeof schoolsQuerySchema>;
export const schoolsSchema = z.object({ schools: z.array(schoolSchema) }).meta({ id: 'Schools' });
export type Schools = z.infer<typeof schoolsSchema>;
/** GET /schools/:schoolId */
export const schoolDetailSchema = schoolSchema
  .extend({
    history: z.array(
      z.object({
        validFrom: z.iso.date(),
        validTo: z.iso.date().nullable(),
        change: z.enum(['opened', 'renamed', 'merged', 'split', 'type-changed', 'corrected', 'closed']),
        name: z.string(),
        type: z.enum(schoolTypes),
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
    /** Schools merged into this one. */
    predecessorIds: z.array(z.uuid()).max(20).optional(),
    note: z.string().max(500).optional(),
  })
  .meta({ id: 'ChangeSchoolRequest' });
export type ChangeSchoolRequest = z.infer<typeof changeSchoolRequestSchema>;
