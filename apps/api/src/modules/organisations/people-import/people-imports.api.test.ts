import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { confirmedPeopleImportSchema, peopleImportSchema, peopleSchema } from '@junheng/api-contract';
import ExcelJS from 'exceljs';
import { startTestApi, type TestApi, type TestBrowser } from '../../../../test/harness/test-api.ts';

let api: TestApi;
let bureau: TestBrowser;

beforeAll(async () => {
  api = await startTestApi();
  bureau = await api.as('countyAdministrator');
});
afterAll(() => api.stop());

async function upload(...rows: string[]) {
  const form = new FormData();
  form.append('file', new Blob([`\uFEFF${['姓名,账号,角色,单位,邮箱', ...rows].join('\r\n')}\r\n`]), '人员.csv');
  const answer = await bureau.send('POST', `/counties/${api.world.county}/people-imports`, { body: form });
  expect(answer.status).toBe(201);
  return peopleImportSchema.parse(answer.body);
}
const confirm = (id: string, warningsConfirmed = false) =>
  bureau.post(`/people-imports/${id}/confirm`, { warningsConfirmed });
const logins = async () => peopleSchema.parse((await bureau.get('/people')).body).people.map(({ login }) => login);

test('nobody is made before somebody says so; then each new person has a link, and it lets them in', async () => {
  const read = await upload('示例丙,sheet.reporter,填报员,东镇中心小学', '示例丙,sheet.reporter,校长,东镇中心小学');
  expect(read).toMatchObject({ status: 'previewed', counts: { rows: 2, fresh: 2, known: 0, errors: 0, warnings: 0 } });
  expect(await logins()).not.toContain('sheet.reporter');
  const { links, peopleImport } = confirmedPeopleImportSchema.parse((await confirm(read.id)).body);
  expect(peopleImport.status).toBe('confirmed');
  expect(links.map(({ login }) => login)).toEqual(['sheet.reporter']);
  const token = (links[0]?.url ?? '').split('/').at(-1) ?? '';
  const used = await api.anonymous().post(`/one-time-links/${token}`, { newPassword: 'a different tune' });
  expect(used.status).toBe(204);
  const signedIn = await api.anonymous().post('/session', { login: 'sheet.reporter', password: 'a different tune' });
  // Both were given at one instant: they have no order.
  const { grants } = signedIn.body as { readonly grants: readonly { readonly role: string }[] };
  expect(grants.map(({ role }) => role).sort()).toEqual(['school-principal', 'school-reporter']);
  expect((await confirm(read.id)).problem().code).toBe('import.already-confirmed');
});

test('an error holds all of it back; a doubt asks for a yes', async () => {
  const wrong = await upload('示例丁,sheet.one,填报员,没有的小学', '示例戊,sheet.two,填报员,东镇中心小学');
  expect(wrong.problems).toMatchObject([{ severity: 'error', code: 'place-unknown', row: 2, column: 'D' }]);
  expect((await confirm(wrong.id, true)).problem().code).toBe('import.has-errors');
  expect(await logins()).not.toContain('sheet.two');
  const doubtful = await upload('示例丁,sheet.one,填报员,东镇中心小学校');
  expect(doubtful.problems).toMatchObject([{ severity: 'warning', code: 'place-variant', row: 2 }]);
  expect((await confirm(doubtful.id)).problem().code).toBe('import.warnings-unconfirmed');
  expect((await confirm(doubtful.id, true)).status).toBe(200);
});

test('an account of another county is not free, and whose it is stays unsaid', async () => {
  const read = await upload('示例己,foreign-reporter,填报员,东镇中心小学');
  expect(read.problems).toMatchObject([{ severity: 'error', code: 'login-taken', row: 2 }]);
  expect(JSON.stringify(read)).not.toContain('乙');
});

test('nobody gives by a sheet what they may not give by hand; a school of another county is unknown', async () => {
  const read = await upload('示例庚,sheet.city,市级审核,示例市', '示例辛,sheet.far,填报员,乙县小学');
  expect(read.problems.map(({ code }) => code)).toEqual(['role-not-given', 'place-unknown']);
});

test('an account that was taken between preview and confirmation stops the import whole', async () => {
  const read = await upload('示例壬,sheet.first,填报员,东镇中心小学', '示例癸,sheet.late,填报员,东镇中心小学');
  const grant = { role: 'school-reporter', place: { kind: 'school', id: api.world.school } };
  expect((await bureau.post('/people', { login: 'sheet.late', displayName: '抢先者', grant })).status).toBe(201);
  expect((await confirm(read.id)).problem().code).toBe('person.login-taken');
  expect(await logins()).not.toContain('sheet.first');
});

test('two confirmations at once make one person', async () => {
  const read = await upload('示例子,sheet.once,填报员,东镇中心小学');
  const statuses = (await Promise.all([confirm(read.id), confirm(read.id)])).map(({ status }) => status);
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409]);
});

test('addresses of people who hold their role already are changed with a yes, and are no roles', async () => {
  const emails = async () =>
    peopleSchema
      .parse((await bureau.get('/people')).body)
      .people.flatMap(({ login, email }) => (login === 'reporter' || login === 'other-reporter' ? [email] : []));
  expect(await emails()).toEqual([null, null]);
  const read = await upload(
    '填报员甲,reporter,填报员,东镇中心小学,new@school.example',
    '填报员丙,other-reporter,填报员,甲县实验学校',
  );
  expect(read).toMatchObject({
    counts: { rows: 2, fresh: 0, known: 2, addresses: 1, errors: 0, warnings: 0 },
    sample: [],
    changedAddresses: [{ row: 2, login: 'reporter', displayName: '填报员甲', email: 'new@school.example' }],
  });
  expect(await emails()).toEqual([null, null]);
  const { links, peopleImport } = confirmedPeopleImportSchema.parse((await confirm(read.id)).body);
  expect(links).toEqual([]);
  // What was to change stands with the people now, and nowhere else.
  expect(peopleImport).toMatchObject({ counts: { addresses: 1 }, changedAddresses: [] });
  expect((await emails()).filter((email) => email !== null)).toEqual(['new@school.example']);
});

test('the sheet that goes out comes in again, and computes nothing', async () => {
  const grant = { role: 'school-reporter', place: { kind: 'school', id: api.world.school } };
  const name = '=HYPERLINK("http://x","y")';
  expect((await bureau.post('/people', { login: 'formula', displayName: name, grant })).status).toBe(201);
  const answer = await fetch(`${api.baseUrl}/api/v1/people-sheet`, { headers: bureau.headers });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  expect(workbook.worksheets[0]?.getColumn(1).values).toContain(`'${name}`);
  const form = new FormData();
  form.append('file', new Blob([bytes]), 'people.xlsx');
  const again = peopleImportSchema.parse(
    (await bureau.send('POST', `/counties/${api.world.county}/people-imports`, { body: form })).body,
  );
  expect(again.counts).toMatchObject({ fresh: 0, errors: 0 });
  expect(again.counts.known).toBe(again.counts.rows);
});
