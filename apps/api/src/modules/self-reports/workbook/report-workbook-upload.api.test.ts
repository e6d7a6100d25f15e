import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cellHistorySchema, reportWorkbookSchema } from '@junheng/api-contract';
import {
  batch,
  completeCells,
  fillReport,
  openRound,
  readReport,
  reportOf,
} from '../../../../test/factories/reports.ts';
import {
  applyWorkbook,
  downloadMarked,
  downloadWorkbook,
  EditedWorkbook,
  readBack,
  RESULT,
  uploadWorkbook,
  VALUE,
  valueOn,
} from '../../../../test/factories/report-workbooks.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../../test/harness/test-api.ts';

let api: TestApi;
let reporter: TestBrowser;
let reportId: string;
let edited: EditedWorkbook;

beforeAll(async () => {
  api = await startTestApi();
  const round = await openRound(api);
  reportId = (await reportOf(api, round.id, api.world.school)).id;
  reporter = await api.as('reporter');
});
afterAll(() => api.stop());

/** Every test begins with the same report and a fresh download. */
beforeEach(async () => {
  await fillReport(reporter, reportId, completeCells('primary'));
  edited = await EditedWorkbook.of(await downloadWorkbook(reporter, reportId));
});

const upload = (name?: string) => uploadWorkbook(reporter, reportId, edited.bytes(), name);
const told = (workbook: Awaited<ReturnType<typeof upload>>) =>
  workbook.faults.map(
    ({ sheet, row, column, code, severity }) => `${sheet}!${column ?? ''}${row ?? ''} ${code} ${severity}`,
  );

describe('a workbook that comes back', () => {
  test('as it was changes nothing', async () => {
    const workbook = await upload();
    expect(workbook).toMatchObject({ faults: [], changes: [], conflicts: [], blanks: [], newerOnline: [], absent: 0 });
    expect(workbook.unchanged).toBeGreaterThan(40);
  });

  test('is understood as people write, and shows what would change before anything does', async () => {
    const before = await readReport(reporter, reportId);
    edited.fill({
      'pupils.primary': '１，５６８',
      'classes.primary': '36 个',
      'full-time-teachers': { formula: '80+2', value: '82' },
      'equipment-value': '392.50万元',
      locale: 'Rural',
      'sports-field-area': '7,526.4㎡',
    });
    const workbook = await upload();
    expect(told(workbook).filter((line) => line.endsWith('error'))).toEqual([]);
    const changes = new Map(workbook.changes.map(({ cell, before: old, after }) => [cell, [old, after]]));
    expect(Object.fromEntries(changes)).toEqual({
      'pupils.primary': [before.cells['pupils.primary'], '1568'],
      'classes.primary': [before.cells['classes.primary'], '36'],
      'full-time-teachers': [before.cells['full-time-teachers'], '82'],
      'equipment-value': [before.cells['equipment-value'], '392.5'],
      locale: [before.cells['locale'], 'rural'],
      'sports-field-area': [before.cells['sports-field-area'], '7526.4'],
    });
    const [pupils] = workbook.changes.filter(({ cell }) => cell === 'pupils.primary');
    expect(`${pupils?.sheet}!${pupils?.column}${pupils?.row}`).toBe(edited.placeOf('pupils.primary'));
    expect((await readReport(reporter, reportId)).cells).toEqual(before.cells);
  });

  test('is applied in one save that says where it came from, and only once', async () => {
    edited.fill({ 'pupils.primary': 640, 'multimedia-classrooms': 25 });
    const workbook = await upload('填好的表.xlsx');
    const before = await readReport(reporter, reportId);
    const answer = reportWorkbookSchema.parse((await applyWorkbook(reporter, workbook)).body);
    expect(answer.applied).toMatchObject({ by: '填报员甲', revision: before.revision + 1, cells: 2 });
    const after = await readReport(reporter, reportId);
    expect(after).toMatchObject({ revision: before.revision + 1 });
    expect(after.cells).toMatchObject({ 'pupils.primary': '640', 'multimedia-classrooms': '25' });
    expect(after.cellSources['pupils.primary']).toBe('workbook');

    const again = await applyWorkbook(reporter, workbook, { revision: 0, clear: ['ownership'] });
    expect(again.body).toEqual(answer);
    expect((await readReport(reporter, reportId)).revision).toBe(after.revision);

    const history = await reporter.get(`/self-reports/${reportId}/history?cell=pupils.primary`);
    const [last] = cellHistorySchema.parse(history.body).entries;
    expect(last).toMatchObject({
      after: '640',
      source: 'workbook',
      by: '填报员甲',
      sourceDetail: { file: '填好的表.xlsx', sheet: '小学', column: 'E' },
    });
    const entries = await api.database.query<{ action: string }>(
      `SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY id DESC LIMIT 2`,
      [reportId],
    );
    expect(entries.map(({ action }) => action)).toEqual(['self-report.workbook-applied', 'self-report.cells-saved']);
  });

  test('confirmed twice at the same moment is one save', async () => {
    const before = await readReport(reporter, reportId);
    edited.fill({ 'multimedia-classrooms': 91 });
    const workbook = await upload();
    const answers = await Promise.all([1, 2, 3].map(() => applyWorkbook(reporter, workbook)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await readReport(reporter, reportId)).revision).toBe(before.revision + 1);
  });

  test('counts as typed by whoever confirmed it: the same person does not submit alone', async () => {
    const principal = await api.as('principal');
    const rooms = Number((await readReport(principal, reportId)).cells['multimedia-classrooms']);
    edited.fill({ 'multimedia-classrooms': rooms + 1 });
    const workbook = await uploadWorkbook(principal, reportId, edited.bytes());
    expect((await applyWorkbook(principal, workbook)).status).toBe(200);
    const { revision } = await readReport(principal, reportId);
    const answer = await principal.post(`/self-reports/${reportId}/submit`, { revision });
    expect(answer.problem().code).toBe('self-report.needs-second-person');
  });

  test('may have its sheets renamed and its rows and columns moved', async () => {
    edited.fill({ 'pupils.primary': 777 });
    const sheet = edited.sheet('小学');
    sheet.name = '一年级到六年级';
    const index = sheet.rows.findIndex((row) => row[0] === 'jh:pupils.primary');
    const [row] = sheet.rows.splice(index, 1);
    sheet.rows.push([], row ?? []);
    // A column of their own before everything.
    for (const each of sheet.rows) each.unshift('备注');
    const workbook = await upload();
    expect(told(workbook).filter((line) => line.endsWith('error'))).toEqual([]);
    expect(workbook.changes).toMatchObject([
      { cell: 'pupils.primary', after: '777', sheet: '一年级到六年级', row: sheet.rows.length, column: 'F' },
    ]);
  });

  test('deletes nothing by a blank, unless that is chosen', async () => {
    const { cells } = await readReport(reporter, reportId);
    edited.fill({ 'pupils.primary': null, 'music-rooms': '  ' });
    const workbook = await upload();
    expect(workbook.changes).toEqual([]);
    expect(Object.fromEntries(workbook.blanks.map(({ cell, before }) => [cell, before]))).toEqual({
      'music-rooms': cells['music-rooms'],
      'pupils.primary': cells['pupils.primary'],
    });
    await applyWorkbook(reporter, workbook, { clear: ['music-rooms', 'ownership'] });
    const after = (await readReport(reporter, reportId)).cells;
    expect(after['pupils.primary']).toBe(cells['pupils.primary']);
    expect(after['ownership']).toBe(cells['ownership']);
    expect(after['music-rooms']).toBeUndefined();
  });
});

