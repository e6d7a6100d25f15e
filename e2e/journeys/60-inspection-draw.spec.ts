import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../harness/accessibility.ts';
import { openPage } from '../harness/console-menu.ts';
import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';

ownCounty();
test.describe.configure({ mode: 'serial' });
// The stated time lies a minute ahead at least, and drawing waits another one.
test.setTimeout(300_000);

const NAME = '2026年优质均衡督导';

interface Planned {
  readonly id: string;
  readonly drawList: readonly { readonly id: string; readonly drawableFrom: string | null }[];
}

const idOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';
const confirm = (page: Page, act: string) =>
  page
    .getByRole('dialog')
    .getByRole('button', { name: /^(确定|确认|OK|Confirm|Yes).*$/ })
    .or(page.getByRole('dialog').getByRole('button', { name: act, exact: true }))
    .first()
    .click();

/** States a time nearer than the page offers: nobody waits five minutes for a test. */
async function freezeSoon(page: Page, inspectionId: string): Promise<number> {
  const base = `${new URL(page.url()).origin}/api/v1`;
  const { request } = page.context();
  const { csrfToken } = (await (await request.get(`${base}/session`)).json()) as { csrfToken: string };
  const planned = (await (await request.get(`${base}/inspections/${inspectionId}`)).json()) as Planned;
  const answer = await request.post(`${base}/inspections/${inspectionId}/draws/${planned.drawList[0]?.id ?? ''}/list`, {
    headers: { 'x-csrf-token': csrfToken },
    data: { headsAt: new Date(Date.now() + 62_000).toISOString() },
  });
  expect(answer.status()).toBe(200);
  const frozen = (await answer.json()) as Planned;
  return Date.parse(frozen.drawList[0]?.drawableFrom ?? '');
}

test('an inspector plans a project and draws its schools; a stranger repeats the draw', async ({
  page,
  signIn,
  shot,
}, testInfo) => {
  await signIn('inspector');
  await openPage(page, '督导');
  await expect(page.getByText('还没有督导项目')).toBeVisible();
  await shot('inspections-empty');
  await page.getByRole('link', { name: '新建督导项目' }).click();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('alert')).toContainText('请填写项目名称');
  await page.getByLabel('项目名称').fill(NAME);
  await page.getByLabel('开始日').fill('2030-10-14');
  await page.getByLabel('结束日').fill('2030-10-18');
  await page.getByLabel('抽取学校数').fill('20');
  await expect(page.getByLabel('改用其他数量的理由')).toBeVisible();
  await page.getByLabel('抽取学校数').fill('10');
  await page.getByText('现场核实的数据项').click();
  await page.locator('details[open] input[type="checkbox"]').first().check();
  await expectAccessible(page);
  await shot('inspection-form');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { name: NAME })).toBeVisible();
  await shot('inspection-draft');

  await page.getByRole('button', { name: '开始抽样' }).click();
  await shot('inspection-commit-asks');
  await confirm(page, '开始抽样');
  await expect(page.getByText('承诺的指纹').first()).toBeVisible();
  await expectAccessible(page);
  await shot('inspection-committed');

  const drawableFrom = await freezeSoon(page, idOf(page));
  await page.reload();
  await expect(page.getByText('名单指纹').first()).toBeVisible();
  await expect(page.getByRole('button', { name: '抽取学校' })).toBeDisabled();
  await shot('inspection-frozen');
  await page.waitForTimeout(Math.max(0, drawableFrom - Date.now()) + 1500);
  await page.reload();
  await page.getByRole('button', { name: '抽取学校' }).click();
  await expect(page.getByRole('heading', { name: '抽中的学校' })).toBeVisible();
  await expect(page.locator('.jc-strata__row li')).toHaveCount(10);
  await expectAccessible(page);
  await shot('inspection-drawn');

  const script = testInfo.outputPath('verify-sample.mjs');
  const file = testInfo.outputPath('sample.json');
  for (const [name, to] of [
    ['下载抽样文件', file],
    ['下载复核程序', script],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByText(name, { exact: true }).click();
    await (await download).saveAs(to);
  }
  const printed = execFileSync(process.execPath, [script, file], { encoding: 'utf8' });
  expect(printed).toContain('The draw is reproduced: 10 of');
  const { sample } = JSON.parse(readFileSync(file, 'utf8')) as { sample: readonly string[] };
  for (const code of sample) await expect(page.locator('.jc-strata').last()).toContainText(code);

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await shot('inspection-print');
  await page.emulateMedia({ media: 'screen' });

  await page.getByRole('button', { name: '重新抽样' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '重新抽样' }).click();
  await expect(page.getByRole('dialog')).toContainText('请说明理由');
  await page.getByLabel('重新抽样的理由').fill('两所学校因洪水停课');
  await page.getByRole('dialog').getByRole('button', { name: '重新抽样' }).click();
  await expect(page.getByText('重新抽样的理由：两所学校因洪水停课')).toBeVisible();
  await expect(page.getByText('第 1 次抽样')).toBeVisible();
  await shot('inspection-redraw');
});

test(
  'the bureau reads it in English and cannot steer it',
  { tag: '@phone' },
  async ({ page, signIn, shot }, { project }) => {
    await signIn('county-administrator');
    await page.getByRole('button', { name: 'English', exact: true }).first().click();
    await openPage(page, 'Inspection');
    await shot('inspections-en');
    await expectNoSidewaysScroll(page);
    // On a phone the file runs alone, in a county without any project.
    if (project.name === 'phone') return;
    await page.getByRole('link', { name: NAME }).click();
    await expect(page.getByRole('heading', { name: 'Earlier draws' })).toBeVisible();
    await expect(page.getByRole('button', { name: /Draw again|Freeze the list/ })).toHaveCount(0);
    await page.locator('details > summary').filter({ hasText: 'Draw 1' }).click();
    await expect(page.getByText('Download the draw')).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await shot('inspection-en');
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
    await shot('inspection-en-390');
  },
);
