import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { openPage } from '../harness/console-menu.ts';

ownCounty();

test(
  'the administrator finds who changed what, page by page, and takes the list along',
  { tag: '@phone' },
  async ({ page, signIn, shot }) => {
    await signIn('county-administrator');
    await openPage(page, '审计日志');
    await expect(page.getByRole('heading', { level: 1, name: '审计日志' })).toBeVisible();
    const rows = page.locator('tbody tr');
    await expect(rows).toHaveCount(50);
    await shot('audit-log');
    const first = await rows.first().innerText();
    await page.getByRole('link', { name: '更早的记录' }).click();
    await expect(page).toHaveURL(/before=/);
    await expect(rows.first()).not.toHaveText(first);
    await page.getByRole('link', { name: '回到最新' }).click();

    await page.getByRole('combobox', { name: '操作种类' }).selectOption('self-report.cells-saved');
    await expect(page).toHaveURL(/action=self-report\.cells-saved/);
    await expect(rows.first()).toContainText('→');
    await expectNoSidewaysScroll(page);
    await rows.first().getByTitle('只看这一项').first().click();
    await expect(page).toHaveURL(/cell=/);
    await expect(rows.first()).toContainText('学校填报表：保存数据');
    await shot('audit-cell');
    // The address is the whole view: opened again, it shows the same.
    await page.reload();
    await expect(rows.first()).toContainText('→');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出 Excel' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('audit.xlsx');
  },
);

test('the chain is verified and downloaded, in English too', async ({ page, signIn, shot }) => {
  await signIn('county-administrator');
  await openPage(page, '审计日志');
  await page.getByRole('link', { name: '验证与下载' }).click();
  await page.getByRole('button', { name: '验证', exact: true }).first().click();
  await expect(page.getByText(/^完整：\d+ 条记录与 \d+ 个锚点一致。$/)).toBeVisible();
  await shot('audit-chains');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载（含验证程序）' }).first().click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^audit-chain-.+\.zip$/);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Audit log' })).toBeVisible();
  await shot('audit-chains-en');
  await page.getByRole('link', { name: 'Entries' }).click();
  await expect(page.locator('tbody tr').first()).toBeVisible();
  await shot('audit-log-en');
});
