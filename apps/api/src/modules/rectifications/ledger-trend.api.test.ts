import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RectificationSummary } from '@junheng/api-contract';
import { statementsDuring } from '../../../test/harness/statements.ts';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';

const DAY = 86_400_000;
let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

async function raise(title: string): Promise<string> {
  const bureau = await api.as('countyAdministrator');
  const answer = await bureau.post('/rectifications', {
    countyId: api.world.county,
    title,
    source: { kind: 'own', document: null },
    schoolId: null,
    place: null,
    deadline: null,
  });
  expect(answer.status).toBe(201);
  return (answer.body as { id: string }).id;
}
const summary = async () => {
  const { body } = await (await api.as('countyAdministrator')).get('/rectification-summary');
  return (body as RectificationSummary).trend;
};

test('a month says what happened in it, whatever became of the rows since, and costs no more statements for it', async () => {
  expect(await summary()).toEqual([]);
  const first = await raise('图书室没有开放');
  await raise('门卫没有持证上岗');
  const september = { month: '2026-09', raised: 2, closed: 0, reopened: 0, standing: 2 };
  expect(await summary()).toEqual([september]);

  api.clock.advance(30 * DAY);
  const city = await api.as('cityReviewer');
  const excepted = await city.post(`/rectifications/${first}/exception`, {
    reason: '学校即将搬迁',
    expiresOn: '2026-12-31',
  });
  expect(excepted.status).toBe(200);
  api.clock.advance(31 * DAY);
  await raise('操场积水无法使用');
  expect(await summary()).toEqual([
    september,
    { month: '2026-10', raised: 0, closed: 0, reopened: 0, standing: 1 },
    { month: '2026-11', raised: 1, closed: 0, reopened: 0, standing: 2 },
  ]);

  const bureau = await api.as('countyAdministrator');
  const statements = (await statementsDuring(api, () => bureau.get('/rectification-summary'))).filter(
    (sql) => !/\b(sessions|grants)\b/.test(sql),
  );
  expect(statements).toHaveLength(2);
});
