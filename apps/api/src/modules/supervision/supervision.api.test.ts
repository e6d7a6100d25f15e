import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RegularVisits, Supervision } from '@junheng/api-contract';
import { wantedVisit } from '../../../test/factories/opinions.ts';
import { statementsDuring } from '../../../test/harness/statements.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';

let api: TestApi;
let own: TestBrowser;

beforeAll(async () => {
  api = await startTestApi();
  own = await api.as('areaInspector');
});
afterAll(() => api.stop());

const overview = async (browser: TestBrowser) => (await browser.get('/supervision')).body as Supervision;
const visits = (schoolId: string) => `/supervision/schools/${schoolId}/visits`;

test('an inspector of an area sees its schools with what is due, and records visits to them', async () => {
  const { school, otherSchool, people } = api.world;
  const before = await overview(own);
  expect(before).toMatchObject({ today: '2026-09-10', mayRecord: true });
  expect(before.rules).toMatchObject([
    { period: 'month', visits: 1, since: '2026-08-01', own: false, mayChange: false },
  ]);
  expect(before.areas).toMatchObject([
    {
      name: '第一责任区',
      inspectors: [{ personId: people.areaInspector, name: '责任督学甲' }],
      schools: [
        { schoolId: school, done: 0, due: 1, dueBy: '2026-09-30', overdue: 1, lastVisitedOn: null, findings: 0 },
      ],
    },
  ]);
  const recorded = await own.post(visits(school), wantedVisit('2026-09-03'));
  expect(recorded.status).toBe(201);
  expect((recorded.body as RegularVisits).visits).toMatchObject([
    { visitedOn: '2026-09-03', by: '责任督学甲', findings: [{ fact: '灭火器过期。' }] },
  ]);
  expect((await overview(own)).areas[0]?.schools[0]).toMatchObject({
    done: 1,
    overdue: 1,
    lastVisitedOn: '2026-09-03',
    findings: 1,
  });
  expect((await own.post(visits(school), wantedVisit('2026-09-03'))).problem().code).toBe(
    'supervision.recorded-already',
  );
  expect((await own.post(visits(school), wantedVisit('2026-09-11'))).problem().code).toBe(
    'supervision.visit-in-future',
  );
  expect((await own.post(visits(otherSchool), wantedVisit('2026-09-04'))).status).toBe(404);
  const inspector = await api.as('inspector');
  expect((await inspector.post(visits(otherSchool), wantedVisit('2026-09-04'))).problem().code).toBe(
    'supervision.school-without-area',
  );
});

test('the bureau sets how often, and the standing follows', async () => {
  const bureau = await api.as('countyAdministrator');
  const rule = { period: 'term', visits: 2, since: '2026-02-01' };
  const changed = await bureau.put(`/supervision/rules/${api.world.county}`, rule);
  expect(changed.body).toMatchObject({ rules: [{ ...rule, own: true, mayChange: true }], mayRecord: false });
  expect((changed.body as Supervision).areas[0]?.schools[0]).toMatchObject({ due: 2, dueBy: '2027-01-31', overdue: 2 });
  expect((await bureau.put(`/supervision/rules/${api.world.foreignCounty}`, rule)).status).toBe(404);
  expect((await own.put(`/supervision/rules/${api.world.county}`, rule)).status).toBe(403);
});

test('takes the same statements however many schools there are', async () => {
  const statements = await statementsDuring(api, () => overview(own));
  expect(statements.length).toBeLessThanOrEqual(6);
});
