import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { confirmedImportSchema, importPreviewSchema, roundSelfReportsSchema, type Round } from '@junheng/api-contract';
import { systemActor } from '../../platform/database/actor.ts';
import { openRound, readReport, reportOf } from '../../../test/factories/reports.ts';
import { createSchool } from '../../../test/factories/world.ts';
import { startTestApi, type Answer, type TestApi } from '../../../test/harness/test-api.ts';

const fixtures = new URL('../../../test/fixtures/importer/', import.meta.url);
const handIn = { purpose: 'hand-in', replaceConfirmed: true };
const types: Readonly<Record<string, string>> = {
  小学: 'primary',
  教学点: 'teaching-point',
  九年一贯制学校: 'nine-year',
};

function workbook(name: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(readFileSync(new URL(`files/${name}`, fixtures)));
}

function registry(): readonly { readonly code: string; readonly name: string; readonly type: string }[] {
  const [, ...lines] = readFileSync(new URL('registry.csv', fixtures), 'utf8').trim().split(/\r?\n/);
  return lines.map((line) => {
    const [code = '', name = '', type = ''] = line.split(',');
    return { code, name, type: types[type] ?? type };
  });
}

interface TrueRow {
  readonly code: string;
  readonly school: string;
  readonly students: number;
  readonly above_degree: number;
  readonly backbone: number;
  readonly pe_art: number;
  readonly equipment: number;
  readonly classes: number;
  readonly max_class: number;
}

function truth(): readonly TrueRow[] {
  return (JSON.parse(readFileSync(new URL('base.json', fixtures), 'utf8')) as { rows: TrueRow[] }).rows;
}

/** Yuan as 万元, digit by digit. */
function tenThousandths(yuan: number): string {
  const fen = Math.round(yuan * 100);
  const digits = String(fen).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '');
}

const compared = [
  'pupils.primary',
  'teachers-above-required-degree.primary',
  'backbone-teachers.primary',
  'pe-and-arts-teachers.primary',
  'equipment-value',
  'classes.primary',
  'largest-class.primary',
];

function pick(cells: Readonly<Record<string, string>>): Readonly<Record<string, string | undefined>> {
  // A row of the primary stage of a nine-year school gives that stage's own figures.
  return Object.fromEntries(compared.map((cell) => [cell, cells[cell] ?? cells[`${cell}.primary`]]));
}

