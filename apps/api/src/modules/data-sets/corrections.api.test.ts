import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  cellHistorySchema,
  dataSetsSchema,
  evaluationSummariesSchema,
  evaluationSummarySchema,
  type Round,
  type SelfReport,
} from '@junheng/api-contract';
import { approveReport, openRound, readReport, reportOf } from '../../../test/factories/reports.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';

describe('corrections after approval', () => {
  let api: TestApi;
  let bureau: TestBrowser;
  let round: Round;
  let report: SelfReport;
  // Downwards, so that no round begins with the corrected values of the one before.
  let year = 2060;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(async () => api.stop());

  async function approved(changes: Parameters<typeof openRound>[1] = {}): Promise<void> {
    api.clock.set('2026-09-10T01:00:00.000Z');
    bureau = await api.as('countyAdministrator');
    round = await openRound(api, { year, kind: 'special', ...changes });
    year -= 1;
    if (changes.twoPersonReview !== true) report = await approveReport(api, round.id, api.world.school, 'primary');
  }
  beforeEach(() => approved());

  const correct = (browser: TestBrowser, cells: Readonly<Record<string, string | null>>, revision = report.revision) =>
    browser.post(`/self-reports/${report.id}/corrections`, {
      revision,
      reason: '复核固定资产台账',
      changes: Object.entries(cells).map(([cell, value]) => ({ cell, value })),
    });
  const more = () => String(Math.trunc(Number(report.cells['equipment-value'])) + 7);
  const run = async () =>
    evaluationSummarySchema.parse((await bureau.post(`/rounds/${round.id}/evaluations`, {})).body);
  const runs = async () =>
    evaluationSummariesSchema.parse((await bureau.get(`/rounds/${round.id}/evaluations`)).body).evaluations;
  const versions = async () => dataSetsSchema.parse((await bureau.get(`/rounds/${round.id}/data-sets`)).body).dataSets;

  it('make the next version with their reason, keep the frozen one and say which evaluations they outdate', async () => {
    const before = await run();
    expect(before).toMatchObject({ dataSet: { version: 1, reason: null }, outdated: null });
    api.clock.set('2026-11-20T01:00:00.000Z');
    bureau = await api.as('countyAdministrator');
    const equipment = more();
    const answer = await correct(bureau, { 'equipment-value': equipment });
    expect(answer.body).toMatchObject({
      status: 'approved',
      revision: report.revision + 1,
      cells: { 'equipment-value': equipment },
      cellSources: { 'equipment-value': 'corrected' },
    });
    expect(await versions()).toMatchObject([
      { version: 2, reason: '复核固定资产台账', frozenBy: '管理员甲' },
      { version: 1, hash: before.dataSet.hash, reason: null },
    ]);
    const [old] = await runs();
    expect(old).toMatchObject({ id: before.id, resultHash: before.resultHash });
    expect(old?.outdated).toMatchObject({
      newestVersion: 2,
      schoolCount: 1,
      county: false,
      schools: [{ selfReportId: report.id, change: 'corrected', by: '管理员甲', reason: '复核固定资产台账' }],
    });
    expect((await bureau.get(`/evaluations/${before.id}`)).body).toMatchObject({ outdated: { newestVersion: 2 } });
    // The frozen version is computed again to the same bytes; a new run takes the corrected one and is not outdated.
    const again = await bureau.post(`/rounds/${round.id}/evaluations`, {
      dataSetId: before.dataSet.id,
      evaluationDate: '2026-09-10',
    });
    expect(again.body).toMatchObject({ resultHash: before.resultHash, outdated: { newestVersion: 2 } });
    expect(await run()).toMatchObject({ dataSet: { version: 2 }, outdated: null });
  });

  it('stand in the history of the cell and on the timeline, also for the school', async () => {
    const equipment = more();
    await correct(bureau, { 'equipment-value': equipment });
    const reporter = await api.as('reporter');
    const history = cellHistorySchema.parse(
      (await reporter.get(`/self-reports/${report.id}/history?cell=equipment-value`)).body,
    );
    expect(history.entries[0]).toMatchObject({
      after: equipment,
      source: 'corrected',
      sourceDetail: { reason: '复核固定资产台账' },
      by: '管理员甲',
    });
    expect((await readReport(reporter, report.id)).timeline.at(-1)).toMatchObject({
      kind: 'corrected',
      note: '复核固定资产台账',
      level: 'county',
    });
  });

  it('keep what was approved as a version even where nobody had evaluated it', async () => {
    await correct(bureau, { 'equipment-value': more() });
    expect((await versions()).map(({ version, reason }) => [version, reason])).toEqual([
      [2, '复核固定资产台账'],
      [1, null],
    ]);
  });

  it('are refused where nothing changes, a value is wrong, a check fails, a value asked for would go, or another was faster', async () => {
    const same = await correct(bureau, { 'equipment-value': report.cells['equipment-value'] ?? '' });
    expect(same.problem()).toMatchObject({ status: 422, code: 'review.nothing-corrected' });
    const wrong = await correct(bureau, { 'equipment-value': '多' });
    expect(wrong.problem()).toMatchObject({ code: 'self-report.cell-invalid', problems: [{ at: 'equipment-value' }] });
    const pupils = Number(report.cells['pupils.primary']);
    const failing = await correct(bureau, { 'migrant-pupils': String(pupils + 1) });
    expect(failing.problem()).toMatchObject({ code: 'self-report.blocked', problems: [{ at: 'migrant-pupils' }] });
    const cleared = await correct(bureau, { 'equipment-value': null });
    expect(cleared.problem()).toMatchObject({ code: 'self-report.blocked', problems: [{ code: 'missing' }] });
    // Nothing of a refused correction stays, not even a version.
    expect(await versions()).toEqual([]);
    const twice = await Promise.all([
      correct(bureau, { 'equipment-value': more() }),
      correct(bureau, { 'equipment-value': '1' }),
    ]);
    expect(twice.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([200, 409]);
  });

  it('need an approved report, a reason and the level that approved', async () => {
    const other = await reportOf(api, round.id, api.world.otherSchool);
    const early = await bureau.post(`/self-reports/${other.id}/corrections`, {
      revision: other.revision,
      reason: '核对',
      changes: [{ cell: 'equipment-value', value: '5' }],
    });
    expect(early.problem()).toMatchObject({ status: 409, code: 'self-report.wrong-status' });
    const bare = await bureau.post(`/self-reports/${report.id}/corrections`, {
      revision: report.revision,
      reason: ' ',
      changes: [{ cell: 'equipment-value', value: '5' }],
    });
    expect(bare.status).toBe(422);
    const city = await api.as('cityReviewer');
    expect((await correct(city, { 'equipment-value': more() })).problem()).toMatchObject({
      status: 403,
      code: 'review.other-level',
    });
  });

  it('a return after approval outdates as well, until the same is approved again', async () => {
    const before = await run();
    await bureau.post(`/self-reports/${report.id}/return`, {
      revision: report.revision,
      reasons: [{ cell: 'equipment-value', reason: '请核对' }],
    });
    const [old] = await runs();
    expect(old?.outdated).toMatchObject({ newestVersion: 1, schools: [{ change: 'reopened', reason: null }] });
    expect(old?.id).toBe(before.id);
  });
});
