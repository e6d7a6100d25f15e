import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { CountyReport } from '@junheng/api-contract';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { selfReport } from '../../features/review-report/model/self-report.factory.ts';
import { countyReportKeys } from '../../server/county-reports.ts';
import { fakeServerEachTest, refused } from '../../testing/fake-server.ts';
import { fillJsdomGaps } from '../../testing/jsdom-gaps.ts';
import { showRoute } from '../../testing/show-route.tsx';

const server = fakeServerEachTest();
const { round } = selfReport();
const page = `/rounds/${round.id}/county-report`;
const report: CountyReport = {
  id: '60000000-0000-4000-8000-000000000001',
  round,
  revision: 3,
  entries: {},
  entryRevisions: {},
  entrySources: {},
  lastYear: null,
  counted: {},
  registered: {},
  parts: [
    {
      id: '60000000-0000-4000-8000-000000000002',
      unit: { id: '60000000-0000-4000-8000-000000000003', name: '示例科', kind: 'section' },
      status: 'filling',
      topics: ['requirement:G1'],
      filled: 0,
      required: 0,
      hardFindings: 0,
      softWithoutReason: 0,
      openReturns: 0,
      evidence: 0,
      deadline: round.deadline,
      late: false,
      submittedAt: null,
      submittedBy: null,
      approvedAt: null,
      approvedBy: null,
      may: { fill: true, submit: true, withdraw: false, return: false, approve: false },
      lock: null,
    },
  ],
  evidence: [],
  evidenceLimits: { mediaTypes: ['application/pdf'], bytesPerFile: 20, filesPerReport: 300, bytesPerReport: 6000 },
  units: [],
  returnReasons: [],
  timeline: [],
  mayAssign: false,
  serverTime: '2026-11-21T02:00:00.000Z',
};
const withFile = (name: string, revision: number): CountyReport => ({
  ...report,
  revision,
  evidence: [
    {
      id: '60000000-0000-4000-8000-000000000004',
      name,
      size: 3,
      mediaType: 'application/pdf',
      sha256: '0'.repeat(64),
      topic: 'requirement:G1',
      addedAt: '2026-11-21T02:00:00.000Z',
      addedBy: '示例科员',
      reusedFromYear: null,
      removed: null,
    },
  ],
});
const upload = `POST /county-reports/${report.id}/evidence`;
const pdf = (name: string, content = 'pdf') => new File([content], name, { type: 'application/pdf' });

function mayLeave(): boolean {
  return dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

beforeAll(fillJsdomGaps);
beforeEach(() => {
  server()
    .on('GET /rounds', { rounds: [round] })
    .on('GET /regions', { regions: [] })
    .on(`GET ${page}`, report)
    .on(`GET /county-reports/${report.id}/evidence/earlier`, { year: null, evidence: [] });
});

test('a part is not handed in, and the page not left unasked, while a file is on its way', async () => {
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  server().on(upload, () => arrived.then(() => ({ body: withFile('方案.pdf', 4) })));
  showRoute(page);
  const submit = await screen.findByRole('button', { name: '提交' });
  expect(submit).toBeEnabled();
  await userEvent.upload(screen.getByLabelText(/^添加佐证/), pdf('方案.pdf'));
  await waitFor(() => expect(submit).toBeDisabled());
  expect(mayLeave()).toBe(false);
  arrive();
  expect(await screen.findByText('方案.pdf')).toBeInTheDocument();
  await waitFor(() => expect(submit).toBeEnabled());
  expect(mayLeave()).toBe(true);
});

test('each file that is refused is named with its reason, the others arrive, and the list is read again', async () => {
  let sent = 0;
  server().on(upload, () => {
    sent += 1;
    return sent === 1 ? refused(415, 'evidence.type-refused') : { body: withFile('方案.pdf', 4) };
  });
  showRoute(page);
  const input = await screen.findByLabelText(/^添加佐证/);
  await userEvent.upload(input, [pdf('大.pdf', 'x'.repeat(21)), pdf('假.pdf'), pdf('方案.pdf')]);
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('2 个文件没有添加');
  const lines = within(alert).getAllByRole('listitem');
  expect(lines[0]).toHaveTextContent('大.pdf：文件太大');
  expect(lines[1]).toHaveTextContent('假.pdf：不接收这种文件');
  expect(lines[1]).toHaveTextContent('request-1');
  expect(sent).toBe(2);
  await waitFor(() => expect(server().sentTo(`GET ${page}`)).toHaveLength(2));
});

test('an answer that comes late does not take the place of a newer one', async () => {
  server().on(`GET ${page}`, withFile('方案.pdf', 4));
  const { client } = showRoute(page);
  await screen.findByText('方案.pdf');
  client.setQueryData(countyReportKeys.one(round.id), report);
  expect(client.getQueryData(countyReportKeys.one(round.id))).toMatchObject({ revision: 4 });
});

test('what proved an indicator the year before is taken over by one click', async () => {
  const [file] = withFile('方案.pdf', 4).evidence;
  server()
    .on(`GET /county-reports/${report.id}/evidence/earlier`, { year: 2025, evidence: [file] })
    .on(`POST /county-reports/${report.id}/evidence/reuse`, withFile('方案.pdf', 4));
  showRoute(page);
  await userEvent.click(await screen.findByText('2025 年的佐证 1 份，可以沿用'));
  await userEvent.click(screen.getByRole('button', { name: '沿用 方案.pdf' }));
  expect(await screen.findByText('1 份')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '沿用 方案.pdf' })).not.toBeInTheDocument();
  expect(server().sentTo(`POST /county-reports/${report.id}/evidence/reuse`)).toEqual([
    { evidenceIds: [file?.id], topic: 'requirement:G1' },
  ]);
});

test('reasons of a return are begun where they are about, and kept until they are sent', async () => {
  const [part] = report.parts;
  if (part === undefined) throw new Error('the report has no part');
  const may = { ...part.may, fill: false, submit: false, return: true };
  server()
    .on(`GET ${page}`, { ...report, parts: [{ ...part, status: 'submitted', lock: 'submitted', may }] })
    .on(`POST /county-reports/${report.id}/parts/${part.id}/return`, { ...report, revision: 4 });
  showRoute(page);
  await userEvent.click(await screen.findByRole('button', { name: '退回：佐证材料 · G1' }));
  await userEvent.type(screen.getByRole('textbox', { name: '退回原因' }), '缺盖章');
  await userEvent.keyboard('{Escape}');
  await userEvent.click(screen.getByRole('button', { name: '退回：后续工作举措 · G1' }));
  const [, second] = screen.getAllByRole('textbox', { name: '退回原因' });
  if (second === undefined) throw new Error('no second reason');
  await userEvent.type(second, '太笼统');
  await userEvent.click(screen.getByRole('button', { name: '退回' }));
  await waitFor(() =>
    expect(server().sentTo(`POST /county-reports/${report.id}/parts/${part.id}/return`)).toEqual([
      {
        revision: 3,
        reasons: [
          { entry: 'requirement:G1#evidence', reason: '缺盖章' },
          { entry: 'requirement:G1#steps', reason: '太笼统' },
        ],
      },
    ]),
  );
});
