import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rectificationSchema, rectificationSummarySchema, type RectificationSummary } from '@junheng/api-contract';
import ExcelJS from 'exceljs';
import type { Persona } from '../../../test/factories/world.ts';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';

let api: TestApi;

async function raise(by: Persona, countyId: string, title: string, schoolId: string | null = null): Promise<string> {
  const body = { countyId, title, source: { kind: 'own', document: null }, schoolId, place: null, deadline: null };
  return rectificationSchema.parse((await (await api.as(by)).post('/rectifications', body)).body).id;
}
const summaryFor = async (by: Persona, query = ''): Promise<RectificationSummary> =>
  rectificationSummarySchema.parse((await (await api.as(by)).get(`/rectification-summary${query}`)).body);

beforeAll(async () => {
  api = await startTestApi();
  const { county, foreignCounty, school, section } = api.world;
  const ofSchool = await raise('countyAdministrator', county, '=围墙开裂', school);
  const ofSection = await raise('countyAdministrator', county, '图书室没有开放');
  await raise('countyAdministrator', county, '门卫没有持证上岗');
  await raise('foreignAdministrator', foreignCounty, '操场积水无法使用');
  const bureau = await api.as('countyAdministrator');
  for (const [id, to] of [
    [ofSchool, { kind: 'own-school' }],
    [ofSection, { kind: 'unit', unitId: section }],
  ] as const) {
    const body = { ids: [id], to, person: null, deadline: '2026-09-12', reason: null };
    expect((await bureau.put('/rectification-assignments', body)).status).toBe(204);
  }
  api.clock.advance(5 * 86_400_000);
});
afterAll(() => api.stop());

test.each(['cityReviewer', 'provinceReviewer'] as const)(
  '%s sees the counties, and one of them when asked',
  async (by) => {
    const { county, foreignCounty, section } = api.world;
    const all = await summaryFor(by);
    expect(all.total).toMatchObject({ raised: 4, open: 4, overdue: 2, unassigned: 2 });
    expect(Object.fromEntries(all.counties.map(({ id, counts }) => [id, [counts.raised, counts.overdue]]))).toEqual({
      [county]: [3, 2],
      [foreignCounty]: [1, 0],
    });
    expect(all.units.find(({ id }) => id === section)?.counts).toMatchObject({ raised: 1, overdue: 1 });
    const one = await summaryFor(by, `?regionId=${foreignCounty}`);
    expect([one.total.raised, one.counties.length, one.trend.at(-1)]).toMatchObject([
      1,
      1,
      { standing: 1, overdue: 0 },
    ]);
  },
);

test('below, everybody sees their own', async () => {
  const raised = async (by: Persona, query = '') => (await summaryFor(by, query)).total.raised;
  expect(await raised('countyAdministrator')).toBe(3);
  expect(await raised('countyAdministrator', `?regionId=${api.world.foreignCounty}`)).toBe(0);
  expect(await raised('sectionOfficer')).toBe(1);
  expect(await raised('reporter')).toBe(1);
  expect(await raised('otherReporter')).toBe(0);
});

test.each([
  [
    'zh-CN',
    ['序号', '问题', '来源', '责任单位', '责任人', '整改措施', '期限', '进展', '佐证', '核查', '销号时间', '状态'],
  ],
  ['en', ['No.', 'Problem', 'Source', 'Responsible unit', 'Responsible person', 'Measures', 'Deadline', 'Progress']],
] as const)('the official form has its columns and every row of the county, in %s', async (language, heads) => {
  const bureau = await api.as('countyAdministrator');
  const response = await fetch(
    `${api.baseUrl}/api/v1/rectification-workbook?countyId=${api.world.county}&language=${language}`,
    { headers: bureau.headers },
  );
  expect(response.status).toBe(200);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  const texts = (row: number) => (sheet.getRow(row).values as unknown[]).slice(1).map(String);
  expect(texts(3).slice(0, heads.length)).toEqual([...heads]);
  expect([4, 5, 6].map((row) => [texts(row)[0], texts(row)[1]?.includes('围墙开裂')])).toEqual([
    ['1', true],
    ['2', false],
    ['3', false],
  ]);
  // A text that a spreadsheet would compute stays a text.
  expect(sheet.getRow(4).getCell(2).type).toBe(ExcelJS.ValueType.String);
  expect(sheet.rowCount).toBe(6);
});
