import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../harness/accessibility.ts';
import { expect, expectNoSidewaysScroll, ownCounty, test, type JourneyTools } from '../harness/journey.ts';
import { ownReport, type ReportView } from '../harness/own-report.ts';
import { speakIn } from '../harness/say.ts';
import { cellOf, openForm, openSection } from '../harness/school-form.ts';
import { Spreadsheet } from '../harness/spreadsheet.ts';

ownCounty();

async function toWorkbook(page: Page, signIn: JourneyTools['signIn']): Promise<ReportView> {
  await signIn('school-a-reporter');
  const report = await openForm(page);
  await page.getByRole('link', { name: 'Excel 填报' }).click();
  await expect(page.getByRole('heading', { name: 'Excel 填报' })).toBeVisible();
  return report;
}

/** Presses a button that gives a file, and opens it. */
async function opened(page: Page, button: Locator): Promise<Spreadsheet> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  return Spreadsheet.open(await download.path());
}

const ownWorkbook = (page: Page): Promise<Spreadsheet> =>
  opened(page, page.getByRole('button', { name: '下载本校表格' }));

async function upload(page: Page, file: Awaited<ReturnType<Spreadsheet['save']>>): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles(file);
}

test('a school downloads its workbook, fills it in, mends what is marked, and confirms what changes', async ({
  page,
  signIn,
  shot,
}) => {
  const before = await toWorkbook(page, signIn);
  await expectAccessible(page);
  await shot('workbook');
  const sheet = await ownWorkbook(page);
  await expect(page.getByText('已下载。')).toBeVisible();
  expect(sheet.sheets[0]).toBe('填表说明');
  expect(sheet.isInput('multimedia-classrooms')).toBe(true);
  expect(sheet.value('pupils.primary')).toBe(Number(before.cells['pupils.primary']));

  // Filled in with faults: a unit that is not the item's, words for a number, a fraction of a class.
  sheet.fill({
    'multimedia-classrooms': '31间',
    'equipment-value': '2187618.3元',
    'music-rooms': '无',
    'classes.primary': 12.5,
  });
  await upload(page, await sheet.save('填好的表.xlsx'));
  await expect(page.getByRole('alert')).toContainText('有 3 处要改好，什么都没有保存');
  const faults = page.getByRole('region', { name: '要改好的格子' }).getByRole('listitem');
  await expect(faults).toHaveCount(3);
  await expect(faults.filter({ hasText: sheet.placeOf('equipment-value') })).toContainText('请改填 218.76183');
  await expect(faults.filter({ hasText: sheet.placeOf('classes.primary') })).toContainText('这里要填整数');
  await expectAccessible(page);
  await shot('workbook-faults');
  await speakIn(page, 'English');
  await expect(page.getByRole('alert')).toContainText('3 places have to be mended');
  await expect(page.getByText('Enter 218.76183 instead')).toBeVisible();
  await shot('workbook-faults-en');
  await speakIn(page, '中文');

  // The same workbook comes back with what is wrong beside the cells; what is right has nothing beside it.
  const marked = await opened(page, page.getByRole('button', { name: '下载标出问题的表格' }));
  expect(marked.value('equipment-value')).toBe('2187618.3元');
  expect(marked.said('equipment-value')).toContain('请改填 218.76183');
  expect(marked.said('music-rooms')).toContain('数量为零请填 0');
  expect(marked.said('multimedia-classrooms')).toBe('');
  expect((await ownReport(page)).cells).toEqual(before.cells);

  marked.fill({ 'equipment-value': 218.76183, 'music-rooms': 0, 'classes.primary': 12 });
  await page.getByRole('button', { name: '上传另一个文件' }).click();
  await upload(page, await marked.save('改好的表.xlsx'));
  const changes = page.getByRole('region', { name: /会改动的数/ });
  const row = changes.getByRole('row', { name: /网络多媒体教室间数/ });
  await expect(row).toContainText('31 间');
  await expect(row).toContainText(`${before.cells['multimedia-classrooms']} 间`);
  await expect(row).toContainText('%');
  await expectAccessible(page);
  await shot('workbook-changes');
  await speakIn(page, 'English');
  await expect(page.getByRole('region', { name: /Values that will change/ })).toBeVisible();
  await shot('workbook-changes-en');
  await speakIn(page, '中文');
  // A reload asks anew and has the same answer; still nothing is saved.
  await page.reload();
  await expect(row).toContainText('31 间');
  expect((await ownReport(page)).cells).toEqual(before.cells);

  await page.getByRole('button', { name: /^确认，保存 \d+ 项改动$/ }).click();
  await expect(page.getByText(/^已保存 \d+ 项改动$/)).toBeVisible();
  await shot('workbook-applied');
  await page.getByRole('link', { name: '回到填报' }).click();
  await openSection(page, '教学设备');
  await expect(cellOf(page, 'multimedia-classrooms')).toHaveValue('31');
  await expect(cellOf(page, 'equipment-value')).toHaveValue('218.76183');
  const stored = await ownReport(page);
  expect(stored.cells).toMatchObject({ 'equipment-value': '218.76183', 'music-rooms': '0', 'classes.primary': '12' });
});

