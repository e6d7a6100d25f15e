import { roundSchema, roundSelfReportsSchema, selfReportSchema, type SelfReport } from '@junheng/api-contract';
import { editions, splitCellKey, type Cells } from '@junheng/evaluation-core';
import { completeCells } from '../test/factories/reports.ts';
import { createPerson, createRegion, createSchool, giveGrant } from '../test/factories/world.ts';
import { PasswordHasher } from '../src/modules/access/password-hasher.ts';
import { SESSION_COOKIE } from '../src/modules/access/session-cookie.ts';
import { hashToken, newToken } from '../src/modules/access/tokens.ts';
import { SystemClock } from '../src/platform/clock/clock.ts';
import { systemActor } from '../src/platform/database/actor.ts';
import { createDataSource, Transactions } from '../src/platform/database/database.ts';
import type { Transaction } from '../src/platform/database/transaction.ts';
import { HttpConnection } from './http-connection.ts';
import type { Product } from './product.ts';

export const LOAD_PASSWORD = 'quiet harbour 7';
const EDITION = 'cn-2017-quality-balance';
const DAY = 86_400_000;

/** What somebody's browser sends with everything. */
export type CallerHeaders = Readonly<Record<string, string>>;

export interface LoadSchool {
  readonly county: number;
  readonly schoolId: string;
  readonly reportId: string;
  readonly reporterLogin: string;
  /** Where the school calls from. */
  readonly address: string;
  readonly reporter: CallerHeaders;
  readonly principal: CallerHeaders;
  /** The report as it was when the load began. */
  readonly start: SelfReport;
}

/** Cells that take any whole number. */
export function countedCells(cells: Cells): readonly string[] {
  const edition = editions.find(({ id }) => id === EDITION);
  return Object.keys(cells).filter((cell) => {
    const item = edition?.items.find(({ id }) => id === splitCellKey(cell).itemId);
    return item?.value.kind === 'number' && item.entry !== 'import' && /^\d+$/.test(cells[cell] ?? '');
  });
}

/**
 * Counties with so many schools each, everybody signed in, a round that is open, every report filled. Names are fictional.
 * @param product running and empty
 */
export async function prepareSchools(
  product: Product,
  schoolsOfCounty: readonly number[],
): Promise<readonly LoadSchool[]> {
  const dataSource = createDataSource(await product.databaseUrl(), { pool: 2 });
  await dataSource.initialize();
  const connection = new HttpConnection(product.address);
  try {
    const passwordHash = await new PasswordHasher().hash(LOAD_PASSWORD);
    const transactions = new Transactions(dataSource, new SystemClock());
    const counties = await transactions.run(systemActor('benchmark'), (tx) =>
      createCounties(tx, schoolsOfCounty, passwordHash),
    );
    const schools: LoadSchool[] = [];
    for (const county of counties) schools.push(...(await openAndFill(connection, county)));
    await dataSource.query('ANALYZE');
    return schools;
  } finally {
    await connection.close();
    await dataSource.destroy();
  }
}

interface CreatedCounty {
  readonly index: number;
  readonly id: string;
  readonly administrator: CallerHeaders;
  readonly schools: readonly Omit<LoadSchool, 'reportId' | 'start'>[];
}

async function createCounties(
  tx: Transaction,
  schoolsOfCounty: readonly number[],
  passwordHash: string,
): Promise<readonly CreatedCounty[]> {
  const province = await createRegion(tx, { level: 'province', code: '990000', name: '示例省' });
  const city = await createRegion(tx, { level: 'city', code: '990100', name: '示例市', parentId: province });
  const counties: CreatedCounty[] = [];
  for (const [index, count] of schoolsOfCounty.entries()) {
    const code = String(990_101 + index);
    const id = await createRegion(tx, { level: 'county', code, name: `示例县${index + 1}`, parentId: city });
    const administrator = await createPerson(tx, { login: `county-${code}`, displayName: `管理员${index + 1}` });
    await giveGrant(tx, administrator, 'county-administrator', { regionId: id });
    const schools: CreatedCounty['schools'][number][] = [];
    for (let number = 1; number <= count; number += 1) {
      const schoolCode = `${code}${String(number).padStart(4, '0')}`;
      const schoolId = await createSchool(tx, { countyId: id, code: schoolCode, name: `示例小学${schoolCode}` });
      const address = `10.${index}.${Math.floor(number / 250)}.${(number % 250) + 1}`;
      const reporterLogin = `reporter-${schoolCode}`;
      const reporter = await createPerson(tx, {
        login: reporterLogin,
        displayName: `填报员${schoolCode}`,
        passwordHash,
      });
      const principal = await createPerson(tx, { login: `principal-${schoolCode}`, displayName: `校长${schoolCode}` });
      await giveGrant(tx, reporter, 'school-reporter', { schoolId });
      await giveGrant(tx, principal, 'school-principal', { schoolId });
      schools.push({
        county: index,
        schoolId,
        reporterLogin,
        address,
        reporter: await signedIn(tx, reporter, address),
        principal: await signedIn(tx, principal, address),
      });
    }
    counties.push({ index, id, administrator: await signedIn(tx, administrator, `10.${index}.255.1`), schools });
  }
  return counties;
}

async function signedIn(tx: Transaction, personId: string, address: string): Promise<CallerHeaders> {
  const token = newToken();
  const csrfToken = newToken();
  await tx.execute(
    `INSERT INTO sessions (token_hash, csrf_token, person_id, started_at, last_seen_at, ends_at, address, user_agent)
     VALUES ($1, $2, $3, $4, $4, $5, $6, 'benchmark')`,
    [hashToken(token), csrfToken, personId, tx.at, new Date(tx.at.getTime() + DAY / 2), address],
  );
  return { cookie: `${SESSION_COOKIE}=${token}`, 'x-csrf-token': csrfToken, 'x-forwarded-for': address };
}

async function openAndFill(connection: HttpConnection, county: CreatedCounty): Promise<readonly LoadSchool[]> {
  const ask = async (method: 'GET' | 'POST' | 'PATCH', path: string, headers: CallerHeaders, body?: unknown) => {
    const answer = await connection.send({ method, path: `/api/v1${path}`, headers, body });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const day = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
  const round = roundSchema.parse(
    await ask('POST', '/rounds', county.administrator, {
      regionId: county.id,
      kind: 'self-evaluation',
      year: new Date().getUTCFullYear(),
      editionId: EDITION,
      opensOn: day(-7),
      deadline: day(7),
      onePersonMaySubmit: false,
    }),
  );
  const { selfReports } = roundSelfReportsSchema.parse(
    await ask('GET', `/rounds/${round.id}/self-reports`, county.administrator),
  );
  const reportOf = new Map(selfReports.map(({ schoolId, selfReportId }) => [schoolId, selfReportId]));
  const filled: LoadSchool[] = [];
  for (const school of county.schools) {
    const reportId = reportOf.get(school.schoolId) ?? '';
    const changes = Object.entries(completeCells('primary')).map(([cell, value]) => ({ cell, value, baseRevision: 0 }));
    await ask('PATCH', `/self-reports/${reportId}/cells`, school.reporter, { key: crypto.randomUUID(), changes });
    const start = selfReportSchema.parse(await ask('GET', `/self-reports/${reportId}`, school.reporter));
    filled.push({ ...school, reportId, start });
  }
  return filled;
}