describe('a report that went on meanwhile', () => {
  test('keeps what was entered where the workbook was left as downloaded', async () => {
    await saveAsPrincipal({ 'music-rooms': '9' });
    edited.fill({ 'pupils.primary': 650 });
    const workbook = await upload();
    expect(workbook.newerOnline).toMatchObject([{ cell: 'music-rooms', now: '9' }]);
    await applyWorkbook(reporter, workbook);
    expect((await readReport(reporter, reportId)).cells).toMatchObject({ 'music-rooms': '9', 'pupils.primary': '650' });
  });

  test('where both changed a cell, shows both values and lets one be chosen', async () => {
    await saveAsPrincipal({ 'pupils.primary': '611', 'classes.primary': '17' });
    edited.fill({ 'pupils.primary': 622, 'classes.primary': 18 });
    const workbook = await upload();
    expect(workbook.conflicts).toMatchObject([
      { cell: 'pupils.primary', mine: '622', theirs: '611', by: '校长甲', sheet: '小学' },
      { cell: 'classes.primary', mine: '18', theirs: '17', by: '校长甲' },
    ]);
    const undecided = await applyWorkbook(reporter, workbook, {
      conflicts: [{ cell: 'pupils.primary', take: 'report' }],
    });
    expect(undecided.problem()).toMatchObject({ code: 'workbook.undecided', problems: [{ at: 'classes.primary' }] });
    await applyWorkbook(reporter, workbook, {
      conflicts: [
        { cell: 'pupils.primary', take: 'report' },
        { cell: 'classes.primary', take: 'workbook' },
      ],
    });
    expect((await readReport(reporter, reportId)).cells).toMatchObject({
      'pupils.primary': '611',
      'classes.primary': '18',
    });
  });

  test('after the preview is not applied over: it is to be looked at again', async () => {
    edited.fill({ 'pupils.primary': 630 });
    const workbook = await upload();
    await saveAsPrincipal({ 'pupils.primary': '631' });
    expect((await applyWorkbook(reporter, workbook)).problem().code).toBe('self-report.stale');
    const fresh = await reporter.get(`/self-reports/${reportId}/workbooks/${workbook.id}`);
    expect(reportWorkbookSchema.parse(fresh.body).conflicts).toMatchObject([{ mine: '630', theirs: '631' }]);
  });
});

