import type { Page } from '@playwright/test';
import { expectAccessible } from '../harness/accessibility.ts';
import { authenticator } from '../harness/authenticator.ts';
import { openPage } from '../harness/console-menu.ts';
import { enter, expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';

ownCounty();

const toAccount = (page: Page) => page.getByRole('link', { name: /我的账号|My account/ }).click();
const panel = (page: Page, name: string) => page.getByRole('region', { name });

test('second factor: turned on, asked for, a recovery code, turned off again', async ({
  page,
  signIn,
  open,
  faults,
  shot,
  someoneElse,
}) => {
  test.setTimeout(180_000);
  faults.expect(/status of (401|422)/);
  const { login, password } = await signIn('school-a-principal');
  await toAccount(page);
  await expect(page.getByRole('heading', { level: 1, name: '我的账号' })).toBeVisible();
  await expectAccessible(page);
  await shot('account');
  const factor = panel(page, '动态验证码');
  await factor.getByRole('button', { name: '开启动态验证码' }).click();
  const enrol = page.getByRole('dialog', { name: '开启动态验证码' });
  await enrol.getByLabel('现在的密码').fill('not the password');
  await enrol.getByRole('button', { name: '下一步' }).click();
  await expect(enrol.getByRole('alert')).toContainText('现在的密码不对');
  await enrol.getByLabel('现在的密码').fill(password);
  await enrol.getByRole('button', { name: '下一步' }).click();
  await expect(enrol.getByRole('img', { name: '供验证器扫描的二维码' })).toBeVisible();
  const phone = authenticator(await enrol.locator('.ac-secret').innerText());
  await shot('account-enrol');
  await enrol.getByLabel('动态验证码').fill('000000');
  await enrol.getByRole('button', { name: '确认开启' }).click();
  await expect(enrol.getByRole('alert')).toContainText('验证码不对');
  await enrol.getByLabel('动态验证码').fill(await phone.next(page));
  await enrol.getByRole('button', { name: '确认开启' }).click();

  const codes = page.getByRole('dialog', { name: '恢复码' });
  await expect(codes.getByRole('listitem')).toHaveCount(10);
  const [recovery = ''] = await codes.getByRole('listitem').allInnerTexts();
  await shot('account-recovery-codes');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    codes.getByRole('link', { name: '下载' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`junheng-${login}.txt`);
  await expect(codes.getByRole('button', { name: '完成' })).toBeDisabled();
  await codes.getByLabel('我已经保存好恢复码').check();
  await codes.getByRole('button', { name: '完成' }).click();
  await expect(factor).toContainText('已开启');

  const other = await someoneElse();
  await other.open('school-portal');
  await enter(other.page, login, password);
  const code = other.page.getByLabel('动态验证码');
  await expect(code).toBeFocused();
  await other.shot('sign-in-code');
  await code.fill('000000');
  await other.page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(other.page.getByRole('alert')).toContainText('验证码不对');
  await code.fill(await phone.next(page));
  await other.page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(other.page.getByText('要做的事')).toBeVisible();

  const third = await someoneElse();
  await third.open('school-portal');
  await enter(third.page, login, password);
  await third.page.getByLabel('动态验证码').fill(recovery);
  await third.page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(third.page.getByText('要做的事')).toBeVisible();
  await toAccount(third.page);
  await expect(third.page.getByText('您这次是用恢复码登录的')).toBeVisible();
  await expect(third.page.getByText('还剩 9 个').first()).toBeVisible();
  await expect(panel(third.page, '登录记录')).toContainText('密码对，验证码不对');
  await third.shot('account-after-recovery');

  await open('school-portal', 'account');
  await factor.getByRole('button', { name: '关闭动态验证码' }).click();
  const off = page.getByRole('dialog', { name: '关闭动态验证码' });
  await off.getByLabel('现在的密码').fill(password);
  await off.getByLabel('动态验证码').fill(await phone.next(page));
  await off.getByRole('button', { name: '关闭动态验证码' }).click();
  await expect(factor).toContainText('未开启');
  const last = await someoneElse();
  await last.open('school-portal');
  await enter(last.page, login, password);
  await expect(last.page.getByText('要做的事')).toBeVisible();
});

test('a lost phone: the county takes the second factor away; whoever lost their last role gets it back', async ({
  page,
  signIn,
  someoneElse,
  faults,
  shot,
}) => {
  faults.expect(/status of (401|422)/);
  const reporter = await someoneElse();
  const { password } = await reporter.signIn('school-b-reporter');
  await toAccount(reporter.page);
  await panel(reporter.page, '动态验证码').getByRole('button', { name: '开启动态验证码' }).click();
  const enrol = reporter.page.getByRole('dialog', { name: '开启动态验证码' });
  await enrol.getByLabel('现在的密码').fill(password);
  await enrol.getByRole('button', { name: '下一步' }).click();
  const phone = authenticator(await enrol.locator('.ac-secret').innerText());
  await enrol.getByLabel('动态验证码').fill(await phone.next(reporter.page));
  await enrol.getByRole('button', { name: '确认开启' }).click();
  await expect(reporter.page.getByRole('dialog', { name: '恢复码' })).toBeVisible();

  await signIn('county-administrator');
  await openPage(page, '人员');
  await page.getByPlaceholder('查找姓名、拼音首字母、账号、单位').fill('school-b-reporter');
  await page.getByRole('button', { name: /^取消.*的动态验证码$/ }).click();
  await shot('people-second-factor');
  await page.getByRole('dialog').getByRole('button', { name: '取消动态验证码' }).click();
  await expect(page.getByRole('button', { name: /^取消.*的动态验证码$/ })).toHaveCount(0);
  await enterAgain(reporter.page, password);

  // Taken back and given again: the person does not get lost.
  const people = await page.evaluate(async () => {
    const session = (await (await fetch('/api/v1/session')).json()) as { csrfToken: string };
    const { people } = (await (await fetch('/api/v1/people')).json()) as {
      people: { id: string; login: string; grants: { id: string }[] }[];
    };
    const person = people.find(({ login }) => login === 'school-b-reporter');
    const headers = { 'x-csrf-token': session.csrfToken };
    const path = `/api/v1/people/${person?.id ?? ''}/grants/${person?.grants[0]?.id ?? ''}`;
    return (await fetch(path, { method: 'DELETE', headers })).status;
  });
  expect(people).toBe(204);
  await page.reload();
  await page.getByPlaceholder('查找姓名、拼音首字母、账号、单位').fill('school-b-reporter');
  await expect(page.getByText('现在没有角色')).toBeVisible();
  await shot('people-without-role');
  await page.getByRole('button', { name: /^恢复.*的角色$/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '恢复角色' }).click();
  await expect(page.getByText('现在没有角色')).toHaveCount(0);
  await enterAgain(reporter.page, password);
});

async function enterAgain(page: Page, password: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(new URL('/', page.url()).href);
  await enter(page, 'school-b-reporter', password);
  await expect(page.getByText('要做的事')).toBeVisible();
}

test('sessions: each with its device, one ended, then all others', async ({
  page,
  signIn,
  someoneElse,
  faults,
  shot,
}) => {
  faults.expect(/status of (401|422)/);
  const { password } = await signIn('school-a-reporter');
  const others = [await someoneElse(), await someoneElse(), await someoneElse()];
  for (const other of others) await other.signIn('school-a-reporter');
  await toAccount(page);
  const sessions = panel(page, '登录的设备');
  await expect(sessions.getByRole('listitem')).toHaveCount(4);
  await expect(sessions.getByText('这一台', { exact: true })).toHaveCount(1);
  await expect(sessions).toContainText(/Chrom/);
  await sessions
    .getByRole('button', { name: /^退出 127/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: '退出', exact: true }).click();
  await expect(sessions.getByRole('listitem')).toHaveCount(3);
  await sessions.getByRole('button', { name: '退出其他所有设备' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '退出', exact: true }).click();
  await expect(sessions).toContainText('已退出其他 2 个登录');
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  for (const other of others) {
    await other.page.reload();
    await expect(other.page.getByLabel('密码', { exact: true })).toBeVisible();
  }

  // A new password: the rule is told first, the others end and that is said.
  await others[0]?.signIn('school-a-reporter');
  const form = panel(page, '密码');
  await form.getByRole('button', { name: '修改密码' }).click();
  await expect(form).toContainText('至少 10 个字符');
  await form.getByLabel('现在的密码').fill(password);
  await form.getByLabel('新密码', { exact: true }).fill('qwerty12345');
  await form.getByLabel('再输一遍新密码').fill('qwerty12345');
  await form.getByRole('button', { name: '保存新密码' }).click();
  await expect(form.getByRole('alert')).toContainText('太常见');
  await shot('account-password');
  await form.getByLabel('新密码', { exact: true }).fill('清泉边上三棵柳树-7');
  await form.getByLabel('再输一遍新密码').fill('清泉边上三棵柳树-7');
  await form.getByRole('button', { name: '保存新密码' }).click();
  await expect(form).toContainText('其他设备上的 1 个登录已退出');
});

test(
  'the language follows the account to another device',
  { tag: '@phone' },
  async ({ page, signIn, someoneElse, shot }) => {
    await signIn('school-b-principal');
    await toAccount(page);
    await expectNoSidewaysScroll(page);
    await expect(panel(page, '本校还有谁有账号').getByRole('listitem').first()).toBeVisible();
    await shot('account-zh');
    await page.getByRole('button', { name: 'English' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'My account' })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await shot('account-en');
    const other = await someoneElse();
    await other.signIn('school-b-principal');
    await expect(other.page.getByRole('link', { name: /My account/ })).toBeVisible();
  },
);
