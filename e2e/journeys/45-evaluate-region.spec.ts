import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { openPage } from '../harness/console-menu.ts';

ownCounty();

test(
  'a city evaluates its counties at once, sees how far it is and what came of each',
  { tag: '@phone' },
  async ({ page, signIn, shot }) => {
    await signIn('city-reviewer');
    await openPage(page, '区县总览');
    const job = page.getByRole('region', { name: '批量评估' });
    await job.getByRole('button', { name: '评估全部区县' }).click();
    const year = job.getByRole('combobox').first();
    await expect(year).toContainText('2025 年（1 个区县）');
    await year.selectOption('2025');
    await shot('region-job-form');
    await job.getByRole('button', { name: '开始评估' }).click();
    const outcome = job.getByText(/批量评估完成：1 个区县已存结果/);
    await expect(outcome).toBeVisible({ timeout: 60_000 });
    await outcome.click();
    const parts = job.getByRole('table', { name: '各区县的结果' });
    await expect(parts.getByRole('row', { name: /清泉县/ })).toContainText('已存结果');
    await expectNoSidewaysScroll(page);
    await shot('region-job-done');
    await page.getByRole('button', { name: 'English', exact: true }).first().click();
    await expect(page.getByText(/All counties evaluated\. Stored results: 1/)).toBeVisible();
    await shot('region-job-done-en');
    await parts
      .or(page.getByRole('table', { name: 'Result of each county' }))
      .getByRole('link')
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('清泉县');
  },
);

test('who only looks is not offered to run anything', async ({ page, signIn }) => {
  await signIn('inspector');
  await openPage(page, '区县总览');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: '评估全部区县' })).toHaveCount(0);
});
