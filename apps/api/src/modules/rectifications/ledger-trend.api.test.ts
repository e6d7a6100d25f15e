import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RectificationSummary } from '@junheng/api-contract';
import { countyData, evaluated, ledgerOf } from '../../../test/factories/ledger.ts';
import { openRound } from '../../../test/factories/reports.ts';
import type { Persona } from '../../../test/factories/world.ts';
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
const whole = async () => {
  const { body } = await (await api.as('countyAdministrator')).get('/rectification-summary');
  return body as RectificationSummary;
};
const summary = async () => (await whole()).trend;
/** What the page says of now, at its head and at the end of its trend. */
const standing = async () => {
  const { total, trend } = await whole();
  return [total.open + total.toVerify, trend.at(-1)?.month, trend.at(-1)?.standing];
};
async function act(by: Persona, id: string, what: string, body: object): Promise<void> {
  expect((await (await api.as(by)).post(`/rectifications/${id}/${what}`, body)).status).toBe(200);
}
const except = (id: string, expiresOn: string) =>
  act('cityReviewer', id, 'exception', { reason: '另有原因', expiresOn });

test('a month says what happened in it, whatever became of the rows since, and costs no more statements for it', async () => {
  expect(await summary()).toEqual([]);
  const first = await raise('图书室没有开放');
  await raise('门卫没有持证上岗');
  const september = { month: '2026-09', raised: 2, closed: 0, reopened: 0, standing: 2, overdue: 0 };
  expect(await summary()).toEqual([september]);

  api.clock.advance(30 * DAY);
  await except(first, '2026-12-31');
  api.clock.advance(31 * DAY);
  await raise('操场积水无法使用');
  expect(await summary()).toEqual([
    september,
    { month: '2026-10', raised: 0, closed: 0, reopened: 0, standing: 1, overdue: 0 },
    { month: '2026-11', raised: 1, closed: 0, reopened: 0, standing: 2, overdue: 0 },
  ]);

  const bureau = await api.as('countyAdministrator');
  const statements = (await statementsDuring(api, () => bureau.get('/rectification-summary'))).filter(
    (sql) => !/\b(sessions|grants)\b/.test(sql),
  );
  expect(statements).toHaveLength(2);
});

test('an exception ends with its last day, whatever becomes of the row then', async () => {
  const row = await raise('围墙开裂');
  await except(row, '2026-11-30');
  api.clock.set('2026-11-30T15:59:00.000Z');
  expect(await standing()).toEqual([2, '2026-11', 2]);
  api.clock.set('2026-11-30T16:00:00.000Z');
  expect(await standing()).toEqual([3, '2026-12', 3]);
  await act('countyAdministrator', row, 'completion', { text: '已经加固' });
  expect(await standing()).toEqual([3, '2026-12', 3]);
  await act('cityReviewer', row, 'return', { text: '裂缝还在' });
  expect(await standing()).toEqual([3, '2026-12', 3]);
  await except(row, '2026-12-31');
  expect(await standing()).toEqual([2, '2026-12', 2]);
  api.clock.set('2027-01-15T01:00:00.000Z');
  expect((await summary()).map((month) => [month.month, month.standing])).toEqual([
    ['2026-09', 2],
    ['2026-10', 1],
    ['2026-11', 2],
    ['2026-12', 2],
    ['2027-01', 4],
  ]);
});

test('data that pass end an exception, and data that fail again leave the row open', async () => {
  const round = await openRound(api, {
    kind: 're-check',
    year: 2027,
    opensOn: '2026-09-01',
    deadline: '2099-12-31',
  });
  const poor = countyData(api, { school: { 'teaching-rooms-area': '400' } });
  await evaluated(api, round.id, poor);
  const city = await api.as('cityReviewer');
  const placed = (await ledgerOf(city)).filter(({ place }) => place !== null);
  for (const { id } of placed) await except(id, '2027-06-30');
  expect(await standing()).toEqual([4, '2027-01', 4]);
  await evaluated(api, round.id, countyData(api));
  const { toVerify } = (await whole()).total;
  expect(toVerify).toBeGreaterThan(0);
  expect(await standing()).toEqual([4 + toVerify, '2027-01', 4 + toVerify]);
  await evaluated(api, round.id, poor);
  expect((await whole()).total.toVerify).toBe(0);
  expect(await standing()).toEqual([4 + toVerify, '2027-01', 4 + toVerify]);
});

test('a month keeps what was overdue at its end, whatever deadline the row is given since, and every part can be asked for', async () => {
  api.clock.set('2027-03-01T01:00:00.000Z');
  const row = await raise('食堂没有许可证');
  const bureau = async () => api.as('countyAdministrator');
  const until = async (deadline: string, reason: string | null = null) =>
    (await bureau()).put('/rectification-assignments', {
      ids: [row],
      to: { kind: 'unit', unitId: api.world.section },
      person: null,
      deadline,
      reason,
    });
  const ofUnit = async (unitId: string, kind = 'other') => {
    const { body } = await (await bureau()).get(`/rectification-summary?unitId=${unitId}&kind=${kind}`);
    const { total, trend, units, kinds } = body as RectificationSummary;
    return { total, units, kinds, months: trend.map(({ month, overdue }) => [month, overdue]) };
  };
  expect((await until('2027-03-10')).status).toBe(204);
  api.clock.set('2027-04-20T01:00:00.000Z');
  expect(await ofUnit(api.world.section)).toMatchObject({
    total: { raised: 1, open: 1, overdue: 1 },
    units: [{ id: api.world.section, counts: { raised: 1 } }],
    kinds: [{ kind: 'other', counts: { overdue: 1 } }],
    months: [
      ['2027-03', 1],
      ['2027-04', 1],
    ],
  });
  expect((await until('2027-05-20', '等待验收')).status).toBe(204);
  api.clock.set('2027-05-02T01:00:00.000Z');
  const later = await ofUnit(api.world.section);
  expect([later.total.overdue, later.months]).toEqual([
    0,
    [
      ['2027-03', 1],
      ['2027-04', 0],
      ['2027-05', 0],
    ],
  ]);
  expect((await ofUnit(api.world.section, 'cv')).total.raised).toBe(0);
  const { total } = await whole();
  expect((await ofUnit('none')).total.raised).toBeLessThan(total.raised);
});
