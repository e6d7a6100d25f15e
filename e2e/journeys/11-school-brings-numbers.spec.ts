import type { Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { ownReport } from '../harness/own-report.ts';
import { speakIn } from '../harness/say.ts';
import { cellOf, openForm, openSection, placeOf } from '../harness/school-form.ts';

ownCounty();

/** What Ctrl+V brings from a spreadsheet: tabs between columns, a line for each row. */
async function pasteInto(page: Page, cell: string, text: string): Promise<void> {
  await cellOf(page, cell).click();
  await cellOf(page, cell).evaluate((input, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test('a block copied from a spreadsheet fills the column, names what it cannot use, and can be taken back', async ({
  page,
  signIn,
  shot,
}) => {
  await signIn('school-a-reporter');
  const { cells } = await openForm(page);
  await openSection(page, '体育、艺术教师');
  await pasteInto(page, 'pe-teachers.primary', '4人\t3\r\n２\t10%\r\n1\t1\r\n0\t0\r\n9\t\r\n');
  const note = page.getByRole('status').filter({ hasText: '已把粘贴的内容填入 8 格' });
  await expect(note).toContainText('没有位置、未填入的内容：9');
  await expect(note.getByRole('button', { name: '音乐专任教师数（初中）' })).toBeVisible();
  await expect(cellOf(page, 'pe-teachers.primary')).toHaveValue('4');
  await expect(cellOf(page, 'music-teachers.junior')).toHaveValue('10%');
  await expect(placeOf(page, 'music-teachers.junior')).toContainText('不填百分比');
  await expect(placeOf(page, 'music-teachers.primary')).toContainText('已保存');
  const stored = await ownReport(page);
  expect([stored.cells['pe-teachers.primary'], stored.cells['music-teachers.primary']]).toEqual(['4', '2']);
  expect(stored.cells['music-teachers.junior']).toBe(cells['music-teachers.junior']);
  await shot('school-form-pasted');
  await speakIn(page, 'English');
  await expect(page.getByText('Pasted into 8 cells')).toBeVisible();
  await expect(placeOf(page, 'music-teachers.junior')).toContainText('not a percentage');
  await shot('school-form-pasted-en');
  await speakIn(page, '中文');
  await note.getByRole('button', { name: '撤销粘贴' }).click();
  await expect(cellOf(page, 'music-teachers.junior')).toHaveValue(cells['music-teachers.junior'] ?? '');
  await expect
    .poll(async () => (await ownReport(page)).cells['pe-teachers.primary'])
    .toBe(cells['pe-teachers.primary']);
});

test(
  'a unit behind a number is understood, another one is answered with what to type',
  { tag: '@phone' },
  async ({ page, signIn, shot }) => {
    await signIn('school-a-reporter');
    await openForm(page);
    await openSection(page, '教学设备');
    const rooms = cellOf(page, 'multimedia-classrooms');
    await rooms.fill('23 间');
    await rooms.press('Tab');
    await expect(rooms).toHaveValue('23');
    const value = cellOf(page, 'equipment-value');
    const place = placeOf(page, 'equipment-value');
    await value.fill('2187618.3元');
    await value.press('Tab');
    await expect(place).toContainText('这里的单位是万元，不是元。请改填 218.76183。');
    await expect(value).toHaveValue('2187618.3元');
    await expectNoSidewaysScroll(page);
    await shot('school-form-other-unit');
    await speakIn(page, 'English');
    await expect(place).toContainText('Enter 218.76183 instead');
    await speakIn(page, '中文');
    await value.fill('218.76183万元');
    await value.press('Tab');
    await expect(value).toHaveValue('218.76183');
    await expect(place).toContainText('已保存');
  },
);

test('the distance to a standard is said in plain words while one types, and typing it reaches the standard', async ({
  page,
  signIn,
  shot,
}) => {
  await signIn('school-a-reporter');
  await openForm(page);
  await openSection(page, '体育、艺术教师');
  const teachers = cellOf(page, 'pe-teachers.primary');
  await teachers.fill('1');
  const panel = page.getByRole('complementary', { name: '指标与检查' });
  const indicator = panel.getByRole('region', { name: '小学' }).locator('.indicator', { hasText: '体艺教师' });
  await expect(indicator).toContainText(/还差 \d+ 名体育、艺术专任教师/);
  await shot('school-form-distance');
  const [, lacking = '0'] = /还差 (\d+) 名/.exec(await indicator.innerText()) ?? [];
  await speakIn(page, 'English');
  await expect(page.locator('.indicator', { hasText: /\d+ more PE (and|or) arts teacher/ }).first()).toBeVisible();
  await speakIn(page, '中文');
  await teachers.fill(String(Number(lacking)));
  await expect(indicator).toContainText('还差 1 名');
  await teachers.fill(String(1 + Number(lacking)));
  await expect(indicator).not.toContainText('还差');
});

test('the list of checks leads to every cell it names; a report that is not there leads home', async ({
  page,
  signIn,
  faults,
  shot,
}) => {
  faults.expect(/status of 404/);
  await signIn('school-a-reporter');
  await openForm(page);
  const panel = page.getByRole('complementary', { name: '指标与检查' });
  await panel.getByRole('tab', { name: /^检查/ }).click();
  const headings = panel.getByRole('heading', { level: 3 });
  await expect(headings.first()).toHaveText('必须更正：1 处');
  await shot('school-checks');
  await panel.getByRole('button', { name: '专任教师总数' }).click();
  await expect(cellOf(page, 'full-time-teachers')).toBeFocused();
  await panel.getByLabel('情况属实，原因是').first().fill('新建小区入住');
  await panel.getByRole('button', { name: '上一年度公用经费决算总额' }).click();
  await expect(cellOf(page, 'public-funds-final')).toBeFocused();
  await expect(panel.getByLabel('情况属实，原因是').first()).toHaveValue('新建小区入住');
  await page.goto(new URL('/reports/00000000-0000-4000-8000-000000000001', page.url()).href);
  await expect(page.getByText('这里没有您能看的上报')).toBeVisible();
  await speakIn(page, 'English');
  await expect(page.getByText('There is no report here that you can see')).toBeVisible();
  await page.getByRole('main').getByRole('link').click();
  await expect(page.getByRole('article')).toBeVisible();
  await speakIn(page, '中文');
});

test(
  'a returned report says why on the first screen, and what was done about it before it goes again',
  { tag: '@phone' },
  async ({ page, signIn, shot }) => {
    await signIn('school-b-reporter');
    const card = page.getByRole('article');
    await expect(card).toContainText('认定文件名单上只有 4 人');
    await expectNoSidewaysScroll(page);
    await shot('school-due-returned-reasons');
    await card.getByRole('link', { name: '去看看' }).first().click();
    const teachers = cellOf(page, 'backbone-teachers.primary');
    await expect(teachers).toBeFocused();
    const before = await teachers.inputValue();
    await teachers.fill('4');
    await teachers.press('Tab');
    await expect(placeOf(page, 'backbone-teachers.primary')).toContainText('已保存');
    await page.getByRole('link', { name: '检查并交表' }).first().click();
    const since = page.getByRole('region', { name: '退回后的处理' });
    await expect(since.getByText('已修改')).toBeVisible();
    await expect(since.getByRole('row', { name: /县级及以上骨干教师数（小学）/ })).toContainText(`${before} 人`);
    await expectNoSidewaysScroll(page);
    await shot('school-since-return');
    await speakIn(page, 'English');
    await expect(page.getByRole('region', { name: 'Since it was returned' })).toContainText('4 teachers');
    await speakIn(page, '中文');
  },
);
