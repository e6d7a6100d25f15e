import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { confirmedImportSchema, importPreviewSchema, roundSelfReportsSchema, type Round } from '@junheng/api-contract';
import { systemActor } from '../../platform/database/actor.ts';
import { openRound, readReport, reportOf } from '../../../test/factories/reports.ts';
import { createSchool } from '../../../test/factories/world.ts';
import { startTestApi, type Answer, type TestApi } from '../../../test/harness/test-api.ts';

const fixtures = new URL('../../../test/fixtures/importer/', import.meta.url);
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

  async function upload(...names: readonly string[]): Promise<Answer> {
    const form = new FormData();
    for (const name of names) form.append('file', new Blob([workbook(name)]), name);
    const bureau = await api.as('countyAdministrator');
    return bureau.send('POST', `/rounds/${round.id}/imports`, { body: form });
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
      const refused = await bureau.post(`/imports/${preview.id}/confirm`, { mapping: [], replaceConfirmed: true });
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

    const [left] = preview.schools;
    const confirmed = confirmedImportSchema.parse(
      (
        await bureau.post(`/imports/${preview.id}/confirm`, {
          mapping: [{ key: left?.key, schoolId: null }],
          replaceConfirmed: true,
        })
      ).body,
    );
    expect(confirmed.submitted).toHaveLength(11);
    expect(confirmed.leftOut).toEqual([{ key: left?.key, reason: 'left-out' }]);
    const again = await bureau.post(`/imports/${preview.id}/confirm`, { mapping: [], replaceConfirmed: true });
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
      (await bureau.post(`/imports/${second.id}/confirm`, { mapping: [], replaceConfirmed: true })).body,
    );
    expect(rest.submitted).toHaveLength(1);
    expect(rest.leftOut).toHaveLength(11);
    expect(new Set(rest.leftOut.map(({ reason }) => reason))).toEqual(new Set(['submitted']));
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
        await browser.post(`/imports/${id}/confirm`, { mapping: [], replaceConfirmed: true }),
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
