import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  cellHistorySchema,
  confirmedImportSchema,
  importPreviewSchema,
  type ImportPreviewView,
  type Round,
} from '@junheng/api-contract';
import { systemActor } from '../../platform/database/actor.ts';
import { batch, openRound, reportOf } from '../../../test/factories/reports.ts';
import { createPerson, createSchool, giveGrant } from '../../../test/factories/world.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';

const files = new URL('../../../test/fixtures/importer/', import.meta.url);
const types: Readonly<Record<string, string>> = {
  小学: 'primary',
  教学点: 'teaching-point',
  九年一贯制学校: 'nine-year',
};
const NAME = '00_control_clean.xlsx';

describe('prefilling from the statistics workbook', () => {
  let api: TestApi;
  let bureau: TestBrowser;
  let round: Round;
  const schools = new Map<string, string>();

  beforeAll(async () => {
    api = await startTestApi();
    const [, ...lines] = readFileSync(new URL('registry.csv', files), 'utf8').trim().split(/\r?\n/);
    await api.transactions.run(systemActor('test'), async (tx) => {
      for (const line of lines) {
        const [code = '', name = '', type = ''] = line.split(',');
        const school = { countyId: api.world.county, code, name, type: types[type] ?? type };
        schools.set(code, await createSchool(tx, school));
      }
    });
    bureau = await api.as('countyAdministrator');
    round = await openRound(api);
  });
  afterAll(async () => api.stop());

  async function upload(): Promise<ImportPreviewView> {
    const form = new FormData();
    form.append('file', new Blob([Uint8Array.from(readFileSync(new URL(`files/${NAME}`, files)))]), NAME);
    return importPreviewSchema.parse((await bureau.send('POST', `/rounds/${round.id}/imports`, { body: form })).body);
  }
  const prefill = async (importId: string) =>
    bureau.post(`/imports/${importId}/confirm`, { purpose: 'prefill', mapping: [], replaceConfirmed: false });
  async function reporterOf(schoolId: string): Promise<TestBrowser> {
    const person = await api.transactions.run(systemActor('test'), async (tx) => {
      const id = await createPerson(tx, { login: `reporter-${schoolId}`, displayName: '填报员' });
      await giveGrant(tx, id, 'school-reporter', { schoolId });
      return id;
    });
    return api.asPerson(person);
  }

  it('fills what is empty, keeps what a school typed, and says where every value came from', async () => {
    const before = await upload();
    const [typing, plain] = before.schools;
    const typed = await reportOf(api, round.id, typing?.schoolId ?? '');
    const reporter = await reporterOf(typed.school.id);
    const stale = batch(typed, { 'multimedia-classrooms': '2' });
    expect(
      (await reporter.patch(`/self-reports/${typed.id}/cells`, batch(typed, { 'pupils.primary': '7' }))).status,
    ).toBe(200);

    const preview = importPreviewSchema.parse((await bureau.get(`/imports/${before.id}`)).body);
    const own = preview.schools[0];
    const imported = own?.cells['pupils.primary'];
    expect(own?.prefill).toMatchObject({
      blockedBy: null,
      keeps: expect.arrayContaining([{ cell: 'pupils.primary', own: '7', imported, why: 'own-value' }]),
    });
    expect(own?.prefill.fills).toBeGreaterThan(5);

    const outcome = confirmedImportSchema.parse((await prefill(preview.id)).body);
    expect(outcome).toMatchObject({ submitted: [], leftOut: [] });
    expect(outcome.prefilled).toHaveLength(12);
    const after = await reportOf(api, round.id, typed.school.id);
    expect(after).toMatchObject({
      status: 'filling',
      cells: { 'pupils.primary': '7' },
      cellSources: { 'pupils.primary': 'typed', 'multimedia-classrooms': 'prefilled' },
      prefilledFrom: { 'multimedia-classrooms': 'statistics', 'school-type': 'register' },
      may: { fill: false },
      receipt: null,
    });
    const untouched = await reportOf(api, round.id, plain?.schoolId ?? '');
    expect(untouched).toMatchObject({
      status: 'not-started',
      cells: { 'pupils.primary': plain?.cells['pupils.primary'] },
      prefilledFrom: { 'pupils.primary': 'statistics' },
    });
    const path = `/self-reports/${untouched.id}/history?cell=pupils.primary`;
    const [entry] = cellHistorySchema.parse((await bureau.get(path)).body).entries;
    expect(entry).toMatchObject({ source: 'prefilled', sourceDetail: { from: 'statistics', file: NAME } });

    // The school's page was open meanwhile and knows nothing of it: a value typed there is a conflict to be seen.
    const late = await reporter.patch(`/self-reports/${typed.id}/cells`, stale);
    expect(late.problem()).toMatchObject({
      code: 'self-report.conflict',
      problems: [{ at: 'multimedia-classrooms', facts: { mine: '2' } }],
    });
    expect((await prefill(preview.id)).problem().code).toBe('import.already-confirmed');
  });

  it('replaces what earlier statistics put there, and leaves reports alone that were handed in', async () => {
    const [, second, third] = (await upload()).schools;
    const report = await reportOf(api, round.id, second?.schoolId ?? '');
    await api.transactions.run(systemActor('test'), async (tx) => {
      await tx.execute(`UPDATE self_reports SET cells = cells || '{"pupils.primary": "1"}' WHERE id = $1`, [report.id]);
      await tx.execute(`UPDATE self_reports SET status = 'handed-over' WHERE school_id = $1`, [third?.schoolId]);
    });
    const preview = await upload();
    expect(preview.schools[1]?.prefill).toEqual({ blockedBy: null, fills: 1, keeps: [] });
    expect(preview.schools[2]?.prefill.blockedBy).toBe('handed-over');
    const outcome = confirmedImportSchema.parse((await prefill(preview.id)).body);
    expect(outcome.leftOut).toEqual([{ key: third?.key, reason: 'handed-over' }]);
    const corrected = await reportOf(api, round.id, report.school.id);
    expect(corrected.cells['pupils.primary']).toBe(second?.cells['pupils.primary']);
    expect(corrected.revision).toBe(report.revision + 1);
  });

  it('is refused once the round is closed', async () => {
    const preview = await upload();
    api.clock.set('2026-10-16T00:00:00.000Z');
    bureau = await api.as('countyAdministrator');
    expect((await prefill(preview.id)).problem()).toMatchObject({ status: 423, code: 'round.closed' });
  });
});
