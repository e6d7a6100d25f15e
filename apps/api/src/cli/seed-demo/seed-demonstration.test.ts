import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  annualTargetsSchema,
  confirmedImportSchema,
  consolidationSchema,
  evaluationSummariesSchema,
  feedbackLettersSchema,
  importPreviewSchema,
  inspectionsSchema,
  opinionSummariesSchema,
  rectificationsSchema,
  rectificationStatuses,
  registerKinds,
  registerRowsSchema,
  roundsSchema,
  roundSelfReportsSchema,
  selfReportSchema,
  sessionSchema,
  supervisionSchema,
  type Round,
} from '@junheng/api-contract';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { browser, type TestBrowser } from '../../../test/harness/test-api.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/test-database.ts';
import { AppModule } from '../../app.module.ts';
import { SESSION_COOKIE } from '../../modules/access/session-cookie.ts';
import { Anchors } from '../../platform/audit/anchors.ts';
import { HeadSigner } from '../../platform/audit/head-signer.ts';
import { Sealer } from '../../platform/audit/sealer.ts';
import { FixedClock } from '../../platform/clock/clock.ts';
import { parseConfig } from '../../platform/config/config.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import { createApplication } from '../../platform/http/application.ts';
import { Logger } from '../../platform/logging/logger.ts';
import type { Platform } from '../../platform/platform.module.ts';
import { verifyAuditLog } from '../audit-verifier.ts';
import { readDemoSignIns, type DemoSignIn } from './demo-sign-ins.ts';
import { seedDemonstration } from './seed-demonstration.ts';

const NOW = new Date('2026-11-20T02:00:00.000Z');

let database: TestDatabase;
let dataDir: string;
let platform: Platform;
let app: NestFastifyApplication;
let signIns: readonly DemoSignIn[];
let tookSeconds: number;

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'junheng-demo-'));
  const config = parseConfig({ DATA_DIR: dataDir, PORT: '0', JUNHENG_LOG: 'off' });
  platform = { config, dataSource: database.dataSource, clock: new FixedClock(NOW), logger: new Logger('off') };
  const startedAt = performance.now();
  signIns = (await seedDemonstration(platform)) ?? [];
  tookSeconds = (performance.now() - startedAt) / 1000;
  app = await createApplication(AppModule.on(platform), config, platform.logger);
  await app.listen(0, '127.0.0.1');
}, 120_000);

