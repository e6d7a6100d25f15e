import type { ReportReview } from '@junheng/api-contract';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { listedReport } from '../../features/watch-round/model/listed-report.factory.ts';
import { selfReport } from '../../features/review-report/model/self-report.factory.ts';
import { knownSession } from '../../server/session.factory.ts';
import { refused, fakeServerEachTest } from '../../testing/fake-server.ts';
import { fillJsdomGaps } from '../../testing/jsdom-gaps.ts';
import { showRoute } from '../../testing/show-route.tsx';

const server = fakeServerEachTest();
const report = selfReport({ lastYear: { 'pupils.primary': '300' } });
const { round } = report;
const own = listedReport({ selfReportId: report.id, schoolName: report.school.name });
const next = listedReport({ schoolName: '示例邻近小学' });
const address = `/rounds/${round.id}/reports/${report.id}`;

const noEvidence = {
  evidence: [],
  limits: { mediaTypes: [], bytesPerFile: 1, filesPerReport: 1, bytesPerReport: 1 },
  totalBytes: 0,
  mayChange: false,
};

const withTheCounty: ReportReview = {
  status: 'submitted',
  level: 'county',
  levels: ['county'],
  returnsTo: 'school',
  firstApproval: null,
  twoPersonReview: false,
  since: null,
  toReview: [],
  openReasons: 0,
  mayReply: false,
};

beforeAll(fillJsdomGaps);
beforeEach(() => {
  server()
    .on('GET /rounds', { rounds: [round] })
    .on('GET /regions', { regions: [] })
    .on(`GET /rounds/${round.id}/review-assignments`, { assignments: [], people: [], mayAssign: false })
    .on(`GET /rounds/${round.id}/self-reports`, { round, selfReports: [own, next] })
    .on(`GET /self-reports/${report.id}`, report)
    .on(`POST /self-reports/${report.id}/review`, report)
    .on(`GET /self-reports/${next.selfReportId}`, { ...report, id: next.selfReportId })
    .on(`GET /self-reports/${report.id}/review`, withTheCounty)
    .on(`GET /self-reports/${next.selfReportId}/review`, withTheCounty)
    .on(`GET /self-reports/${report.id}/evidence`, noEvidence)
    .on(`GET /self-reports/${next.selfReportId}/evidence`, noEvidence);
});

