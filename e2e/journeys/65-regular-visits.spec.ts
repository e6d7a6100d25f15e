import { expectAccessible } from '../harness/accessibility.ts';
import { openPage } from '../harness/console-menu.ts';
import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';

ownCounty();
test.describe.configure({ mode: 'serial' });

test('an inspector records a visit and sees what is due and overdue', async ({ page, signIn, shot }) => {
  await signIn('inspector');
  await openPage(page, '督导');
  await page.getByRole('link', { name: '责任督学', exact: true }).click();
  await expect(page.getByRole('heading', { name: '责任督学' })).toBeVisible();
  const row = page.locator('tbody tr').first();
  await expect(row).toContainText('0 / 1');
  await shot('regular-visits');
  await row.getByRole('button', { name: /^记录督导/ }).click();
  await page.getByRole('button', { name: '保存记录' }).click();
  await expect(page.getByText('请填写督导事项（至少两个字）')).toBeVisible();
  await page.getByLabel('督导事项').fill('校园安全');
  await page.getByLabel('情况').fill('查看食堂和宿舍。');
  await page.getByRole('button', { name: '添加问题' }).click();
  await page.getByLabel('问题 1').fill('灭火器过期。');
  await expectAccessible(page);
  await shot('regular-visit-form');
  await page.getByRole('button', { name: '保存记录' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('1 / 1')).toHaveCount(1);
  const visited = page.locator('tbody tr').filter({ hasText: '1 / 1' });
  await visited.getByRole('button', { name: /^记录 / }).click();
  await expect(page.getByRole('dialog')).toContainText('灭火器过期。');
  await shot('regular-visits-read');
});

test('the bureau sets the rule, in English', { tag: '@phone' }, async ({ page, signIn, shot }) => {
  await signIn('county-administrator');
  await page.getByRole('button', { name: 'English', exact: true }).first().click();
  await openPage(page, 'Inspection');
  await page.getByRole('link', { name: 'Responsible inspectors', exact: true }).click();
  await page.getByRole('button', { name: 'Change the rule' }).click();
  await page.getByLabel('Period').selectOption('term');
  await page.getByLabel('Visits in each').fill('2');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/every term at least 2 times/)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await shot('regular-visits-en');
});
