import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { approvedManySchema, type Round } from '@junheng/api-contract';
import { systemActor } from '../../platform/database/actor.ts';
import {
  batch,
  completeCells,
  fillReport,
  openRound,
  readReport,
  reportOf,
  submitReport,
} from '../../../test/factories/reports.ts';
import { startTestApi, type TestApi, type TestBrowser } from '../../../test/harness/test-api.ts';

describe('handing over, submitting and reviewing', () => {
  let api: TestApi;
  let bureau: TestBrowser;
  let reporter: TestBrowser;
  let principal: TestBrowser;
  let round: Round;
  let year = 2026;

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(async () => api.stop());
  beforeEach(async () => {
    api.clock.set('2026-09-10T01:00:00.000Z');
    round = await openRound(api, { year });
    year += 1;
    bureau = await api.as('countyAdministrator');
    reporter = await api.as('reporter');
    principal = await api.as('principal');
  });

  const submitted = () => submitReport(api, round.id, api.world.school, 'primary');
  const opened = () => reportOf(api, round.id, api.world.school);

  it('says everything that stands in the way of a submission, each at its cell', async () => {
    const { id } = await opened();
    const complete = completeCells('primary');
    const { 'equipment-value': _missing, ...cells } = complete;
    const pupils = Number(complete['pupils.primary']);
    const filled = await fillReport(reporter, id, { ...cells, 'migrant-pupils': String(pupils + 1) });
    const refused = await principal.post(`/self-reports/${id}/submit`, { revision: filled.revision });
    expect(refused.problem()).toMatchObject({ status: 422, code: 'self-report.blocked' });
    expect(refused.problem().problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ at: 'equipment-value', code: 'missing' }),
        expect.objectContaining({ at: 'migrant-pupils', code: 'hard-finding' }),
      ]),
    );
    expect(await readReport(reporter, id)).toMatchObject({ status: 'filling' });
  });

  it('asks for a reason for a soft finding, takes it back, and refuses reasons for other checks', async () => {
    const { id } = await opened();
    const cells = { ...completeCells('primary'), 'largest-class.primary': '1' };
    const filled = await fillReport(reporter, id, cells);
    const refused = await principal.post(`/self-reports/${id}/submit`, { revision: filled.revision });
    const soft = (refused.problem().problems ?? []).filter(({ code }) => code === 'reason-missing');
    expect(soft.length).toBeGreaterThan(0);
    for (const { at, facts } of soft) {
      const key = encodeURIComponent(`${String(facts?.['ruleId'])}@${at}`);
      const answer = await reporter.put(`/self-reports/${id}/check-reasons/${key}`, { reason: '小规模复式教学' });
      expect(answer.status).toBe(200);
    }
    for (const key of ['no-such-rule', 'required', 'implausible@nowhere', 'implausible@pupils.primary@x']) {
      const unknown = await reporter.put(`/self-reports/${id}/check-reasons/${encodeURIComponent(key)}`, {
        reason: 'x',
      });
      expect(unknown.problem()).toMatchObject({ status: 422, code: 'self-report.check-unknown' });
    }
    const listed = await opened();
    expect(Object.values(listed.checkReasons)).toContain('小规模复式教学');
    const again = await principal.post(`/self-reports/${id}/submit`, { revision: filled.revision });
    const remaining = again.status === 200 ? [] : (again.problem().problems ?? []).map(({ code }) => code);
    expect(remaining).not.toContain('reason-missing');
  });

  it('only the principal submits, and not what they filled in alone', async () => {
    const { id } = await opened();
    const filled = await fillReport(principal, id, completeCells('primary'));
    expect((await reporter.post(`/self-reports/${id}/submit`, { revision: filled.revision })).problem().code).toBe(
      'permission.denied',
    );
    const alone = await principal.post(`/self-reports/${id}/submit`, { revision: filled.revision });
    expect(alone.problem()).toMatchObject({ status: 403, code: 'self-report.needs-second-person' });
    // Handed over by somebody else, two people have seen it.
    expect((await reporter.post(`/self-reports/${id}/hand-over`, { revision: filled.revision })).status).toBe(200);
    const together = await principal.post(`/self-reports/${id}/submit`, { revision: filled.revision });
    expect(together.body).toMatchObject({ receipt: { onePerson: false } });
  });

  it('one person may do both where the round says so, and the receipt tells', async () => {
    round = await openRound(api, { year: 2090, onePersonMaySubmit: true });
    const { id } = await opened();
    const filled = await fillReport(principal, id, completeCells('primary'));
    const alone = await principal.post(`/self-reports/${id}/submit`, { revision: filled.revision });
    expect(alone.body).toMatchObject({ status: 'submitted', receipt: { onePerson: true } });
  });

  it('is taken back before, and withdrawn until the review has begun', async () => {
    const { id } = await opened();
    const filled = await fillReport(reporter, id, completeCells('primary'));
    await reporter.post(`/self-reports/${id}/hand-over`, { revision: filled.revision });
    expect((await reporter.post(`/self-reports/${id}/take-back`, { revision: filled.revision })).body).toMatchObject({
      status: 'filling',
    });
    await principal.post(`/self-reports/${id}/submit`, { revision: filled.revision });
    const withdrawn = await principal.post(`/self-reports/${id}/withdraw`, { revision: filled.revision });
    expect(withdrawn.body).toMatchObject({ status: 'filling', receipt: null });
    await principal.post(`/self-reports/${id}/submit`, { revision: filled.revision });
    expect((await bureau.post(`/self-reports/${id}/review`, { revision: filled.revision })).status).toBe(200);
    expect(await readReport(principal, id)).toMatchObject({ may: { withdraw: false } });
    const tooLate = await principal.post(`/self-reports/${id}/withdraw`, { revision: filled.revision });
    expect(tooLate.problem()).toMatchObject({ status: 409, code: 'self-report.review-begun' });
  });

  it('a withdrawal and a beginning review that meet: one is done, the other is told', async () => {
    const { id, revision } = await submitted();
    const [withdrawn, begun] = await Promise.all([
      principal.post(`/self-reports/${id}/withdraw`, { revision }),
      bureau.post(`/self-reports/${id}/review`, { revision }),
    ]);
    const refusal = withdrawn.status === 200 ? begun : withdrawn;
    expect([withdrawn.status, begun.status].filter((status) => status === 200)).toHaveLength(1);
    expect(refusal.problem()).toMatchObject({
      status: 409,
      code: withdrawn.status === 200 ? 'self-report.wrong-status' : 'self-report.review-begun',
    });
    expect(await readReport(principal, id)).toMatchObject(
      withdrawn.status === 200
        ? { status: 'filling', receipt: null }
        : { status: 'submitted', may: { withdraw: false } },
    );
  });

  it('refuses moves the state does not allow, and those on an older revision', async () => {
    const report = await submitted();
    expect(
      (await reporter.post(`/self-reports/${report.id}/hand-over`, { revision: report.revision })).problem(),
    ).toMatchObject({
      status: 409,
      code: 'self-report.wrong-status',
      facts: { status: 'submitted', move: 'hand-over' },
    });
    expect(
      (await bureau.post(`/self-reports/${report.id}/approve`, { revision: report.revision - 1 })).problem().code,
    ).toBe('self-report.stale');
    expect(
      (await bureau.post(`/self-reports/${report.id}/approve`, { revision: report.revision + 1 })).problem().code,
    ).toBe('self-report.stale');
    const twice = await Promise.all([
      bureau.post(`/self-reports/${report.id}/approve`, { revision: report.revision }),
      bureau.post(`/self-reports/${report.id}/approve`, { revision: report.revision }),
    ]);
    expect(twice.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([200, 409]);
  });

  it('returns only with reasons at cells that exist, and an answer in words settles one', async () => {
    const report = await submitted();
    const back = (reasons: unknown) =>
      bureau.post(`/self-reports/${report.id}/return`, { revision: report.revision, reasons });
    expect((await back([])).problem().code).toBe('request.malformed');
    expect((await back([{ cell: 'pupils.primary', reason: ' ' }])).problem().code).toBe('request.malformed');
    expect((await back([{ cell: 'no-such-item', reason: '说明' }])).problem()).toMatchObject({
      status: 422,
      code: 'review.cell-unknown',
      problems: [{ at: '/reasons/0/cell', facts: { cell: 'no-such-item' } }],
    });
    expect(
      (
        await back([
          { cell: null, reason: '请补充说明' },
          { cell: 'equipment-value', reason: '与账面不符' },
        ])
      ).status,
    ).toBe(200);
    const returned = await readReport(reporter, report.id);
    const whole = returned.returnReasons.find(({ cell }) => cell === null);
    const answered = await reporter.put(`/self-reports/${report.id}/return-reasons/${whole?.id}/answer`, {
      answer: '已核对资产账',
    });
    expect(answered.body).toMatchObject({
      returnReasons: expect.arrayContaining([
        expect.objectContaining({ id: whole?.id, state: 'answered', answer: '已核对资产账' }),
      ]),
    });
    const value = returned.cells['equipment-value'] ?? '';
    const changed = await reporter.patch(
      `/self-reports/${report.id}/cells`,
      batch(returned, { 'equipment-value': '1' }),
    );
    expect(changed.body).toMatchObject({ settledReturnReasons: [expect.any(String)] });
    const between = await readReport(reporter, report.id);
    await reporter.patch(`/self-reports/${report.id}/cells`, batch(between, { 'equipment-value': value }));
    expect(
      (await principal.post(`/self-reports/${report.id}/submit`, { revision: between.revision + 1 })).problem()
        .problems,
    ).toEqual([expect.objectContaining({ at: 'equipment-value', code: 'return-open' })]);
    const unknown = await reporter.put(`/self-reports/${report.id}/return-reasons/${report.id}/answer`, {
      answer: '不存在',
    });
    expect(unknown.problem().code).toBe('self-report.return-reason-not-found');
  });

  it('leaves time to correct what comes back after the deadline', async () => {
    const report = await submitted();
    api.clock.set('2026-11-02T01:00:00.000Z');
    bureau = await api.as('countyAdministrator');
    reporter = await api.as('reporter');
    await bureau.post(`/self-reports/${report.id}/return`, {
      revision: report.revision,
      reasons: [{ cell: 'equipment-value', reason: '与账面不符' }],
    });
    const returned = await readReport(reporter, report.id);
    expect(returned).toMatchObject({ status: 'returned', deadline: '2026-11-09', lock: null, may: { fill: true } });
    expect(returned.timeline.slice(-2).map(({ kind }) => kind)).toEqual(['returned', 'extended']);
    expect(
      (await reporter.patch(`/self-reports/${report.id}/cells`, batch(returned, { 'equipment-value': '1' }))).status,
    ).toBe(200);
  });

  it('reopens an approved report with reasons', async () => {
    const report = await submitted();
    await bureau.post(`/self-reports/${report.id}/approve`, { revision: report.revision });
    const reopened = await bureau.post(`/self-reports/${report.id}/return`, {
      revision: report.revision,
      reasons: [{ cell: null, reason: '数据更正' }],
    });
    expect(reopened.body).toMatchObject({ status: 'returned' });
  });

  it('approves many, leaving out what changed, what fails and what carries warnings nobody confirmed', async () => {
    const report = await submitted();
    const other = await reportOf(api, round.id, api.world.otherSchool);
    const approve = (reports: readonly { selfReportId: string; revision: number }[], warningsConfirmed: boolean) =>
      bureau.post(`/rounds/${round.id}/approvals`, { reports, warningsConfirmed });
    const foreign = '00000000-0000-4000-8000-000000000000';
    const first = approvedManySchema.parse(
      (
        await approve(
          [
            { selfReportId: report.id, revision: report.revision - 1 },
            { selfReportId: other.id, revision: other.revision },
            { selfReportId: foreign, revision: 0 },
          ],
          true,
        )
      ).body,
    );
    expect(first).toEqual({
      approved: [],
      refused: [
        { selfReportId: report.id, code: 'self-report.stale' },
        { selfReportId: other.id, code: 'self-report.wrong-status' },
        { selfReportId: foreign, code: 'self-report.not-found' },
      ],
    });
    const totals = (changes: Readonly<Record<string, number>>) =>
      api.transactions.run(systemActor('test'), (tx) =>
        tx.execute('UPDATE self_reports SET totals = totals || $2::jsonb WHERE id = $1', [
          report.id,
          JSON.stringify(changes),
        ]),
      );
    const listed = [{ selfReportId: report.id, revision: report.revision }];
    await totals({ hardFindings: 1 });
    expect((await approve(listed, true)).body).toMatchObject({ refused: [{ code: 'self-report.blocked' }] });
    await totals({ hardFindings: 0, softFindings: 1 });
    expect((await approve(listed, false)).body).toMatchObject({ refused: [{ code: 'review.warnings-unconfirmed' }] });
    expect((await approve(listed, true)).body).toEqual({ approved: [report.id], refused: [] });
  });

  it('decides nothing for another county, for schools, or for readers', async () => {
    const report = await submitted();
    const attempts = (browser: TestBrowser) => [
      browser.post(`/self-reports/${report.id}/review`, { revision: report.revision }),
      browser.post(`/self-reports/${report.id}/approve`, { revision: report.revision }),
      browser.post(`/self-reports/${report.id}/return`, {
        revision: report.revision,
        reasons: [{ cell: null, reason: '越权' }],
      }),
      browser.post(`/rounds/${round.id}/approvals`, {
        reports: [{ selfReportId: report.id, revision: report.revision }],
        warningsConfirmed: true,
      }),
    ];
    for (const persona of ['principal', 'sectionOfficer', 'inspector', 'foreignAdministrator'] as const) {
      for (const answer of await Promise.all(attempts(await api.as(persona))))
        expect([403, 404]).toContain(answer.status);
    }
    // The city decides only where the round names it: here everything lies with the county.
    const [begun, approved, returned, many] = await Promise.all(attempts(await api.as('cityReviewer')));
    for (const answer of [begun, approved, returned]) {
      expect(answer?.problem()).toMatchObject({ status: 403, code: 'review.other-level', facts: { level: 'county' } });
    }
    expect(many?.body).toEqual({ approved: [], refused: [{ selfReportId: report.id, code: 'review.other-level' }] });
    expect(await readReport(principal, report.id)).toMatchObject({ status: 'submitted' });
  });

  it('leaves an audit entry for every write', async () => {
    const report = await submitted();
    await bureau.post(`/self-reports/${report.id}/review`, { revision: report.revision });
    await bureau.post(`/self-reports/${report.id}/approve`, { revision: report.revision, note: '同意' });
    const rows = await api.database.query<{ action: string }>(
      'SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY id',
      [report.id],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'self-report.cells-saved',
      'self-report.submitted',
      'self-report.review-begun',
      'self-report.approved',
    ]);
  });
});