describe('reviewing one report', () => {
  test('marks are kept over a reload and go back with their reasons', async () => {
    server().on(`POST /self-reports/${report.id}/return`, report);
    const first = showRoute(address);
    await userEvent.click(await screen.findByRole('button', { name: '标记在校生数（小学），写明退回原因' }));
    expect(screen.getByRole('textbox', { name: /在校生数（小学）/ })).toHaveFocus();
    await userEvent.keyboard('与学籍系统不符');
    first.container.remove();

    showRoute(address);
    await userEvent.click(await screen.findByRole('button', { name: /退回…/ }));
    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveTextContent('与学籍系统不符');
    await userEvent.click(within(dialog).getByRole('button', { name: '退回，附 1 条原因' }));
    await waitFor(() =>
      expect(server().sentTo(`POST /self-reports/${report.id}/return`)).toEqual([
        { revision: report.revision, reasons: [{ cell: 'pupils.primary', reason: '与学籍系统不符' }] },
      ]),
    );
    await waitFor(() => expect(globalThis.localStorage.getItem(`junheng.return-marks.${report.id}`)).toBeNull());
  });

  test('a value is read out as it is shown, not as it is stored', async () => {
    server().on(`GET /self-reports/${report.id}`, { ...report, cells: { ...report.cells, locale: 'rural' } });
    showRoute(address);
    expect(await screen.findByRole('button', { name: '所在地城乡类型 乡村' })).toHaveTextContent('乡村');
  });

  test('the review begins with the first mark, once', async () => {
    showRoute(address);
    await userEvent.click(await screen.findByRole('button', { name: '标记在校生数（小学），写明退回原因' }));
    const begun = [{ revision: report.revision }];
    await waitFor(() => expect(server().sentTo(`POST /self-reports/${report.id}/review`)).toEqual(begun));
    await userEvent.keyboard('不符');
    await userEvent.click(screen.getByRole('button', { name: '取消标记' }));
    await userEvent.click(screen.getByRole('button', { name: '标记在校生数（小学），写明退回原因' }));
    await userEvent.click(screen.getByRole('button', { name: /退回…/ }));
    expect(screen.getByRole('dialog')).toBeVisible();
    expect(server().sentTo(`POST /self-reports/${report.id}/review`)).toEqual(begun);
  });

  test.each(['退回…', '通过…'])('the review begins when %s opens', async (name) => {
    showRoute(address);
    const button = await screen.findByRole('button', { name });
    expect(server().sentTo(`POST /self-reports/${report.id}/review`)).toEqual([]);
    await userEvent.click(button);
    await waitFor(() =>
      expect(server().sentTo(`POST /self-reports/${report.id}/review`)).toEqual([{ revision: report.revision }]),
    );
  });

  test('a review that cannot begin says why, beside the mark and in the dialog, where it is tried again', async () => {
    server().on(`POST /self-reports/${report.id}/review`, () => refused(409, 'self-report.wrong-status'));
    showRoute(address);
    await userEvent.click(await screen.findByRole('button', { name: '标记在校生数（小学），写明退回原因' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('request-1');
    await userEvent.click(screen.getByRole('button', { name: /退回…/ }));
    expect(await within(screen.getByRole('dialog')).findByRole('alert')).toHaveTextContent('request-1');
    expect(server().sentTo(`POST /self-reports/${report.id}/review`)).toHaveLength(2);
  });

  test('returning an approved report begins no review', async () => {
    const approved = selfReport({ status: 'approved', may: { ...report.may, approve: false } });
    server().on(`GET /self-reports/${report.id}`, approved);
    showRoute(address);
    await userEvent.click(await screen.findByRole('button', { name: '退回…' }));
    expect(screen.getByRole('dialog')).toBeVisible();
    expect(server().sentTo(`POST /self-reports/${report.id}/review`)).toEqual([]);
  });

  test('without a reason nothing goes back', async () => {
    showRoute(address);
    await userEvent.click(await screen.findByRole('button', { name: '退回…' }));
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).getByRole('button', { name: '退回，附 0 条原因' })).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText('对整份报表的意见（可不填）'), '请全部核对');
    expect(within(dialog).getByRole('button', { name: '退回，附 1 条原因' })).toBeEnabled();
  });

  test('a refused return keeps the marks and says why', async () => {
    server().on(`POST /self-reports/${report.id}/return`, () => refused(409, 'self-report.stale'));
    globalThis.localStorage.setItem(`junheng.return-marks.${report.id}`, '{"pupils.primary":"不符"}');
    showRoute(address);
    await userEvent.click(await screen.findByRole('button', { name: /退回…/ }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '退回，附 1 条原因' }));
    expect(await within(screen.getByRole('dialog')).findByRole('alert')).toHaveTextContent('request-1');
    expect(globalThis.localStorage.getItem(`junheng.return-marks.${report.id}`)).toContain('不符');
  });

  test('the history of a cell opens beside, from the URL too, and Escape closes it', async () => {
    server().on(`GET /self-reports/${report.id}/history?cell=pupils.primary`, {
      entries: [
        {
          cell: 'pupils.primary',
          revision: 8,
          before: '300',
          after: '301',
          source: 'typed',
          sourceDetail: null,
          by: '示例填报员',
          at: '2026-11-20T02:00:00.000Z',
        },
      ],
    });
    const { router } = showRoute(`${address}?cell=pupils.primary`);
    const panel = await screen.findByRole('complementary', { name: '修改记录' });
    expect(await within(panel).findByText('300 改为 301')).toBeVisible();
    expect(panel).toHaveTextContent('示例填报员');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(router.state.location.search).toBe(''));
  });

  test('j goes to the next school of the filtered list, but not while one types', async () => {
    const { router } = showRoute(`${address}?status=submitted`);
    await userEvent.click(await screen.findByRole('button', { name: '标记在校生数（小学），写明退回原因' }));
    await userEvent.keyboard('jjj');
    expect(router.state.location.pathname).toBe(address);
    await screen.findByRole('link', { name: /下一所|上一所/ });
    document.body.focus();
    (document.activeElement as HTMLElement | null)?.blur();
    await userEvent.keyboard('jk');
    await waitFor(() => expect(router.state.location.search).toBe('?status=submitted'));
  });

  test('what this level has read before is not shown again until one asks for it', async () => {
    server().on(`GET /self-reports/${report.id}/review`, {
      ...withTheCounty,
      since: { decision: 'returned', at: '2026-11-10T00:00:00Z', by: '示例审核员', revision: 5 },
      toReview: [{ cell: 'pupils.primary', before: '310', changed: true }],
    });
    showRoute(address);
    expect(await screen.findByText(/之后学校改动了 1 处/)).toHaveTextContent(/其余 \d+ 格与上次相同/);
    expect(screen.getByText('上次审核时 310')).toBeVisible();
    expect(screen.queryByText('学校类型')).toBeNull();
    const rows = screen.getAllByRole('row').length;
    await userEvent.click(screen.getByRole('button', { name: '全部' }));
    expect(screen.getAllByRole('row').length).toBeGreaterThan(rows);
  });

  test('a reason of the level above is answered or stops the approval', async () => {
    const reason = {
      id: '60000000-0000-4000-8000-000000000001',
      cell: 'pupils.primary',
      reason: '与学籍不符',
      by: '市级审核员',
      at: '2026-11-10T00:00:00Z',
      level: 'city' as const,
      state: 'open' as const,
      answer: null,
    };
    const state: ReportReview = { ...withTheCounty, levels: ['county', 'city'], openReasons: 1, mayReply: true };
    server()
      .on(`GET /self-reports/${report.id}`, { ...report, returnReasons: [reason] })
      .on(`GET /self-reports/${report.id}/review`, state)
      .on(`PUT /self-reports/${report.id}/return-reasons/${reason.id}/reply`, state);
    showRoute(address);
    await userEvent.click(await screen.findByRole('button', { name: '通过…' }));
    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveTextContent('通过后报送市级审核。');
    expect(within(dialog).getByRole('button', { name: '通过' })).toBeDisabled();
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: '答复上级意见' }));
    await userEvent.keyboard('学籍系统截图已附');
    await userEvent.click(screen.getByRole('button', { name: '保存答复' }));
    await waitFor(() =>
      expect(server().sentTo(`PUT /self-reports/${report.id}/return-reasons/${reason.id}/reply`)).toEqual([
        { answer: '学籍系统截图已附' },
      ]),
    );
  });

  test('whoever was slower is told by whom, and keeps the marks', async () => {
    server().on(`POST /self-reports/${report.id}/return`, () =>
      refused(409, 'review.decided-by-another', {
        facts: { by: '管理员丁', at: '2026-11-21T02:00:00.000Z', decision: 'returned' },
      }),
    );
    globalThis.localStorage.setItem(`junheng.return-marks.${report.id}`, '{"pupils.primary":"不符"}');
    showRoute(address);
    await userEvent.click(await screen.findByRole('button', { name: /退回…/ }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '退回，附 1 条原因' }));
    expect(await within(screen.getByRole('dialog')).findByRole('alert')).toHaveTextContent(
      /管理员丁已于 .*10:00 退回了/,
    );
    expect(globalThis.localStorage.getItem(`junheng.return-marks.${report.id}`)).toContain('不符');
  });

  test('a city reviewer reads without deciding', async () => {
    server().on(`GET /self-reports/${report.id}`, {
      ...report,
      may: { ...report.may, return: false, approve: false },
    });
    showRoute(address, knownSession({ roles: ['city-reviewer'] }));
    expect(await screen.findByText('现在由县级审核，您可以查看。')).toBeVisible();
    expect(screen.queryByRole('button', { name: /退回/ })).toBeNull();
  });
});
