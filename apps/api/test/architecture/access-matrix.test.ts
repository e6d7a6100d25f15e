import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { permissions, permissionsByRole, type Permission, type Role } from '@junheng/api-contract';
import { systemActor } from '../../src/platform/database/actor.ts';
import { createCountyRecords, type CountyRecords } from '../factories/county-records.ts';
import { opinionBodies } from '../factories/opinions.ts';
import { consolidationBodies } from './consolidation-writes.ts';
import { countyReportBodies } from './county-report-writes.ts';
import { ownAccountBodies } from './own-account-bodies.ts';
import { recognitionBodies } from './recognition-writes.ts';
import { registerBodies } from './register-writes.ts';
import type { Persona } from '../factories/world.ts';
import { startTestApi, type Answer, type TestApi, type TestBrowser } from '../harness/test-api.ts';
import { routesOf, type Route } from '../harness/routes.ts';
import { rectificationBodies, rectificationQueries } from './rectification-bodies.ts';

/*
 * Walks every route with every role and the ids of a foreign county. A new route needs nothing here but, if it has a body, a
 * sample that passes its schema: without one the test says so.
 */

const FOREIGN_MARK = '乙县之内容';
const ROLE_OF: Readonly<Partial<Record<Persona, Role>>> = {
  reporter: 'school-reporter',
  principal: 'school-principal',
  sectionOfficer: 'section-officer',
  countyAdministrator: 'county-administrator',
  inspector: 'inspector',
  areaInspector: 'inspector',
  cityReviewer: 'city-reviewer',
  provinceReviewer: 'province-reviewer',
};
/** Their grants end at the county's border. */
const OF_THE_COUNTY: readonly Persona[] = [
  'reporter',
  'principal',
  'otherReporter',
  'sectionOfficer',
  'countyAdministrator',
  'inspector',
  'areaInspector',
  'nobody',
];

/** Why each of these may be called by anybody. */
const PUBLIC_ROUTES: Readonly<Record<string, string>> = {
  'GET /health': 'the supervisor has no account and learns nothing but that the server answers',
  'POST /session': 'signing in is how a session begins',
  'GET /one-time-links/:token': 'whoever holds the token has no session yet',
  'POST /one-time-links/:token': 'whoever holds the token has no session yet',
};

