import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roundSelfReportsSchema, type Round, type RoundSelfReport } from '@junheng/api-contract';
import {
  approveReport,
  batch,
  completeCells,
  openRound,
  readReport,
  reportOf,
} from '../../../test/factories/reports.ts';
import { startTestApi, type TestApi } from '../../../test/harness/test-api.ts';

describe('the queue of the review', () => {
  let api: TestApi;
  let round: Round;

  beforeAll(async () => {
    api = await startTestApi();
    const lastYear = await openRound(api, { year: 2030 });
    await approveReport(api, lastYear.id, api.world.school, 'primary');
    round = await openRound(api, { year: 2031 });
  });
  afterAll(async () => api.stop());

  const rowOf = async (schoolId: string): Promise<RoundSelfReport | undefined> => {
    const bureau = await api.as('countyAdministrator');
    const answer = await bureau.get(`/rounds/${round.id}/self-reports`);
    return roundSelfReportsSchema.parse(answer.body).selfReports.find((row) => row.schoolId === schoolId);
  };

  it('says with each submitted report why it should be read early, and forgets it with the next change', async () => {
    expect(await rowOf(api.world.school)).toMatchObject({ status: 'not-started', risk: null });
    const { id } = await reportOf(api, round.id, api.world.school);
    const reporter = await api.as('reporter');
    const value = String(Number(completeCells('primary')['equipment-value'] ?? '0') * 3);
    await reporter.patch(
      `/self-reports/${id}/cells`,
      batch(await readReport(reporter, id), { 'equipment-value': value }),
    );
    expect(await rowOf(api.world.school)).toMatchObject({ risk: null });
    const { 'equipment-value': _tripled, ...rest } = completeCells('primary');
    const filled = await reporter.patch(`/self-reports/${id}/cells`, batch(await readReport(reporter, id), rest));
    expect(filled.status).toBe(200);
    const current = await readReport(reporter, id);
    const reasons = (
      await (await api.as('principal')).post(`/self-reports/${id}/submit`, { revision: current.revision })
    )
      .problem()
      .problems?.filter(({ code }) => code === 'reason-missing');
    for (const { at, facts } of reasons ?? []) {
      const key = encodeURIComponent(`${String(facts?.['ruleId'])}@${at}`);
      await reporter.put(`/self-reports/${id}/check-reasons/${key}`, { reason: '新购设备' });
    }
    const submitted = await (
      await api.as('principal')
    ).post(`/self-reports/${id}/submit`, { revision: current.revision });
    expect(submitted.status).toBe(200);
    const row = await rowOf(api.world.school);
    expect(row?.risk?.score).toBeGreaterThan(0);
    expect(row?.risk?.reasons).toContainEqual(
      expect.objectContaining({ kind: 'jump', cell: 'equipment-value', percent: '200.0' }),
    );
    const bureau = await api.as('countyAdministrator');
    await bureau.post(`/self-reports/${id}/return`, {
      revision: current.revision,
      reasons: [{ cell: 'equipment-value', reason: '请核对' }],
    });
    expect(await rowOf(api.world.school)).toMatchObject({ status: 'returned', risk: null });
  });
});