test('a cell changed here and there is decided one by one, and a blank deletes nothing unasked', async ({
  page,
  signIn,
  someoneElse,
  shot,
}) => {
  await toWorkbook(page, signIn);
  const sheet = await ownWorkbook(page);
  const principal = await someoneElse();
  await principal.signIn('school-a-principal');
  await openForm(principal.page);
  await openSection(principal.page, '教学设备');
  await cellOf(principal.page, 'multimedia-classrooms').fill('44');
  await cellOf(principal.page, 'multimedia-classrooms').press('Tab');
  await expect.poll(async () => (await ownReport(page)).cells['multimedia-classrooms']).toBe('44');

  const { cells } = await ownReport(page);
  sheet.fill({ 'multimedia-classrooms': 45, 'sports-field-area': null });
  await upload(page, await sheet.save('表.xlsx'));
  const conflict = page.getByRole('group', { name: '网络多媒体教室间数' });
  await expect(conflict.getByRole('radio', { name: /用表里的：45 间/ })).toBeVisible();
  await expect(conflict.getByRole('radio', { name: /保留网上的：44 间/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^确认，保存/ })).toBeDisabled();
  await shot('workbook-conflict');
  await speakIn(page, 'English');
  await expect(page.getByText('Workbook and report differ: choose one (1)')).toBeVisible();
  await shot('workbook-conflict-en');
  await speakIn(page, '中文');
  await conflict.getByRole('radio', { name: /用表里的/ }).check();
  await expect(page.getByRole('checkbox', { name: /删除“校内运动场地面积”现在的数/ })).not.toBeChecked();
  await page.getByRole('button', { name: '确认，保存 1 项改动' }).click();
  await expect(page.getByText('已保存 1 项改动')).toBeVisible();
  const after = (await ownReport(page)).cells;
  expect(after['multimedia-classrooms']).toBe('45');
  expect(after['sports-field-area']).toBe(cells['sports-field-area']);
});

test(
  'files that are not this school’s workbook are refused, saying which',
  { tag: '@phone' },
  async ({ page, signIn, faults, shot }) => {
    faults.expect(/status of 4\d\d/);
    await toWorkbook(page, signIn);
    await expectNoSidewaysScroll(page);
    const refusal = page.getByRole('alert');
    const file = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
    await upload(page, file('照片.xlsx', '%PDF-1.7\n'));
    await expect(refusal).toContainText('没有接收“照片.xlsx”');
    await expect(refusal).toContainText('实际是 PDF');
    await upload(page, { ...file('大.xlsx', ''), buffer: Buffer.alloc(6 * 1024 * 1024) });
    await expect(refusal).toContainText('文件超过 5 MB');
    await upload(page, file('别的表.csv', '学校名称,在校生数\n甲校,5\n'));
    await expect(refusal).toContainText('这不是从这里下载的本校表格');
    await expectNoSidewaysScroll(page);
    await shot('workbook-refused');
    await speakIn(page, 'English');
    await shot('workbook-refused-en');
    await speakIn(page, '中文');
  },
);

test(
  'on a phone the changes are read without scrolling sideways',
  { tag: '@phone-only' },
  async ({ page, signIn, shot }) => {
    await toWorkbook(page, signIn);
    await shot('workbook');
    const sheet = await ownWorkbook(page);
    sheet.fill({ 'multimedia-classrooms': 33, 'music-rooms': '约3间' });
    await upload(page, await sheet.save('表.xlsx'));
    await expect(page.getByRole('region', { name: '要改好的格子' })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await shot('workbook-faults');
    sheet.fill({ 'music-rooms': 3 });
    await page.getByRole('button', { name: '上传另一个文件' }).click();
    await upload(page, await sheet.save('表.xlsx'));
    await expect(page.getByRole('region', { name: /会改动的数/ })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await shot('workbook-changes');
  },
);