type Body = (ids: CountyRecords) => unknown;
const proves = { kind: 'indicator', id: 'R1' };
const move: Body = () => ({ revision: 0 });
const grantAt: Body = ({ schoolId }) => ({ role: 'school-reporter', place: { kind: 'school', id: schoolId } });
const project: Body = ({ countyId, schoolId, personId }) => ({
  name: '督导项目',
  kind: 'special',
  editionId: 'cn-2017-quality-balance',
  counties: [{ countyId, sampleSize: 10, sizeReason: null }],
  startsOn: '2026-10-12',
  endsOn: '2026-10-16',
  selection: 'chosen',
  schoolTypes: ['primary'],
  chosenSchoolIds: [schoolId],
  verifiedItems: [],
  judgedRequirements: [],
  team: [{ personId, part: 'lead' }],
});
/** A body that passes the schema of each route that has one. */
const BODIES: Readonly<Record<string, Body>> = {
  'POST /session/password': () => ({ currentPassword: 'x', newPassword: 'long enough a one' }),
  'PUT /retention': () => ({ endedSessionsDays: 30, signInsDays: 180 }),
  'PUT /counties/:countyId/second-factor-rules': () => ({ roles: ['inspector'] }),
  ...ownAccountBodies,
  'POST /people': (ids) => ({ login: `p${randomUUID().slice(0, 8)}`, displayName: '某人', grant: grantAt(ids) }),
  'POST /people/:personId/grants': grantAt,
  'PUT /people/:personId': () => ({ displayName: '改名者' }),
  'PUT /people/:personId/grants/:grantId': () => ({ validTo: null }),
  'PUT /people/:personId/lock': () => ({ locked: true, reason: '试' }),
  'POST /schools': ({ countyId }) => ({
    code: randomUUID().slice(0, 8),
    name: '新建小学',
    regionId: countyId,
    type: 'primary',
    ownership: 'public',
    locale: 'town',
    boarding: false,
    foundedYear: 2026,
    flags: {},
    parentSchoolId: null,
    countedAsSchool: true,
    openedOn: '2026-09-01',
  }),
  'POST /schools/:schoolId/changes': ({ countyId }) => ({
    change: 'corrected',
    validFrom: '2026-09-01',
    regionId: countyId,
  }),
  'POST /schools/:schoolId/splits': () => ({
    validFrom: '2026-09-01',
    note: '学生增多，分设新校',
    remains: true,
    schools: [{ code: randomUUID().slice(0, 8), name: '分设小学', type: 'primary' }],
  }),
  'POST /rounds/:roundId/schools': ({ schoolId }) => ({ schoolId }),
  'POST /people-imports/:peopleImportId/confirm': () => ({ warningsConfirmed: true }),
  'POST /school-imports/:schoolImportId/confirm': () => ({ warningsConfirmed: true }),
  'POST /units': ({ countyId }) => ({
    regionId: countyId,
    parentId: null,
    kind: 'section',
    name: `科室${randomUUID().slice(0, 8)}`,
    openedOn: '2026-09-01',
  }),
  'PUT /units/:unitId/name': () => ({ name: `科室${randomUUID().slice(0, 8)}` }),
  'POST /units/:unitId/closing': () => ({ closedOn: '2026-09-01', reason: '并入其他科室' }),
  'POST /groupings': ({ countyId, schoolId }) => ({
    regionId: countyId,
    kind: 'alliance',
    name: '某联盟',
    leaderName: null,
    startsOn: '2026-09-01',
    members: [{ schoolId, part: 'member' }],
  }),
  'PUT /groupings/:groupingId': () => ({ name: '某集团', leaderName: null }),
  'PUT /groupings/:groupingId/members': ({ schoolId }) => ({
    from: '2026-09-01',
    members: [{ schoolId, part: 'core' }],
  }),
  'POST /groupings/:groupingId/end': () => ({ endsOn: '2026-09-09', reason: '调整布局' }),
  'POST /edition-drafts': ({ countyId }) => ({
    regionId: countyId,
    baseId: 'cn-2017-quality-balance',
    name: '本地标准',
    nameEn: 'Ours',
    instrument: '本地〔2026〕1号',
  }),
  'PUT /edition-drafts/:editionDraftId': () => ({
    revision: 0,
    name: '本地标准',
    nameEn: 'Ours',
    instrument: '本地〔2026〕1号',
    amendments: [],
    evidenceTexts: {},
  }),
  'POST /edition-drafts/:editionDraftId/publication': () => ({ revision: 0 }),
  'POST /rounds': ({ countyId }) => ({
    regionId: countyId,
    kind: 'special',
    year: 2027,
    editionId: 'cn-2017-quality-balance',
    opensOn: '2026-09-01',
    deadline: '2026-10-15',
    onePersonMaySubmit: false,
  }),
  'PUT /rounds/:roundId/review-assignments': ({ personId }) => ({ personId, subjects: [] }),
  'PUT /rounds/:roundId/extensions/:schoolId': () => ({ deadline: '2026-12-01', reason: '洪水' }),
  'PATCH /self-reports/:selfReportId/cells': () => ({
    key: randomUUID(),
    changes: [{ cell: 'pupils.primary', value: '5', baseRevision: 0 }],
  }),
  'PUT /self-reports/:selfReportId/sections': ({ personId }) => ({
    assignments: [{ section: 'teachers', personId, internalDate: null }],
  }),
  'PUT /self-reports/:selfReportId/sections/:section/finished': () => ({ finished: true }),
  'PUT /self-reports/:selfReportId/check-reasons/:ruleKey': () => ({ reason: '因为' }),
  'PUT /self-reports/:selfReportId/return-reasons/:reasonId/answer': () => ({ answer: '已核对' }),
  'POST /self-reports/:selfReportId/workbooks/:workbookId/apply': () => ({ revision: 0, conflicts: [], clear: [] }),
  'POST /self-reports/:selfReportId/evidence-uploads': () => ({ size: 10 }),
  'POST /self-reports/:selfReportId/evidence': ({ uploadId }) => ({ uploadId, name: 'a.pdf', targets: [proves] }),
  'POST /self-reports/:selfReportId/evidence/reuse': ({ evidenceId }) => ({ evidenceIds: [evidenceId] }),
  'PUT /self-reports/:selfReportId/evidence/:evidenceId/targets': () => ({ targets: [proves] }),
  'POST /self-reports/:selfReportId/hand-over': move,
  'POST /self-reports/:selfReportId/take-back': move,
  'POST /self-reports/:selfReportId/submit': move,
  'POST /self-reports/:selfReportId/withdraw': move,
  'POST /self-reports/:selfReportId/review': move,
  'POST /self-reports/:selfReportId/return': () => ({ revision: 0, reasons: [{ cell: null, reason: '请核对' }] }),
  'POST /self-reports/:selfReportId/approve': move,
  'POST /self-reports/:selfReportId/comments': () => ({
    cell: 'pupils.primary',
    text: '请核对',
    audience: 'school',
  }),
  'POST /self-reports/:selfReportId/corrections': () => ({
    revision: 0,
    reason: '核对原始凭证',
    changes: [{ cell: 'pupils.primary', value: '5' }],
  }),
  'PUT /self-reports/:selfReportId/return-reasons/:reasonId/reply': () => ({ answer: '已核对' }),
  'POST /rounds/:roundId/approvals': ({ selfReportId }) => ({
    reports: [{ selfReportId, revision: 0 }],
    warningsConfirmed: true,
  }),
  ...countyReportBodies,
  'POST /rounds/:roundId/messages': ({ schoolId }) => ({ kind: 'reminder', text: '请尽快填报', schoolIds: [schoolId] }),
  'POST /rounds/:roundId/evaluations': ({ dataSetId }) => ({ dataSetId }),
  'POST /regions/:regionId/evaluation-jobs': () => ({ kind: 'special', year: 2026 }),
  'POST /evaluations/:evaluationId/release': () => ({ countyVerdict: true }),
  ...opinionBodies,
  'POST /inspections': project,
  'PUT /inspections/:inspectionId': project,
  'POST /inspections/:inspectionId/draws': () => ({ reason: '试一试看' }),
  'POST /inspections/:inspectionId/draws/:drawId/list': () => ({ headsAt: '2026-09-10T02:00:00.000Z' }),
  ...consolidationBodies,
  'PATCH /inspections/:inspectionId/visits/:schoolId/entries': () => ({
    key: randomUUID(),
    deviceTime: '2026-09-10T01:00:00.000Z',
    changes: [{ entry: 'remark:visit', value: '好', baseRevision: 0, typedAt: '2026-09-10T01:00:00.000Z' }],
  }),
  'POST /inspections/:inspectionId/visits/:schoolId/signature': () => ({ revision: 1 }),
  'POST /inspections/:inspectionId/visits/:schoolId/reopening': () => ({ reason: '漏记一项' }),
  'PUT /inspections/:inspectionId/visits/:schoolId/archive/:evidenceId': () => ({ decision: 'accepted', reason: null }),
  ...rectificationBodies,
  ...registerBodies,
  ...recognitionBodies,
  'POST /imports/:importId/confirm': ({ schoolId }) => ({
    purpose: 'hand-in',
    mapping: [{ key: 'a', schoolId }],
    replaceConfirmed: true,
  }),
};
/** A query that passes the schema of each route that demands one. */
const QUERIES: Readonly<Record<string, string>> = {
  'GET /audit/entries/workbook': '?language=zh-CN',
  'GET /register-rows': '?kind=safety',
  'POST /county-reports/:countyReportId/evidence': '?topic=requirement:G1',
  'GET /evaluations/:evaluationId/explanation': '?path=county',
  ...rectificationQueries,
  'GET /evaluations/:evaluationId/comparison': '?before=00000000-0000-4000-8000-000000000000',
  'GET /school-results/:selfReportId/explanation': '?path=school',
  'PUT /inspections/:inspectionId/visits/:schoolId/photos/:photoId':
    '?takenAt=2026-09-10T01:00:00.000Z&deviceTime=2026-09-10T01:00:00.000Z',
};
/** Uploads: the body is a form with a file. */
const UPLOADS: ReadonlySet<string> = new Set([
  'POST /county-reports/:countyReportId/evidence',
  'POST /rectifications/:rectificationId/files',
  'POST /rounds/:roundId/imports',
  'POST /counties/:countyId/school-imports',
  'POST /counties/:countyId/people-imports',
  'POST /counties/:countyId/feedback-letter-readings',
  'POST /regions/:regionId/checklist-readings',
  'POST /self-reports/:selfReportId/workbooks',
  'PUT /inspections/:inspectionId/visits/:schoolId/photos/:photoId',
]);
/** Writes that need no body at all. */
const BODILESS: ReadonlySet<string> = new Set([
  'POST /people/:personId/password-reset-links',
  'POST /audit/chains/:countyId/verification',
  'POST /rounds/:roundId/data-sets',
  'PUT /messages/:messageId/read',
  'POST /evaluation-jobs/:evaluationJobId/cancellation',
  'POST /imports/:importId/discard',
  'POST /inspections/:inspectionId/confirmation',
  'POST /inspections/:inspectionId/draws/:drawId/drawing',
  'POST /school-imports/:schoolImportId/discard',
  'POST /people-imports/:peopleImportId/discard',
  'PATCH /self-reports/:selfReportId/evidence-uploads/:uploadId',
]);

