import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { speakIn } from '../harness/say.ts';

ownCounty();

test(
  'the queue says what to look at first; one goes through it by keyboard, and a line of the review fits a phone',
  { tag: '@phone' },
  async ({ page, signIn, shot }) => {
    await signIn('county-administrator');
    await page
      .getByRole('region', { name: '填报进度' })
      .getByRole('button', { name: /^待审核/ })
      .click();
    const rows = page.locator('tbody tr');
    await expect(rows).toHaveCount(10);
    // The heaviest first, with the reason in words.
    await expect(rows.first()).toContainText(/风险 \d+/);
    await expect(rows.first()).toContainText(/去年 .*今年|刚达标|差一点/);
    const scores = await rows.evaluateAll((all) =>
      all.map((row) => Number(/(?:风险|risk) (\d+)/.exec(row.textContent ?? '')?.[1] ?? '0')),
    );
    expect(scores).toEqual(scores.toSorted((left, right) => right - left));
    await shot('queue-zh');
    await speakIn(page, 'English');
    await expect(rows.first()).toContainText(/risk \d+/);
    await shot('queue-en');
    await speakIn(page, '中文');

    await rows.first().getByRole('link').click();
    await expect(page.getByText('1 / 10')).toBeVisible();
    await expect(page.getByText('先看什么')).toBeVisible();
    await shot('review-first-zh');
    await expectNoSidewaysScroll(page);
    await page.keyboard.press('j');
    await expect(page.getByText('2 / 10')).toBeVisible();
    await expect(page).toHaveURL(/status=submitted/);
    await page.keyboard.press('k');
    await expect(page.getByText('1 / 10')).toBeVisible();
    await speakIn(page, 'English');
    await expect(page.getByRole('button', { name: 'Approve…' })).toBeVisible();
    await shot('review-first-en');
    await expectNoSidewaysScroll(page);
    await speakIn(page, '中文');
  },
);

test('the review is divided, and a reviewer looks at their own part only', async ({ page, signIn, shot }) => {
  await signIn('county-administrator');
  await page.getByRole('button', { name: '审核分工…' }).click();
  const dialog = page.getByRole('dialog', { name: '审核分工' });
  await expect(dialog).toContainText('还没有分工。');
  const person = dialog.getByLabel('审核人');
  await person.selectOption({ label: '县教育局管理员' });
  await dialog.getByRole('checkbox', { name: '栖云镇' }).check();
  await dialog.getByRole('button', { name: '保存这个人的分工' }).click();
  await expect(dialog.getByText('已保存。')).toBeVisible();
  await shot('assign-reviewers');
  await page.keyboard.press('Escape');
  const own = page.getByRole('checkbox', { name: '只看分给我的' });
  await own.click();
  await expect(own).toBeChecked();
  await expect(page).toHaveURL(/mine=1/);
  const rows = page.locator('tbody tr');
  await expect(rows).not.toHaveCount(45);
  await expect(rows.first()).toContainText('栖云镇');
});

test('a round says who reviews it, level by level', { tag: '@phone' }, async ({ page, signIn, shot }) => {
  await signIn('county-administrator');
  await page.getByRole('link', { name: '开启新一轮' }).click();
  await expect(page.getByLabel('上级退回时')).toHaveCount(0);
  await page.getByLabel('审核层级').selectOption({ label: '县级审核，再市级复核' });
  await expect(page.getByLabel('上级退回时')).toBeVisible();
  await shot('open-round-levels');
  await expectNoSidewaysScroll(page);
});
