import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ImportPreviewView } from '@junheng/api-contract';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { selfReport } from '../../features/review-report/model/self-report.factory.ts';
import { refused, fakeServerEachTest } from '../../testing/fake-server.ts';
import { fillJsdomGaps } from '../../testing/jsdom-gaps.ts';
import { showRoute } from '../../testing/show-route.tsx';

const server = fakeServerEachTest();
const { round, school } = selfReport();
const other = { ...school, id: '10000000-0000-4000-8000-000000000002', name: '示例第二小学', code: '2199000002' };
const row = (changes: Partial<ImportPreviewView['schools'][number]>): ImportPreviewView['schools'][number] => ({
  key: school.code,
  code: school.code,
  name: school.name,
  type: 'primary',
  cellCount: 11,
  cells: {},
  rows: [{ file: 'a.xlsx', sheet: '小学', row: 2 }],
  match: 'code',
  schoolId: school.id,
  schoolName: school.name,
  candidates: [],
  blockedBy: null,
  replaces: [],
  prefill: { blockedBy: null, fills: 11, keeps: [] },
  ...changes,
});
const preview: ImportPreviewView = {
  id: '90000000-0000-4000-8000-000000000001',
  roundId: round.id,
  status: 'preview',
  files: [{ name: 'a.xlsx', size: 6000, sha256: 'x', format: 'xlsx' }],
  columns: [
    {
      file: 'a.xlsx',
      sheet: '小学',
      column: 'D',
      header: '在校生数（人）',
      item: 'pupils',
      stage: 'primary',
      unit: 'person',
    },
    { file: 'a.xlsx', sheet: '小学', column: 'Z', header: '备注', item: null, stage: null, unit: null },
  ],
  problems: [],
  schools: [
    row({ replaces: [{ cell: 'pupils.primary', before: '300', after: '301' }] }),
    row({ key: 'stranger', name: '某某小学', code: '', match: 'none', schoolId: null, schoolName: null }),
  ],
  uploadedBy: '示例管理员',
  uploadedAt: '2026-11-21T02:00:00.000Z',
  confirmedAt: null,
};
const upload = `/rounds/${round.id}/imports`;
const file = (name: string) => new File(['x'], name, { type: 'text/csv' });

beforeAll(fillJsdomGaps);
beforeEach(() => {
  server()
    .on('GET /rounds', { rounds: [round] })
    .on(`GET /rounds/${round.id}`, round)
    .on('GET /regions', { regions: [] })
    .on('GET /schools', { schools: [school, other] })
    .on(`GET ${upload}`, { imports: [] })
    .on(`GET /imports/${preview.id}`, preview);
});

