import type { GiveGrantRequest, Grouping, Role } from '@junheng/api-contract';

/** Kinds of place a role makes sense at. As the server's own rules have it, which decide. */
export const placesByRole: Readonly<Record<Role, readonly GiveGrantRequest['place']['kind'][]>> = {
  'school-reporter': ['school'],
  'school-principal': ['school'],
  'section-officer': ['unit'],
  inspector: ['region', 'area'],
  'county-administrator': ['region'],
  'city-reviewer': ['region'],
  'province-reviewer': ['region'],
};

/** What a county gives; the roles of city and province come from above. */
export const givenByCounties = [
  'school-reporter',
  'school-principal',
  'section-officer',
  'inspector',
  'county-administrator',
] as const satisfies readonly Role[];

const areas: Readonly<Record<Grouping['kind'], boolean>> = {
  cluster: true,
  'school-district': true,
  'inspection-area': true,
  'education-group': false,
  alliance: false,
  bundle: false,
};

/** Roles are held at areas; a school group is no place of its own. */
export function isArea(kind: Grouping['kind']): boolean {
  return areas[kind];
}
