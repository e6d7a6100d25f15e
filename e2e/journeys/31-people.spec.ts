import { expectAccessible } from '../harness/accessibility.ts';
import { openPage } from '../harness/console-menu.ts';
import { enter, expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { sayingFor, speak } from '../harness/say.ts';

ownCounty();

const PASSWORD = 'quiet harbour 7';

test('an administrator makes a section officer, who comes in by the link and sees only their section @phone', async ({
  page,
  signIn,
  shot,
  someoneElse,
}, info) => {
  const say = sayingFor(info);
  await signIn('county-administrator');
  await speak(page, info);
  await openPage(page, say('人员', 'People'));
  await shot('people');
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: say('新建人员…', 'New person…') }).click();
  const dialog = page.getByRole('dialog');
  const login = `officer-${info.project.name}`;
  await dialog.getByLabel(say('姓名', 'Name'), { exact: true }).fill('示例科员');
  await dialog.getByLabel(say('账号', 'Account'), { exact: true }).fill(login);
  await dialog.getByLabel(say('角色', 'Role'), { exact: true }).selectOption('section-officer');
  // Without a place nothing is sent, and the form says what is missing.
  await dialog.getByRole('button', { name: say('新建并生成链接', 'Make it, with a link') }).click();
  await expect(dialog.getByText(say('请选择单位', 'Choose a place'), { exact: true })).toBeVisible();
  await dialog.getByLabel(say('单位', 'Place'), { exact: true }).selectOption({ label: '督导室' });
  await shot('new-person');
  await dialog.getByRole('button', { name: say('新建并生成链接', 'Make it, with a link') }).click();
  const link = (await dialog.locator('code').textContent()) ?? '';
  expect(link).toContain('/admin/one-time-link/');
  await shot('one-time-link');
  await dialog.getByRole('button', { name: say('我已复制，关闭', 'Copied, close') }).click();

  await page.getByRole('searchbox').fill('slky');
  await page.getByRole('link', { name: '示例科员' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '示例科员' })).toBeVisible();
  await expect(page.getByRole('link', { name: '督导室' })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await shot('person');

  const officer = await someoneElse();
  await officer.page.goto(new URL(new URL(link).pathname, page.url()).href);
  const passwords = officer.page.locator('input[autocomplete="new-password"]');
  await passwords.first().waitFor();
  for (let field = 0; field < (await passwords.count()); field += 1) await passwords.nth(field).fill(PASSWORD);
  await Promise.all([
    officer.page.waitForResponse((answer) => answer.url().includes('/one-time-links/') && answer.status() === 204),
    officer.page.locator('button[type="submit"]').click(),
  ]);
  await officer.open('admin-console');
  await enter(officer.page, login, PASSWORD);
  await speak(officer.page, info);
  const menu = officer.page.getByRole('navigation').first();
  await expect(menu.getByRole('link', { name: say('县级填报', 'County report'), exact: true })).toBeVisible();
  // No people, no log: neither in the menu nor by the address.
  await expect(menu.getByRole('link', { name: say('人员', 'People'), exact: true })).toHaveCount(0);
  await menu.getByRole('link', { name: say('县级填报', 'County report'), exact: true }).click();
  await expect(officer.page.getByRole('heading', { level: 2, name: /督导室/ })).toBeVisible();
  await expect(officer.page.locator('.jc-county__part')).toHaveCount(0);
  await officer.shot('section-officer-at-work');
});

test('a role that ends in the middle of the work says so; it can be given again; the last administrator stays', async ({
  page,
  signIn,
  shot,
  someoneElse,
  faults,
}) => {
  faults.expect(/status of 4(03|09)/);
  const officer = await someoneElse();
  const { name } = await officer.signIn('section-officer');
  const own = await signIn('county-administrator');
  await openPage(page, '人员');
  await page.getByRole('searchbox').fill(name);
  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: /^结束或改期.*科室人员/ }).click();
  const dialog = page.getByRole('dialog');
  await shot('end-role');
  await dialog.getByRole('button', { name: '结束角色' }).click();
  await expect(page.getByText('已结束', { exact: true }).first()).toBeVisible();
  await shot('person-role-ended');

  await officer.page.getByRole('link', { name: '学校', exact: true }).click();
  await expect(officer.page.getByText(/科室人员角色已于 .* 结束/).first()).toBeVisible();
  await officer.shot('role-ended');
  await page.getByRole('button', { name: '恢复角色…' }).click();
  await dialog.getByRole('button', { name: '恢复角色', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('有效', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: '全部人员' }).click();
  await page.getByRole('searchbox').fill(own.login);
  await page.getByRole('link', { name: own.name, exact: true }).click();
  await page.getByRole('button', { name: /^结束或改期.*县级管理员/ }).click();
  await dialog.getByRole('radio', { name: '到某一天为止' }).check();
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByText(/最后一位没有结束日期的管理员/)).toBeVisible();
  await shot('last-administrator');
});
