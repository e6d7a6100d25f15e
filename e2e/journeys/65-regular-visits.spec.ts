import { expectAccessible } from '../harness/accessibility.ts';
import { openPage } from '../harness/console-menu.ts';
import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { NO_NETWORK } from '../harness/page-faults.ts';

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
  await expect(page.getByText(/every term, at least 2;/)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await shot('regular-visits-en');
});

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAADklEQVR4nGPoQQIMODkAgB4TsYxDflAAAAAASUVORK5CYII=',
  'base64',
);

test('a special supervision goes by a checklist, on a tablet without a network; what it finds goes to the ledger', async ({
  page,
  context,
  signIn,
  faults,
  shot,
}) => {
  faults.expect(NO_NETWORK);
  await signIn('inspector');
  await openPage(page, '督导');
  await page.getByRole('link', { name: '督查清单', exact: true }).click();
  await page.getByRole('link', { name: '新建督查清单' }).click();
  await page.getByLabel('清单名称').fill('开学安全督查清单');
  await page.getByLabel('看什么').fill('校门前有硬质防冲撞设施');
  await page.getByRole('button', { name: '再加一条' }).click();
  const second = page.getByRole('group', { name: '第 2 条' });
  await second.getByLabel('看什么').fill('食堂卫生管理');
  await second.getByLabel('怎样记录').selectOption('scored');
  await second.getByLabel('满分', { exact: true }).fill('10');
  await shot('checklist-form');
  await expectAccessible(page);
  await page.getByRole('button', { name: '发布清单' }).click();
  await page.getByRole('dialog').getByRole('button').last().click();
  await page.getByText('开学安全督查清单').click();
  await expect(page.getByText('满分 10 分')).toBeVisible();
  await shot('checklists');

  await page.getByRole('link', { name: '督导项目', exact: true }).click();
  await page.getByRole('link', { name: '新建督导项目' }).click();
  await page.getByLabel('项目名称').fill('开学安全专项督查');
  await page.getByLabel('类型', { exact: true }).selectOption('special');
  await expect(page.getByLabel('评估标准')).toContainText('清单：开学安全督查清单');
  await page.getByLabel('开始日').fill('2030-09-02');
  await page.getByLabel('结束日').fill('2030-09-06');
  await page.getByLabel('指定学校').click();
  await page.locator('.jc-choices input').first().click();
  await page.getByRole('button', { name: '加一个小组' }).click();
  await page.getByRole('group', { name: '第1组的成员' }).getByRole('checkbox').click();
  await shot('special-supervision-form');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '确定学校名单' }).click();
  await page.getByRole('dialog').getByRole('button').last().click();
  // A tablet in the hand, at a school without a network.
  await page.setViewportSize({ width: 820, height: 1180 });
  await page.locator('.jc-visits__row a').first().click();
  await expect(page.locator('select[name^="score:"]')).toBeVisible();
  await context.setOffline(true);
  await page.locator('select[name^="score:"]').selectOption('unmet');
  await page.locator('input[name^="score:"]').fill('7.5');
  await page.locator('input[name^="score:"]').blur();
  await page.getByRole('button', { name: '添加问题' }).click();
  await page.getByLabel('问题', { exact: true }).fill('消防通道堆放杂物');
  await page.getByLabel('问题', { exact: true }).blur();
  await page.locator('input[type="file"]').setInputFiles({ name: '通道.png', mimeType: 'image/png', buffer: PICTURE });
  await expect(page.getByText('已存在本机，待同步')).toBeVisible();
  await expect(page.getByText(/^已存在本机，\d+ 项待同步$/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: '签字完成' })).toBeHidden();
  await expectNoSidewaysScroll(page);
  await shot('special-supervision-offline');
  await context.setOffline(false);
  await expect(page.getByText('已全部同步').first()).toBeVisible();
  await expect(page.getByRole('button', { name: '签字完成' })).toBeEnabled();
  await shot('special-supervision-visit');
  await page.getByRole('button', { name: '签字完成' }).click();
  await page.getByRole('dialog').getByRole('button').last().click();
  await expect(page.getByRole('button', { name: '签字完成' })).toBeHidden();
  await expect(page.getByText('已签字').first()).toBeVisible();

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goBack();
  await page.getByRole('link', { name: '打开督查结果' }).click();
  await expect(page.getByText('平均 7.5 分（满分 10）')).toBeVisible();
  await page.getByRole('button', { name: '把 2 个问题移交台账' }).click();
  await expect(page.getByRole('link', { name: /^台账第 \d+ 号$/ })).toHaveCount(2);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 Excel' }).first().click(),
  ]);
  expect(download.suggestedFilename()).toBe('开学安全专项督查 督查结果.xlsx');
  await expectAccessible(page);
  await shot('special-supervision-results');
});
