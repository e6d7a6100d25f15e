import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, ownCounty, test, type JourneyTools } from '../harness/journey.ts';
import { openPage } from '../harness/console-menu.ts';

ownCounty();

const example = fileURLToPath(new URL('../../docs/examples/00_control_clean.xlsx', import.meta.url));
const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../apps/api/test/fixtures/importer/files/${name}`, import.meta.url));

type ChosenFile = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

async function toImports(page: Page, signIn: JourneyTools['signIn']): Promise<void> {
  await signIn('county-administrator');
  await openPage(page, '导入数据');
  await expect(page.getByText('把文件拖到这里')).toBeVisible();
}

/** Whoever wants to hand in for the schools says so: an import prefills otherwise. */
async function handIn(page: Page): Promise<void> {
  const chosen = page.getByRole('radio', { name: /替学校报送/ });
  await chosen.click();
  await expect(chosen).toBeChecked();
}

/** What is handed in is confirmed in words. */
async function confirmHandIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '替学校报送…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '报送', exact: true }).click();
}

async function upload(page: Page, file: ChosenFile): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByRole('button', { name: '读取 1 个文件' }).click();
}

test('a workbook becomes reports waiting for review, and nothing changes before it is confirmed', async ({
  page,
  signIn,
  shot,
}) => {
  await toImports(page, signIn);
  await shot('imports');
  await upload(page, example);
  await expect(page.getByText('12 所学校').first()).toBeVisible();
  await expect(page.getByText('没有发现问题')).toBeVisible();
  await shot('import-preview');
  // Nothing yet.
  await openPage(page, '填报进度');
  await expect(page.getByRole('row', { name: /清泉县实验小学/ })).toContainText('未开始');
  await page.goBack();
  await handIn(page);

  await page.getByText('列怎么读的').click();
  await expect(page.getByRole('row', { name: /高于规定学历/ }).first()).toBeVisible();
  const replacing = page.getByRole('checkbox', { name: /已填的数会被替换/ });
  if ((await replacing.count()) > 0) {
    await expect(page.getByRole('button', { name: '替学校报送…' })).toBeDisabled();
    await replacing.check();
  }
  await confirmHandIn(page);
  const done = page.getByRole('status').filter({ hasText: '导入完成' });
  await expect(done).toContainText('12 所学校的自评已填好，等待审核');
  await shot('import-done');
  await done.getByRole('link', { name: '去审核' }).click();

  const imported = page.getByRole('row', { name: /清泉县实验小学/ });
  await expect(imported).toContainText('待审核');
  await imported.getByRole('link').click();
  await expect(page.getByRole('row', { name: /网络多媒体教室/ })).toContainText('38');
  await page
    .getByRole('row', { name: /网络多媒体教室/ })
    .getByRole('button')
    .first()
    .click();
  // Every imported cell knows where it came from.
  const history = page.getByRole('complementary', { name: '修改记录' });
  await expect(history).toContainText('00_control_clean.xlsx');
  await shot('import-origin');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '通过…' }).click();
  // A workbook never holds all that the form asks for: approving it all the same is a decision of its own.
  const approving = page.getByRole('dialog');
  await expect(approving.getByRole('button', { name: '通过' })).toBeDisabled();
  await approving.getByRole('checkbox').check();
  await approving.getByRole('button', { name: '通过' }).click();
  await expect(page.getByText('已通过', { exact: true }).first()).toBeVisible();

  // A second time the same workbook: what has been handed in is not overwritten.
  await openPage(page, '导入数据');
  await upload(page, example);
  await handIn(page);
  await expect(page.getByText('已提交，不能覆盖').first()).toBeVisible();
  await expect(page.getByText('已审核通过，不能覆盖')).toBeVisible();
  await expect(page.getByText('没有可以导入的学校。')).toBeVisible();
  await expect(page.getByRole('button', { name: '替学校报送…' })).toBeDisabled();
  await page.getByRole('button', { name: '放弃这次导入' }).click();
  await expect(page.getByText('这次导入已放弃，没有改动任何数据。')).toBeVisible();
});

test('faults of a workbook are shown at their cells, and it cannot be confirmed', async ({ page, signIn, shot }) => {
  await toImports(page, signIn);
  await upload(page, fixture('10_impossible_values.xlsx'));
  await handIn(page);
  await expect(page.getByText(/\d+ 处错误/).first()).toBeVisible();
  const problems = page.locator('.jc-problems li');
  await expect(problems.first()).toContainText(/[A-Z]+\d+/);
  await shot('import-problems');
  await expect(page.getByRole('button', { name: '替学校报送…' })).toBeDisabled();
  await expect(page.getByText(/请改好工作簿重新上传/)).toBeVisible();
});

test('a file that is no workbook is refused at once, saying why', async ({ page, signIn, faults, shot }) => {
  faults.expect(/status of 4\d\d/);
  await toImports(page, signIn);
  await upload(page, fixture('18_truncated.xlsx'));
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText('文件没有接收，什么都没有改动');
  await expect(refusal).toContainText('18_truncated.xlsx');
  await shot('import-refused');
});

test('rows without a known school are mapped by hand or left out', async ({ page, signIn, shot }) => {
  await toImports(page, signIn);
  const header =
    '学校标识码,学校名称,办学类型,在校生数（人）,高于规定学历教师数（人）,县级以上骨干教师数（人）,体育、艺术专任教师数（人）,教学及辅助用房面积（㎡）,体育运动场馆面积（㎡）,教学仪器设备值（元）,网络多媒体教室数（间）,班级数（个）,最大班额（人）';
  const rows = [
    '9940199033,高桥初级中学,初级中学,420,28,6,5,2700.5,4600,1260000,12,9,47',
    '9940100021,高桥镇橘井教学点,教学点,20,3,1,1,180,300,60000,2,1,20',
  ];
  await upload(page, {
    name: '补报.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([header, ...rows].join('\r\n'), 'utf8'),
  });
  await handIn(page);
  await expect(page.getByText(/有 1 行还没有决定归到哪所学校/)).toBeVisible();
  await expect(page.getByRole('button', { name: '替学校报送…' })).toBeDisabled();
  await shot('import-mapping');
  await page.getByRole('combobox', { name: '高桥初级中学: 归到' }).selectOption({ label: '高桥镇初级中学' });
  const known = page.getByRole('row', { name: /高桥镇橘井教学点/ });
  const change = known.getByRole('button');
  if ((await change.count()) > 0) await change.first().click();
  await known.getByRole('combobox').selectOption({ label: '不导入这一行' });
  await expect(page.getByText('1 行不导入')).toBeVisible();
  const replacing = page.getByRole('checkbox', { name: /已填的数会被替换/ });
  if ((await replacing.count()) > 0) await replacing.check();
  await confirmHandIn(page);
  const done = page.getByRole('status').filter({ hasText: '导入完成' });
  await expect(done).toContainText('1 所学校的自评已填好，等待审核');
  await expect(done).toContainText('高桥镇橘井教学点 您选择不导入');
  await done.getByRole('link', { name: '去审核' }).click();
  await expect(page.getByRole('row', { name: /高桥镇初级中学/ })).toContainText('待审核');
});
