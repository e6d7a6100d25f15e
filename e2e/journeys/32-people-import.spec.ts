import { openPage } from '../harness/console-menu.ts';
import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { sayingFor, speak } from '../harness/say.ts';

ownCounty();

test('people from a sheet: errors at their cells, then right, then a link for each @phone', async ({
  page,
  signIn,
  shot,
}, info) => {
  const say = sayingFor(info);
  const mark = info.project.name;
  await signIn('county-administrator');
  await speak(page, info);
  await openPage(page, say('人员', 'People'));
  await page.getByRole('link', { name: say('批量新建…', 'Many at once…') }).click();
  const upload = (...rows: string[]) =>
    page.getByLabel(say('选择填好的表格（.xlsx 或 .csv）', 'Choose the filled sheet (.xlsx or .csv)')).setInputFiles({
      name: '人员.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\uFEFF${['姓名,账号,角色,单位', ...rows].join('\r\n')}\r\n`),
    });
  await upload(`示例一,one-${mark},填报员,没有的小学`, `示例二,two-${mark},仙人,督导室`, `示例三,X,科室人员,督导室`);
  const row = (cell: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: cell }) });
  await expect(row('D2')).toContainText('没有的小学');
  await expect(row('C3')).toContainText('仙人');
  await expect(row('B4')).toBeVisible();
  await expect(page.getByRole('button', { name: say('授予', 'Give') })).toHaveCount(0);
  await expectNoSidewaysScroll(page);
  await shot('people-sheet-errors');

  await upload(`示例二,two-${mark},科室人员,督导室`, `示例三,three-${mark},科室人员,督导室`);
  await page.getByRole('button', { name: say('授予 2 个角色', 'Give 2 roles') }).click();
  await expect(page.getByRole('rowheader', { name: '示例三' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await shot('people-sheet-links');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: say('下载链接表', 'Download the links') }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
  await page.getByRole('link', { name: say('全部人员', 'All people') }).click();
  await page.getByRole('searchbox').fill(`three-${mark}`);
  await expect(page.getByRole('link', { name: '示例三' })).toBeVisible();
});
