import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportCommentsSchema, type SelfReport } from '@junheng/api-contract';
import { openRound, readReport, submitReport } from '../../../test/factories/reports.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';

describe('words at a cell', () => {
  let api: TestApi;
  let report: SelfReport;
  let bureau: TestBrowser;
  let reporter: TestBrowser;

  beforeAll(async () => {
    api = await startTestApi();
    api.clock.set('2026-09-10T01:00:00.000Z');
    const round = await openRound(api);
    report = await submitReport(api, round.id, api.world.school, 'primary');
    bureau = await api.as('countyAdministrator');
    reporter = await api.as('reporter');
  });
  afterAll(async () => api.stop());

  const write = (browser: TestBrowser, text: string, audience = 'school', cell = 'pupils.primary') =>
    browser.post(`/self-reports/${report.id}/comments`, { cell, text, audience });
  const seenBy = async (browser: TestBrowser) =>
    reportCommentsSchema.parse((await browser.get(`/self-reports/${report.id}/comments`)).body);

  it('go between the school and its reviewers; what the reviewers say among themselves the school never sees', async () => {
    await write(bureau, '与学籍系统差两人，请核对');
    api.clock.set('2026-09-10T01:01:00.000Z');
    await write(bureau, '去年也是这样', 'reviewers');
    api.clock.set('2026-09-10T01:02:00.000Z');
    // A school cannot write past its own view.
    await write(reporter, '两名学生九月转出', 'reviewers');
    expect(await seenBy(reporter)).toMatchObject({
      comments: [
        {
          text: '与学籍系统差两人，请核对',
          audience: 'school',
          ofSchool: false,
          by: '管理员甲',
          cell: 'pupils.primary',
        },
        { text: '两名学生九月转出', audience: 'school', ofSchool: true },
      ],
      mayWriteTo: ['school'],
    });
    expect((await seenBy(reporter)).comments).toHaveLength(2);
    expect(await seenBy(await api.as('cityReviewer'))).toMatchObject({
      comments: [{ audience: 'school' }, { audience: 'reviewers' }, { audience: 'school' }],
      mayWriteTo: ['school', 'reviewers'],
    });
  });

  it('return nothing, lock nothing, and need a cell of the form and words', async () => {
    expect((await write(bureau, '请核对', 'school', 'no-such-item')).problem()).toMatchObject({
      status: 422,
      code: 'review.cell-unknown',
    });
    expect((await write(bureau, ' ')).status).toBe(422);
    expect(await readReport(reporter, report.id)).toMatchObject({ status: 'submitted', revision: report.revision });
    expect((await write(await api.as('otherReporter'), '看不到')).problem()).toMatchObject({
      code: 'self-report.not-found',
    });
  });
});