let api: TestApi;
let routes: readonly Route[];
let own: CountyRecords;
let foreign: CountyRecords;
const browsers = new Map<Persona, TestBrowser>();

beforeAll(async () => {
  api = await startTestApi();
  routes = routesOf(api.app);
  const { world } = api;
  [own, foreign] = await api.transactions.run(systemActor('test'), async (tx) => [
    await createCountyRecords(
      tx,
      { countyId: world.county, schoolId: world.school, personId: world.people.reporter },
      '甲县',
    ),
    await createCountyRecords(
      tx,
      { countyId: world.foreignCounty, schoolId: world.foreignSchool, personId: world.people.foreignReporter },
      FOREIGN_MARK,
    ),
  ]);
});
afterAll(() => api.stop());

/** Each session is new: some routes end them. */
const fresh = (persona: Persona) => api.as(persona);
async function reading(persona: Persona): Promise<TestBrowser> {
  const known = browsers.get(persona) ?? (await fresh(persona));
  browsers.set(persona, known);
  return known;
}

function pathWith(route: Route, ids: CountyRecords): string {
  const known: Readonly<Record<string, string>> = {
    ...ids,
    token: 'x'.repeat(43),
    ruleKey: 'some-rule',
    section: 'teachers',
  };
  const path = route.path.replaceAll(/:(\w+)/g, (_match, name: string) => {
    const id = known[name];
    if (id === undefined) throw new Error(`${route.name}: test/factories/county-records.ts makes no ${name}`);
    return id;
  });
  return `${path}${QUERIES[route.name] ?? ''}`;
}

