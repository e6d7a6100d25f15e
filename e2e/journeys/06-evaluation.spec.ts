import type { Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, ownCounty, test, type JourneyTools } from '../harness/journey.ts';
import { openLastYearsResult, openPage } from '../harness/console-menu.ts';

ownCounty();

async function toEvaluations(page: Page, signIn: JourneyTools['signIn'], role: string): Promise<void> {
  await signIn(role);
  await openPage(page, '评估');
  await expect(page.getByRole('heading', { level: 1, name: '评估' })).toBeVisible();
}

async function toLastYear(page: Page): Promise<void> {
  await openLastYearsResult(page);
  await expect(page.getByRole('heading', { level: 1, name: '清泉县（虚构）评估结果' })).toBeVisible();
}

const verdict = (page: Page) => page.getByRole('region', { name: '评估结论' });
const coefficients = (page: Page) => page.getByRole('table', { name: /^小学各项差异系数与上限/ });
const why = (page: Page) => page.getByRole('complementary', { name: '为什么' });

test('run twice, the same result: the fingerprints are equal and the page says so', async ({ page, signIn, shot }) => {
  await toEvaluations(page, signIn, 'county-administrator');
  await expect(page.getByText('还没有运行过评估')).toBeVisible();
  const fingerprints: string[] = [];
  for (let run = 0; run < 2; run += 1) {
    await page.getByRole('button', { name: '运行评估' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '清泉县（虚构）评估结果' })).toBeVisible();
    await expect(page.getByText(/\d+ 所还没有审核通过，按缺数据处理/)).toBeVisible();
    await page.getByRole('link', { name: '全部评估' }).click();
    await expect(page.locator('tbody tr')).toHaveCount(run + 1);
    const answer = await page.request.get(page.url().replace('/admin/', '/api/v1/'));
    const { evaluations } = (await answer.json()) as { evaluations: { resultHash: string }[] };
    fingerprints.push(evaluations[0]?.resultHash ?? `none ${run}`);
  }
  expect(fingerprints[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(fingerprints[1]).toBe(fingerprints[0]);
  await expect(page.getByText('结果相同', { exact: false }).first()).toBeVisible();
  await shot('evaluations');
});

test(
  'last year: primary fails by one coefficient, junior meets; chart and table agree',
  { tag: '@phone' },
  async ({ page, signIn, shot }) => {
    await toEvaluations(page, signIn, 'inspector');
    await toLastYear(page);
    await expect(verdict(page)).toContainText('未达标');
    const stage = (name: string) => verdict(page).locator('.ev-verdict__stage', { hasText: name });
    await expect(stage('小学')).toContainText('未达标');
    await expect(stage('小学')).toContainText('6 / 7');
    await expect(stage('小学')).toContainText('28 / 30');
    await expect(stage('初中')).toContainText('7 / 7');
    await expect(stage('初中')).toContainText('16 / 16');

    const chart = page.getByRole('img', { name: '小学差异系数柱形图，上限 0.50' });
    await expect(chart.locator('svg, canvas')).toBeVisible();
    const failing = coefficients(page).getByRole('row', { name: /生均教学仪器设备值/ });
    await expect(failing).toContainText('0.514');
    await expect(failing).toContainText('未达标');
    await expect(page.getByText('0.514，超出上限 0.50 共 0.014')).toBeVisible();
    await expectNoSidewaysScroll(page);
    await shot('evaluation');
  },
);

test('any number leads to the cells it came from, who entered and who approved them', async ({
  page,
  signIn,
  shot,
}) => {
  await toEvaluations(page, signIn, 'city-reviewer');
  await toLastYear(page);
  await coefficients(page)
    .getByRole('row', { name: /生均教学仪器设备值/ })
    .getByRole('button')
    .first()
    .click();
  await expect(why(page)).toContainText('0.50');
  await expect(why(page)).toContainText(/0\.514/);
  await shot('why-coefficient');
  await why(page)
    .getByRole('button', { name: /清泉县第四小学/ })
    .first()
    .click();
  const cell = why(page).locator('.ev-cells li').filter({ hasText: '教学仪器设备资产值' }).first();
  await expect(cell).toContainText('万元');
  await expect(cell).toContainText(/填报员 .*填报/);
  await expect(cell).toContainText(/校长 .*提交/);
  await expect(cell).toContainText(/县教育局管理员 .*审核通过/);
  await shot('why-cells');
  // The address leads back to the same explanation.
  await page.reload();
  await expect(cell).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(why(page)).toBeHidden();
});

test('the table of schools is sorted and filtered', async ({ page, signIn }) => {
  await toEvaluations(page, signIn, 'section-officer');
  await toLastYear(page);
  const table = page.getByRole('table', { name: '各校各项指标' });
  const rows = table.locator('tbody tr');
  await expect(rows).toHaveCount(46);
  const equipment = table.getByRole('columnheader', { name: /仪器设备/ });
  const values = async (): Promise<number[]> =>
    (await rows.locator('td:nth-of-type(8)').allInnerTexts()).map((text) =>
      Number(/[\d,]+\.\d+/.exec(text)?.[0].replaceAll(',', '')),
    );
  const ascending = (await values()).sort((a, b) => a - b);
  expect(ascending).toHaveLength(46);
  const expected = { ascending, descending: [...ascending].reverse() };
  // The rows follow the header when the page has drawn them anew.
  await equipment.getByRole('button').click();
  await expect(equipment).toHaveAttribute('aria-sort', /^(ascending|descending)$/);
  const first = (await equipment.getAttribute('aria-sort')) === 'ascending' ? 'ascending' : 'descending';
  const second = first === 'ascending' ? 'descending' : 'ascending';
  await expect.poll(values).toEqual(expected[first]);
  await equipment.getByRole('button').click();
  await expect(equipment).toHaveAttribute('aria-sort', second);
  await expect.poll(values).toEqual(expected[second]);

  await page.locator('.jc-tab', { hasText: /^未达标$/ }).click();
  await expect(rows).toHaveCount(2);
  await expect(page.getByText('2 / 46 个学校学段')).toBeVisible();
  await page.getByPlaceholder('查找学校、代码、乡镇').fill('第三小学');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('清泉县第三小学');
});
