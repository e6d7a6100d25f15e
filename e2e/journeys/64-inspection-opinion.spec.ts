import type { Page } from '@playwright/test';
import { expectAccessible } from '../harness/accessibility.ts';
import { AsPerson } from '../harness/as-person.ts';
import { openPage } from '../harness/console-menu.ts';
import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';

ownCounty();
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

const NAME = '2026年督导评估意见';
const FACT = '三所学校的音乐教室少于规定间数。';
const AMENDED = '两所学校的音乐教室少于规定间数。';

/** A project whose schools are confirmed: how schools are drawn has a journey of its own. */
async function planProject(page: Page): Promise<string> {
  const inspector = await AsPerson.of(page);
  const { regions } = await inspector.get<{ regions: { id: string; level: string }[] }>('/regions');
  const { personId } = await inspector.get<{ personId: string }>('/session');
  const { id } = await inspector.send<{ id: string }>('POST', '/inspections', {
    name: NAME,
    kind: 'evaluation',
    editionId: 'cn-2017-quality-balance',
    counties: [{ countyId: regions.find(({ level }) => level === 'county')?.id, sampleSize: null, sizeReason: null }],
    startsOn: '2030-10-14',
    endsOn: '2030-10-18',
    selection: 'all',
    schoolTypes: ['primary', 'junior'],
    chosenSchoolIds: [],
    verifiedItems: [],
    judgedRequirements: [],
    team: [{ personId, part: 'lead' }],
  });
  await inspector.send('POST', `/inspections/${id}/confirmation`, {});
  return id;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const confirm = (page: Page) => page.getByRole('dialog').getByRole('button').last().click();
const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a preliminary opinion is objected to, answered, made final and printed', async ({
  page,
  signIn,
  shot,
  someoneElse,
}) => {
  await signIn('inspector');
  await expect(page.getByRole('navigation').first()).toBeVisible();
  const id = await planProject(page);
  await openPage(page, '督导');
  await page.getByRole('link', { name: NAME }).click();
  await page.getByRole('link', { name: /督导意见/ }).click();
  await expect(page.getByRole('heading', { name: '督导意见', exact: true })).toBeVisible();
  await press(page, '签发初步意见');
  await expect(page.getByRole('alert')).toContainText('处没有填写');
  await page.getByLabel('文号').fill('示例督〔2030〕5号');
  await page.getByLabel('督导依据与过程').fill('督导组听取汇报、查阅资料并实地查看学校。');
  await press(page, '添加一个部分');
  await page.getByLabel('第 1 点').fill('学校布局调整按规划推进。');
  await press(page, '添加问题');
  await page.getByLabel('所涉指标').selectOption('G3');
  await page.getByLabel('事实').fill(FACT);
  await page.getByLabel('整改要求').fill('补建或改建音乐教室。');
  await page.getByLabel('整改期限').fill(later(200));
  await press(page, '保存草稿');
  await expect(page.getByText('已保存')).toBeVisible();
  await expectAccessible(page);
  await shot('opinion-draft');
  await press(page, '签发初步意见');
  await shot('opinion-issue-asks');
  await page.getByRole('dialog').getByRole('button', { name: '签发初步意见' }).click();
  await expect(page.getByText('已送达，可申辩')).toBeVisible();
  await shot('opinion-issued');

  const county = await someoneElse();
  await county.signIn('county-administrator');
  await openPage(county.page, '督导');
  await county.page.getByRole('link', { name: NAME }).click();
  await county.page.getByRole('link', { name: /督导意见/ }).click();
  await press(county.page, '签收');
  await confirm(county.page);
  await expect(county.page.getByText(/ 签收，/).first()).toBeVisible();
  await county.page.locator('.jc-opinion__answer').filter({ hasText: FACT }).getByText('对这一条申辩').click();
  await county.page.getByLabel('申辩理由').fill('其中一所已于八月改建完成。');
  await expectAccessible(county.page);
  await county.shot('opinion-objection');
  await press(county.page, '提交申辩');
  await confirm(county.page);
  await expect(county.page.getByText('督导组正在逐条答复。')).toBeVisible();

  await page.reload();
  await page.getByLabel('答复', { exact: true }).selectOption('partly');
  await page.getByLabel('答复理由').fill('经核实，一所已改建。');
  await page.getByLabel('修改后的文字').fill(AMENDED);
  await expect(page.getByText('全部答复完毕')).toBeVisible();
  await shot('opinion-answers');
  await Promise.all([
    page.waitForResponse((answer) => answer.request().method() !== 'GET' && answer.ok()),
    press(page, '保存答复'),
  ]);
  await press(page, '印发正式意见');
  await shot('opinion-final-asks');
  await page.getByRole('dialog').getByRole('button', { name: '印发正式意见' }).click();
  await expect(page.getByText('正式意见已印发')).toBeVisible();
  await expect(page.getByText(AMENDED).first()).toBeVisible();
  await expectAccessible(page);
  await shot('opinion-final');

  await press(page, '起草反馈意见');
  for (const part of ['资源配置', '政府保障程度', '教育质量', '社会认可度']) {
    await page.getByLabel(part, { exact: true }).fill('达到标准。');
  }
  await page.getByLabel('二、主要做法与成效').fill('县里统筹推进。');
  await press(page, '从意见书的问题生成第三部分');
  await expect(page.getByLabel('三、存在的主要问题')).toHaveValue(`1. ${AMENDED}`);
  await page.getByLabel('四、意见与建议').fill('加快建设。');
  await shot('opinion-feedback-draft');
  await press(page, '签发反馈意见');
  await confirm(page);
  await expect(page.getByRole('heading', { name: '反馈意见', exact: true })).toBeVisible();

  await page.getByRole('link', { name: '打印' }).first().click();
  await expect(page.getByRole('heading', { name: '督导意见书' })).toBeVisible();
  await shot('opinion-sheet');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByText(AMENDED)).toBeVisible();
  await shot('opinion-print');
  expect(id).not.toBe('');
});

test('the county reads the final opinion in English', async ({ page, signIn, shot }) => {
  await signIn('county-administrator');
  await page.getByRole('button', { name: 'English', exact: true }).first().click();
  await openPage(page, 'Inspection');
  await page.getByRole('link', { name: NAME }).click();
  await page.getByRole('link', { name: /Opinion/ }).click();
  await expect(page.getByText('Final opinion issued').first()).toBeVisible();
  await expect(page.getByText('Accepted in part')).toBeVisible();
  await expectAccessible(page);
  await shot('opinion-en');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await shot('opinion-en-390');
  await page.getByRole('link', { name: 'Print' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Inspection opinion' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await shot('opinion-sheet-en-390');
});