describe('importing a county’s workbook', () => {
  let api: TestApi;
  let round: Round;

  beforeAll(async () => {
    api = await startTestApi();
    await api.transactions.run(systemActor('test'), async (tx) => {
      for (const school of registry()) await createSchool(tx, { countyId: api.world.county, ...school });
    });
    round = await openRound(api);
  });
  afterAll(async () => api.stop());

  const upload = (...names: readonly string[]) => uploadTo(round.id, ...names);
  async function uploadTo(roundId: string, ...names: readonly string[]): Promise<Answer> {
    const form = new FormData();
    for (const name of names) form.append('file', new Blob([workbook(name)]), name);
    const bureau = await api.as('countyAdministrator');
    return bureau.send('POST', `/rounds/${roundId}/imports`, { body: form });
  }

  it.each([
    ['17_empty_file.xlsx', 'empty_file'],
    ['18_truncated.xlsx', 'damaged_file'],
    ['11_legacy.xls', 'legacy_xls'],
  ])('refuses %s: %s', async (name, code) => {
    expect((await upload(name)).problem()).toMatchObject({
      status: 422,
      code: 'import.file-refused',
      problems: [{ at: name, code }],
    });
  });

  it.each(['08_duplicates.xlsx', '10_impossible_values.xlsx'])(
    'shows the errors of %s and takes nothing over',
    async (name) => {
      const bureau = await api.as('countyAdministrator');
      const preview = importPreviewSchema.parse((await upload(name)).body);
      const errors = preview.problems.filter(({ severity }) => severity === 'error');
      expect(errors.length).toBeGreaterThan(0);
      expect(errors.every(({ row }) => row !== null)).toBe(true);
      const refused = await bureau.post(`/imports/${preview.id}/confirm`, { ...handIn, mapping: [] });
      expect(refused.problem()).toMatchObject({ status: 409, code: 'import.has-errors' });
      const list = roundSelfReportsSchema.parse((await bureau.get(`/rounds/${round.id}/self-reports`)).body);
      expect(list.selfReports.every(({ status }) => status === 'not-started')).toBe(true);
    },
  );

  it('previews a clean workbook, takes it over once, and leaves out what was submitted meanwhile', async () => {
    const bureau = await api.as('countyAdministrator');
    const answer = await upload('00_control_clean.xlsx');
    expect(answer.status).toBe(201);
    const preview = importPreviewSchema.parse(answer.body);
    expect(preview.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(preview.schools).toHaveLength(12);
    expect(preview.schools.every(({ match, blockedBy }) => match === 'code' && blockedBy === null)).toBe(true);
    expect(preview.files).toMatchObject([{ name: '00_control_clean.xlsx', format: 'xlsx' }]);

    // What cannot be taken back is never what happens when nothing is said.
    const unsaid = await bureau.post(`/imports/${preview.id}/confirm`, { mapping: [], replaceConfirmed: true });
    expect(unsaid.problem()).toMatchObject({ status: 422, code: 'request.malformed' });

    const [left] = preview.schools;
    const confirmed = confirmedImportSchema.parse(
      (
        await bureau.post(`/imports/${preview.id}/confirm`, {
          ...handIn,
          mapping: [{ key: left?.key, schoolId: null }],
        })
      ).body,
    );
    expect(confirmed.submitted).toHaveLength(11);
    expect(confirmed.leftOut).toEqual([{ key: left?.key, reason: 'left-out' }]);
    const again = await bureau.post(`/imports/${preview.id}/confirm`, { ...handIn, mapping: [] });
    expect(again.problem()).toMatchObject({ status: 409, code: 'import.already-confirmed' });

    const report = await reportOf(api, round.id, preview.schools[1]?.schoolId ?? '');
    expect(report).toMatchObject({
      status: 'submitted',
      cells: {
        'pupils.primary': '1204',
        'equipment-value': '288.96005',
        'teachers-above-required-degree.primary': '56',
      },
      cellSources: { 'pupils.primary': 'imported', 'school-type': 'prefilled' },
      receipt: { submittedBy: '管理员甲' },
      may: { approve: true },
    });
    expect(report.timeline.at(-1)).toMatchObject({ kind: 'imported', note: '00_control_clean.xlsx' });
    const history = await bureau.get(`/self-reports/${report.id}/history?cell=pupils.primary`);
    expect(history.body).toMatchObject({
      entries: [
        { after: '1204', source: 'imported', sourceDetail: { file: '00_control_clean.xlsx', importId: preview.id } },
      ],
    });

    const second = importPreviewSchema.parse((await upload('12_gb18030.csv')).body);
    expect(second.schools.filter(({ blockedBy }) => blockedBy === 'submitted')).toHaveLength(11);
    const rest = confirmedImportSchema.parse(
      (await bureau.post(`/imports/${second.id}/confirm`, { ...handIn, mapping: [] })).body,
    );
    expect(rest.submitted).toHaveLength(1);
    expect(rest.leftOut).toHaveLength(11);
    expect(new Set(rest.leftOut.map(({ reason }) => reason))).toEqual(new Set(['submitted']));
  });

  it.each([
    ['00_control_clean.xlsx', 2050],
    ['01_merged_two_row_headers.xlsx', 2051],
    ['03_numbers_as_text.xlsx', 2052],
    ['04_wan_yuan.xlsx', 2053],
    ['05_subtotals.xlsx', 2054],
    ['06_formulas.xlsx', 2055],
    ['12_gb18030.csv', 2056],
  ])('brings %s into twelve reports, exactly as the truth has it', async (name, year) => {
    const target = await openRound(api, { year });
    const bureau = await api.as('countyAdministrator');
    const preview = importPreviewSchema.parse((await uploadTo(target.id, name)).body);
    const answer = await bureau.post(`/imports/${preview.id}/confirm`, { ...handIn, mapping: [] });
    expect(answer.status).toBe(200);
    expect(confirmedImportSchema.parse(answer.body).submitted).toHaveLength(12);
    const rows = await api.database.query<{ code: string; cells: Record<string, string> }>(
      `SELECT s.code, sr.cells FROM self_reports sr JOIN schools s ON s.id = sr.school_id
        WHERE sr.round_id = $1 AND sr.status = 'submitted'`,
      [target.id],
    );
    const stored = new Map(rows.map(({ code, cells }) => [code, cells]));
    for (const row of truth()) {
      expect({ school: row.school, ...pick(stored.get(row.code) ?? {}) }).toEqual({
        school: row.school,
        'pupils.primary': String(row.students),
        'teachers-above-required-degree.primary': String(row.above_degree),
        'backbone-teachers.primary': String(row.backbone),
        'pe-and-arts-teachers.primary': String(row.pe_art),
        'equipment-value': tenThousandths(row.equipment),
        'classes.primary': String(row.classes),
        'largest-class.primary': String(row.max_class),
      });
    }
  });

  it('confirms once, however many confirm at the same time', async () => {
    const target = await openRound(api, { year: 2060 });
    const bureau = await api.as('countyAdministrator');
    const preview = importPreviewSchema.parse((await uploadTo(target.id, '00_control_clean.xlsx')).body);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => bureau.post(`/imports/${preview.id}/confirm`, { ...handIn, mapping: [] })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(3);
  });

  it('replaces values already in reports only when that was seen, and maps each school once', async () => {
    const target = await openRound(api, { year: 2061 });
    const bureau = await api.as('countyAdministrator');
    const preview = importPreviewSchema.parse((await uploadTo(target.id, '00_control_clean.xlsx')).body);
    const [first, second] = preview.schools;
    const report = await reportOf(api, target.id, first?.schoolId ?? '');
    await api.transactions.run(systemActor('test'), (tx) =>
      tx.execute(`UPDATE self_reports SET cells = cells || '{"pupils.primary": "1"}' WHERE id = $1`, [report.id]),
    );
    const confirm = (mapping: unknown, replaceConfirmed: boolean) =>
      bureau.post(`/imports/${preview.id}/confirm`, { ...handIn, mapping, replaceConfirmed });
    expect((await confirm([], false)).problem()).toMatchObject({
      status: 409,
      code: 'import.replaces-unconfirmed',
      problems: [{ at: 'pupils.primary', facts: { before: '1', after: '1568' } }],
    });
    expect((await confirm([{ key: first?.key, schoolId: second?.schoolId }], true)).problem().code).toBe(
      'import.mapping-wrong',
    );
    expect((await confirm([{ key: first?.key, schoolId: api.world.foreignSchool }], true)).problem().code).toBe(
      'import.mapping-wrong',
    );
    expect((await bureau.post(`/imports/${preview.id}/discard`)).status).toBe(204);
    expect((await confirm([], true)).problem()).toMatchObject({
      code: 'import.already-confirmed',
      facts: { status: 'discarded' },
    });
    expect(await reportOf(api, target.id, first?.schoolId ?? '')).toMatchObject({ status: 'not-started' });
  });

  it('is not for schools, nor for another county', async () => {
    const bureau = await api.as('countyAdministrator');
    const list = await bureau.get(`/rounds/${round.id}/imports`);
    const id = (list.body as { imports: { id: string }[] }).imports[0]?.id ?? '';
    for (const persona of ['reporter', 'foreignAdministrator', 'inspector'] as const) {
      const browser = await api.as(persona);
      for (const attempt of [
        await browser.get(`/imports/${id}`),
        await browser.get(`/rounds/${round.id}/imports`),
        await browser.post(`/imports/${id}/confirm`, { ...handIn, mapping: [] }),
        await browser.post(`/imports/${id}/discard`),
      ]) {
        expect([403, 404]).toContain(attempt.status);
      }
    }
  });

  it('asks for multipart with at least one file', async () => {
    const bureau = await api.as('countyAdministrator');
    expect((await bureau.post(`/rounds/${round.id}/imports`, {})).problem().code).toBe('request.unsupported-media');
    const empty = new FormData();
    empty.append('note', 'no file');
    expect((await bureau.send('POST', `/rounds/${round.id}/imports`, { body: empty })).problem().code).toBe(
      'request.malformed',
    );
  });

  it('evaluates what was imported once it is approved', async () => {
    const bureau = await api.as('countyAdministrator');
    const list = roundSelfReportsSchema.parse((await bureau.get(`/rounds/${round.id}/self-reports`)).body);
    const waiting = list.selfReports.filter(({ status }) => status === 'submitted');
    expect(waiting).toHaveLength(12);
    const reports = waiting.map(({ selfReportId, revision }) => ({ selfReportId, revision }));
    const approvals = await bureau.post(`/rounds/${round.id}/approvals`, { reports, warningsConfirmed: true });
    expect(approvals.body).toMatchObject({ refused: [] });
    const run = await bureau.post(`/rounds/${round.id}/evaluations`, {});
    expect(run.body).toMatchObject({ dataSet: { schoolCount: 12 } });
    const report = await readReport(bureau, waiting[0]?.selfReportId ?? '');
    expect(report.status).toBe('approved');
  });
});

describe('uploads above the limit', () => {
  it('are refused without keeping anything', async () => {
    const api = await startTestApi({ environment: { JUNHENG_UPLOAD_LIMIT_MIB: '1' } });
    try {
      const round = await openRound(api);
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(1024 * 1024 + 1)]), 'large.xlsx');
      const bureau = await api.as('countyAdministrator');
      const refused = await bureau.send('POST', `/rounds/${round.id}/imports`, { body: form });
      expect(refused.problem()).toMatchObject({ status: 413, code: 'request.too-large' });
      expect((await bureau.get(`/rounds/${round.id}/imports`)).body).toEqual({ imports: [] });
    } finally {
      await api.stop();
    }
  });

  it('count over all files of an upload: what one file may hold, they may hold together', async () => {
    const api = await startTestApi();
    try {
      const round = await openRound(api);
      const row = `${Array.from({ length: 250 }, () => 'x').join(',')}\n`;
      const form = new FormData();
      for (const name of ['a.csv', 'b.csv', 'c.csv']) form.append('file', new Blob([row.repeat(1000)]), name);
      const bureau = await api.as('countyAdministrator');
      const answer = await bureau.send('POST', `/rounds/${round.id}/imports`, { body: form });
      const { problems } = importPreviewSchema.parse(answer.body);
      const refused = problems.filter(({ code }) => code === 'too_many_cells');
      expect(refused.map(({ file }) => file)).toEqual(['b.csv', 'c.csv']);
    } finally {
      await api.stop();
    }
  });
});