afterAll(async () => {
  await app.close();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function signIn(role: string): Promise<TestBrowser> {
  const url = await app.getUrl();
  const account = signIns.find((each) => each.role === role);
  const answer = await browser(url, {}).post('/session', { login: account?.login, password: account?.password });
  if (answer.status !== 200 && answer.status !== 201) throw new Error(`${role} cannot sign in: ${answer.status}`);
  const cookie = answer.headers.getSetCookie().find((each) => each.startsWith(`${SESSION_COOKIE}=`));
  const { csrfToken } = sessionSchema.parse(answer.body);
  return browser(url, { cookie: cookie?.split(';')[0] ?? '', 'x-csrf-token': csrfToken });
}

async function reportsOf(browserOf: TestBrowser, year: number) {
  const { rounds } = roundsSchema.parse((await browserOf.get('/rounds')).body);
  const round = rounds.find((each) => each.year === year) as Round;
  return roundSelfReportsSchema.parse((await browserOf.get(`/rounds/${round.id}/self-reports`)).body);
}

describe('the demonstration', () => {
  test('is made within the time a first start may take', () => {
    expect(tookSeconds).toBeLessThan(60);
  });

  test('is made once: a database that holds something is left alone', async () => {
    expect(await seedDemonstration(platform)).toBeNull();
  });

  test('writes the sign-ins beside the database, for its owner only, and they are good', async () => {
    expect(signIns.map(({ role }) => role).sort()).toEqual([
      'area-inspector',
      'city-reviewer',
      'county-administrator',
      'inspector',
      'province-reviewer',
      'school-a-colleague',
      'school-a-principal',
      'school-a-reporter',
      'school-b-principal',
      'school-b-reporter',
      'section-officer',
    ]);
    expect(JSON.parse(readFileSync(join(dataDir, 'demo-sign-ins.json'), 'utf8'))).toEqual(signIns);
    expect(statSync(join(dataDir, 'demo-sign-ins.json')).mode & 0o077).toBe(0);
    expect(await readDemoSignIns(dataDir)).toEqual(signIns);
    for (const { role } of signIns) await signIn(role);
  });

  test('has 45 schools with two accounts each, units, towns, areas and a group', async () => {
    const [counts] = await new Database(database.dataSource).query<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM schools) AS schools,
              (SELECT count(*)::int FROM people) AS people,
              (SELECT count(*)::int FROM people WHERE password_hash IS NOT NULL) AS able,
              (SELECT count(*)::int FROM regions WHERE level = 'town') AS towns,
              (SELECT count(*)::int FROM units WHERE kind = 'section') AS sections,
              (SELECT count(*)::int FROM units WHERE kind = 'department') AS departments,
              (SELECT count(*)::int FROM areas) AS areas,
              (SELECT max(members)::int FROM (SELECT count(*) AS members FROM area_schools GROUP BY area_id) x) AS largest,
              (SELECT count(*)::int FROM school_groups) AS groups`,
    );
    expect(counts).toEqual({
      schools: 45,
      people: 97,
      able: 11,
      towns: 7,
      sections: 5,
      departments: 4,
      areas: 4,
      largest: 15,
      groups: 1,
    });
  });

  test('last year: closed, every report submitted by its principal and approved', async () => {
    const { round, selfReports } = await reportsOf(await signIn('county-administrator'), 2025);
    expect([round.state, selfReports.length]).toEqual(['closed', 45]);
    expect(selfReports.every(({ status }) => status === 'approved')).toBe(true);
    expect(selfReports.every(({ hardFindings, filled, required }) => hardFindings === 0 && filled === required)).toBe(
      true,
    );
    expect(selfReports.every(({ submittedAt }) => submittedAt?.startsWith('2025-1'))).toBe(true);
  });

  test('last year is evaluated: primary fails by one coefficient and two schools, junior passes', async () => {
    const inspector = await signIn('inspector');
    const { round } = await reportsOf(inspector, 2025);
    const answer = await inspector.get(`/rounds/${round.id}/evaluations`);
    const { evaluations } = evaluationSummariesSchema.parse(answer.body);
    // Of the data as they were approved first, corrected, verified on site, and corrected back.
    expect(evaluations).toHaveLength(4);
    expect(evaluations[0]).toMatchObject({ resourceAllocation: 'unmet', county: 'unmet' });
    expect(evaluations[0]?.dataSet.missingSchools).toEqual([]);
    const stages = new Map(evaluations[0]?.stages.map((each) => [each.stage, each]));
    expect(stages.get('primary')).toMatchObject({ outcome: 'unmet', cvsMet: 6, cvs: 7 });
    const { schoolStages = 0, schoolStagesMet = 0 } = stages.get('primary') ?? {};
    expect(schoolStages - schoolStagesMet).toBe(2);
    expect(stages.get('junior')).toMatchObject({ outcome: 'met', cvsMet: 7, cvs: 7 });
  });

  test('this year: open, with reports in every state', async () => {
    const { round, selfReports } = await reportsOf(await signIn('county-administrator'), 2026);
    expect([round.state, round.opensOn, round.deadline]).toEqual(['open', '2026-10-30', '2026-12-14']);
    expect(Object.values(round.counts).reduce((sum, count) => sum + count, 0)).toBe(45);
    for (const status of ['filling', 'handed-over', 'submitted', 'returned', 'approved'] as const) {
      expect([status, round.counts[status] >= 2]).toEqual([status, true]);
    }
    const example = selfReports.filter(({ schoolCode }) => schoolCode <= '9940100012');
    expect(example.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 'not-started'));
    const lastChange =
      selfReports
        .map(({ updatedAt }) => updatedAt ?? '')
        .sort()
        .at(-1) ?? '';
    expect(lastChange < NOW.toISOString()).toBe(true);
  });

  test('school A is filling in a nine-year report with findings; its last year stands beside it', async () => {
    const reporter = await signIn('school-a-reporter');
    const due = (await reporter.get('/self-reports/due')).body as { selfReports: { id: string; status: string }[] };
    const report = selfReportSchema.parse((await reporter.get(`/self-reports/${due.selfReports[0]?.id}`)).body);
    expect([report.school.type, report.status, report.may.fill]).toEqual(['nine-year', 'filling', true]);
    expect(report.lastYear?.['pupils.primary']).toBeDefined();
    const { selfReports } = await reportsOf(await signIn('county-administrator'), 2026);
    const row = selfReports.find(({ selfReportId }) => selfReportId === report.id);
    expect(row?.hardFindings).toBe(1);
    expect(row?.softWithoutReason).toBeGreaterThan(0);
    expect((row?.required ?? 0) - (row?.filled ?? 0)).toBe(3);
  });

  test('school B has its report back, with reasons at two cells', async () => {
    const reporter = await signIn('school-b-reporter');
    const due = (await reporter.get('/self-reports/due')).body as { selfReports: { id: string }[] };
    const report = selfReportSchema.parse((await reporter.get(`/self-reports/${due.selfReports[0]?.id}`)).body);
    expect([report.school.type, report.status]).toEqual(['primary', 'returned']);
    expect(report.returnReasons.map(({ cell, state }) => [cell, state])).toEqual([
      ['backbone-teachers.primary', 'open'],
      ['equipment-value', 'open'],
    ]);
  });

  test('the example workbook becomes the reports of twelve schools, close to their last year', async () => {
    const bureau = await signIn('county-administrator');
    const { round } = await reportsOf(bureau, 2026);
    const form = new FormData();
    const example = readFileSync(new URL('../../../../../docs/examples/00_control_clean.xlsx', import.meta.url));
    form.append('file', new Blob([Uint8Array.from(example)]), '00_control_clean.xlsx');
    const uploaded = await bureau.send('POST', `/rounds/${round.id}/imports`, { body: form });
    const preview = importPreviewSchema.parse(uploaded.body);
    expect(preview.schools.map(({ match, blockedBy }) => [match, blockedBy])).toEqual(
      Array.from({ length: 12 }, () => ['code', null]),
    );
    const answer = await bureau.post(`/imports/${preview.id}/confirm`, {
      purpose: 'hand-in',
      mapping: [],
      replaceConfirmed: true,
    });
    expect(confirmedImportSchema.parse(answer.body).submitted).toHaveLength(12);
    const { selfReports } = await reportsOf(bureau, 2026);
    const imported = selfReports.filter(({ schoolCode }) => schoolCode <= '9940100012');
    expect(imported.map(({ status, hardFindings }) => [status, hardFindings])).toEqual(
      Array.from({ length: 12 }, () => ['submitted', 0]),
    );
    // The smallest village school stands out among the primary schools; nothing else is odd.
    expect(imported.filter(({ softFindings }) => softFindings > 0).map(({ schoolName }) => schoolName)).toEqual([
      '白鹤镇双井村小学',
    ]);
  });

  test('what failed is worked off: rows in every state, letters, targets and registers', async () => {
    const bureau = await signIn('county-administrator');
    const { rows } = rectificationsSchema.parse((await bureau.get('/rectifications')).body);
    for (const status of rectificationStatuses) expect(rows.map((row) => row.status)).toContain(status);
    expect(new Set(rows.map(({ escalation }) => escalation))).toEqual(new Set([null, 'unit', 'county']));
    expect(rows.filter(({ reopened }) => reopened > 0).map(({ place }) => place?.kind)).toEqual(['indicator']);
    expect(new Set(rows.flatMap(({ sources }) => sources.map(({ kind }) => kind)))).toEqual(
      new Set(['evaluation', 'letter', 'finding']),
    );
    const countyId = rows[0]?.county.id ?? '';
    const { letters } = feedbackLettersSchema.parse((await bureau.get('/feedback-letters')).body);
    expect(letters.map(({ problems }) => problems)).toEqual([2, 6]);
    const { targets } = annualTargetsSchema.parse((await bureau.get(`/annual-targets?countyId=${countyId}`)).body);
    expect(targets.map(({ state, withdrawn }) => (withdrawn === null ? state : 'withdrawn')).sort()).toEqual([
      'missed',
      'reached',
      'under-way',
      'withdrawn',
    ]);
    for (const kind of registerKinds) {
      const { rows: kept } = registerRowsSchema.parse((await bureau.get(`/register-rows?kind=${kind}`)).body);
      expect([kind, kept.length > 1]).toEqual([kind, true]);
    }
  });

  test('inspections of every kind: one whole with its opinion, one by a checklist, one under way, one to be drawn', async () => {
    const inspector = await signIn('inspector');
    const { inspections } = inspectionsSchema.parse((await inspector.get('/inspections')).body);
    expect(inspections.map(({ kind, status }) => `${kind} ${status}`).sort()).toEqual([
      'annual-monitoring confirmed',
      'evaluation confirmed',
      're-check frozen',
      'special confirmed',
    ]);
    const whole = inspections.find(({ kind }) => kind === 'evaluation');
    const { opinions } = opinionSummariesSchema.parse((await inspector.get(`/inspections/${whole?.id}/opinions`)).body);
    expect(opinions).toMatchObject([{ status: 'final', feedback: true }]);
    const { completed } = consolidationSchema.parse(
      (await inspector.get(`/inspections/${whole?.id}/consolidation`)).body,
    );
    expect(completed?.counties).toHaveLength(1);
    const { areas } = supervisionSchema.parse((await inspector.get('/supervision')).body);
    const schools = areas.flatMap((area) => area.schools);
    expect(schools.some(({ overdue }) => overdue > 0) && schools.some(({ findings }) => findings > 0)).toBe(true);
  });

  test('every change is in the audit log, whose chains hold', async () => {
    const anchors = new Anchors(platform.config.anchorsFile, new HeadSigner(platform.config.auditKeyFile));
    const sealer = new Sealer(
      new Transactions(database.dataSource, platform.clock),
      anchors,
      platform.clock,
      platform.logger,
    );
    await sealer.sealAll();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      const verified = await verifyAuditLog(client, [platform.config.anchorsFile]);
      expect(verified.faults).toEqual([]);
      expect(verified.entries).toBeGreaterThan(500);
    } finally {
      await client.end();
    }
  });
});

test('a seeding that fails leaves nothing behind, so that the next start makes it whole', async () => {
  const other = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'junheng-demo-'));
  try {
    // A folder where the file of the sign-ins should be: they are written last, and cannot be.
    mkdirSync(join(folder, 'demo-sign-ins.json.new'));
    const config = { ...platform.config, dataDir: folder, demonstration: 'reports' as const };
    await expect(seedDemonstration({ ...platform, config, dataSource: other.dataSource })).rejects.toThrow('EISDIR');
    const [left] = await new Database(other.dataSource).query<{ rows: number }>(
      'SELECT ((SELECT count(*) FROM regions) + (SELECT count(*) FROM people) + (SELECT count(*) FROM audit_entries))::int AS rows',
    );
    expect(left?.rows).toBe(0);
  } finally {
    await other.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
