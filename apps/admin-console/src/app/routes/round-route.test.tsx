import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { listedReport } from '../../features/watch-round/model/listed-report.factory.ts';
import { selfReport } from '../../features/review-report/model/self-report.factory.ts';
import { knownSession } from '../../server/session.factory.ts';
import { refused, fakeServerEachTest } from '../../testing/fake-server.ts';
import { fillJsdomGaps } from '../../testing/jsdom-gaps.ts';
import { showRoute } from '../../testing/show-route.tsx';

const server = fakeServerEachTest();
const { round } = selfReport();
const list = `/rounds/${round.id}`;
const clean = listedReport({ schoolName: '示例甲小学', townName: '东镇' });
const warned = listedReport({ schoolName: '示例乙小学', townName: '西镇', softFindings: 2 });
const filling = listedReport({ schoolName: '示例丙中学', status: 'filling', type: 'junior', filled: 12, late: true });

beforeAll(fillJsdomGaps);
beforeEach(() => {
  server()
    .on('GET /rounds', { rounds: [round] })
    .on('GET /regions', { regions: [] })
    .on(`GET /rounds/${round.id}/review-assignments`, { assignments: [], people: [], mayAssign: false })
    .on(`GET /rounds/${round.id}/self-reports`, { round, selfReports: [clean, warned, filling] });
});

const names = () => screen.getAllByRole('rowheader').map((cell) => within(cell).getByRole('link').textContent);

