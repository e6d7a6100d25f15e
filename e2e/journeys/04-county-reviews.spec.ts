import type { Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { cellOf, openForm, openSection, placeOf } from '../harness/school-form.ts';

ownCounty();

const SCHOOL_B = '栖云镇中心小学';

/** The row of a school in the list of the round. */
const rowOf = (page: Page, school: string) => page.getByRole('row').filter({ hasText: school });

/** Narrows the list to one state by its part of the strip above. */
const showOnly = (page: Page, state: string): Promise<void> =>
  page
    .getByRole('region', { name: '填报进度' })
    .getByRole('button', { name: new RegExp(`^${state}`) })
    .click();

/** Hands over as the reporter, submits as the principal. */
async function confirmMove(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('dialog').getByRole('button', { name: button }).click();
}

test(
  'the round at a glance: how far every school is, found by state, name or town',
  { tag: '@phone' },
  async ({ page, signIn, shot }) => {
    await signIn('county-administrator');
    await expect(page.getByRole('heading', { level: 1, name: /\d{4} 年自评/ })).toBeVisible();
    const rows = page.locator('tbody tr');
    await expect(rows).toHaveCount(45);
    await expectNoSidewaysScroll(page);
    await shot('round');
    await showOnly(page, '待审核');
    await expect(page.getByText('10 / 45 所')).toBeVisible();
    await expect(rows).toHaveCount(10);
    await page.getByPlaceholder('查找学校、代码、乡镇').fill('文昌小学');
    await expect(rows).toHaveCount(1);
    await page.reload();
    // The filter is in the address: it survives, and can be sent to a colleague.
    await expect(rows).toHaveCount(1);
    await page.getByRole('button', { name: '清除筛选' }).click();
    await expect(rows).toHaveCount(45);
  },
);

test('returned with a reason at a cell, corrected by the school, seen by the county, approved', async ({
  page,
  someoneElse,
  signIn,
  shot,
}) => {
  test.setTimeout(120_000);
  const reporter = await someoneElse();
  const principal = await someoneElse();

  await test.step('the school finds the reasons at the cells, mends one and answers the other', async () => {
    await reporter.signIn('school-b-reporter');
    await expect(reporter.page.getByText('教育局退回了这份上报')).toBeVisible();
    await reporter.shot('school-due-returned');
    await openForm(reporter.page, '去修改');
    await openSection(reporter.page, '教师信息');
    const backbone = placeOf(reporter.page, 'backbone-teachers.primary');
    await expect(backbone).toContainText('认定文件名单上只有 4 人');
    await expect(backbone).toContainText('县教育局管理员');
    await reporter.shot('school-form-returned');
    await cellOf(reporter.page, 'backbone-teachers.primary').fill('4');
    await expect(backbone).toContainText('已保存');
    await expect(backbone).toContainText('已修改');
    await openSection(reporter.page, '教学设备');
    const equipment = placeOf(reporter.page, 'equipment-value');
    await equipment.getByRole('button', { name: '写答复' }).click();
    await equipment.getByLabel('您的答复').fill('已与固定资产台账核对，账面原值无误。');
    await equipment.getByRole('button', { name: '保存答复' }).click();
    await expect(equipment).toContainText('已答复：已与固定资产台账核对');
    await reporter.page.getByRole('link', { name: '检查并交表' }).first().click();
    await confirmMove(reporter.page, '交给校长');
    await expect(reporter.page.getByText('已交给校长。')).toBeVisible();
    await principal.signIn('school-b-principal');
    await principal.page.getByRole('link', { name: '审核并提交' }).click();
    await confirmMove(principal.page, '确认提交');
    await expect(principal.page.getByText('提交成功。')).toBeVisible();
  });

  await test.step('the county sees what changed, and returns it once more', async () => {
    await signIn('county-administrator');
    await showOnly(page, '待审核');
    await rowOf(page, SCHOOL_B).getByRole('link').click();
    await expect(page.getByText(/退回，之后学校改动了 1 处/)).toBeVisible();
    await page
      .getByRole('button', { name: /要复看的/ })
      .first()
      .click();
    const changed = page.getByRole('row', { name: /县级及以上骨干教师数/ });
    await expect(changed).toContainText('已改');
    await expect(changed).toContainText('认定文件名单上只有 4 人');
    await expect(page.getByRole('row', { name: /校内运动场地面积/ })).toHaveCount(0);
    await shot('review-changed');
    await changed
      .getByRole('button', { name: /骨干教师数/ })
      .first()
      .click();
    const history = page.getByRole('complementary', { name: '修改记录' });
    await expect(history).toContainText('8 改为 4');
    await expect(history).toContainText('栖云镇中心小学填报员');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: /^全部/ }).click();
    await shot('review');
    const area = page.getByRole('row', { name: /校内运动场地面积/ });
    await area.getByRole('button', { name: /^标记/ }).click();
    await page.getByRole('textbox', { name: /校内运动场地面积/ }).fill('请附土地证，核对运动场面积。');
    await page.getByRole('button', { name: '退回…' }).click();
    const dialog = page.getByRole('dialog', { name: `退回${SCHOOL_B}` });
    await expect(dialog).toContainText('请附土地证，核对运动场面积。');
    await shot('review-return');
    await dialog.getByRole('button', { name: '退回，附 1 条原因' }).click();
    await expect(page.getByText('已退回', { exact: true }).first()).toBeVisible();
  });

  await test.step('the school corrects, hands over and submits again', async () => {
    await reporter.open('school-portal');
    await openForm(reporter.page, '去修改');
    // It opens where the open reason is.
    const field = placeOf(reporter.page, 'sports-field-area');
    await openSection(reporter.page, '体育场馆');
    await expect(field).toContainText('请附土地证，核对运动场面积。');
    const input = cellOf(reporter.page, 'sports-field-area');
    const before = Number((await input.inputValue()).replaceAll(',', ''));
    await input.fill(String(before - 100));
    await expect(field).toContainText('已修改');
    await reporter.page.getByRole('link', { name: '检查并交表' }).first().click();
    await confirmMove(reporter.page, '交给校长');
    await expect(reporter.page.getByText('已交给校长。')).toBeVisible();
    await principal.page.goto(reporter.page.url());
    await confirmMove(principal.page, '确认提交');
    await expect(principal.page.getByText('提交成功。')).toBeVisible();
  });

  await test.step('the county approves; the school has it in writing', async () => {
    await page.reload();
    await expect(page.getByText(/退回，之后学校改动了 1 处/)).toBeVisible();
    await page.getByRole('button', { name: '通过…' }).click();
    const dialog = page.getByRole('dialog', { name: `通过${SCHOOL_B}` });
    await expect(dialog.getByRole('button', { name: '通过' })).toBeVisible();
    const warnings = dialog.getByRole('checkbox');
    if ((await warnings.count()) > 0) {
      await expect(dialog.getByRole('button', { name: '通过' })).toBeDisabled();
      await warnings.check();
    }
    await dialog.getByRole('button', { name: '通过' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('已通过', { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: '通过…' })).toHaveCount(0);
    await page.getByRole('button', { name: '经过' }).click();
    await expect(page.getByRole('complementary', { name: '经过' }).getByText(/^县级 · 退回$/)).toHaveCount(2);
    await shot('review-approved');
    await reporter.page.reload();
    await expect(reporter.page.getByText('已通过', { exact: true }).first()).toBeVisible();
  });
});

