import type { BrowserContext, Page } from '@playwright/test';
import { expect, enter, ownCounty, test } from '../harness/journey.ts';
import { openPage } from '../harness/console-menu.ts';
import { ownReport } from '../harness/own-report.ts';
import { addressOf, demoSignIn, serverAddress } from '../harness/running-server.ts';
import { cellOf, openForm, openSection, placeOf, saveStatus } from '../harness/school-form.ts';

ownCounty();

/** Ends the session of a browser on the server, as an idle limit or a bureau would; the browser learns nothing of it. */
async function endSessionOf(context: BrowserContext): Promise<void> {
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const session = await fetch(`${serverAddress()}/api/v1/session`, { headers: { cookie } });
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  const ended = await fetch(`${serverAddress()}/api/v1/session`, {
    method: 'DELETE',
    headers: { cookie, 'x-csrf-token': csrfToken },
  });
  expect(ended.ok, 'the session could be ended').toBe(true);
}

const alert = (page: Page) => page.getByRole('alert');

test('nobody signed in: every address asks for account and password, and leads on afterwards', async ({
  page,
  signIn,
  context,
  open,
}) => {
  await signIn('school-a-reporter');
  await openForm(page);
  // What stands beside the form is asked for after it: that must not be what finds the session gone.
  await page.reload({ waitUntil: 'networkidle' });
  const address = page.url();
  await endSessionOf(context);
  await context.clearCookies();
  await page.goto(address);
  await expect(page.getByLabel('密码', { exact: true })).toBeVisible();
  await expect(page.locator('.form-grid')).toHaveCount(0);
  const { login, password } = demoSignIn('school-a-reporter');
  await enter(page, login, password);
  await expect(page.locator('.form-grid')).toBeVisible();
  expect(page.url()).toBe(address);
  await page.reload({ waitUntil: 'networkidle' });
  await context.clearCookies();
  for (const path of ['people', 'schools', 'rounds/new', 'rounds/0/reports/0']) {
    await open('admin-console', path);
    await expect(page.getByLabel('密码', { exact: true })).toBeVisible();
  }
});

test('the report of another school cannot be opened, whatever the address', async ({
  page,
  signIn,
  someoneElse,
  open,
  faults,
  shot,
}) => {
  faults.expect(/status of 40[34]/);
  const other = await someoneElse();
  await other.signIn('school-b-reporter');
  await openForm(other.page, '去修改');
  const foreign = new URL(other.page.url()).pathname;
  await signIn('school-a-reporter');
  for (const path of [foreign, `${foreign}/hand-in`]) {
    await page.goto(`${serverAddress()}${path}`);
    await expect(page.getByText('这里没有您能看的上报')).toBeVisible();
    await expect(page.getByText('栖云镇中心小学')).toHaveCount(0);
  }
  await shot('school-foreign');
  // Nor is there a way into the console.
  await open('admin-console', 'people');
  await expect(
    page
      .getByRole('heading', { name: '请使用学校填报' })
      .or(page.getByRole('link', { name: /学校/ }))
      .first(),
  ).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  await shot('console-school-account');
});

