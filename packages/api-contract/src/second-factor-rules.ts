import { z } from 'zod';

/** Roles a county bureau answers for, and so may ask a second factor (动态验证码) of. */
export const rolesOfCounty = [
  'county-administrator',
  'section-officer',
  'inspector',
  'school-principal',
  'school-reporter',
] as const;
export type RoleOfCounty = (typeof rolesOfCounty)[number];

/**
 * GET /second-factor-rules: of each county whose people the caller manages, which roles must have a second factor. PUT
 * /counties/:countyId/second-factor-rules answers with that county's.
 */
export const secondFactorRulesOfCountySchema = z
  .object({
    countyId: z.uuid(),
    countyName: z.string(),
    roles: z.array(
      z.object({
        role: z.enum(rolesOfCounty),
        /** Who signs in after `since` and has none is led to set one up before anything else. Null: everybody chooses. */
        compulsory: z.object({ since: z.iso.datetime(), by: z.string().nullable() }).nullable(),
        /** People who hold the role in the county today, and how many of them have none yet. */
        people: z.int(),
        without: z.int(),
      }),
    ),
  })
  .meta({ id: 'SecondFactorRulesOfCounty' });
export type SecondFactorRulesOfCounty = z.infer<typeof secondFactorRulesOfCountySchema>;
export const secondFactorRulesSchema = z
  .object({ counties: z.array(secondFactorRulesOfCountySchema) })
  .meta({ id: 'SecondFactorRules' });
export type SecondFactorRules = z.infer<typeof secondFactorRulesSchema>;

/** All roles that must have one from now on; for the others it is a choice again. */
export const secondFactorRulesRequestSchema = z
  .object({ roles: z.array(z.enum(rolesOfCounty)).max(rolesOfCounty.length) })
  .meta({ id: 'SecondFactorRulesRequest' });
export type SecondFactorRulesRequest = z.infer<typeof secondFactorRulesRequestSchema>;
