import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';

ownCounty();

for (const app of ['school-portal', 'admin-console'] as const) {
  test.describe(`sign-in page of the ${app}`, { tag: '@phone' }, () => {
    test('opens in Chinese and asks for account and password', async ({ page, open, shot }) => {
      await open(app);
      await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
      await expect(page.getByLabel('账号')).toBeVisible();
      await expect(page.getByLabel('密码', { exact: true })).toBeVisible();
      await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
      await shot(`${app}-sign-in`);
    });

    test('does not scroll sideways', async ({ page, open }) => {
      await open(app);
      await expect(page.getByLabel('账号')).toBeVisible();
      await expectNoSidewaysScroll(page);
    });
  });
}
