import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { openPage } from '../harness/console-menu.ts';
import { composeChinese } from '../harness/input-method.ts';

ownCounty();

test('the county registers a school, lets it join the round, renames it, and sees what it was', async ({
  page,
  signIn,
  shot,
  faults,
}) => {
  faults.expect(/status of 409/);
  await signIn('county-administrator');
  await openPage(page, '学校');
  await page.getByRole('button', { name: '登记学校…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('学校标识码').fill('2199009901');
  await dialog.getByLabel('学校名称').fill('示例新建小学');
  await dialog.getByLabel('办学类型').selectOption({ label: '小学' });
  await dialog.getByLabel('城乡类型').selectOption({ index: 2 });
  await shot('register-school');
  await dialog.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByRole('heading', { name: '示例新建小学' })).toBeVisible();
  await page.getByRole('button', { name: /^加入/ }).first().click();
  await expect(page.getByRole('button', { name: /^加入/ })).toHaveCount(0);
  await page.getByRole('button', { name: '改名…' }).click();
  await dialog.getByLabel('新名称').fill('示例第九小学');
  await dialog.getByLabel('原因或文号').fill('县政府批复');
  await dialog.getByRole('button', { name: '改名', exact: true }).click();
  await expect(page.getByRole('heading', { name: '示例第九小学', exact: true })).toBeVisible();
  await expect(page.getByRole('row', { name: /示例新建小学/ })).toBeVisible();
  await shot('school-page');
  // It has a report now: it cannot be deleted, and the page says why.
  await page.getByRole('button', { name: '删除…' }).click();
  await dialog.getByRole('button', { name: '删除', exact: true }).click();
  await expect(dialog.getByText('上报 1 份')).toBeVisible();
  await shot('school-referred-to');
});

test('names are searched with an input method: what is composed stays, what came of it is searched', async ({
  page,
  signIn,
}) => {
  await signIn('county-administrator');
  for (const [list, nobody] of [
    ['填报进度', '没有符合条件的学校'],
    ['学校', '没有符合条件的学校'],
    ['人员', '没有符合条件的人'],
  ] as const) {
    await openPage(page, list);
    const field = page.getByRole('searchbox').first();
    const chosen = await composeChinese(page, field);
    await expect(page.getByText(nobody)).toBeVisible();
    await expect(field).toHaveValue(chosen);
    await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(chosen)}(&|$)`));
  }
});

test('areas, groups and sections: made, filtered by, closed @phone', async ({ page, signIn, shot }) => {
  await signIn('county-administrator');
  await openPage(page, '学校');
  await page.getByRole('searchbox').fill('xx');
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await page.getByRole('link', { name: '片区与集团' }).click();
  await expect(page).toHaveTitle(/^片区与集团/);
  await shot('groupings');
  const area = page.getByRole('rowheader').first().getByRole('link');
  const name = (await area.textContent()) ?? '';
  await area.click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await shot('grouping');
  await page.getByRole('link', { name: '在学校列表中查看' }).click();
  await expect(page).toHaveURL(/group=/);
  await expect(page.getByLabel('片区与办学组织')).not.toHaveValue('');
  await shot('schools-of-area');
  await page.getByRole('link', { name: '科室与单位' }).click();
  await page.getByRole('button', { name: '新建科室或单位…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('示例迎检办');
  await dialog.getByLabel('类别').selectOption('office');
  await dialog.getByRole('button', { name: '新建', exact: true }).click();
  await expect(page.getByRole('rowheader', { name: /示例迎检办/ })).toBeVisible();
  await shot('units');
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: '停用示例迎检办' }).click();
  await dialog.getByLabel('原因或文号').fill('迎检结束');
  await dialog.getByRole('button', { name: '停用', exact: true }).click();
  await expect(page.getByRole('rowheader', { name: /示例迎检办.*已停用/ })).toBeVisible();
});

test('schools from a sheet: a doubt is read before anything is registered', async ({ page, signIn, shot }) => {
  await signIn('county-administrator');
  await openPage(page, '学校');
  await page.getByRole('link', { name: '批量登记…' }).click();
  const lines = [
    '学校标识码,学校名称,办学类型,城乡类型',
    '2199009911,示例批量小学,小学,镇区',
    '2199009912,示例批量小学校,小学,镇区',
  ];
  await page.getByLabel(/选择填好的表格/).setInputFiles({
    name: '学校.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`),
  });
  await expect(page.getByText('可能是同一所学校')).toBeVisible();
  await shot('school-sheet');
  await expect(page.getByRole('button', { name: '登记 2 所学校' })).toBeDisabled();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '登记 2 所学校' }).click();
  await expect(page.getByText('已登记 2 所学校。')).toBeVisible();
});
