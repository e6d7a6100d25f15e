import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createI18n, type Language } from '@junheng/ui/plain';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { placeFor } from '../src/app/place.ts';
import { openPortal } from '../src/app/portal.tsx';
import { Root } from '../src/app/root.tsx';
import { forgetAll } from '../src/features/self-report/saver-registry.ts';
import { entranceTexts } from '../src/texts/entrance.ts';
import { loadSession } from '../src/api/session.ts';
import { aReport, aSession, FakeServer, problem } from './fake-server.ts';

let server: FakeServer;
const realFetch = globalThis.fetch;

beforeEach(() => {
  server = new FakeServer();
  globalThis.fetch = server.fetch;
  Element.prototype.scrollIntoView = () => undefined;
  window.scrollTo = () => undefined;
});
afterEach(async () => {
  cleanup();
  await forgetAll(aSession().personId);
  globalThis.fetch = realFetch;
});

async function visit(path: string, language: Language = 'zh-CN'): Promise<ReturnType<typeof userEvent.setup>> {
  history.replaceState(null, '', path);
  const i18n = createI18n(entranceTexts, language);
  const place = placeFor(await loadSession(), location.pathname);
  const Portal = place.kind === 'portal' ? await openPortal(i18n) : null;
  render(
    <I18nextProvider i18n={i18n}>
      <Root initial={place} loadPortal={() => openPortal(i18n)} Portal={Portal} />
    </I18nextProvider>,
  );
  return userEvent.setup();
}

const formOf = (section: string, cell?: string): string =>
  `/reports/${server.report.id}?section=${section}${cell === undefined ? '' : `&cell=${cell}`}`;

describe('entering', () => {
  it('goes from the sign-in page to what is due, with deadline, progress and what blocks', async () => {
    server.session = null;
    const user = await visit('/');
    await user.type(screen.getByLabelText('账号'), 'demo-reporter');
    await user.type(screen.getByLabelText('密码'), 'correct horse{Enter}');
    const card = await screen.findByRole('article', { name: '2026 年度自评上报' });
    expect(within(card).getByText('还剩 11 天')).toBeVisible();
    expect(within(card).getByText('2026年5月31日 23:59:59 截止（北京时间）')).toBeVisible();
    expect(within(card).getByText('还有 25 项没有填')).toBeVisible();
    expect(within(card).getByText('2 处数据对不上，必须更正')).toBeVisible();
    expect(await within(card).findByText(/教督〔2017〕6号/)).toBeVisible();
    expect(within(card).getByRole('link', { name: '继续填报' })).toHaveAttribute(
      'href',
      `/reports/${server.report.id}`,
    );
  });

  it('makes a given password be changed first, and sends a bureau to its console', async () => {
    server.session = aSession({ mustChangePassword: true });
    await visit('/');
    expect(screen.getByRole('heading', { name: '请换一个新密码' })).toBeVisible();
    cleanup();
    server.session = aSession({ grants: [] });
    await visit('/');
    expect(screen.getByRole('link', { name: '去管理端' })).toHaveAttribute('href', '/admin/');
  });
});

