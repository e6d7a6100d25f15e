import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dueSelfReportsSchema, savedCellsSchema, type Round } from '@junheng/api-contract';
import { batch, completeCells, fillReport, openRound, readReport, reportOf } from '../../../test/factories/reports.ts';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';

describe('a self-report from its first cell to its approval', () => {
  let api: TestApi;
  let round: Round;

  beforeAll(async () => {
    api = await startTestApi();
    round = await openRound(api);
  });
  afterAll(async () => api.stop());

  it('goes the whole way', async () => {
    const reporter = await api.as('reporter');
    const principal = await api.as('principal');
    const bureau = await api.as('countyAdministrator');

    const due = dueSelfReportsSchema.parse((await reporter.get('/self-reports/due')).body);
    expect(due.selfReports).toMatchObject([
      { schoolName: '东镇中心小学', status: 'not-started', deadline: '2026-10-15', lock: null },
    ]);
    const id = due.selfReports[0]?.id ?? '';

    const opened = await readReport(reporter, id);
    expect(opened.cells).toMatchObject({
      'school-type': 'primary',
      ownership: 'public',
      locale: 'town',
      'founded-year': '2001',
    });
    expect(opened.cellSources).toMatchObject({ 'school-type': 'prefilled' });
    expect(opened.may).toEqual({
      fill: true,
      handOver: true,
      takeBack: false,
      submit: false,
      withdraw: false,
      return: false,
      approve: false,
      correct: false,
    });

    const filled = await fillReport(reporter, id, completeCells('primary'));
    expect(filled).toMatchObject({ status: 'filling', revision: 1 });

    const handed = await reporter.post(`/self-reports/${id}/hand-over`, { revision: 1 });
    expect(handed.status).toBe(200);
    expect(
      (await reporter.patch(`/self-reports/${id}/cells`, batch(filled, { 'full-time-teachers': '1' }))).problem(),
    ).toMatchObject({
      code: 'self-report.locked',
      facts: { lock: 'handed-over' },
      status: 423,
    });

    const submitted = await principal.post(`/self-reports/${id}/submit`, { revision: 1 });
    expect(submitted.body).toMatchObject({
      status: 'submitted',
      receipt: { submittedBy: '校长甲', revision: 1, onePerson: false },
    });

    const returned = await bureau.post(`/self-reports/${id}/return`, {
      revision: 1,
      reasons: [{ cell: 'equipment-value', reason: '与资产账不一致' }],
    });
    expect(returned.status).toBe(200);

    const seen = await readReport(reporter, id);
    expect(seen).toMatchObject({
      status: 'returned',
      may: { fill: true },
      returnReasons: [{ cell: 'equipment-value', state: 'open', by: '管理员甲' }],
    });
    expect((await principal.post(`/self-reports/${id}/submit`, { revision: 1 })).problem()).toMatchObject({
      code: 'self-report.blocked',
      problems: [{ at: 'equipment-value', code: 'return-open' }],
    });

    const equipment = String(Math.trunc(Number(seen.cells['equipment-value'])) + 1);
    const corrected = savedCellsSchema.parse(
      (await reporter.patch(`/self-reports/${id}/cells`, batch(seen, { 'equipment-value': equipment }))).body,
    );
    expect(corrected.settledReturnReasons).toEqual([seen.returnReasons[0]?.id]);
    expect((await principal.post(`/self-reports/${id}/submit`, { revision: 2 })).status).toBe(200);
    expect((await bureau.post(`/self-reports/${id}/approve`, { revision: 2, note: '同意' })).body).toMatchObject({
      status: 'approved',
    });

    const final = await reportOf(api, round.id, api.world.school);
    expect(final.timeline.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      'opened 管理员甲',
      'handed-over 填报员甲',
      'submitted 校长甲',
      'returned 管理员甲',
      'submitted 校长甲',
      'approved 管理员甲',
    ]);
    expect(final.round.counts).toMatchObject({ approved: 1, 'not-started': 1 });
  });
});
