import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dueSelfReportsSchema, sectionWorkListSchema, type SectionWorkList } from '@junheng/api-contract';
import { batch, completeCells, fillReport, openRound, readReport, reportOf } from '../../../test/factories/reports.ts';
import {
  applyWorkbook,
  downloadWorkbook,
  EditedWorkbook,
  uploadWorkbook,
} from '../../../test/factories/report-workbooks.ts';
import { createPerson, giveGrant } from '../../../test/factories/world.ts';
import { startTestApi, type Answer, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';
import { systemActor } from '../../platform/database/actor.ts';
import { proposedDate } from './section-work.rules.ts';

let api: TestApi;
let principal: TestBrowser;
let reporter: TestBrowser;
let colleague: TestBrowser;
let colleagueId: string;
let reportId: string;

beforeAll(async () => {
  api = await startTestApi();
  const round = await openRound(api);
  reportId = (await reportOf(api, round.id, api.world.school)).id;
  colleagueId = await api.transactions.run(systemActor('test'), async (tx) => {
    const id = await createPerson(tx, { login: 'colleague', displayName: '教导主任甲' });
    await giveGrant(tx, id, 'school-reporter', { schoolId: api.world.school });
    return id;
  });
  principal = await api.as('principal');
  reporter = await api.as('reporter');
  colleague = await api.asPerson(colleagueId);
});
afterAll(() => api.stop());

const path = () => `/self-reports/${reportId}/sections`;
const listOf = (answer: Answer): SectionWorkList => sectionWorkListSchema.parse(answer.body);
const read = async (browser = principal) => listOf(await browser.get(path()));
const assign = (section: string, personId: string | null, internalDate: string | null = null) =>
  principal.put(path(), { assignments: [{ section, personId, internalDate }] });
const part = (list: SectionWorkList, section: string) => list.sections.find((each) => each.section === section);
const audited = async (action: string) =>
  (
    await api.database.query<{ content: string }>('SELECT content FROM audit_entries WHERE action = $1 ORDER BY id', [
      action,
    ])
  ).map(({ content }) => JSON.parse(content) as { details: Record<string, unknown> });

test('without any assignment nothing is said, and the principal sees who could have what', async () => {
  const list = await read();
  expect(list).toMatchObject({ held: false, mayAssign: true, proposal: null, deadline: '2026-10-15' });
  expect(list.people.map(({ displayName }) => displayName).toSorted()).toEqual(
    ['填报员甲', '教导主任甲', '校长甲'].toSorted(),
  );
  expect(list.sections.length).toBeGreaterThan(5);
  expect(list.sections.every(({ assignee }) => assignee === null)).toBe(true);
  expect((await read(reporter)).mayAssign).toBe(false);
  const due = dueSelfReportsSchema.parse((await reporter.get('/self-reports/due')).body);
  expect(due.selfReports[0]?.ownSections).toEqual([]);
});

test('it is the school’s own affair: neither the bureau nor another school sees or changes it', async () => {
  for (const persona of ['countyAdministrator', 'otherReporter', 'foreignReporter', 'inspector'] as const) {
    const other = await api.as(persona);
    expect([403, 404]).toContain((await other.get(path())).status);
    expect([403, 404]).toContain((await other.put(path(), { assignments: [] })).status);
  }
  expect((await reporter.put(path(), { assignments: [] })).problem().code).toBe('permission.denied');
});

test('an assignment names a section of the form, somebody of the school and a date before the deadline', async () => {
  expect((await assign('no-such-section', colleagueId)).problem().code).toBe('self-report.section-unknown');
  expect((await assign('teachers', api.world.people.otherReporter)).problem().code).toBe(
    'self-report.assignee-unknown',
  );
  expect((await assign('teachers', colleagueId, '2026-10-16')).problem().code).toBe('self-report.internal-date-late');
  expect(part(await read(), 'teachers')?.assignee).toBeNull();
});

test('the colleague sees what is theirs first, with how far it is, and marks it finished', async () => {
  const given = listOf(await assign('teachers', colleagueId, '2026-10-01'));
  expect(part(given, 'teachers')).toMatchObject({
    assignee: { displayName: '教导主任甲', here: true },
    internalDate: '2026-10-01',
    finishedAt: null,
    filled: 0,
  });
  const due = dueSelfReportsSchema.parse((await colleague.get('/self-reports/due')).body);
  expect(due.selfReports[0]?.ownSections).toMatchObject([{ section: 'teachers', internalDate: '2026-10-01' }]);
  const others = dueSelfReportsSchema.parse((await reporter.get('/self-reports/due')).body);
  expect(others.selfReports[0]?.ownSections).toEqual([]);

  const cells = completeCells('primary');
  await fillReport(colleague, reportId, cells);
  const after = part(await read(), 'teachers');
  expect(after?.filled).toBe(after?.required);
  expect((await reporter.put(`${path()}/teachers/finished`, { finished: true })).problem().code).toBe(
    'self-report.section-of-another',
  );
  const finished = listOf(await colleague.put(`${path()}/teachers/finished`, { finished: true }));
  expect(part(finished, 'teachers')).toMatchObject({ finishedAt: api.clock.now().toISOString(), changedSince: false });

  // Somebody else corrects a value there: it is seen, nothing is closed.
  const report = await readReport(reporter, reportId);
  const cell = Object.keys(report.cells).find((key) => key.startsWith('teachers'));
  if (cell === undefined) throw new Error('the form has no cell of teachers');
  expect((await reporter.patch(`/self-reports/${reportId}/cells`, batch(report, { [cell]: null }))).status).toBe(200);
  expect(part(await read(), 'teachers')).toMatchObject({ changedSince: true });
  const back = listOf(await colleague.put(`${path()}/teachers/finished`, { finished: false }));
  expect(part(back, 'teachers')?.finishedAt).toBeNull();
  expect(await audited('self-report.sections-assigned')).toMatchObject([
    { details: { changes: [{ section: 'teachers', from: null, to: colleagueId }], held: false } },
  ]);
  expect(await audited('self-report.section-finished')).toHaveLength(1);
});

test('held sections are changed by their person and the principal alone, as long as the principal says so', async () => {
  expect(listOf(await principal.put(path(), { assignments: [], held: true })).held).toBe(true);
  const report = await readReport(principal, reportId);
  const cell = Object.keys(report.cells).find((key) => key.startsWith('teachers')) ?? '';
  const save = async (browser: TestBrowser, value: string, key = cell) =>
    browser.patch(`/self-reports/${reportId}/cells`, batch(await readReport(browser, reportId), { [key]: value }));
  const refused = (await save(reporter, '7')).problem();
  expect(refused).toMatchObject({ code: 'self-report.cell-held', status: 422, problems: [{ at: cell }] });
  expect((await save(reporter, '601', 'pupils.primary')).status).toBe(200);
  expect((await save(colleague, '8')).status).toBe(200);
  expect((await save(principal, '9')).status).toBe(200);
  // A workbook that would change it says so at its cell before anything is confirmed; the colleague's own is taken.
  const sheet = await EditedWorkbook.of(await downloadWorkbook(reporter, reportId));
  const bytes = sheet.fill({ [cell]: 12, 'pupils.primary': 602 }).bytes();
  const preview = await uploadWorkbook(reporter, reportId, bytes);
  const errors = preview.faults.filter(({ severity }) => severity === 'error');
  expect(errors).toMatchObject([{ cell, code: 'self-report.cell-held' }]);
  expect(preview.faults.filter((fault) => fault.cell === cell)).toEqual(errors);
  expect(preview.changes.map((change) => change.cell)).toEqual(['pupils.primary']);
  expect((await applyWorkbook(reporter, preview)).problem().code).toBe('workbook.has-faults');
  const own = await uploadWorkbook(colleague, reportId, bytes);
  expect(own.faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  await principal.put(path(), { assignments: [], held: false });
  expect((await save(reporter, '10')).status).toBe(200);
});

test('a person who leaves is shown as gone, keeps nothing closed, and is not proposed again', async () => {
  await principal.put(path(), {
    assignments: [{ section: 'pupils', personId: api.world.people.reporter, internalDate: '2026-09-30' }],
    held: true,
  });
  await api.transactions.run(systemActor('test'), (tx) =>
    tx.execute('UPDATE grants SET revoked_at = $2 WHERE person_id = $1', [colleagueId, tx.at]),
  );
  const list = await read();
  expect(part(list, 'teachers')?.assignee).toMatchObject({ displayName: '教导主任甲', here: false });
  const report = await readReport(reporter, reportId);
  const cell = Object.keys(report.cells).find((key) => key.startsWith('teachers')) ?? '';
  const answer = await reporter.patch(`/self-reports/${reportId}/cells`, batch(report, { [cell]: '11' }));
  expect(answer.status).toBe(200);

  const next = await openRound(api, { year: 2027, opensOn: '2026-09-05', deadline: '2026-11-15', kind: 'special' });
  const nextId = (await reportOf(api, next.id, api.world.school)).id;
  const proposed = listOf(await principal.get(`/self-reports/${nextId}/sections`));
  expect(proposed.proposal).toEqual([
    {
      section: 'pupils',
      personId: api.world.people.reporter,
      displayName: '填报员甲',
      internalDate: '2026-10-31',
    },
  ]);
  expect(proposed.held).toBe(false);
  const taken = listOf(
    await principal.put(`/self-reports/${nextId}/sections`, {
      assignments: proposed.proposal?.map(({ section, personId, internalDate }) => ({
        section,
        personId,
        internalDate,
      })),
    }),
  );
  expect(taken.proposal).toBeNull();
  expect(part(taken, 'pupils')?.assignee?.displayName).toBe('填报员甲');
});

test.each([
  ['2026-10-01', '2026-10-15', '2027-10-20', '2027-10-06'],
  ['2026-10-15', '2026-10-15', '2027-10-20', '2027-10-20'],
  [null, '2026-10-15', '2027-10-20', null],
])('%s before %s becomes, before %s, %s', (internalDate, oldDeadline, deadline, expected) => {
  expect(proposedDate(internalDate, oldDeadline, deadline)).toBe(expected);
});
