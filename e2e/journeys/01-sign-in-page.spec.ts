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

test('whoever signs out of the console is asked for account and password, by this window and by the next', async ({
  page,
  open,
  signIn,
}) => {
  await signIn('county-administrator');
  // Signing out while the first page is still being asked for leaves its requests without a session.
  await page.reload({ waitUntil: 'networkidle' });
  const loadedAnew = page.waitForEvent('load');
  await page.getByRole('button', { name: '退出登录' }).click();
  await loadedAnew;
  await expect(page.getByLabel('账号')).toBeVisible();
  await expect(page.getByText('登录已过期')).toBeHidden();
  await open('admin-console');
  await expect(page.getByLabel('账号')).toBeVisible();
});

test('signing out of a session that has ended meanwhile leaves nothing in the window either', async ({
  page,
  signIn,
  faults,
}) => {
  faults.expect(/status of 401 .*\/api\/v1\//);
  await signIn('county-administrator');
  // What the page asks on its way in must not be what finds the session gone.
  await page.reload({ waitUntil: 'networkidle' });
  await expect(page.getByRole('button', { name: '退出登录' })).toBeVisible();
  await page.context().clearCookies();
  const opened = page.waitForEvent('framenavigated');
  await page.getByRole('button', { name: '退出登录' }).click();
  await opened;
  await expect(page.getByLabel('账号')).toBeVisible();
  await expect(page.getByText('登录已过期')).toBeHidden();
});
