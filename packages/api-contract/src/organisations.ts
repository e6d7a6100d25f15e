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
