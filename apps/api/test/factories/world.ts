import type { Role } from '@junheng/api-contract';
import type { Transaction } from '../../src/platform/database/transaction.ts';

/** Ids of the small world most API tests play in: two counties of one city, each with schools, people and sections. */
export interface World {
  readonly province: string;
  readonly city: string;
  readonly county: string;
  readonly town: string;
  readonly foreignCounty: string;
  readonly section: string;
  readonly area: string;
  /** 小学 in the county's town. */
  readonly school: string;
  /** 九年一贯制 of the same county. */
  readonly otherSchool: string;
  /** A school of the foreign county. */
  readonly foreignSchool: string;
  readonly people: Readonly<Record<Persona, string>>;
}

export const personas = [
  'reporter',
  'principal',
  'otherReporter',
  'sectionOfficer',
  'countyAdministrator',
  'inspector',
  'areaInspector',
  'cityReviewer',
  'provinceReviewer',
  'foreignReporter',
  'foreignAdministrator',
  'nobody',
] as const;
export type Persona = (typeof personas)[number];

export async function createRegion(
  tx: Transaction,
  region: { readonly level: string; readonly code: string; readonly name: string; readonly parentId?: string },
): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO regions (parent_id, level, code, name, path)
     VALUES ($1, $2, $3, $4, COALESCE((SELECT path FROM regions WHERE id = $1), '') || $3 || '/') RETURNING id`,
    [region.parentId ?? null, region.level, region.code, region.name],
  );
  return idOf(row);
}

export interface SchoolOptions {
  readonly countyId: string;
  readonly regionId?: string;
  readonly code: string;
  readonly name: string;
  readonly type?: string;
  readonly ownership?: string;
  readonly locale?: string;
  readonly boarding?: boolean;
  readonly foundedYear?: number;
  readonly flags?: Readonly<Record<string, string>>;
  readonly parentSchoolId?: string;
  readonly countedAsSchool?: boolean;
}

export async function createSchool(tx: Transaction, school: SchoolOptions): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO schools (county_id, code, opened_on) VALUES ($1, $2, '2001-09-01') RETURNING id`,
    [school.countyId, school.code],
  );
  const id = idOf(row);
  await tx.execute(
    `INSERT INTO school_versions (school_id, version, valid_from, change, region_id, name, type, ownership, locale,
       boarding, founded_year, flags, parent_school_id, counted_as_school, recorded_at)
     VALUES ($1, 1, '2001-09-01', 'opened', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      school.regionId ?? school.countyId,
      school.name,
      school.type ?? 'primary',
      school.ownership ?? 'public',
      school.locale ?? 'town',
      school.boarding ?? false,
      school.foundedYear ?? 2001,
      JSON.stringify(school.flags ?? {}),
      school.parentSchoolId ?? null,
      school.countedAsSchool ?? true,
      tx.at,
    ],
  );
  return id;
}

export async function createPerson(
  tx: Transaction,
  person: {
    readonly login: string;
    readonly displayName: string;
    readonly passwordHash?: string;
    readonly mustChangePassword?: boolean;
  },
): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO people (login, display_name, password_hash, must_change_password, created_at)
     VALUES ($1, $2, $3, $4, $5) RETURNING id`,
    [person.login, person.displayName, person.passwordHash ?? null, person.mustChangePassword ?? false, tx.at],
  );
  return idOf(row);
}

export async function giveGrant(
  tx: Transaction,
  personId: string,
  role: Role,
  place: {
    readonly regionId?: string;
    readonly unitId?: string;
    readonly areaId?: string;
    readonly schoolId?: string;
    readonly validFrom?: string;
    readonly validTo?: string;
  },
): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO grants (person_id, role, region_id, unit_id, area_id, school_id, valid_from, valid_to, granted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
    [
      personId,
      role,
      place.regionId ?? null,
      place.unitId ?? null,
      place.areaId ?? null,
      place.schoolId ?? null,
      place.validFrom ?? '2020-01-01',
      place.validTo ?? null,
      tx.at,
    ],
  );
  return idOf(row);
}