describe('uploading', () => {
  test('a refused file is named with the reason, and the choice stays', async () => {
    server().on(`POST ${upload}`, () =>
      refused(422, 'import.file-refused', { problems: [{ at: 'b.xls', code: 'legacy_xls' }] }),
    );
    showRoute(upload);
    await userEvent.upload(await screen.findByLabelText('选择文件', { selector: 'input' }), [file('a.csv')]);
    await userEvent.click(screen.getByRole('button', { name: '读取 1 个文件' }));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('b.xls');
    expect(alert).toHaveTextContent('.xlsx');
    expect(screen.getByText('a.csv')).toBeVisible();
  });

  test('what could be read is shown for checking', async () => {
    server().on(`POST ${upload}`, preview);
    const { router } = showRoute(upload);
    await userEvent.upload(await screen.findByLabelText('选择文件', { selector: 'input' }), [
      file('a.csv'),
      file('b.csv'),
    ]);
    await userEvent.click(screen.getByRole('button', { name: '读取 2 个文件' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`${upload}/${preview.id}`));
  });
});

describe('checking an import', () => {
  test('nothing is confirmed before every row has a place and replacing is confirmed', async () => {
    server().on(`POST /imports/${preview.id}/confirm`, {
      importId: preview.id,
      prefilled: [],
      submitted: [{ selfReportId: '50000000-0000-4000-8000-000000000009', schoolName: school.name, cells: 11 }],
      leftOut: [],
    });
    showRoute(`${upload}/${preview.id}`);
    // Unless somebody says otherwise the schools hand in themselves.
    expect(await screen.findByRole('radio', { name: /替学校预填/ })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: /替学校报送/ }));
    const confirm = await screen.findByRole('button', { name: '替学校报送…' });
    expect(confirm).toBeDisabled();
    expect(screen.getByText(/1 行还没有决定/)).toBeVisible();

    const target = screen.getByRole('combobox', { name: /某某小学/ });
    await userEvent.selectOptions(target, other.id);
    await userEvent.click(screen.getByRole('checkbox', { name: /1 个已填的数会被替换/ }));
    expect(confirm).toBeEnabled();
    await userEvent.click(confirm);
    expect(server().sentTo(`POST /imports/${preview.id}/confirm`)).toEqual([]);
    expect(screen.getByText('替 2 所学校报送？')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: '报送' }));
    expect(await screen.findByText('导入完成')).toBeVisible();
    expect(server().sentTo(`POST /imports/${preview.id}/confirm`)).toEqual([
      { purpose: 'hand-in', mapping: [{ key: 'stranger', schoolId: other.id }], replaceConfirmed: true },
    ]);
  });

  test('prefilling asks for no replacement and says what it leaves as it is', async () => {
    const keeps = [{ cell: 'pupils.primary', own: '300', imported: '301', why: 'own-value' as const }];
    server()
      .on(`GET /imports/${preview.id}`, {
        ...preview,
        schools: [row({ ...preview.schools[0], prefill: { blockedBy: null, fills: 10, keeps } })],
      })
      .on(`POST /imports/${preview.id}/confirm`, {
        importId: preview.id,
        submitted: [],
        prefilled: [
          { selfReportId: '50000000-0000-4000-8000-000000000009', schoolName: school.name, cells: 10, kept: 1 },
        ],
        leftOut: [],
      });
    const { router } = showRoute(`${upload}/${preview.id}`);
    expect(await screen.findByRole('radio', { name: /替学校预填/ })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: /替学校报送/ }));
    expect(router.state.location.search).toBe('?for=hand-in');
    await userEvent.click(screen.getByRole('radio', { name: /替学校预填/ }));
    expect(screen.queryByRole('checkbox', { name: /会被替换/ })).toBeNull();
    expect(screen.getByText(/报表里是 301，保留 300/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '确认预填' }));
    expect(await screen.findByText('1 所学校的自评已预填，等学校核对')).toBeVisible();
    expect(server().sentTo(`POST /imports/${preview.id}/confirm`)).toEqual([
      { purpose: 'prefill', mapping: [], replaceConfirmed: false },
    ]);
  });

  test('one that was confirmed earlier leads to the round, whatever it was for', async () => {
    server().on(`GET /imports/${preview.id}`, { ...preview, status: 'confirmed' });
    showRoute(`${upload}/${preview.id}`);
    const link = await screen.findByRole('link', { name: '查看填报进度' });
    expect(link).toHaveAttribute('href', `/rounds/${round.id}`);
  });

  test('two rows for one school are named and refused', async () => {
    showRoute(`${upload}/${preview.id}`);
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: /某某小学/ }), school.id);
    expect(screen.getByText(`“${school.name}”对应了 2 行，请只留一行。`)).toBeVisible();
  });

  test('problems stand at their cells, errors first', async () => {
    server().on(`GET /imports/${preview.id}`, {
      ...preview,
      problems: [
        {
          file: 'a.xlsx',
          sheet: '小学',
          row: 5,
          column: 'D',
          item: 'pupils',
          code: 'negative',
          severity: 'error',
          facts: { value: '-3' },
        },
        {
          file: 'a.xlsx',
          sheet: '小学',
          row: 1,
          column: 'H',
          item: null,
          code: 'unheard-of',
          severity: 'note',
          facts: {},
        },
      ],
    });
    showRoute(`${upload}/${preview.id}`);
    const section = (await screen.findByRole('heading', { name: '问题和说明' })).closest('section');
    if (section === null) throw new Error('no section');
    expect(within(section).getByText('D5')).toBeVisible();
    expect(within(section).queryByText('H1')).toBeNull();
    await userEvent.click(within(section).getByRole('button', { name: '显示 1 条说明' }));
    expect(within(section).getByText('H1')).toBeVisible();
  });
});
