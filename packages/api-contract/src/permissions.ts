/** Every route names one of these; a role is a set of them. Nothing is allowed that is not listed. */
export const permissions = [
  'session.own',
  'people.read',
  'people.manage',
  'organisations.read',
  'organisations.manage',
  'standards.read',
  'rounds.read',
  'rounds.manage',
  'self-reports.read',
  'self-reports.fill',
  'self-reports.submit',
  'reviews.decide',
  'imports.manage',
  'data-sets.read',
  'data-sets.freeze',
  'evaluations.read',
  'evaluations.run',
] as const;
export type Permission = (typeof permissions)[number];

export const roles = [
  'school-reporter',
  'school-principal',
  'section-officer',
  'county-administrator',
  'city-reviewer',
  'province-reviewer',
  'inspector',
] as const;
export type Role = (typeof roles)[number];

/**
 * What each role may do inside its grant's place (a school, a section or a region and what lies below it).
 * City and province see down and decide nothing here yet: their levels of review come with the review module's own round trips.
 */
export const permissionsByRole: Readonly<Record<Role, readonly Permission[]>> = {
  'school-reporter': [
    'session.own',
    'organisations.read',
    'standards.read',
    'rounds.read',
    'self-reports.read',
    'self-reports.fill',
  ],
  'school-principal': [
    'session.own',
    'people.read',
    'organisations.read',
    'standards.read',
    'rounds.read',
    'self-reports.read',
    'self-reports.fill',
    'self-reports.submit',
  ],
  'section-officer': [
    'session.own',
    'organisations.read',
    'standards.read',
    'rounds.read',
    'self-reports.read',
    'data-sets.read',
    'evaluations.read',
  ],
  'county-administrator': [
    'session.own',
    'people.read',
    'people.manage',
    'organisations.read',
    'organisations.manage',
    'standards.read',
    'rounds.read',
    'rounds.manage',
    'self-reports.read',
    'reviews.decide',
    'imports.manage',
    'data-sets.read',
    'data-sets.freeze',
    'evaluations.read',
    'evaluations.run',
  ],
  'city-reviewer': [
    'session.own',
    'people.read',
    'organisations.read',
    'standards.read',
    'rounds.read',
    'self-reports.read',
    'data-sets.read',
    'evaluations.read',
  ],
  'province-reviewer': [
    'session.own',
    'people.read',
    'organisations.read',
    'standards.read',
    'rounds.read',
    'self-reports.read',
    'data-sets.read',
    'evaluations.read',
  ],
  inspector: [
    'session.own',
    'organisations.read',
    'standards.read',
    'rounds.read',
    'self-reports.read',
    'data-sets.read',
    'evaluations.read',
  ],
};