async function call(
  browser: TestBrowser,
  route: Route,
  ids: CountyRecords,
  bodyIds: CountyRecords = ids,
): Promise<Answer> {
  const path = pathWith(route, ids);
  if (UPLOADS.has(route.name)) {
    const body = new FormData();
    body.append('file', new Blob(['学校名称\n']), 'a.csv');
    return browser.send(route.method, path, { body });
  }
  const body = BODIES[route.name]?.(bodyIds);
  if (body === undefined) return browser.send(route.method, path);
  const headers = { 'content-type': 'application/json' };
  return browser.send(route.method, path, { body: JSON.stringify(body), headers });
}

const guarded = () =>
  routes.flatMap((route) => (route.access?.kind === 'permission' ? [{ ...route, access: route.access }] : []));
const permissionOf = (name: string): Permission | undefined => permissions.find((known) => known === name);

describe('every route', () => {
  test('says what it asks of the caller', () => {
    expect(routes.filter((route) => route.access === undefined).map((route) => route.handler)).toEqual([]);
    expect(routes.length).toBeGreaterThan(25);
  });

  test('names a permission of the contract, or is public with a reason', () => {
    for (const route of guarded()) expect([route.name, permissionOf(route.access.permission)]).not.toContain(undefined);
    const open = routes.filter((route) => route.access?.kind === 'public').map((route) => route.name);
    expect(open.sort()).toEqual(Object.keys(PUBLIC_ROUTES).sort());
  });

  test('that writes has a sample body here', () => {
    const bare = guarded().filter(
      ({ method, name }) =>
        !['GET', 'DELETE'].includes(method) && !(name in BODIES) && !UPLOADS.has(name) && !BODILESS.has(name),
    );
    expect(bare.map((route) => route.name)).toEqual([]);
  });

  test('refuses whoever is not signed in', async () => {
    for (const route of guarded()) {
      const answer = await call(api.anonymous(), route, own);
      expect([route.name, answer.status]).toEqual([route.name, 401]);
    }
  });

  test('that writes refuses a session without its CSRF token', async () => {
    const { headers } = await fresh('countyAdministrator');
    const withoutToken = { cookie: headers['cookie'] ?? '' };
    for (const route of guarded().filter(({ method }) => method !== 'GET')) {
      const response = await fetch(`${api.baseUrl}${pathWith(route, own)}`, {
        method: route.method,
        headers: withoutToken,
      });
      expect([route.name, await response.json()]).toEqual([
        route.name,
        expect.objectContaining({ code: 'request.csrf' }),
      ]);
    }
  });
});