test('a session that ends while somebody types: what was typed stays, and is saved after signing in', async ({
  page,
  context,
  signIn,
  faults,
  shot,
}) => {
  faults.expect(/status of 401/);
  await signIn('school-a-reporter');
  await openForm(page);
  await openSection(page, '体育场馆');
  const field = cellOf(page, 'sports-field-area');
  await expect(field).toBeVisible();
  // It is the typing that is to find the session gone.
  await page.reload({ waitUntil: 'networkidle' });
  await expect(field).toBeVisible();
  await endSessionOf(context);
  await field.fill('7399.9');
  await field.press('Tab');
  const dialog = page.getByRole('dialog', { name: '登录已过期，请重新登录' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByLabel('账号')).toHaveValue('school-a-reporter');
  await expect(saveStatus(page)).toContainText('登录已过期，1 项已存在本机');
  // It must be answered: without it nothing more is saved, and browsers close a dialog at the second Escape by themselves.
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await shot('school-session-ended');
  await dialog.getByLabel('密码', { exact: true }).fill(demoSignIn('school-a-reporter').password);
  await dialog.getByRole('button', { name: '登录', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(placeOf(page, 'sports-field-area')).toContainText('已保存');
  await expect(field).toHaveValue('7,399.9');
  expect((await ownReport(page)).cells['sports-field-area']).toBe('7399.9');
});

test('a session that ends in the console: signing in leads on to the page that was wanted', async ({
  page,
  context,
  signIn,
  faults,
}) => {
  faults.expect(/status of 401/);
  await signIn('county-administrator');
  await openPage(page, '人员');
  // What the page asks on its way in must not be what finds the session gone.
  await page.reload({ waitUntil: 'networkidle' });
  await expect(page.getByRole('table')).toBeVisible();
  await endSessionOf(context);
  await page.getByRole('navigation').getByRole('link', { name: '审计日志', exact: true }).click();
  const password = page.getByLabel('密码', { exact: true });
  await expect(password).toBeVisible();
  await password.fill(demoSignIn('county-administrator').password);
  const account = page.locator('input[autocomplete="username"]');
  if (await account.isEditable()) await account.fill('county-administrator');
  await page.locator('button[type="submit"]').click();
  await expect(page.getByRole('heading', { level: 1, name: '审计日志' })).toBeVisible();
});

for (const app of ['school-portal', 'admin-console'] as const) {
  test(`wrong passwords at the ${app}: said plainly, then slowed down`, async ({ page, open, faults, shot }) => {
    faults.expect(/status of (401|429)/);
    // An account of this test only: the account and the address are slowed down together.
    const login = `nobody-${app}`;
    await open(app);
    await enter(page, login, 'not the password');
    await expect(alert(page)).toContainText('账号或密码不对');
    await expect(page.getByLabel('密码', { exact: true })).toBeFocused();
    const submit = page.locator('button[type="submit"]');
    let status = 401;
    for (let attempt = 0; attempt < 8 && status === 401; attempt += 1) {
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.url().endsWith('/api/v1/session')),
        enter(page, login, `not the password ${attempt}`),
      ]);
      status = answer.status();
      await expect(submit).not.toHaveText(/正在/);
    }
    await expect(alert(page)).toContainText(/尝试次数过多，请 \d+ 秒后再试/);
    await expect(submit).toBeDisabled();
    await shot(`${app}-slowed-down`);
  });
}

test('a forgotten password: the county makes a link, it works once, the old password no longer', async ({
  page,
  someoneElse,
  signIn,
  faults,
  shot,
}) => {
  faults.expect(/status of 40[14]|status of 410/);
  await signIn('county-administrator');
  await openPage(page, '人员');
  await page.getByPlaceholder('查找姓名、拼音首字母、账号、单位').fill('school-b-reporter');
  await page.getByRole('button', { name: '为栖云镇中心小学填报员重设密码' }).click();
  const dialog = page.getByRole('dialog', { name: '为栖云镇中心小学填报员重设密码' });
  await dialog.getByRole('button', { name: '生成链接' }).click();
  await expect(dialog).toContainText('链接只在这里显示一次');
  const link = await dialog
    .getByRole('button', { name: /一次性链接/ })
    .locator('code')
    .innerText();
  await shot('people-reset-link');
  expect(link).toContain('/one-time-link/');
  await dialog.getByRole('button', { name: '我已复制，关闭' }).click();

  const reporter = await someoneElse();
  const { login, password: old } = demoSignIn('school-b-reporter');
  const chosen = '清泉边上三棵柳树-7';
  await reporter.page.goto(link);
  await expect(reporter.page.getByRole('heading', { name: '设置新密码' })).toBeVisible();
  await expect(reporter.page.getByLabel('账号')).toHaveValue(login);
  await reporter.page.getByLabel('新密码', { exact: true }).fill('12345678');
  await reporter.page.getByLabel('再输一遍新密码').fill('12345678');
  await reporter.page.getByRole('button', { name: '保存新密码' }).click();
  // Too short, or known to everybody: either way it says so and the link is not used up.
  await expect(reporter.page.locator('[role="alert"], [aria-invalid="true"]').first()).toBeVisible();
  await reporter.page.getByLabel('新密码', { exact: true }).fill(chosen);
  await reporter.page.getByLabel('再输一遍新密码').fill(chosen);
  await reporter.shot('one-time-link');
  await reporter.page.getByRole('button', { name: '保存新密码' }).click();
  await reporter.page.getByRole('button', { name: /登录/ }).click();
  await enter(reporter.page, login, old);
  await expect(alert(reporter.page)).toContainText('账号或密码不对');
  await enter(reporter.page, login, chosen);
  await expect(reporter.page.getByText('要做的事')).toBeVisible();

  const second = await someoneElse();
  await second.page.goto(link);
  await expect(second.page.getByText('这个链接不能用了')).toBeVisible();
  await second.shot('one-time-link-used');
  expect(new URL(addressOf('school-portal')).origin).toBe(new URL(link).origin);
});