test('many are approved at once; what may not be is named, what carries warnings is confirmed', async ({
  page,
  signIn,
  shot,
}) => {
  await signIn('county-administrator');
  // Everything: what is not waiting for review must be refused, with its reason.
  await page.getByRole('checkbox', { name: '选择列出的全部学校' }).check();
  await page.getByRole('button', { name: '批量通过…' }).click();
  const dialog = page.getByRole('dialog', { name: '批量通过' });
  await expect(dialog).toContainText(/\d+ 份现在不能通过/);
  await dialog.getByText(/^不是待审核状态/).click();
  await expect(dialog.getByRole('listitem').filter({ hasText: '清泉县实验小学' })).toBeVisible();
  await shot('approve-many-guard');
  await dialog.getByRole('button', { name: '关闭' }).click();
  await page.getByRole('button', { name: '取消选择' }).click();

  await showOnly(page, '待审核');
  await expect(page.locator('tbody tr').filter({ hasNotText: '待审核' })).toHaveCount(0);
  const waiting = 10;
  await expect(page.locator('tbody tr')).toHaveCount(waiting);
  await page.getByRole('checkbox', { name: '选择列出的全部学校' }).check();
  await page.getByRole('button', { name: '批量通过…' }).click();
  await expect(dialog.getByRole('button', { name: `通过 ${waiting} 份` })).toBeVisible();
  const confirmation = dialog.getByRole('checkbox');
  if ((await confirmation.count()) > 0) {
    await expect(dialog.getByRole('button', { name: `通过 ${waiting} 份` })).toBeDisabled();
    await confirmation.check();
  }
  await dialog.getByRole('button', { name: `通过 ${waiting} 份` }).click();
  await expect(dialog).toContainText(`已通过 ${waiting} 份`);
  await dialog.getByRole('button', { name: '关闭' }).first().click();
  await expect(page.getByText('没有符合条件的学校')).toBeVisible();
});
