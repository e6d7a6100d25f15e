import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import type { Download, Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, ownCounty, test, type JourneyTools } from '../harness/journey.ts';
import { openLastYearsResult, openPage } from '../harness/console-menu.ts';

ownCounty();

async function toLastYear(page: Page, signIn: JourneyTools['signIn'], role: string): Promise<void> {
  await signIn(role);
  await openPage(page, '评估');
  await openLastYearsResult(page);
  await expect(page.getByRole('heading', { level: 1, name: /评估结果/ })).toBeVisible();
}

async function saved(page: Page, press: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return download;
}

test('the charts of a coefficient are taken along as a picture and as a workbook', async ({ page, signIn, shot }) => {
  await toLastYear(page, signIn, 'county-administrator');
  const chart = page.getByRole('figure', { name: /各校对差异的影响/ });
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator('svg, canvas').first()).toBeVisible();
  await expect(
    page
      .getByRole('figure', { name: /各校分布/ })
      .locator('svg, canvas')
      .first(),
  ).toBeVisible();

  const picture = await saved(page, () => chart.getByRole('button', { name: '导出 PNG' }).click());
  expect(picture.suggestedFilename()).toMatch(/\.png$/);
  const bytes = readFileSync(await picture.path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  // Width and height of the picture stand in its first chunk.
  expect(bytes.readUInt32BE(16)).toBeGreaterThan(300);
  expect(bytes.readUInt32BE(20)).toBeGreaterThan(150);

  const sheet = await saved(page, () => chart.getByRole('button', { name: '导出 Excel' }).click());
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(readFileSync(await sheet.path())).buffer);
  const [first] = book.worksheets;
  const head = first?.getRow(1).values as readonly unknown[];
  expect(head).toContain('学校');
  // Every school-stage of the coefficient, numbers as numbers.
  expect(first?.rowCount).toBeGreaterThan(16);
  const value = head.indexOf('数值');
  expect(typeof first?.getRow(2).getCell(value).value).toBe('number');

  await chart.getByRole('button', { name: '表', exact: true }).click();
  await expect(chart.getByRole('table')).toBeVisible();
  await shot('closeup-table');
});

test(
  'a number of the heat table explains itself down to the cell, and back, on desk and phone',
  { tag: '@phone' },
  async ({ page, signIn, shot }) => {
    await toLastYear(page, signIn, 'inspector');
    const table = page.getByRole('table', { name: '各校各项指标' });
    await table.scrollIntoViewIfNeeded();
    await table.locator('tbody tr').first().getByRole('button').first().click();
    const why = page.getByRole('complementary', { name: '为什么' });
    await expect(why).toBeVisible();
    await expect(why.locator('.ev-cells li').first()).toContainText(/填报|审核/);
    await expectNoSidewaysScroll(page);
    await shot('heat-table-why');
    await page.keyboard.press('Escape');
    await expect(why).toBeHidden();
  },
);
