import { AsPerson } from '../harness/as-person.ts';
import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { sayingFor, speak } from '../harness/say.ts';

ownCounty();

const PICKED = '四舍五入有误，按固定资产台账更正。';

test(
  'the bureau follows the round, reminds a school, and sees that it was read',
  { tag: '@phone' },
  async ({ page, signIn, someoneElse, shot }, info) => {
    const say = sayingFor(info);
    await signIn('county-administrator');
    await speak(page, info);
    await page.getByRole('link', { name: say('进度与催报', 'Progress and reminders') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(say('填报进度', 'Progress'));
    const towns = page.getByRole('table', { name: say('按乡镇', 'By town') });
    await expect(towns.getByRole('row')).not.toHaveCount(1);
    await page.getByRole('button', { name: say('按学校类型', 'By type of school') }).click();
    await expect(page.getByRole('table', { name: say('按学校类型', 'By type of school') })).toBeVisible();
    await page.getByRole('button', { name: say('催报…', 'Remind…') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say('内容', 'Text')).fill('请于周五前提交。');
    await dialog.getByRole('button', { name: say('所学校', 'Send (schools') }).click();
    await expect(page.getByText(say('已发给', 'Sent. Schools'))).toBeVisible();
    await expectNoSidewaysScroll(page);
    await shot('round-progress');

    const school = await someoneElse();
    await school.signIn('school-a-reporter');
    await speak(school.page, info);
    const told = school.page.locator('.bureau-messages .jh-notice').first();
    await expect(told).toContainText('请于周五前提交。');
    await expectNoSidewaysScroll(school.page);
    await school.shot('school-is-reminded');
    const unread = await school.page.locator('.bureau-messages .jh-notice').count();
    await told.getByRole('button', { name: say('知道了', 'Read') }).click();
    await expect(school.page.locator('.bureau-messages .jh-notice')).toHaveCount(unread - 1);
    await page.reload();
    await expect(page.locator('.jc-sent li').first()).toContainText(say('1 / ', 'read by 1 of'));
  },
);

test(
  'a correction after approval has a reason, and the evaluations it outdates say so',
  { tag: '@phone' },
  async ({ page, signIn, shot }, info) => {
    const say = sayingFor(info);
    await signIn('county-administrator');
    await speak(page, info);
    await expect(page.locator('.jc-progress')).toBeVisible();
    const roundId = /rounds\/([^/?]+)/.exec(page.url())?.[1] ?? '';
    const api = await AsPerson.of(page);
    const run = await api.send<{ id: string }>('POST', `/rounds/${roundId}/evaluations`, {});

    const approved = say('已通过', 'Approved');
    await page.getByRole('button', { name: approved }).click();
    await expect(page.locator('tbody tr').filter({ hasNotText: approved })).toHaveCount(0);
    await page.locator('a[data-row]').first().click();
    await page.getByRole('button', { name: say('更正…', 'Correct…') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').selectOption('equipment-value');
    await dialog.getByLabel(say('更正为', 'Corrected to')).fill('148.5');
    await expect(dialog.getByRole('listitem').first()).toBeVisible();
    await shot('correcting');
    const save = dialog.getByRole('button', { name: say('更正并冻结新版本', 'Correct and freeze a new version') });
    await save.click();
    await expect(dialog.getByText(say('请写明原因。', 'Give the reason.'))).toBeVisible();
    await dialog.getByLabel(say('更正原因', 'Reason of the correction')).fill(PICKED);
    await save.click();
    await expect(dialog).toBeHidden();
    const outdated = page.getByText(say('请重新评估', 'evaluate again'));
    await expect(outdated).toBeVisible();
    await expectNoSidewaysScroll(page);

    await page.goto(new URL(`/admin/rounds/${roundId}/evaluations/${run.id}`, page.url()).href);
    await expect(page.getByText(say('已通过的数据有变化', 'Approved data changed after this run'))).toBeVisible();
    await expect(page.getByText(PICKED)).toBeVisible();
    await shot('outdated');
  },
);

test('words at a cell go between bureau and school, and some stay among the reviewers', async ({
  page,
  signIn,
  someoneElse,
}, info) => {
  const say = sayingFor(info);
  await signIn('county-administrator');
  await speak(page, info);
  await page.getByPlaceholder(say('查找学校、代码、乡镇', 'Find a school, code or town')).fill('栖云镇中心小学');
  await expect(page.locator('a[data-row]')).toHaveCount(1);
  await page.locator('a[data-row]').first().click();
  await page.locator('.jc-review .ev-why').nth(12).click();
  const panel = page.locator('.jc-panel');
  const write = async (text: string, audience: string): Promise<void> => {
    await panel.getByRole('textbox').fill(text);
    await panel.getByRole('combobox').selectOption(audience);
    await panel.getByRole('button', { name: say('发出', 'Send') }).click();
    await expect(panel.getByRole('listitem').filter({ hasText: text })).toBeVisible();
  };
  await write('与学籍系统不一致，请核对', 'school');
  await write('去年也是这样', 'reviewers');
  await expect(page.getByRole('button', { name: say('的批注：2 条', 'Comments on') })).toBeVisible();

  const { pathname, searchParams } = new URL(page.url());
  const reportId = pathname.split('/').at(-1) ?? '';
  const school = await someoneElse();
  await school.signIn('school-b-reporter');
  await speak(school.page, info);
  await expect(school.page.locator('.due-list')).toBeVisible();
  const place = `/reports/${reportId}?cell=${searchParams.get('cell') ?? ''}`;
  await school.page.goto(new URL(place, school.page.url()).href);
  await expect(school.page.locator('.form-grid').first()).toBeVisible();
  await expect(school.page.getByText('与学籍系统不一致，请核对')).toBeVisible();
  await expect(school.page.getByText('去年也是这样')).toHaveCount(0);
});
