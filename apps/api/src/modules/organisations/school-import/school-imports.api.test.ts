import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { schoolImportSchema, schoolImportsSchema, schoolsSchema } from '@junheng/api-contract';
import ExcelJS from 'exceljs';
import { systemActor } from '../../../platform/database/actor.ts';
import { createSchool } from '../../../../test/factories/world.ts';
import { statementsDuring } from '../../../../test/harness/statements.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../../test/harness/test-api.ts';

let api: TestApi;
let bureau: TestBrowser;

beforeAll(async () => {
  api = await startTestApi();
  bureau = await api.as('countyAdministrator');
});
afterAll(() => api.stop());

const HEADER = '学校标识码,学校名称,办学类型,城乡类型,所在乡镇,本校标识码,计校数';
async function upload(...rows: string[]) {
  const form = new FormData();
  form.append('file', new Blob([`\uFEFF${[HEADER, ...rows].join('\r\n')}\r\n`]), '学校.csv');
  const answer = await bureau.send('POST', `/counties/${api.world.county}/school-imports`, { body: form });
  expect(answer.status).toBe(201);
  return schoolImportSchema.parse(answer.body);
}
const confirm = (id: string, warningsConfirmed = false) =>
  bureau.post(`/school-imports/${id}/confirm`, { warningsConfirmed });
const find = async (q: string) =>
  schoolsSchema.parse((await bureau.get(`/schools?q=${encodeURIComponent(q)}`)).body).schools;

test('nothing is registered before somebody says so; then all of it is, with campuses', async () => {
  const read = await upload(
    '9901016001,批量小学,小学,镇区,东镇,,',
    '9901016002,批量小学东校区,小学,镇区,,9901016001,否',
  );
  expect(read).toMatchObject({ status: 'previewed', counts: { rows: 2, fresh: 2, known: 0, errors: 0, warnings: 0 } });
  expect(await find('批量')).toEqual([]);
  expect((await confirm(read.id)).status).toBe(200);
  const [main, campus] = await find('plxx');
  expect(main).toMatchObject({ code: '9901016001', townName: '东镇', parentSchoolId: null });
  expect(campus).toMatchObject({ parentSchoolId: main?.id, countedAsSchool: false });
  expect((await confirm(read.id)).problem().code).toBe('import.already-confirmed');
  const history = schoolImportsSchema.parse((await bureau.get(`/counties/${api.world.county}/school-imports`)).body);
  expect(history.imports[0]).toMatchObject({ status: 'confirmed', uploadedBy: '管理员甲', fileName: '学校.csv' });
});

test('an error holds all of it back; a warning asks for a yes', async () => {
  const wrong = await upload('9901016003,甲,小学,镇区,,,', '9901016004,好的小学,小学,镇区,,,');
  expect(wrong.problems).toMatchObject([{ severity: 'error', code: 'value-invalid', row: 2, column: 'B' }]);
  expect((await confirm(wrong.id, true)).problem().code).toBe('import.has-errors');
  const doubtful = await upload('9901016005,东镇中心小学校,小学,镇区,,,');
  expect(doubtful.problems).toMatchObject([{ severity: 'warning', code: 'variant-of-registered', row: 2 }]);
  expect((await confirm(doubtful.id)).problem().code).toBe('import.warnings-unconfirmed');
  expect((await confirm(doubtful.id, true)).status).toBe(200);
});

test('a code of another county is refused without a word about whose it is', async () => {
  const read = await upload('9901020001,甲县新校,小学,镇区,,,');
  expect(read.problems).toMatchObject([{ code: 'code-elsewhere', row: 2 }]);
  expect(JSON.stringify(read)).not.toContain('乙县');
});

test('a school registered between preview and confirmation stops the import whole', async () => {
  const read = await upload('9901016006,先来小学,小学,镇区,,,', '9901016007,后到小学,小学,镇区,,,');
  await api.transactions.run(systemActor('test'), (tx) =>
    createSchool(tx, { countyId: api.world.county, code: '9901016007', name: '抢先小学' }),
  );
  expect((await confirm(read.id)).problem().code).toBe('import.has-errors');
  expect(await find('先来小学')).toEqual([]);
});

test('two confirmations at once register once', async () => {
  const read = await upload('9901016008,只一次小学,小学,镇区,,,');
  const statuses = (await Promise.all([confirm(read.id), confirm(read.id)])).map(({ status }) => status);
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(await find('只一次')).toHaveLength(1);
});

test('the sheet that goes out comes in again, and computes nothing', async () => {
  await api.transactions.run(systemActor('test'), (tx) =>
    createSchool(tx, { countyId: api.world.county, code: '9901016099', name: '=HYPERLINK("http://x","y")小学' }),
  );
  const { headers } = bureau;
  const answer = await fetch(`${api.baseUrl}/api/v1/school-sheet`, { headers });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const names = workbook.worksheets[0]?.getColumn(2).values ?? [];
  expect(names).toContain(`'=HYPERLINK("http://x","y")小学`);
  const form = new FormData();
  form.append('file', new Blob([bytes]), 'schools.xlsx');
  const again = schoolImportSchema.parse(
    (await bureau.send('POST', `/counties/${api.world.county}/school-imports`, { body: form })).body,
  );
  expect(again.counts).toMatchObject({ fresh: 0, errors: 0 });
  expect(again.counts.known).toBe(again.counts.rows);
});

test('registering costs the same number of statements for two schools and for two hundred', async () => {
  const cost = async (from: number, count: number) => {
    const rows = Array.from(
      { length: count },
      (_, index) => `99017${from + index},计数${from + index}小学,小学,镇区,,,`,
    );
    const { id } = await upload(...rows);
    return (await statementsDuring(api, () => confirm(id, true))).length;
  };
  expect(await cost(30_000, 200)).toBe(await cost(20_000, 2));
});
