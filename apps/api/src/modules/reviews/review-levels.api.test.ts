import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { reportReviewSchema, type Round, type SelfReport } from '@junheng/api-contract';
import { systemActor } from '../../platform/database/actor.ts';
import { batch, openRound, readReport, submitReport } from '../../../test/factories/reports.ts';
import { createPerson, giveGrant } from '../../../test/factories/world.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';

describe('levels of review', () => {
  let api: TestApi;
  let county: TestBrowser;
  let second: TestBrowser;
  let secondId: string;
  let city: TestBrowser;
  let reporter: TestBrowser;
  let principal: TestBrowser;
  let year = 2026;

  beforeAll(async () => {
    api = await startTestApi();
    secondId = await api.transactions.run(systemActor('test'), async (tx) => {
      const person = await createPerson(tx, { login: 'county-2', displayName: '管理员丁' });
      await giveGrant(tx, person, 'county-administrator', { regionId: api.world.county });
      return person;
    });
  });
  afterAll(async () => api.stop());
  beforeEach(async () => {
    api.clock.set('2026-09-10T01:00:00.000Z');
    county = await api.as('countyAdministrator');
    second = await api.asPerson(secondId);
    city = await api.as('cityReviewer');
    reporter = await api.as('reporter');
    principal = await api.as('principal');
  });

  async function submittedIn(changes: Parameters<typeof openRound>[1]): Promise<SelfReport & { round: Round }> {
    const round = await openRound(api, { kind: 'special', year, ...changes });
    year += 1;
    return submitReport(api, round.id, api.world.school, 'primary');
  }
  const approve = (browser: TestBrowser, { id, revision }: SelfReport) =>
    browser.post(`/self-reports/${id}/approve`, { revision });
  const giveBack = (browser: TestBrowser, { id, revision }: SelfReport, cell: string | null = 'equipment-value') =>
    browser.post(`/self-reports/${id}/return`, { revision, reasons: [{ cell, reason: '请核对' }] });
  const stateOf = async (browser: TestBrowser, { id }: SelfReport) =>
    reportReviewSchema.parse((await browser.get(`/self-reports/${id}/review`)).body);

  it('go from the county to the city; only the last approves, each step is on the timeline', async () => {
    const report = await submittedIn({ reviewLevels: ['county', 'city'] });
    expect((await approve(city, report)).problem()).toMatchObject({ status: 403, code: 'review.other-level' });
    expect((await approve(county, report)).body).toMatchObject({ status: 'submitted', may: { approve: false } });
    expect(await stateOf(city, report)).toMatchObject({ level: 'city', since: null, toReview: [] });
    expect((await approve(city, report)).body).toMatchObject({ status: 'approved' });
    const { timeline } = await readReport(reporter, report.id);
    expect(timeline.slice(-2)).toMatchObject([
      { kind: 'forwarded', level: 'county', by: '管理员甲' },
      { kind: 'approved', level: 'city', by: '市级审核员' },
    ]);
    // What the city approved, the city alone reopens.
    expect((await giveBack(county, report)).problem()).toMatchObject({ code: 'review.other-level' });
    expect((await giveBack(city, report)).body).toMatchObject({ status: 'returned' });
  });

  it('the city returns to the county, which answers or hands on; nothing is approved over an open reason', async () => {
    const report = await submittedIn({ reviewLevels: ['county', 'city'], returnsTo: 'level-below' });
    await approve(county, report);
    expect((await giveBack(city, report)).body).toMatchObject({ status: 'submitted' });
    expect(await stateOf(county, report)).toMatchObject({
      level: 'county',
      since: { decision: 'approved' },
      toReview: [{ cell: 'equipment-value', changed: false }],
      openReasons: 1,
      mayReply: true,
    });
    expect((await principal.post(`/self-reports/${report.id}/withdraw`, { revision: report.revision })).status).toBe(
      409,
    );
    expect((await approve(county, report)).problem()).toMatchObject({
      code: 'review.returns-open',
      facts: { count: 1 },
    });
    const [reason] = (await readReport(county, report.id)).returnReasons;
    expect(reason).toMatchObject({ level: 'city', state: 'open' });
    const reply = (browser: TestBrowser) =>
      browser.put(`/self-reports/${report.id}/return-reasons/${reason?.id}/reply`, { answer: '已与学校核对' });
    expect((await reply(city)).problem().code).toBe('review.other-level');
    expect((await reply(county)).body).toMatchObject({ openReasons: 0, mayReply: false });
    expect((await approve(county, report)).status).toBe(200);
    expect(await stateOf(city, report)).toMatchObject({
      level: 'city',
      since: { decision: 'returned' },
      toReview: [{ cell: 'equipment-value', changed: false }],
    });
    // Once more, and this time the county hands it on to the school.
    await giveBack(city, report, 'multimedia-classrooms');
    expect((await giveBack(county, report, 'equipment-value')).body).toMatchObject({ status: 'returned' });
    const returned = await readReport(reporter, report.id);
    expect(returned.returnReasons.filter(({ state }) => state === 'open').map(({ level }) => level)).toEqual([
      'county',
      'city',
    ]);
    const blocked = await principal.post(`/self-reports/${report.id}/submit`, { revision: returned.revision });
    expect(blocked.problem().problems).toHaveLength(2);
  });

  it('on resubmission each level sees what differs from its own last decision', async () => {
    const report = await submittedIn({ reviewLevels: ['county', 'city'] });
    await approve(county, report);
    await giveBack(city, report);
    const returned = await readReport(reporter, report.id);
    const value = String(Number(returned.cells['equipment-value'] ?? '0') + 1);
    await reporter.patch(`/self-reports/${report.id}/cells`, batch(returned, { 'equipment-value': value }));
    const corrected = await readReport(reporter, report.id);
    const again = await principal.post(`/self-reports/${report.id}/submit`, { revision: corrected.revision });
    expect(again.status).toBe(200);
    expect(await stateOf(county, report)).toMatchObject({
      level: 'county',
      toReview: [{ cell: 'equipment-value', before: returned.cells['equipment-value'], changed: true }],
    });
    await approve(county, corrected);
    expect((await stateOf(city, report)).toReview).toEqual([
      { cell: 'equipment-value', before: returned.cells['equipment-value'], changed: true },
    ]);
  });

  it('of two administrators at once the second is told who did what, and nothing of theirs is carried out', async () => {
    const report = await submittedIn({});
    const answers = await Promise.all([approve(county, report), giveBack(second, report)]);
    const statuses = answers.map(({ status }) => status).toSorted((left, right) => left - right);
    // Either the approval came first and the return reopened it, or the return came first and the approval is refused.
    const { status } = await readReport(county, report.id);
    expect(status).toBe('returned');
    if (statuses[1] === 409) {
      expect(answers[0]?.problem()).toMatchObject({
        code: 'review.decided-by-another',
        facts: { by: '管理员丁', decision: 'returned', at: expect.any(String) },
      });
    }
    const other = await submittedIn({});
    expect((await giveBack(second, other)).status).toBe(200);
    expect((await approve(county, other)).problem()).toMatchObject({
      status: 409,
      code: 'review.decided-by-another',
      facts: { by: '管理员丁', decision: 'returned' },
    });
    expect((await giveBack(county, other)).problem().code).toBe('review.decided-by-another');
    expect((await readReport(county, other.id)).returnReasons).toHaveLength(1);
  });

  it('two people must approve where the round says so, one after the other', async () => {
    const report = await submittedIn({ twoPersonReview: true });
    expect((await approve(county, report)).body).toMatchObject({ status: 'submitted' });
    expect((await approve(county, report)).problem()).toMatchObject({
      status: 403,
      code: 'review.second-person-needed',
    });
    expect(await stateOf(second, report)).toMatchObject({ firstApproval: { by: '管理员甲', own: false }, since: null });
    const many = await county.post(`/rounds/${report.round.id}/approvals`, {
      reports: [{ selfReportId: report.id, revision: report.revision }],
      warningsConfirmed: true,
    });
    expect(many.body).toMatchObject({ refused: [{ code: 'review.second-person-needed' }] });
    expect((await approve(second, report)).body).toMatchObject({ status: 'approved' });
  });

  it('a reviewer whose role ended is refused at the next step, in words', async () => {
    const report = await submittedIn({});
    api.clock.set('2026-09-10T15:30:00.000Z');
    const leaving = await api.transactions.run(systemActor('test'), async (tx) => {
      const person = await createPerson(tx, { login: `leaving-${year}`, displayName: '管理员戊' });
      await giveGrant(tx, person, 'county-administrator', { regionId: api.world.county, validTo: '2026-09-10' });
      return person;
    });
    const browser = await api.asPerson(leaving);
    expect((await browser.post(`/self-reports/${report.id}/review`, { revision: report.revision })).status).toBe(200);
    api.clock.set('2026-09-10T16:10:00.000Z');
    expect((await approve(browser, report)).problem()).toMatchObject({ status: 403, code: 'permission.role-ended' });
    expect(await readReport(await api.as('reporter'), report.id)).toMatchObject({ status: 'submitted' });
  });

  it('levels that do not go upwards are no round', async () => {
    for (const reviewLevels of [[], ['city', 'county'], ['county', 'county']]) {
      const answer = await county.post('/rounds', {
        regionId: api.world.county,
        kind: 'special',
        year: 2026,
        editionId: 'cn-2017-quality-balance',
        opensOn: '2026-09-01',
        deadline: '2026-10-15',
        onePersonMaySubmit: false,
        reviewLevels,
      });
      expect(answer.problem()).toMatchObject({ status: 422, code: 'request.malformed' });
    }
  });
});
