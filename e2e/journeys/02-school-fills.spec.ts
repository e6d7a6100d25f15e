import type { Locator, Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { ownReport } from '../harness/own-report.ts';
import { NO_NETWORK } from '../harness/page-faults.ts';
import { demoSignIn } from '../harness/running-server.ts';
import { cellOf, openForm, openSection, placeOf, SAVED_WITHIN, saveStatus } from '../harness/school-form.ts';

ownCounty();

async function answerYes(page: Page, question: string): Promise<void> {
  await page
    .getByRole('radiogroup', { name: `${question}，全校` })
    .getByRole('radio', { name: '是' })
    .check();
}

/** Presses Tab until the focus is there; more often than a page has places for it, there is no way. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 200; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused();
}

test(
  'the first screen says what is due, by when, and what stands in the way',
  { tag: '@phone' },
  async ({ page, signIn, shot }) => {
    await signIn('school-a-reporter');
    const card = page.getByRole('article');
    await expect(card).toContainText('自评上报');
    await expect(card).toContainText(/还剩 \d+ 天/);
    await expect(card).toContainText(/\d{4}年\d{1,2}月\d{1,2}日 23:59:59 截止/);
    await expect(card).toContainText('必填 82 项，已填 79 项');
    await expect(card.getByRole('listitem')).toHaveText([
      '1 处数据对不上，必须更正',
      '1 处数据异常，需要说明原因',
      '还有 3 项没有填',
    ]);
    await expect(page.getByText('以往填报')).toBeVisible();
    await expectNoSidewaysScroll(page);
    await shot('school-due');
    await card.getByRole('link', { name: '继续填报' }).click();
    // Where the work is: the first section with something left to fill.
    await expect(page.getByRole('heading', { level: 2, name: '音乐、美术专用教室' })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await shot('school-form');
  },
);

test('what is typed is saved within two seconds, counts at once, and is there after a reload', async ({
  page,
  signIn,
  shot,
}) => {
  await signIn('school-a-reporter');
  await openForm(page);
  await openSection(page, '教学设备');
  const panel = page.getByRole('complementary', { name: '指标与检查' });
  const indicator = panel.getByRole('region', { name: '小学' }).locator('.indicator', { hasText: '多媒体教室' });
  const before = await indicator.innerText();
  const classrooms = cellOf(page, 'multimedia-classrooms');
  await classrooms.click();
  await classrooms.pressSequentially('11');
  // While typing: the cell has not even been left.
  await expect(indicator).not.toHaveText(before);
  await expect(indicator).toContainText('未达标');
  await expect(placeOf(page, 'multimedia-classrooms')).toContainText('已保存', SAVED_WITHIN);
  await expect(saveStatus(page)).toContainText('已全部保存');
  await shot('school-form-unmet');

  // As people paste it: spaces, thousands separators, full-width digits.
  const equipment = cellOf(page, 'equipment-value');
  await equipment.fill(' １，２34.5 ');
  await equipment.press('Enter');
  await expect(placeOf(page, 'equipment-value')).toContainText('已保存', SAVED_WITHIN);
  await expect(equipment).toHaveValue('1,234.5');

  await page.reload();
  await expect(cellOf(page, 'multimedia-classrooms')).toHaveValue('11');
  await expect(cellOf(page, 'equipment-value')).toHaveValue('1,234.5');
  const stored = await ownReport(page);
  expect([stored.cells['multimedia-classrooms'], stored.cells['equipment-value']]).toEqual(['11', '1234.5']);
});

test('text that cannot be a value stays in its cell with the reason and is not saved', async ({
  page,
  signIn,
  shot,
}) => {
  await signIn('school-a-reporter');
  const { cells } = await openForm(page);
  await openSection(page, '教学用房');
  const area = cellOf(page, 'teaching-rooms-area');
  const place = placeOf(page, 'teaching-rooms-area');
  const problems: readonly (readonly [typed: string, reason: RegExp])[] = [
    ['三间', /数字/],
    ['-5', /负|小于 ?0/],
    ['12.345', /小数/],
    ['1e5', /数字/],
    ['99999999999999999999', /大/],
  ];
  for (const [typed, reason] of problems) {
    await area.fill(typed);
    await area.press('Tab');
    await expect(place).toContainText('未保存');
    await expect(place.locator('.form-cell__problem')).toHaveText(reason);
    await expect(area).toHaveAttribute('aria-invalid', 'true');
    await expect(area).toHaveValue(typed);
  }
  await shot('school-form-invalid');
  expect((await ownReport(page)).cells['teaching-rooms-area']).toBe(cells['teaching-rooms-area']);
  await area.fill('6200.25');
  await area.press('Tab');
  await expect(place).toContainText('已保存');
  await expect(place.locator('.form-cell__problem')).toBeHidden();
  expect((await ownReport(page)).cells['teaching-rooms-area']).toBe('6200.25');
});

test('without a network everything typed is kept, and saved when it is back', async ({
  page,
  context,
  signIn,
  faults,
  shot,
}) => {
  faults.expect(NO_NETWORK);
  await signIn('school-a-reporter');
  await openForm(page);
  await openSection(page, '体育场馆');
  await context.setOffline(true);
  const field = cellOf(page, 'sports-field-area');
  await field.fill('7400.5');
  await field.press('Tab');
  await expect(placeOf(page, 'sports-field-area')).toContainText('等待发送');
  await expect(saveStatus(page)).toContainText('网络不通，1 项已存在本机');
  await shot('school-form-offline');
  // Other sections work as ever.
  await openSection(page, '班级信息');
  await expect(cellOf(page, 'largest-class.primary')).toBeVisible();
  await openSection(page, '体育场馆');
  await expect(field).toHaveValue('7,400.5');
  await context.setOffline(false);
  await expect(placeOf(page, 'sports-field-area')).toContainText('已保存');
  expect((await ownReport(page)).cells['sports-field-area']).toBe('7400.5');
});

test('a window closed without a network loses nothing', async ({ page, context, signIn, faults }) => {
  faults.expect(NO_NETWORK);
  await signIn('school-a-reporter');
  await openForm(page);
  await openSection(page, '体育场馆');
  const address = page.url();
  await context.setOffline(true);
  const field = cellOf(page, 'gymnasium-area');
  await field.fill('890');
  await field.press('Tab');
  await expect(placeOf(page, 'gymnasium-area')).toContainText('等待发送');
  await page.close({ runBeforeUnload: false });

  await context.setOffline(false);
  const again = await context.newPage();
  faults.watch(again);
  await again.goto(address);
  await expect(again.getByText('已找回上次没有发出的 1 项填写')).toBeVisible();
  await expect(cellOf(again, 'gymnasium-area')).toHaveValue('890');
  await expect(saveStatus(again)).toContainText('已全部保存');
  expect((await ownReport(again)).cells['gymnasium-area']).toBe('890');
  await again.close();
});

test('two people change one cell: nothing is overwritten before one has chosen between both values', async ({
  page,
  someoneElse,
  signIn,
  faults,
  shot,
}) => {
  faults.expect(/status of 409/);
  const other = await someoneElse();
  for (const [tools, role] of [
    [{ page, signIn }, 'school-a-reporter'],
    [other, 'school-a-principal'],
  ] as const) {
    await tools.signIn(role);
    await openForm(tools.page);
    await openSection(tools.page, '教师信息');
  }
  await cellOf(other.page, 'teachers-360-hours').fill('44');
  await expect(placeOf(other.page, 'teachers-360-hours')).toContainText('已保存');
  const mine = cellOf(page, 'teachers-360-hours');
  await mine.fill('45');
  await mine.press('Tab');
  const choice = placeOf(page, 'teachers-360-hours').getByRole('group', { name: '这一格被别人改过' });
  await expect(choice).toContainText('45');
  await expect(choice).toContainText('44');
  await expect(choice).toContainText(/沙溪乡九年一贯制学校校长填的\s*\d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}/);
  await shot('school-form-conflict');
  expect((await ownReport(page)).cells['teachers-360-hours']).toBe('44');
  await choice.getByRole('button', { name: '用我填的' }).click();
  await expect(placeOf(page, 'teachers-360-hours')).toContainText('已保存');
  expect((await ownReport(page)).cells['teachers-360-hours']).toBe('45');
});

test(
  'an answer that changes the form says what appears, and can be taken back',
  { tag: '@phone' },
  async ({ page, signIn, shot }) => {
    await signIn('school-a-reporter');
    await openForm(page);
    await openSection(page, '基本信息');
    await answerYes(page, '是否50人及以上、不足100人的乡村小规模学校或教学点');
    const note = page.getByRole('status').filter({ hasText: '填报内容有变化' });
    await expect(note).toContainText(/新增 \d+ 项：.*走教/);
    await shot('school-form-change');
    await openSection(page, '体育、艺术教师');
    await expect(cellOf(page, 'visiting-pe-teachers.primary')).toBeVisible();
    await openSection(page, '基本信息');
    await note.getByRole('button', { name: '改回“否”' }).click();
    await expect(note).toBeHidden();
    await openSection(page, '体育、艺术教师');
    await expect(cellOf(page, 'pe-teachers.primary')).toBeVisible();
    await expect(cellOf(page, 'visiting-pe-teachers.primary')).toHaveCount(0);
  },
);

test('without a mouse: in, a cell and its help, the evidence of an indicator and back, on to handing in', async ({
  page,
  open,
}) => {
  const { login, password } = demoSignIn('school-a-reporter');
  await open('school-portal');
  await expect(page.locator('input[autocomplete="username"]')).toBeFocused();
  await page.keyboard.type(login);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('link', { name: '继续填报' }));
  await page.keyboard.press('Enter');
  const rooms = cellOf(page, 'fine-art-rooms');
  await tabTo(page, rooms);
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(placeOf(page, 'fine-art-rooms')).toContainText('已保存');
  await page.keyboard.press('ArrowUp');
  await expect(rooms).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await expect(page.getByText(/^怎么填：整数/)).toBeVisible();
  const evidence = page.locator('.side-panel .evidence-button').first();
  await tabTo(page, evidence);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /^佐证材料：/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(evidence).toBeFocused();
  await tabTo(page, page.getByRole('link', { name: '检查并交表' }).first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '检查并交表' })).toBeVisible();
});
