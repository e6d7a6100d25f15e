import type { Page } from '@playwright/test';
import { expectAccessible } from '../harness/accessibility.ts';
import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';

ownCounty();

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** Waits until what was typed last is stored. */
async function saved(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([
    page.waitForResponse((answer) => answer.url().endsWith('/entries') && answer.request().method() === 'PATCH'),
    act(),
  ]);
}

const part = (page: Page, name: string) => page.locator('.jc-county__part').filter({ hasText: name });

test('the county approves a part, fills another, gives it away; the overview follows and is taken along', async ({
  page,
  signIn,
  shot,
}) => {
  await signIn('county-administrator');
  await page.getByRole('link', { name: '县级填报' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '县级填报' })).toBeVisible();
  await part(page, '人事科').click();
  const pay = page.getByRole('textbox', { name: /教师年平均工资/ });
  await expect(pay).toHaveAttribute('readonly');

  await part(page, '计划财务科').click();
  await expect(page.getByText('与决算表不一致')).toBeVisible();
  const funds = page.getByRole('textbox', { name: /特殊教育学校公用经费/ });
  await funds.fill('一百万');
  await funds.blur();
  await expect(page.getByRole('alert')).toBeVisible();
  await funds.fill('1,486,000');
  await saved(page, () => funds.blur());
  await expect(page.getByText('与决算表不一致')).toBeHidden();
  await page.reload();
  await expect(funds).toHaveValue('1486000');
  await page
    .getByRole('button', { name: /特殊教育学校公用经费.*的修改记录/ })
    .first()
    .click();
  const history = page.getByRole('complementary', { name: '修改记录' });
  await expect(history.getByRole('listitem').first()).toContainText('1,512,000 → 1,486,000');
  await shot('county-report-history');
  await page.keyboard.press('Escape');
  await expect(history).toBeHidden();
  await expectAccessible(page);
  await shot('county-report');

  await page.getByRole('button', { name: '分工…' }).click();
  const given = page.getByRole('combobox', { name: '留守儿童与随迁子女的责任科室' });
  await given.selectOption({ label: '督导室' });
  await page.getByRole('button', { name: '保存分工（1 项改动）' }).click();
  await expect(given).toBeHidden();
  await part(page, '督导室').click();
  await expect(page.getByRole('region', { name: '留守儿童与随迁子女' })).toBeVisible();
  // Evidence at an indicator: what the bytes are decides; the overview names it.
  const proof = page.getByRole('region', { name: '佐证材料 · G15' });
  await proof
    .locator('input[type=file]')
    .setInputFiles({ name: '关爱台账.pdf', mimeType: 'application/pdf', buffer: PDF });
  await expect(proof.getByRole('link', { name: '预览 关爱台账.pdf' })).toBeVisible();

  await page.getByRole('link', { name: '总表' }).click();
  const line = page.getByRole('row').filter({ hasText: 'G11' });
  await expect(line).toContainText('人事科');
  await expect(line).toContainText('12.09%');
  await page.getByRole('combobox', { name: '责任科室' }).selectOption({ label: '人事科' });
  await expect(page.getByText('6 / 41 项')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '导出 Excel' }).click();
  expect((await download).suggestedFilename()).toContain('县级填报总表');
  await expectAccessible(page);
  await shot('county-overview');
});

test('a section sees and fills its own part', async ({ page, signIn, shot, faults }) => {
  // What is still missing is refused, and told.
  faults.expect(/status of 422/);
  await signIn('section-officer');
  await page.getByRole('link', { name: '县级填报' }).click();
  await expect(page.getByRole('heading', { level: 2, name: /督导室/ })).toBeVisible();
  await expect(page.locator('.jc-county__part')).toHaveCount(0);
  const accident = page.getByRole('combobox', { name: /重大安全责任事故/ });
  await saved(page, () => accident.selectOption('no'));
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByText(/还有没有填的/)).toBeVisible();
  await shot('county-report-section');
});

test('on a phone, in English', { tag: '@phone-only' }, async ({ page, signIn, shot }) => {
  await signIn('county-administrator');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('link', { name: 'County report' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'County report' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await shot('county-report-en');
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByText('G11')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await shot('county-overview-en');
});
