import { randomUUID } from 'node:crypto';
import {
  generateCounty,
  generateProvince,
  type SyntheticCounty,
  type SyntheticSchool,
} from '@junheng/synthetic-county';
import type { TestBrowser } from '../harness/test-api.ts';
import { createPerson, createRegion, giveGrant } from './world.ts';
import { systemActor } from '../../src/platform/database/actor.ts';
import type { Transactions } from '../../src/platform/database/database.ts';
import type { Transaction } from '../../src/platform/database/transaction.ts';

export interface ProvinceOptions {
  readonly seed: number;
  readonly counties: number;
  readonly schools: number;
  /** Newest first. */
  readonly years: readonly number[];
  /** Schools of the first county, whose lists are measured. */
  readonly largest: number;
}

export interface FilledCounty {
  readonly id: string;
  readonly schools: number;
  /** By year. */
  readonly rounds: ReadonlyMap<number, string>;
}

export interface FilledProvince {
  readonly provinceId: string;
  readonly cityId: string;
  readonly counties: readonly FilledCounty[];
  readonly schools: number;
  readonly people: { readonly provinceReviewer: string; readonly countyAdministrator: string };
}

const COUNTIES_A_CITY = 10;
const actor = systemActor('bench');

/**
 * A made-up province with every report of every year approved, by COPY. Reports are of the generator's two years: the newest of this
 * year, all older ones of last year. Their history (revisions of cells, evidence) is not there: no page measured here reads it.
 */
export async function fillProvince(transactions: Transactions, options: ProvinceOptions): Promise<FilledProvince> {
  const { provinceId, cityIds, edition } = await transactions.run(actor, async (tx) => {
    const province = await createRegion(tx, { level: 'province', code: '88', name: '模拟省' });
    const cities: string[] = [];
    for (let index = 0; index < Math.ceil(options.counties / COUNTIES_A_CITY); index += 1) {
      const code = `88c${String(index).padStart(2, '0')}`;
      cities.push(await createRegion(tx, { level: 'city', code, name: `模拟${index + 1}市`, parentId: province }));
    }
    const [published] = await tx.query<{ id: string; hash: string }>(
      `SELECT id, hash FROM editions WHERE id = 'cn-2017-quality-balance'`,
    );
    if (published === undefined) throw new Error('no edition is published');
    return { provinceId: province, cityIds: cities, edition: published };
  });
  const counties: FilledCounty[] = [];
  for (const made of generateProvince(options.seed, options)) {
    const index = counties.length;
    const county = index === 0 ? generateCounty(made.seed, { place: made.place, schools: options.largest }) : made;
    const cityId = cityIds[Math.floor(index / COUNTIES_A_CITY)] ?? provinceId;
    counties.push(await transactions.run(actor, (tx) => fillCounty(tx, county, cityId, edition, options.years)));
  }
  const [cityId = ''] = cityIds;
  const people = await transactions.run(actor, async (tx) => {
    const reviewer = await createPerson(tx, { login: 'bench-province', displayName: '省级审核员' });
    await giveGrant(tx, reviewer, 'province-reviewer', { regionId: provinceId });
    const administrator = await createPerson(tx, { login: 'bench-county', displayName: '县管理员' });
    await giveGrant(tx, administrator, 'county-administrator', { regionId: counties[0]?.id ?? '' });
    await tx.execute('ANALYZE');
    return { provinceReviewer: reviewer, countyAdministrator: administrator };
  });
  return { provinceId, cityId, counties, schools: counties.reduce((sum, each) => sum + each.schools, 0), people };
}

async function fillCounty(
  tx: Transaction,
  county: SyntheticCounty,
  cityId: string,
  edition: { readonly id: string; readonly hash: string },
  years: readonly number[],
): Promise<FilledCounty> {
  const { code, name } = county.place.county;
  const countyId = await createRegion(tx, { level: 'county', code, name, parentId: cityId });
  const towns = new Map<string, string>();
  for (const town of county.towns) {
    towns.set(
      town.code,
      await createRegion(tx, { level: 'town', code: town.code, name: town.name, parentId: countyId }),
    );
  }
  const ids = new Map(county.schools.map((school) => [school.code, randomUUID() as string]));
  const idOf = (schoolCode: string) => ids.get(schoolCode) ?? '';
  await tx.copy(
    'schools',
    ['id', 'county_id', 'code', 'opened_on'],
    county.schools.map((school) => [idOf(school.code), countyId, school.code, `${school.foundedYear}-09-01`]),
  );
  await tx.copy(
    'school_versions',
    [
      'school_id',
      'version',
      'valid_from',
      'change',
      'region_id',
      'name',
      'type',
      'ownership',
      'locale',
      'boarding',
      'founded_year',
      'parent_school_id',
      'counted_as_school',
      'recorded_at',
    ],
    // A campus after the school it names.
    county.schools
      .toSorted((a, b) => Number(a.parentCode !== null) - Number(b.parentCode !== null))
      .map((school) => versionOf(school, idOf, towns.get(school.town.code) ?? countyId, tx.at)),
  );
  const rounds = new Map<number, string>();
  for (const year of years) {
    rounds.set(year, await fillRound(tx, { county, countyId, year, newest: year === years[0], edition, idOf }));
  }
  return { id: countyId, schools: county.schools.length, rounds };
}

