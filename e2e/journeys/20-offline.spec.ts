import type { Page } from '@playwright/test';
import { enter, expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { installed } from '../harness/installed-page.ts';
import { NO_NETWORK } from '../harness/page-faults.ts';
import { demoSignIn, serverAddress } from '../harness/running-server.ts';
import { saveShot } from '../harness/shot.ts';
import { cellOf, openForm, openSection, placeOf, saveStatus } from '../harness/school-form.ts';

ownCounty();

async function storedCell(page: Page, reportId: string, cell: string): Promise<string | undefined> {
  const answer = await page.context().request.get(`${serverAddress()}/api/v1/self-reports/${reportId}`);
  return ((await answer.json()) as { cells: Record<string, string> }).cells[cell];
}

test(
  'the installed page opens without a network, shows the last data, checks, and sends when the network is back',
  { tag: '@phone' },
  async ({ page, context, signIn, faults }) => {
    faults.expect(NO_NETWORK);
    await signIn('school-a-reporter');
    const report = await openForm(page);
    await openSection(page, '体育场馆');
    await installed(page);
    await page.close();

    await context.setOffline(true);
    const again = await context.newPage();
    faults.watch(again);
    await again.goto(serverAddress());
    await expect(again.getByText('现在连不上服务器')).toBeVisible();
    await expect(again.getByText(/显示的是 .+ 从服务器取得的内容/)).toBeVisible();
    await expect(again.getByRole('article')).toContainText('自评上报');
    await expectNoSidewaysScroll(again);
    await saveShot(again, test.info().project.name, 'offline-due');
    await again.getByRole('link', { name: '继续填报' }).click();
    await openSection(again, '体育场馆');
    await expect(again.getByText(/显示的是 .+ 从服务器取得的内容/)).toBeVisible();

    const field = cellOf(again, 'sports-field-area');
    await expect(field).not.toHaveValue('');
    const typed = test.info().project.name === 'phone' ? '81' : '80';
    await field.fill(typed);
    await field.press('Tab');
    await expect(placeOf(again, 'sports-field-area')).toContainText('等待发送');
    await expect(saveStatus(again)).toContainText('网络不通，1 项已存在本机');
    // The standard is applied in the browser: so small a field reaches nothing.
    if (test.info().project.name !== 'phone') {
      const indicator = again
        .getByRole('complementary', { name: '指标与检查' })
        .locator('.indicator', { hasText: '体育' })
        .first();
      await expect(indicator).toContainText('未达标');
    }
    await expectNoSidewaysScroll(again);
    await again.reload();
    await openSection(again, '体育场馆');
    await expect(cellOf(again, 'sports-field-area')).toHaveValue(typed);
    await saveShot(again, test.info().project.name, 'offline-form');

    await context.setOffline(false);
    await expect(placeOf(again, 'sports-field-area')).toContainText('已保存', { timeout: 30_000 });
    await expect(again.getByText('现在连不上服务器')).toBeHidden();
    await expect(again.getByText(/显示的是 .+ 从服务器取得的内容/)).toBeHidden();
    expect(await storedCell(again, report.id, 'sports-field-area')).toBe(typed);
    await again.close();
    await page.close();
  },
);

test(
  'in English: opened without a network it says since when, and nothing typed is lost',
  { tag: '@phone' },
  async ({ page, context, signIn, faults }) => {
    faults.expect(NO_NETWORK);
    await signIn('school-a-reporter');
    await page.getByRole('button', { name: 'English', exact: true }).first().click();
    const report = await openForm(page, 'Go on');
    await installed(page);
    await page.close();
    await context.setOffline(true);
    const again = await context.newPage();
    faults.watch(again);
    await again.goto(`${serverAddress()}/reports/${report.id}?cell=gymnasium-area`);
    await expect(again.getByText('The server cannot be reached')).toBeVisible();
    await expect(again.getByText(/This is what the server had at .+\d{2}:\d{2}/)).toBeVisible();
    const area = cellOf(again, 'gymnasium-area');
    const typed = test.info().project.name === 'phone' ? '901' : '900';
    await area.fill(typed);
    await area.press('Tab');
    await expect(placeOf(again, 'gymnasium-area')).toContainText('Waiting to be sent');
    await again.getByRole('link', { name: 'Junheng' }).first().click();
    await expect(again.getByText('1 entry is kept on this device.')).toBeVisible();
    await faults.inspect(again);
    await expectNoSidewaysScroll(again);
    await saveShot(again, test.info().project.name, 'offline-english');
    await context.setOffline(false);
    // Not even the report has to be open for it.
    await expect.poll(() => storedCell(again, report.id, 'gymnasium-area'), { timeout: 30_000 }).toBe(typed);
    // The account keeps its language, and the journeys after this one read Chinese.
    const kept = again.waitForResponse((answer) => answer.url().endsWith('/profile/language'));
    await again.getByRole('button', { name: '中文', exact: true }).first().click();
    await kept;
    await again.close();
  },
);

test('signing out with unsent work warns; whoever comes next sees nothing of it, with or without a network', async ({
  page,
  context,
  signIn,
  faults,
}) => {
  faults.expect(NO_NETWORK);
  await signIn('school-a-reporter');
  const report = await openForm(page);
  const address = page.url();
  await openSection(page, '体育场馆');
  await installed(page);
  await context.setOffline(true);
  await cellOf(page, 'sports-field-area').fill('7777');
  await expect(saveStatus(page)).toContainText('已存在本机');
  await page.getByRole('button', { name: '退出登录' }).click();
  const warning = page.getByRole('dialog', { name: '还有没发出的内容' });
  await expect(warning).toContainText('有 1 项填写还没有保存到服务器');
  await saveShot(page, test.info().project.name, 'sign-out-unsent');
  await warning.getByRole('button', { name: '取消' }).click();
  // Also from a page that never opened the form: the journal is asked, not only the page.
  await page.goto(serverAddress(), { waitUntil: 'commit' });
  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(warning).toContainText('有 1 项填写还没有保存到服务器');
  await warning.getByRole('button', { name: '清除并退出' }).click();
  await expect(page.getByText('您已退出登录。')).toBeVisible();

  await page.goto(address, { waitUntil: 'commit' });
  await expect(page.locator('input[autocomplete="username"]')).toBeVisible();
  await expect.poll(() => keptOnDevice(page)).toEqual({});

  // The server hears of the sign-out with the next page that reaches it.
  await context.setOffline(false);
  await page.goto(serverAddress());
  await expect(page.locator('input[autocomplete="username"]')).toBeVisible();
  await expect.poll(async () => (await context.request.get(`${serverAddress()}/api/v1/session`)).status()).toBe(401);

  const other = demoSignIn('school-b-reporter');
  await enter(page, other.login, other.password);
  await expect(page.getByRole('article').first()).toBeVisible();
  faults.expect(/status of 404/);
  await page.goto(address);
  await expect(page.locator('[data-cell]')).toHaveCount(0);
  await expect(page.getByText('7777')).toHaveCount(0);
  const again = demoSignIn('school-a-reporter');
  await page.goto(serverAddress());
  await page.getByRole('button', { name: '退出登录' }).click();
  await enter(page, again.login, again.password);
  await expect(page.getByRole('article').first()).toBeVisible();
  expect(await storedCell(page, report.id, 'sports-field-area')).not.toBe('7777');
});

test('a session that ended while there was no network: only the same person’s work is sent', async ({
  page,
  context,
  signIn,
  faults,
}) => {
  faults.expect(NO_NETWORK);
  faults.expect(/status of 40[134]/);
  const person = await signIn('school-a-reporter');
  const report = await openForm(page);
  const address = page.url();
  await openSection(page, '体育场馆');
  await installed(page);
  await context.setOffline(true);
  const typed = test.info().project.name === 'phone' ? '6001' : '6000';
  await cellOf(page, 'sports-field-area').fill(typed);
  await expect(saveStatus(page)).toContainText('已存在本机');
  await context.clearCookies();
  await page.close({ runBeforeUnload: false });

  // Somebody else at the same computer.
  await context.setOffline(false);
  const theirs = await context.newPage();
  faults.watch(theirs);
  await theirs.goto(address);
  const other = demoSignIn('school-b-reporter');
  await enter(theirs, other.login, other.password);
  await expect(theirs.getByText('这里没有您能看的上报')).toBeVisible();
  await theirs.waitForTimeout(2_000);
  await expect(theirs.getByText(typed)).toHaveCount(0);
  await theirs.goto(serverAddress());
  await theirs.getByRole('button', { name: '退出登录' }).click();
  // Nothing of theirs is unsent, so nobody is asked.
  await expect(theirs.getByText('您已退出登录。')).toBeVisible();

  await enter(theirs, person.login, person.password);
  await expect(theirs.getByRole('article').first()).toBeVisible();
  await expect.poll(() => storedCell(theirs, report.id, 'sports-field-area'), { timeout: 30_000 }).toBe(typed);
  await theirs.close();
});

test('somebody else signs in in another window: this one leaves for them and keeps what was typed', async ({
  page,
  context,
  signIn,
  faults,
}) => {
  faults.expect(/status of 40[134]/);
  await signIn('school-a-reporter');
  await openForm(page);
  const name = await page.locator('.frame__person').innerText();
  const window = await context.newPage();
  faults.watch(window);
  await window.goto(serverAddress());
  await window.getByRole('button', { name: '退出登录' }).click();
  const other = demoSignIn('school-b-reporter');
  await enter(window, other.login, other.password);
  await expect(window.getByRole('article').first()).toBeVisible();
  const theirName = await window.locator('.frame__person').innerText();
  expect(theirName).not.toBe(name);
  await expect(page.locator('[data-cell]')).toHaveCount(0);
  await expect(page.getByText(name)).toHaveCount(0);
  await window.close();
});

/** What this browser keeps of anybody: rows of its databases, by store. */
async function keptOnDevice(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const kept: Record<string, number> = {};
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error(name));
      });
      for (const store of database.objectStoreNames) {
        const count = await new Promise<number>((resolve) => {
          const request = database.transaction(store).objectStore(store).count();
          request.onsuccess = () => resolve(request.result);
        });
        if (count > 0) kept[`${name}.${store}`] = count;
      }
      database.close();
    }
    return kept;
  });
}