/** All names are fictional. */
export async function createWorld(tx: Transaction, passwordHash?: string): Promise<World> {
  const province = await createRegion(tx, { level: 'province', code: '990000', name: '示例省' });
  const city = await createRegion(tx, { level: 'city', code: '990100', name: '示例市', parentId: province });
  const county = await createRegion(tx, { level: 'county', code: '990101', name: '甲县', parentId: city });
  const town = await createRegion(tx, { level: 'town', code: '990101100', name: '东镇', parentId: county });
  const foreignCounty = await createRegion(tx, { level: 'county', code: '990102', name: '乙县', parentId: city });
  const [bureau] = await tx.query<{ id: string }>(
    `INSERT INTO units (region_id, kind, name, opened_on) VALUES ($1, 'bureau', '甲县教育局', '2001-01-01') RETURNING id`,
    [county],
  );
  const [section] = await tx.query<{ id: string }>(
    `INSERT INTO units (region_id, parent_id, kind, name, opened_on)
     VALUES ($1, $2, 'section', '督导室', '2001-01-01') RETURNING id`,
    [county, idOf(bureau)],
  );
  const [area] = await tx.query<{ id: string }>(
    `INSERT INTO areas (region_id, kind, name, starts_on) VALUES ($1, 'inspection-area', '第一责任区', '2020-01-01') RETURNING id`,
    [county],
  );
  const school = await createSchool(tx, { countyId: county, regionId: town, code: '9901010001', name: '东镇中心小学' });
  const otherSchool = await createSchool(tx, {
    countyId: county,
    code: '9901010002',
    name: '甲县实验学校',
    type: 'nine-year',
    locale: 'urban',
  });
  const foreignSchool = await createSchool(tx, { countyId: foreignCounty, code: '9901020001', name: '乙县第一小学' });
  await tx.execute(`INSERT INTO area_schools (area_id, school_id, starts_on) VALUES ($1, $2, '2020-01-01')`, [
    idOf(area),
    school,
  ]);
  const person = (login: string, displayName: string) =>
    createPerson(tx, { login, displayName, ...(passwordHash === undefined ? {} : { passwordHash }) });
  const people: Record<Persona, string> = {
    reporter: await person('reporter', '填报员甲'),
    principal: await person('principal', '校长甲'),
    otherReporter: await person('other-reporter', '填报员丙'),
    sectionOfficer: await person('section', '科员甲'),
    countyAdministrator: await person('county', '管理员甲'),
    inspector: await person('inspector', '督学甲'),
    areaInspector: await person('area-inspector', '责任督学甲'),
    cityReviewer: await person('city', '市级审核员'),
    provinceReviewer: await person('province', '省级审核员'),
    foreignReporter: await person('foreign-reporter', '填报员乙'),
    foreignAdministrator: await person('foreign-county', '管理员乙'),
    nobody: await person('nobody', '无权限者'),
  };
  await giveGrant(tx, people.reporter, 'school-reporter', { schoolId: school });
  await giveGrant(tx, people.principal, 'school-principal', { schoolId: school });
  await giveGrant(tx, people.otherReporter, 'school-reporter', { schoolId: otherSchool });
  await giveGrant(tx, people.sectionOfficer, 'section-officer', { unitId: idOf(section) });
  await giveGrant(tx, people.countyAdministrator, 'county-administrator', { regionId: county });
  await giveGrant(tx, people.inspector, 'inspector', { regionId: county });
  await giveGrant(tx, people.areaInspector, 'inspector', { areaId: idOf(area) });
  await giveGrant(tx, people.cityReviewer, 'city-reviewer', { regionId: city });
  await giveGrant(tx, people.provinceReviewer, 'province-reviewer', { regionId: province });
  await giveGrant(tx, people.foreignReporter, 'school-reporter', { schoolId: foreignSchool });
  await giveGrant(tx, people.foreignAdministrator, 'county-administrator', { regionId: foreignCounty });
  return {
    province,
    city,
    county,
    town,
    foreignCounty,
    section: idOf(section),
    area: idOf(area),
    school,
    otherSchool,
    foreignSchool,
    people,
  };
}

function idOf(row: { readonly id: string } | undefined): string {
  if (row === undefined) throw new Error('the row was not inserted');
  return row.id;
}