describe('filling in', () => {
  it('saves a typed cell by itself, shows its state, and computes while typing', async () => {
    server.report = aReport({ cells: { ...aReport().cells, 'backbone-teachers.primary': '3' } });
    const user = await visit(formOf('pupils'));
    const pupils = await screen.findByRole('textbox', { name: '在校生数，小学' });
    await user.type(pupils, '512');
    expect(await screen.findByText('+2.4%')).toBeVisible();
    expect(await screen.findByText('0.59')).toBeVisible();
    expect(screen.getByText('还差 3 名县级及以上骨干教师')).toBeVisible();
    await waitFor(() => expect(server.report.cells['pupils.primary']).toBe('512'));
    // On a busy machine a pause between two keys sends the first ones by themselves.
    expect(server.saves[0]?.changes[0]).toMatchObject({ cell: 'pupils.primary', baseRevision: 0 });
    expect(server.saves.at(-1)?.changes).toMatchObject([{ cell: 'pupils.primary', value: '512' }]);
    expect(await screen.findByText('已保存')).toBeVisible();
  });

  it('shows indicators or checks in a panel whose tabs are walked with the arrow keys', async () => {
    const user = await visit(formOf('pupils'));
    const indicators = await screen.findByRole('tab', { name: /^指标/ });
    expect(indicators).toHaveAttribute('aria-selected', 'true');
    indicators.focus();
    await user.keyboard('{ArrowRight}');
    const checks = screen.getByRole('tab', { name: /^检查/ });
    expect(checks).toHaveFocus();
    expect(screen.getByRole('tabpanel', { name: /^检查/ })).toBeVisible();
    // It scrolls by itself, so the focus has to get into it.
    await user.tab();
    expect(screen.getByRole('tabpanel')).toHaveFocus();
  });

  it('walks down with Enter and sends on leaving the cell', async () => {
    const user = await visit(formOf('pupils'));
    await user.click(await screen.findByRole('textbox', { name: '在校生数，小学' }));
    await user.keyboard('７００{Enter}');
    expect(screen.getByRole('textbox', { name: '进城务工人员随迁子女在校生数，全校' })).toHaveFocus();
    await waitFor(() => expect(server.report.cells['pupils.primary']).toBe('700'));
    await user.keyboard('{ArrowUp}');
    expect(screen.getByRole('textbox', { name: '在校生数，小学' })).toHaveFocus();
  });

  it('keeps what cannot be read at its cell with the reason, and does not send it', async () => {
    const user = await visit(formOf('pupils'));
    const pupils = await screen.findByRole('textbox', { name: '在校生数，小学' });
    await user.type(pupils, '一百人');
    await user.tab();
    await waitFor(() => expect(pupils).toHaveAttribute('aria-invalid', 'true'));
    expect(pupils).toHaveValue('一百人');
    expect(pupils).toHaveAccessibleDescription(/未保存/);
    expect(server.saves).toEqual([]);
    expect(screen.getAllByText('1 项需要您处理').length).toBeGreaterThan(0);
  });

  it.each(['network-down', 'captive-page'] as const)('waits out %s and sends the same batch again', async (fault) => {
    server.saveAnswers.push(fault);
    const user = await visit(formOf('pupils'));
    await user.type(await screen.findByRole('textbox', { name: '在校生数，小学' }), '512');
    await user.tab();
    expect(await screen.findByText('等待发送')).toBeVisible();
    const [retry] = screen.getAllByRole('button', { name: '现在就试' });
    if (retry !== undefined) await user.click(retry);
    await waitFor(() => expect(server.report.cells['pupils.primary']).toBe('512'));
    expect(server.saves[1]?.key).toBe(server.saves[0]?.key);
  });

  it('shows both values of a conflict and stores the chosen one', async () => {
    server.saveAnswers.push(
      problem(409, 'self-report.conflict', {
        problems: [
          {
            at: 'pupils.primary',
            code: 'self-report.conflict',
            facts: { mine: '512', theirs: '508', by: '演示同事', at: '2026-05-20T01:00:00Z', revision: 3 },
          },
        ],
      }),
    );
    const user = await visit(formOf('pupils'));
    await user.type(await screen.findByRole('textbox', { name: '在校生数，小学' }), '512');
    await user.tab();
    const conflict = await screen.findByRole('group', { name: '这一格被别人改过' });
    expect(within(conflict).getByText('508')).toBeVisible();
    expect(within(conflict).getByText(/演示同事填的/)).toBeVisible();
    await user.click(within(conflict).getByRole('button', { name: '用我填的' }));
    await waitFor(() => expect(server.report.cells['pupils.primary']).toBe('512'));
    expect(server.saves.at(-1)?.changes[0]?.baseRevision).toBe(3);
  });

  it('asks to sign in again over the page and goes on saving', async () => {
    const user = await visit(formOf('pupils'));
    const pupils = await screen.findByRole('textbox', { name: '在校生数，小学' });
    // The last thing the page asks for; a moment earlier the session would end under that, and the dialog open before a key.
    await waitFor(() => expect(server.replied).toContain(`GET /self-reports/${server.report.id}/evidence`));
    server.session = null;
    await user.type(pupils, '512');
    await user.tab();
    const dialog = await screen.findByRole('dialog', { name: '登录已过期，请重新登录' });
    await user.type(within(dialog).getByLabelText('密码'), 'correct horse{Enter}');
    await waitFor(() => expect(server.report.cells['pupils.primary']).toBe('512'));
    expect(pupils).toHaveValue('512');
  });

  it('explains what an answer adds to the form, and takes it back', async () => {
    const user = await visit(formOf('basic'));
    const group = await screen.findByRole('radiogroup', { name: /50人及以上/ });
    await user.click(within(group).getByRole('radio', { name: '是' }));
    expect(await screen.findByText(/新增 \d+ 项：.*交流轮岗/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: '改回未填' }));
    await waitFor(() => expect(screen.queryByText(/新增 \d+ 项/)).toBeNull());
    await waitFor(() => expect(server.report.cells['rural-50-to-99-pupils']).toBeUndefined());
  });

  it('pins a return reason at its cell and takes an answer', async () => {
    const reason = {
      id: '00000000-0000-4000-8000-000000000077',
      cell: 'pupils.primary',
      reason: '与学籍系统不一致',
      by: '演示审核员',
      at: '2026-05-18T01:00:00Z',
      state: 'open' as const,
      answer: null,
    };
    server.report = aReport({ status: 'returned', returnReasons: [reason] });
    const user = await visit(formOf('basic'));
    await user.click(await screen.findByRole('button', { name: '去看看' }));
    expect(await screen.findByRole('textbox', { name: '在校生数，小学' })).toHaveFocus();
    expect(screen.getByText('与学籍系统不一致')).toBeVisible();
    await user.click(screen.getByRole('button', { name: '写答复' }));
    await user.type(screen.getByLabelText('您的答复'), '已核对无误');
    await user.click(screen.getByRole('button', { name: '保存答复' }));
    expect(await screen.findByText('已答复：已核对无误')).toBeVisible();
  });

  it('is read-only once locked', async () => {
    const may = { ...aReport().may, fill: false, handOver: false };
    server.report = aReport({ status: 'approved', lock: 'approved', may });
    await visit(formOf('pupils'));
    expect(await screen.findByRole('textbox', { name: '在校生数，小学' })).toHaveAttribute('readonly');
    expect(screen.getByText('已通过审核')).toBeVisible();
  });

  it('speaks English all the way', async () => {
    await visit(formOf('pupils'), 'en');
    expect(await screen.findByRole('textbox', { name: /^Pupils, / })).toBeVisible();
    expect(document.body.textContent?.replaceAll(/中文|演示填报员|示例县第一小学（虚构）|教基\d+/g, '')).not.toMatch(
      /\p{Script=Han}/u,
    );
  });
});