describe('faults', () => {
  test('come back at their cells, and nothing is applied', async () => {
    edited.fill({
      'pupils.primary': '约 500',
      'classes.primary': 12.5,
      'full-time-teachers': '5%',
      'equipment-value': '2187618.3元',
      'teaching-rooms-area': '3.6亩',
      'music-rooms': '无',
      'music-rooms-96-and-over': { formula: 'A1' },
      'indoor-sports-rooms-area': { type: 'e', value: '#REF!' },
      'sports-field-area': { value: '46276', style: 2 },
      'multimedia-classrooms': { value: '0.25', style: 1 },
      'gymnasium-area': 1.234,
      ownership: '私立',
      'founded-year': -5,
    });
    const workbook = await upload();
    const at = (cell: string) => edited.placeOf(cell);
    expect(told(workbook).sort()).toEqual(
      [
        `${at('pupils.primary')} not-a-number error`,
        `${at('classes.primary')} not-an-integer error`,
        `${at('full-time-teachers')} percent error`,
        `${at('equipment-value')} other-unit error`,
        `${at('teaching-rooms-area')} other-unit error`,
        `${at('music-rooms')} no-figure error`,
        `${at('music-rooms-96-and-over')} formula-without-result error`,
        `${at('indoor-sports-rooms-area')} formula-error error`,
        `${at('sports-field-area')} date-instead-of-number error`,
        `${at('multimedia-classrooms')} percent error`,
        `${at('gymnasium-area')} too-fine error`,
        `${at('ownership')} not-one-of error`,
        `${at('founded-year')} negative error`,
      ].sort(),
    );
    const before = await readReport(reporter, reportId);
    expect((await applyWorkbook(reporter, workbook)).problem()).toMatchObject({
      code: 'workbook.has-faults',
      facts: { faults: 13 },
    });
    expect((await readReport(reporter, reportId)).revision).toBe(before.revision);
  });

  test('of rows are told: added, copied, or without knowing what they are', async () => {
    const sheet = edited.sheet('小学');
    const copy = [...edited.row('pupils.primary')];
    const same = [...edited.row('classes.primary')];
    copy[VALUE - 1] = 5;
    sheet.rows.push(copy, same, [null, '自己加的一行', null, null, 42], ['jh:no-such-item', 'x', null, null, 1]);
    const workbook = await upload();
    const last = sheet.rows.length;
    expect(told(workbook).sort()).toEqual(
      [
        `小学!E${last - 3} twice-differs error`,
        `小学!E${last - 2} twice-same warning`,
        `小学!E${last - 1} row-without-key warning`,
        `小学!E${last} unknown-item error`,
      ].sort(),
    );
  });

  test('of the form are told as the form would: what is not asked of this school, and hard checks as warnings', async () => {
    edited.fill({ 'pupils-in-zone.primary': 99999 });
    const workbook = await upload();
    expect(told(workbook)).toContain(`${edited.placeOf('pupils-in-zone.primary')} check warning`);
    edited.row('pupils.primary')[0] = 'jh:pupils.junior';
    const other = await upload();
    expect(told(other)).toContain(`小学!${edited.placeOf('pupils.junior').split('!')[1]} not-applicable error`);
  });

  test('a sheet that no longer says which column is which is not guessed at', async () => {
    const sheet = edited.sheet('小学');
    sheet.rows[2] = [];
    expect(told(await upload())).toEqual(['小学! no-value-column error']);
  });

  test('stand in the same workbook beside their cells, and are gone once mended', async () => {
    edited.fill({ 'pupils.primary': '约 500', 'music-rooms': '无' });
    edited.sheet('小学').rows.push([null, '自己加的一行', null, null, 42]);
    const workbook = await upload();
    const marked = await readBack(await downloadMarked(reporter, workbook));
    expect(valueOn(marked, 'pupils.primary')?.text).toBe('约 500');
    expect(valueOn(marked, 'pupils.primary', RESULT)?.text).toMatch(/这里要填数/);
    expect(valueOn(marked, 'music-rooms', RESULT)?.text).toMatch(/数量为零请填 0/);
    expect(valueOn(marked, 'classes.primary', RESULT)).toBeUndefined();
    const english = await readBack(await downloadMarked(reporter, workbook, 'en'));
    expect(valueOn(english, 'music-rooms', RESULT)?.text).toMatch(/enter 0/);

    edited = await EditedWorkbook.of(await downloadMarked(reporter, workbook));
    edited.fill({ 'pupils.primary': 500 });
    const second = await upload();
    expect(second.faults.map(({ cell }) => cell)).toEqual(['music-rooms', null]);
    const markedAgain = await readBack(await downloadMarked(reporter, second));
    expect(valueOn(markedAgain, 'pupils.primary', RESULT)).toBeUndefined();
    expect(valueOn(markedAgain, 'music-rooms', RESULT)?.text).toMatch(/数量为零请填 0/);
  });
});

async function saveAsPrincipal(cells: Readonly<Record<string, string>>): Promise<void> {
  const principal = await api.as('principal');
  const answer = await principal.patch(
    `/self-reports/${reportId}/cells`,
    batch(await readReport(principal, reportId), cells),
  );
  expect(answer.status).toBe(200);
}