describe('the round', () => {
  test('lists every school, filters from the URL and back into it', async () => {
    const { router } = showRoute(`${list}?status=submitted`);
    await screen.findByRole('link', { name: '示例甲小学' });
    expect(names()).toEqual(['示例甲小学', '示例乙小学']);
    await userEvent.type(screen.getByRole('searchbox'), '西镇');
    await waitFor(() => expect(names()).toEqual(['示例乙小学']));
    expect(router.state.location.search).toContain('q=');
    await userEvent.click(screen.getByRole('button', { name: '清除筛选' }));
    await waitFor(() => expect(names()).toHaveLength(3));
  });

  test('an area or school group narrows the list, from the URL and back into it', async () => {
    server().on('GET /groupings', {
      groupings: [
        {
          id: '50000000-0000-4000-8000-000000000001',
          regionId: round.regionId,
          kind: 'cluster',
          name: '示例片区',
          leaderName: null,
          startsOn: '2026-01-01',
          endsOn: null,
          schoolIds: [warned.schoolId],
        },
      ],
    });
    const { router } = showRoute(list);
    await userEvent.selectOptions(await screen.findByLabelText('片区与办学组织'), '示例片区');
    await waitFor(() => expect(names()).toEqual(['示例乙小学']));
    expect(router.state.location.search).toBe('?group=50000000-0000-4000-8000-000000000001');
    await userEvent.click(screen.getByRole('button', { name: '清除筛选' }));
    await waitFor(() => expect(names()).toHaveLength(3));
  });

  test('a link to a report carries the filter along', async () => {
    showRoute(`${list}?status=submitted`);
    expect(await screen.findByRole('link', { name: '示例甲小学' })).toHaveAttribute(
      'href',
      `/rounds/${round.id}/reports/${clean.selfReportId}?status=submitted`,
    );
  });

  test('arrow keys walk through the schools', async () => {
    showRoute(`${list}?sort=name`);
    (await screen.findByRole('link', { name: '示例丙中学' })).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('link', { name: '示例甲小学' })).toHaveFocus();
    await userEvent.keyboard('k');
    expect(screen.getByRole('link', { name: '示例丙中学' })).toHaveFocus();
  });

  test('approving many says what carries warnings and what is refused, and sends what was seen', async () => {
    server().on(`POST /rounds/${round.id}/approvals`, {
      approved: [clean.selfReportId],
      refused: [{ selfReportId: warned.selfReportId, code: 'self-report.stale' }],
    });
    showRoute(list);
    await userEvent.click(await screen.findByRole('checkbox', { name: '选择列出的全部学校' }));
    await userEvent.click(screen.getByRole('button', { name: '批量通过…' }));
    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveTextContent('1 份有提醒');
    expect(dialog).toHaveTextContent('1 份现在不能通过');
    const approve = within(dialog).getByRole('button', { name: '通过 2 份' });
    expect(approve).toBeDisabled();
    await userEvent.click(within(dialog).getByRole('checkbox'));
    await userEvent.click(approve);
    await within(dialog).findByText('已通过 1 份');
    expect(dialog).toHaveTextContent('示例乙小学');
    expect(server().sentTo(`POST /rounds/${round.id}/approvals`)).toEqual([
      {
        reports: [clean, warned].map(({ selfReportId, revision }) => ({ selfReportId, revision })),
        warningsConfirmed: true,
      },
    ]);
  });

  test('extending needs a later day and a reason; a refusal is shown where it happened', async () => {
    server().on(`PUT /rounds/${round.id}/extensions/${clean.schoolId}`, () =>
      refused(422, 'round.extension-not-later'),
    );
    showRoute(list);
    await userEvent.click(await screen.findByRole('button', { name: '为示例甲小学延期' }));
    const dialog = screen.getByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: '延期' }));
    expect(dialog).toHaveTextContent('请选比现在晚的日期');
    expect(dialog).toHaveTextContent('请写明原因');
    await userEvent.type(within(dialog).getByLabelText('新的截止日'), '2026-12-20');
    await userEvent.type(within(dialog).getByLabelText('原因'), '校舍鉴定未完成');
    await userEvent.click(within(dialog).getByRole('button', { name: '延期' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('request-1');
  });

  test('who may only look is offered neither boxes nor extensions', async () => {
    showRoute(list, knownSession({ roles: ['city-reviewer'] }));
    await screen.findByRole('link', { name: '示例甲小学' });
    expect(screen.queryByRole('checkbox', { name: '选择列出的全部学校' })).toBeNull();
    expect(screen.queryByRole('button', { name: '为示例甲小学延期' })).toBeNull();
    expect(screen.queryByRole('link', { name: '导入数据' })).toBeNull();
  });

  test('a round of a part names whom it leaves out; how they join is told to whoever may let them', async () => {
    const schools = [{ id: filling.schoolId, name: '示例丁小学', type: 'primary', townName: '东镇' }];
    const part = (changes: object) =>
      server().on(`GET /rounds/${round.id}/self-reports`, { round: { ...round, ...changes }, selfReports: [clean] });
    part({ leftOut: 1 }).on(`GET /rounds/${round.id}/left-out-schools`, { schools });
    showRoute(list);
    await userEvent.click(await screen.findByText('未列入的学校（1 所）'));
    expect(await screen.findByText(/示例丁小学/)).toBeInTheDocument();
    expect(screen.getByText(/只覆盖一部分学校/)).toBeVisible();
    expect(screen.getByText(/把它加入这一轮/)).toBeInTheDocument();
    cleanup();

    part({ leftOut: 1, state: 'closed' });
    showRoute(list);
    await userEvent.click(await screen.findByText('未列入的学校（1 所）'));
    expect(await screen.findByText(/示例丁小学/)).toBeInTheDocument();
    expect(screen.queryByText(/把它加入这一轮/)).toBeNull();
    cleanup();

    part({ leftOut: 0, kind: 'special' });
    showRoute(list);
    expect(await screen.findByText(/不作为全县结论/)).toBeVisible();
    expect(screen.queryByText(/只覆盖一部分学校/)).toBeNull();
  });

  test('an empty round, a failure, and an ended session are told apart', async () => {
    server().on(`GET /rounds/${round.id}/self-reports`, { round, selfReports: [] });
    showRoute(list);
    expect(await screen.findByText('这一轮还没有学校')).toBeVisible();
  });

  test('a failure can be tried again', async () => {
    server().on(`GET /rounds/${round.id}/self-reports`, () => refused(403, 'permission.denied'));
    showRoute(list);
    expect(await screen.findByRole('button', { name: '再试一次' })).toBeVisible();
    expect(screen.getByText(/request-1/)).toBeVisible();
  });

  test('in English too', async () => {
    showRoute(list, knownSession(), 'en');
    expect(await screen.findByRole('columnheader', { name: /Checks/ })).toBeVisible();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Self-evaluation 2026');
  });
});
