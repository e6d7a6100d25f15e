import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { openPage } from '../harness/console-menu.ts';

ownCounty();

test(
  'a city sees its counties: tile, ranking, trend, warnings; drills down and takes the table along',
  { tag: '@phone' },
  async ({ page, signIn, shot }) => {
    await signIn('city-reviewer');
    await openPage(page, '区县总览');
    const tiles = page.getByRole('region', { name: '区县分布' });
    await expect(tiles.getByRole('link', { name: /清泉县.*学校学段达标/ })).toBeVisible();
    const ranking = page.getByRole('region', { name: '区县排名' });
    await expect(ranking.getByRole('row', { name: /清泉县/ })).toBeVisible();
    await expect(page.getByRole('region', { name: '早期预警' })).toBeVisible();
    await expect(page.getByRole('region', { name: '多年趋势' }).locator('svg, canvas').first()).toBeVisible();
    await expectNoSidewaysScroll(page);
    await shot('city-page');

    const groupings = page.getByRole('region', { name: '片区与集团比较' });
    await expect(groupings.getByRole('row').nth(1)).toBeVisible();
    await expect(groupings.getByRole('link', { name: '清泉县' }).first()).toBeVisible();

    const recognition = page.getByRole('region', { name: '认定记录' });
    await recognition.getByRole('button', { name: '登记认定步骤' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('步骤').selectOption({ label: '已认定' });
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await expect(dialog.getByText('请填写这一项')).toBeVisible();
    await dialog.getByLabel('文号').fill('某督〔2026〕1号（虚构）');
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await expect(recognition.getByRole('row', { name: /清泉县.*已认定.*某督〔2026〕1号/ })).toBeVisible();
    await recognition.getByRole('button', { name: /的认定历史/ }).click();
    await expect(dialog.getByText(/市教育局复核员于.*登记/)).toBeVisible();
    await shot('recognition-history');
    await dialog.getByRole('button', { name: '关闭' }).click();
    await expect(dialog).toBeHidden();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      ranking.getByRole('button', { name: '导出 Excel' }).click(),
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(readFileSync(await download.path())).buffer);
    const texts = book.worksheets[0]?.getRow(2).values as readonly unknown[];
    expect(texts.some((each) => String(each).includes('清泉县'))).toBe(true);

    await page.getByRole('button', { name: 'English', exact: true }).first().click();
    await expect(page.getByRole('region', { name: 'Counties at a glance' })).toBeVisible();
    await shot('city-page-en');
    await page.getByRole('region', { name: 'Counties at a glance' }).getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Evaluation of');
    await expect(page.getByRole('region', { name: 'Recognition of this county' })).toContainText('Recognised');
  },
);