describe('every role', () => {
  test.each(Object.entries(ROLE_OF))('%s is refused what its role does not carry', async (persona, role) => {
    const browser = await fresh(persona as Persona);
    for (const route of guarded()) {
      const permission = permissionOf(route.access.permission);
      if (permission === undefined || permissionsByRole[role].includes(permission)) continue;
      const answer = await call(browser, route, own);
      expect([route.name, answer.status, answer.problem().code]).toEqual([route.name, 403, 'permission.denied']);
    }
  });

  test('a person without any grant has nothing but their own session', async () => {
    const browser = await fresh('nobody');
    for (const route of guarded()) {
      if (route.access.permission === 'session.own') continue;
      const answer = await call(browser, route, own);
      expect([route.name, answer.status]).toEqual([route.name, 403]);
    }
  });

  test('a grant counts from its first day to its last', async () => {
    const administrator = api.world.people.foreignAdministrator;
    const until = (validTo: string | null) =>
      api.transactions.run(systemActor('test'), (tx) =>
        tx.execute('UPDATE grants SET valid_to = $2 WHERE person_id = $1', [administrator, validTo]),
      );
    const browser = await fresh('foreignAdministrator');
    await until('2026-09-10');
    expect((await browser.get('/people')).status).toBe(200);
    await until('2026-09-09');
    expect((await browser.get('/people')).status).toBe(403);
    await until(null);
  });
});

