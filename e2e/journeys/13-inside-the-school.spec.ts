import type { Page } from '@playwright/test';
import { expectAccessible } from '../harness/accessibility.ts';
import { expect, expectNoSidewaysScroll, ownCounty, test } from '../harness/journey.ts';
import { openForm } from '../harness/school-form.ts';

ownCounty();

const rowOf = (page: Page, name: string) =>
  page.locator('.section-work__row').filter({ has: page.getByRole('link', { name, exact: true }) });

test('the principal gives a section, the colleague finds it first and finishes, the principal pre-checks', async ({
  page,
  signIn,
  someoneElse,
  shot,
}) => {
  await signIn('school-a-principal');
  await openForm(page);
  await page.getByRole('link', { name: '分工与预检' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '校内分工与预检' })).toBeVisible();
  const mine = page.locator('.section-work__row').nth(1);
  const name = await mine.locator('.section-work__name').innerText();
  const saved = () =>
    page.waitForResponse((answer) => answer.url().endsWith('/sections') && answer.request().method() === 'PUT');
  const person = rowOf(page, name).getByRole('combobox');
  await Promise.all([saved(), person.selectOption({ label: '沙溪乡九年一贯制学校填报员' })]);
  const date = rowOf(page, name).locator('input[type="date"]');
  await expect(date).toBeVisible();
  const latest = (await date.getAttribute('max')) ?? '';
  await date.fill(latest);
  await Promise.all([saved(), date.blur()]);
  await expectAccessible(page);
  await shot('section-work-principal');

  const colleague = await someoneElse();
  await colleague.signIn('school-a-reporter');
  const own = colleague.page.getByRole('region', { name: '分给您的部分' });
  await expect(own.getByRole('link', { name, exact: true })).toBeVisible();
  await expect(own).toContainText('校内请在');
  await colleague.shot('own-sections');
  await own.getByRole('link', { name: '看全校的分工，标记完成' }).click();
  await expect(colleague.page.getByRole('combobox')).toHaveCount(0);
  await rowOf(colleague.page, name).getByRole('button', { name: '这一部分我填完了' }).click();
  await expect(rowOf(colleague.page, name)).toContainText('已标记完成');
  await colleague.shot('section-work-colleague');

  await page.reload();
  await expect(rowOf(page, name)).toContainText('已标记完成');
  await page.getByRole('button', { name: '开始预检' }).click();
  await expect(page.getByText(/还有 \d+ 处要处理|全部检查通过/)).toBeVisible();
  await shot('pre-check');
  await page.getByRole('link', { name: '去提交页面' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('on a phone, in English', { tag: '@phone' }, async ({ page, signIn, shot }) => {
  await signIn('school-b-principal');
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('a.jh-button--large').first().click();
  const id = /reports\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  await page.goto(new URL(`/reports/${id}/sections`, page.url()).href);
  await expect(page.getByRole('heading', { level: 1, name: 'Who does what, and pre-check' })).toBeVisible();
  await page.getByRole('button', { name: 'Run the pre-check' }).click();
  await expectNoSidewaysScroll(page);
  await shot('section-work-en');
});