describe('what was typed and has lost its place', () => {
  const cell = 'visiting-pe-teachers.primary';
  const small = () => ({ ...aReport().cells, 'rural-50-to-99-pupils': 'yes' });

  it('is named before the form and can be thrown away: nobody finds a cell that is no longer asked', async () => {
    server.report = aReport({ cells: small() });
    const user = await visit(`/reports/${server.report.id}?cell=${cell}`);
    const box = await screen.findByRole('textbox', { name: '体育交流轮岗、兼职、走教教师数，小学' });
    await user.type(box, '两人');
    await user.click(screen.getByRole('link', { name: /^基本信息/ }));
    const group = await screen.findByRole('radiogroup', { name: /50人及以上/ });
    await user.click(within(group).getByRole('radio', { name: '否' }));
    const notice = await screen.findByRole('alert');
    expect(notice).toHaveTextContent(/现在的表里已经没有这些项.*两人/);
    await user.click(within(notice).getByRole('button', { name: '不要了，清除这些' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    await waitFor(() => expect(server.report.cells['rural-50-to-99-pupils']).toBe('no'));
    expect(screen.queryByText('1 项需要您处理')).toBeNull();
  });

  it('is named where a colleague has the section now', async () => {
    const held = 'self-report.cell-held';
    server.saveAnswers.push(problem(422, held, { problems: [{ at: 'pupils.primary', code: held }] }));
    const user = await visit(formOf('pupils'));
    await user.type(await screen.findByRole('textbox', { name: '在校生数，小学' }), '512');
    await user.tab();
    const notice = await screen.findByRole('alert');
    expect(notice).toHaveTextContent(/这一部分现在由同事负责.*512/);
    await user.click(within(notice).getByRole('button', { name: '不要了，清除这些' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('a reason for its return stands before the form and takes its answer there', async () => {
    const reason = {
      id: '00000000-0000-4000-8000-000000000078',
      cell,
      reason: '与排课表不一致',
      by: '演示审核员',
      at: '2026-05-18T01:00:00Z',
      state: 'open' as const,
      answer: null,
    };
    server.report = aReport({ status: 'returned', returnReasons: [reason] });
    const user = await visit(`/reports/${server.report.id}`);
    expect(await screen.findByText('与排课表不一致')).toBeVisible();
    expect(screen.getByText(/走教.*（小学）/)).toBeVisible();
    await user.type(screen.getByLabelText('您的答复'), '已不属于小规模学校');
    await user.click(screen.getByRole('button', { name: '保存答复' }));
    expect(await screen.findByText('已答复：已不属于小规模学校')).toBeVisible();
  });
});

describe('a returned report', () => {
  const reason = (id: string, cell: string | null, text: string) => ({
    id: `00000000-0000-4000-8000-0000000000${id}`,
    cell,
    reason: text,
    by: '演示审核员',
    at: '2026-05-18T01:00:00Z',
    state: 'open' as const,
    answer: null,
  });
  const returned = { kind: 'returned' as const, at: '2026-05-18T01:00:00Z', by: '演示审核员', note: null, revision: 3 };

  it('says on the first screen why it came back, and that the deadline was extended', async () => {
    server.report = aReport({
      status: 'returned',
      deadline: '2026-06-10',
      returnReasons: [reason('71', 'pupils.primary', '与学籍系统不一致'), reason('72', null, '请补盖公章')],
    });
    await visit('/');
    const card = await screen.findByRole('article');
    expect(await within(card).findByText(/与学籍系统不一致/)).toBeVisible();
    expect(within(card).getByText(/请补盖公章/)).toBeVisible();
    expect(within(card).getAllByRole('link', { name: '去看看' })[0]).toHaveAttribute(
      'href',
      `/reports/${server.report.id}?cell=pupils.primary`,
    );
    expect(within(card).getByText(/已为本校延长期限（原定 2026年5月31日/)).toBeVisible();
    expect(within(card).getByRole('link', { name: '逐项查看' })).toBeVisible();
  });

  it('shows before it is handed in again what has changed since', async () => {
    server.report = aReport({
      status: 'filling',
      revision: 5,
      cells: { ...aReport().cells, 'pupils.primary': '1512' },
      timeline: [returned],
      returnReasons: [{ ...reason('71', 'pupils.primary', '与学籍系统不一致'), state: 'changed' }],
    });
    server.history = [{ cell: 'pupils.primary', revision: 4, before: '1500' }];
    await visit(`/reports/${server.report.id}/hand-in`);
    const part = await screen.findByRole('region', { name: '退回后的处理' });
    expect(within(part).getByText('已修改')).toBeVisible();
    const row = await within(part).findByRole('row', { name: /在校生数（小学）/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['1,500 人', '1,512 人']);
  });
});

describe('what people bring from elsewhere', () => {
  it('reads a number with its unit and shows what it has read', async () => {
    const user = await visit(formOf('pupils'));
    const pupils = await screen.findByRole('textbox', { name: '在校生数，小学' });
    await user.type(pupils, '１，2００人{Enter}');
    await waitFor(() => expect(server.report.cells['pupils.primary']).toBe('1200'));
    expect(pupils).toHaveValue('1,200');
  });

  it('refuses another unit and says what to type', async () => {
    const user = await visit(formOf('equipment'));
    const value = await screen.findByRole('textbox', { name: '教学仪器设备资产值，全校' });
    // At one go: letter by letter, a slow machine pauses long enough for what stands there by then to be saved.
    await user.click(value);
    await user.paste('2187600元');
    await user.keyboard('{Enter}');
    expect(await screen.findByText('这里的单位是万元，不是元。请改填 218.76。')).toBeVisible();
    expect(value).toHaveValue('2187600元');
    expect(server.saves).toEqual([]);
  });

  it('spreads a pasted block over the column, names what cannot be used, and takes it back', async () => {
    const user = await visit(formOf('teachers'));
    await user.click(await screen.findByRole('textbox', { name: '专任教师总数，全校' }));
    await user.paste('40人\r\n3\r\n三十\r\n1\r\n0\r\n5\r\n40\r\n38\r\n7\r\n');
    expect(await screen.findByText('已把粘贴的内容填入 8 格')).toBeVisible();
    expect(screen.getByText('没有位置、未填入的内容：7')).toBeVisible();
    const note = screen.getByText(/有 1 格的内容不能用/);
    expect(within(note).getByRole('button', { name: '本科学历专任教师数（小学）' })).toBeVisible();
    await waitFor(() => expect(server.report.cells['teachers-360-hours']).toBe('38'));
    expect(server.report.cells['full-time-teachers']).toBe('40');
    expect(screen.getByRole('textbox', { name: '专任教师总数，全校' })).toHaveValue('40');
    expect(screen.getByRole('textbox', { name: '本科学历专任教师数，小学' })).toHaveValue('三十');
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: '近5年培训满360学时的专任教师数，全校' })).toHaveFocus(),
    );
    await user.click(screen.getByRole('button', { name: '撤销粘贴' }));
    await waitFor(() => expect(server.report.cells['full-time-teachers']).toBeUndefined());
    expect(screen.getByRole('textbox', { name: '本科学历专任教师数，小学' })).toHaveValue('');
  });
});

describe('what a cell takes', () => {
  it('stands in its help: kind, decimals, and beyond what a reason is asked for', async () => {
    const user = await visit(formOf('equipment'));
    await user.click(await screen.findByRole('button', { name: '“教学仪器设备资产值”的填报说明' }));
    expect(screen.getByText(/最多 6 位小数、一般不超过 50,000 万元、一般每名学生不超过 20 万元/)).toBeVisible();
  });

  it('a whole sheet pasted by mistake is not read out to its end', async () => {
    const user = await visit(formOf('teachers'));
    await user.click(await screen.findByRole('textbox', { name: '专任教师总数，全校' }));
    await user.paste(`${'1\r\n'.repeat(8)}${Array.from({ length: 200 }, (_, row) => `剩${row}`).join('\r\n')}`);
    const left = await screen.findByText(/^没有位置、未填入的内容：/);
    expect(left).toHaveTextContent(/剩0、.*剩11等，共 200 个$/);
  });
});

describe('the checks', () => {
  const contradicting = () => ({
    ...aReport().cells,
    'full-time-teachers': '46',
    'certified-teachers': '48',
  });

  it('lead to every cell they name, and list what is still empty', async () => {
    server.report = aReport({ cells: contradicting(), lastYear: null });
    const user = await visit(formOf('basic'));
    await user.click(await screen.findByRole('tab', { name: '检查 1' }));
    const panel = screen.getByRole('tabpanel', { name: '检查 1' });
    expect(within(panel).getByRole('heading', { name: '必须更正：1 处' })).toBeVisible();
    expect(within(panel).getByRole('heading', { name: /^没有填：\d+ 项$/ })).toBeVisible();
    await user.click(within(panel).getByRole('button', { name: '专任教师总数' }));
    expect(await screen.findByRole('textbox', { name: '专任教师总数，全校' })).toHaveFocus();
    await user.click(within(panel).getByRole('button', { name: '看这一格' }));
    expect(screen.getByRole('textbox', { name: '持有教师资格证的专任教师数，全校' })).toHaveFocus();
  });

  it('keep a reason that was begun when one goes to look at the cell', async () => {
    server.report = aReport({ cells: { ...aReport().cells, 'pupils.primary': '900' } });
    const user = await visit(formOf('basic'));
    await user.click(await screen.findByRole('tab', { name: '检查 1' }));
    await user.type(screen.getByLabelText('情况属实，原因是'), '新建小区');
    await user.click(screen.getByRole('tab', { name: /^指标/ }));
    await user.click(screen.getByRole('tab', { name: '检查 1' }));
    expect(screen.getByLabelText('情况属实，原因是')).toHaveValue('新建小区');
    await user.click(screen.getByRole('button', { name: '保存说明' }));
    expect(await screen.findByText(/说明：新建小区/)).toBeVisible();
  });
});

describe('a reason written without a network', () => {
  it('waits and says so, and is saved when the server is back', async () => {
    server.report = aReport({ cells: { ...aReport().cells, 'pupils.primary': '900' } });
    server.reasonFaults.push('network-down');
    const user = await visit(formOf('pupils'));
    await user.type(await screen.findByLabelText('情况属实，原因是'), '新建小区');
    await user.click(screen.getByRole('button', { name: '保存说明' }));
    expect(await screen.findByText(/连上后自动保存/)).toBeVisible();
    window.dispatchEvent(new Event('online'));
    expect(await screen.findByText(/说明：新建小区/)).toBeVisible();
  });
});

describe('a report that is not there', () => {
  it('says so and leads back, instead of asking to try again', async () => {
    await visit('/reports/00000000-0000-4000-8000-000000000099');
    expect(await screen.findByText('这里没有您能看的上报')).toBeVisible();
    expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull();
    expect(screen.getByRole('link', { name: '回首页' })).toHaveAttribute('href', '/');
  });
});

describe('handing in', () => {
  it('names the columns of the table of all data', async () => {
    server.report = aReport({ cells: { ...aReport().cells, 'pupils.primary': '512' } });
    const user = await visit(`/reports/${server.report.id}/hand-in`);
    await user.click(await screen.findByText('填报的全部数据'));
    const heads = screen.getAllByRole('columnheader').map((head) => head.textContent);
    expect(heads).toEqual(['数据项', '本年', '上年', '比上年']);
    const row = screen.getByRole('row', { name: /^在校生数（小学）/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['512 人', '500 人', '+2.4%']);
  });

  it('lists what blocks and keeps the button shut', async () => {
    await visit(`/reports/${server.report.id}/hand-in`);
    expect(await screen.findByRole('heading', { name: '还不能交，先处理下面这些' })).toBeVisible();
    expect(screen.getByRole('button', { name: '交给校长' })).toBeDisabled();
  });

  it('lets the principal submit after a confirmation and shows the receipt', async () => {
    const may = { ...aReport().may, fill: false, handOver: false, takeBack: true, submit: true };
    // A vocational school is asked ten cells only.
    server.report = aReport({
      status: 'handed-over',
      lock: 'handed-over',
      may,
      cells: {
        'school-type': 'vocational',
        ownership: 'public',
        locale: 'town',
        'founded-year': '1990',
        'full-time-teachers': '10',
        'certified-teachers': '10',
        'teachers-360-hours': '10',
        'public-funds-budget': '100',
        'public-funds-final': '98.5',
        'training-funds-budget': '6',
      },
      lastYear: null,
    });
    const user = await visit(`/reports/${server.report.id}/hand-in`);
    const submit = await screen.findByRole('button', { name: '确认提交' });
    expect(submit).toBeEnabled();
    await user.click(submit);
    const dialog = await screen.findByRole('dialog', { name: '提交给教育局？' });
    await user.click(within(dialog).getByRole('button', { name: '确认提交' }));
    expect(await screen.findByRole('heading', { name: '提交回执' })).toBeVisible();
    expect(screen.getByText('演示校长')).toBeVisible();
    expect(screen.getByText('提交成功。')).toBeVisible();
  });
});
