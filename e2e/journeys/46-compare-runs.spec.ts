import type { Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { openLastYearsResult, openPage } from '../harness/console-menu.ts';

ownCounty();

const result = (page: Page) => page.getByRole('heading', { level: 1, name: /评估结果/ });

test('computed again, the same fingerprint; split another way, what changed and because of what', async ({
  page,
  signIn,
  shot,
}) => {
  await signIn('county-administrator');
  await openPage(page, '评估');
  await openLastYearsResult(page);
  await expect(result(page)).toBeVisible();
  await page.getByRole('button', { name: '重新计算' }).click();
  await expect(page.getByText('结果完全相同')).toBeVisible();
  await shot('runs-the-same');

  await page.getByRole('link', { name: '全部评估' }).first().click();
  await page.getByLabel('多学段学校的设施数据').selectOption('reported-by-stage');
  await page.getByRole('button', { name: '运行评估' }).click();
  await expect(result(page)).toBeVisible();
  await page.getByRole('link', { name: '与另一次对比' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '两次评估的对比' })).toBeVisible();
  await expect(page.getByText('结果不同')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await shot('runs-compared');
  await page.getByRole('button', { name: 'English', exact: true }).first().click();
  await expect(page.getByText('结果不同')).toBeHidden();
  await shot('runs-compared-en');
});