describe('nobody reaches a foreign county', () => {
  /** Ending somebody else's session by its id says nothing and does nothing. */
  const SILENT = new Set(['DELETE /session/active/:sessionId']);

  test.each(OF_THE_COUNTY)('%s, by its ids in the path', async (persona) => {
    for (const route of guarded().filter(({ path }) => path.includes(':'))) {
      const browser = route.method === 'GET' ? await reading(persona) : await fresh(persona);
      const answer = await call(browser, route, foreign);
      if (SILENT.has(route.name)) {
        expect([route.name, answer.status, answer.body]).toEqual([route.name, 204, null]);
        continue;
      }
      expect([route.name, [403, 404].includes(answer.status), answer.status]).toEqual([
        route.name,
        true,
        answer.status,
      ]);
      expect(JSON.stringify(answer.body)).not.toContain(FOREIGN_MARK);
    }
    const [session] = await api.database.query<{ alive: boolean }>(
      'SELECT ended_at IS NULL AS alive FROM sessions WHERE id = $1',
      [foreign.sessionId],
    );
    expect(session?.alive).toBe(true);
  });

  test.each(OF_THE_COUNTY)('%s, by its ids in the body', async (persona) => {
    const withIds = new Set([
      'POST /people',
      'POST /people/:personId/grants',
      'POST /units',
      'POST /groupings',
      'PUT /groupings/:groupingId/members',
      'POST /rounds',
      'POST /rounds/:roundId/schools',
      'POST /edition-drafts',
      'POST /schools',
      'POST /schools/:schoolId/changes',
      'POST /rounds/:roundId/evaluations',
      'POST /rectifications',
      'PUT /rectification-assignments',
      'PUT /county-reports/:countyReportId/assignments',
      'POST /self-reports/:selfReportId/evidence',
      'POST /self-reports/:selfReportId/evidence/reuse',
      'POST /county-reports/:countyReportId/evidence/reuse',
    ]);
    for (const route of guarded().filter(({ name }) => withIds.has(name))) {
      const answer = await call(await fresh(persona), route, own, foreign);
      expect([route.name, [403, 404].includes(answer.status), answer.status]).toEqual([
        route.name,
        true,
        answer.status,
      ]);
    }
  });

  test.each(OF_THE_COUNTY)('%s, in any list or by any filter', async (persona) => {
    const secrets: readonly string[] = [
      FOREIGN_MARK,
      '乙县',
      ...Object.values<string>({ ...foreign }).filter((id) => id !== foreign.sessionId),
      api.world.people.foreignAdministrator,
    ];
    const filters = ['', `?regionId=${foreign.countyId}`, `?schoolId=${foreign.schoolId}`];
    for (const route of guarded().filter(({ method, path }) => method === 'GET' && !path.includes(':'))) {
      for (const filter of filters) {
        const answer = await (await reading(persona)).get(`${route.path}${filter}`);
        const text = JSON.stringify(answer.body);
        expect([route.name, filter, secrets.filter((secret) => text.includes(secret))]).toEqual([
          route.name,
          filter,
          [],
        ]);
      }
    }
  });

  test('a foreign report among many to approve is refused and stays as it was', async () => {
    const route = routes.find(({ name }) => name === 'POST /rounds/:roundId/approvals');
    if (route === undefined) throw new Error('the route is gone');
    const answer = await call(await fresh('countyAdministrator'), route, own, foreign);
    expect(JSON.stringify(answer.body)).not.toContain('"approved":["');
    const [report] = await api.database.query<{ status: string }>('SELECT status FROM self_reports WHERE id = $1', [
      foreign.selfReportId,
    ]);
    expect(report?.status).toBe('filling');
  });
});

test('city and province see down into every county below them, and only there', async () => {
  for (const persona of ['cityReviewer', 'provinceReviewer'] as const) {
    const browser = await reading(persona);
    expect((await browser.get(`/schools/${foreign.schoolId}`)).status).toBe(200);
    expect(JSON.stringify((await browser.get('/rounds')).body)).toContain(foreign.roundId);
  }
});

test('a school sees itself and not its neighbour', async () => {
  const neighbour = await reading('otherReporter');
  expect((await neighbour.get(`/schools/${api.world.otherSchool}`)).status).toBe(200);
  expect((await neighbour.get(`/schools/${api.world.school}`)).status).toBe(404);
  expect((await neighbour.get(`/self-reports/${own.selfReportId}`)).status).toBe(404);
  expect(
    (
      await neighbour.patch(
        `/self-reports/${own.selfReportId}/cells`,
        BODIES['PATCH /self-reports/:selfReportId/cells']?.(own),
      )
    ).status,
  ).toBe(404);
  const areaInspector = await reading('areaInspector');
  expect((await areaInspector.get(`/self-reports/${own.selfReportId}`)).status).toBe(200);
  expect((await areaInspector.get(`/schools/${api.world.otherSchool}`)).status).toBe(404);
});