function versionOf(
  school: SyntheticSchool,
  idOf: (code: string) => string,
  regionId: string,
  at: Date,
): readonly (string | null)[] {
  return [
    idOf(school.code),
    '1',
    `${school.foundedYear}-09-01`,
    'opened',
    regionId,
    school.name,
    school.type,
    school.ownership,
    school.locale,
    String(school.boarding),
    String(school.foundedYear),
    school.parentCode === null ? null : idOf(school.parentCode),
    String(school.countedAsSchool),
    at.toISOString(),
  ];
}

async function fillRound(
  tx: Transaction,
  of: {
    readonly county: SyntheticCounty;
    readonly countyId: string;
    readonly year: number;
    readonly newest: boolean;
    readonly edition: { readonly id: string; readonly hash: string };
    readonly idOf: (code: string) => string;
  },
): Promise<string> {
  const { countyId, year, edition } = of;
  const [round] = await tx.query<{ id: string }>(
    `INSERT INTO rounds (region_id, kind, year, edition_id, edition_hash, opens_on, deadline, created_at)
     VALUES ($1, 'self-evaluation', $2, $3, $4, $5, $6, $7) RETURNING id`,
    [countyId, year, edition.id, edition.hash, `${year}-09-01`, `${year}-10-15`, tx.at],
  );
  const roundId = round?.id ?? '';
  const { schools } = of.county;
  await tx.copy(
    'round_schools',
    ['round_id', 'school_id'],
    schools.map((school) => [roundId, of.idOf(school.code)]),
  );
  const at = `${year}-10-10T08:00:00Z`;
  const reports = schools.map((school) => ({ id: randomUUID() as string, school }));
  await tx.copy(
    'self_reports',
    [
      'id',
      'round_id',
      'school_id',
      'county_id',
      'status',
      'revision',
      'cells',
      'cell_state',
      'totals',
      'review_level',
      'submitted_at',
      'submitted_revision',
      'approved_at',
      'updated_at',
    ],
    reports.map(({ id, school }) => {
      const cells = school.cells[of.newest ? 'this-year' : 'last-year'];
      const states = Object.fromEntries(Object.keys(cells).map((cell) => [cell, { revision: 1, source: 'typed' }]));
      const filled = Object.keys(cells).length;
      const totals = {
        filled,
        required: filled,
        hardFindings: 0,
        softFindings: 0,
        softWithoutReason: 0,
        openReturns: 0,
      };
      return [
        id,
        roundId,
        of.idOf(school.code),
        countyId,
        'approved',
        '1',
        JSON.stringify(cells),
        JSON.stringify(states),
        JSON.stringify(totals),
        'county',
        at,
        '1',
        at,
        at,
      ];
    }),
  );
  await tx.copy(
    'report_events',
    ['self_report_id', 'kind', 'at', 'by_name', 'revision'],
    reports.flatMap(({ id }) => [
      [id, 'submitted', at, '校长', '1'],
      [id, 'approved', at, '县管理员', '1'],
    ]),
  );
  return roundId;
}

/** A page somebody looks at: the request of it that grows with the number of schools. */
export interface MeasuredPage {
  readonly who: keyof FilledProvince['people'];
  /** Without its ids. */
  readonly name: string;
  readonly path: string;
}

/** Needs an evaluation of the newest round of the first county. */
export async function pagesOf(
  province: FilledProvince,
  as: (personId: string) => Promise<TestBrowser>,
): Promise<readonly MeasuredPage[]> {
  const [county] = province.counties;
  const roundId = county?.rounds.values().next().value ?? '';
  const administrator = await as(province.people.countyAdministrator);
  const listed = (await administrator.get(`/rounds/${roundId}/evaluations`)).body as { evaluations: { id: string }[] };
  const evaluationId = listed.evaluations[0]?.id ?? '';
  const page = (who: MeasuredPage['who'], path: string): MeasuredPage => ({
    who,
    name: `${who} ${path.replaceAll(/[0-9a-f-]{36}/g, '…')}`,
    path,
  });
  return [
    page('provinceReviewer', `/regions/${province.provinceId}/standings`),
    page('provinceReviewer', `/regions/${province.provinceId}/grouping-standings`),
    page('provinceReviewer', `/regions/${province.provinceId}/recognitions`),
    page('provinceReviewer', `/regions/${province.provinceId}/evaluation-jobs`),
    page('provinceReviewer', '/regions'),
    page('provinceReviewer', '/rounds'),
    page('provinceReviewer', '/people'),
    page('countyAdministrator', '/rounds'),
    page('countyAdministrator', `/rounds/${roundId}/self-reports`),
    page('countyAdministrator', `/rounds/${roundId}/evaluations`),
    page('countyAdministrator', `/evaluations/${evaluationId}`),
    page('countyAdministrator', `/evaluations/${evaluationId}/explanation?path=county`),
    page('countyAdministrator', '/schools'),
    page('countyAdministrator', '/groupings'),
    page('countyAdministrator', '/audit/entries'),
    page('countyAdministrator', '/audit/entries?action=self-report.returned'),
  ];
}
