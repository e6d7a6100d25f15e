import type { Page, TestInfo } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { expectAccessible } from '../harness/accessibility.ts';
import { openLastYearsResult } from '../harness/console-menu.ts';
import { chineseTexts, DataTexts } from '../harness/data-texts.ts';
import { expect, expectNoSidewaysScroll, ownCounty, test, type JourneyTools } from '../harness/journey.ts';
import { speakIn } from '../harness/say.ts';
import { openForm } from '../harness/school-form.ts';

ownCounty();

const expectSoftly = expect.configure({ soft: true });

async function foreignTexts(page: Page, data: DataTexts): Promise<readonly string[]> {
  const foreign: string[] = [];
  for (const text of await chineseTexts(page)) {
    const rest = await data.foreignPart(text);
    if (rest !== '') foreign.push(`${rest} (in: ${text})`);
  }
  return foreign;
}

interface Look {
  /** Selector of the part for whom cannot see, where the rest of the page was looked at just before. */
  readonly within?: string;
  /** False where the choice of a language stays on the device. */
  readonly told?: boolean;
}

/** Looks at the screen in both languages: nothing untranslated, nothing half translated, usable without eyes and mouse. */
function inspector(page: Page, data: DataTexts, shot: JourneyTools['shot'], { project }: TestInfo) {
  // The rules do not depend on the width, and they take their time.
  const withAxe = project.name !== 'phone';
  return async (name: string, { within, told = true }: Look = {}): Promise<void> => {
    await expect(page.locator('.ant-spin-spinning, .jh-spinner, [aria-busy="true"]')).toHaveCount(0);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await shot(`${name}-zh`);
    if (withAxe) await expectAccessible(page, within);
    await expectNoSidewaysScroll(page);
    await speakIn(page, 'English', told);
    await shot(`${name}-en`);
    await expectSoftly.poll(() => foreignTexts(page, data), `Chinese on the English screen ${name}`).toEqual([]);
    await expectNoSidewaysScroll(page);
    await speakIn(page, '中文', told);
  };
}

test.describe('every screen in both languages', { tag: '@phone' }, () => {
  test.setTimeout(150_000);

  test('school portal', async ({ page, open, signIn, shot, faults }, testInfo) => {
    faults.expect(/status of 404/);
    const data = new DataTexts();
    data.watch(page);
    const inspect = inspector(page, data, shot, testInfo);
    await open('school-portal');
    await inspect('portal-sign-in');
    await signIn('school-a-reporter');
    await expect(page.getByRole('article')).toBeVisible();
    await inspect('portal-due');
    const { id } = await openForm(page);
    for (const section of ['profile', 'teachers', 'funds']) {
      await page.goto(new URL(`/reports/${id}?section=${section}`, page.url()).href);
      await expect(page.locator('.form-grid')).toBeVisible();
      await inspect(`portal-form-${section}`);
    }
    await page.goto(new URL(`/reports/${id}/hand-in`, page.url()).href);
    await expect(page.locator('.hand-in')).toBeVisible();
    await page.locator('details.values > summary').click();
    await inspect('portal-hand-in');
    await page.goto(new URL('/', page.url()).href);
    await page.getByRole('link', { name: '查看当时的填报和指标' }).click();
    await expect(page.getByRole('region', { name: '提交回执' })).toBeVisible();
    await inspect('portal-receipt');
    await page.goto(new URL('/no-such-page', page.url()).href);
    await expect(page.getByText('没有这个页面')).toBeVisible();
    await inspect('portal-not-found');
  });

  test('school portal, a returned report and its people at the wrong door', async ({
    page,
    open,
    signIn,
    shot,
  }, testInfo) => {
    const data = new DataTexts();
    data.watch(page);
    const inspect = inspector(page, data, shot, testInfo);
    await signIn('school-b-reporter');
    await expect(page.getByRole('article')).toBeVisible();
    await inspect('portal-due-returned');
    await openForm(page, '去修改');
    await inspect('portal-form-returned');
    await open('admin-console');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // They have nothing to do here, nor has their language.
    await inspect('console-school-account', { told: false });
  });

  test('admin console', async ({ page, open, signIn, shot, faults }, testInfo) => {
    faults.expect(/status of 404/);
    const data = new DataTexts();
    data.watch(page);
    const inspect = inspector(page, data, shot, testInfo);
    await open('admin-console');
    await inspect('console-sign-in');
    await signIn('county-administrator');
    await expect(page.getByRole('table')).toBeVisible();
    await inspect('console-round');
    const round = page.url();
    await page
      .getByRole('row', { name: /栖云镇中心小学/ })
      .getByRole('link')
      .click();
    await expect(page.getByRole('table').first()).toBeVisible();
    await inspect('console-review-returned');
    await page.goto(round);
    await page
      .getByRole('row', { name: /清泉县滨河学校/ })
      .getByRole('link')
      .click();
    await page
      .getByRole('row', { name: /网络多媒体教室/ })
      .getByRole('button')
      .first()
      .click();
    await expect(page.getByRole('complementary')).toBeVisible();
    await inspect('console-review-history');
    for (const path of ['rounds/new', 'schools', 'people']) {
      await open('admin-console', path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await inspect(`console-${path.replace('/', '-')}`);
    }
    await open('admin-console', 'no-such-page');
    await expect(page.getByRole('main').getByRole('link')).toBeVisible();
    await inspect('console-not-found');
  });

  test('admin console: import and evaluation', async ({ page, signIn, shot }, testInfo) => {
    const data = new DataTexts();
    data.watch(page);
    const inspect = inspector(page, data, shot, testInfo);
    await signIn('county-administrator');
    await page.getByRole('navigation').getByRole('link', { name: '导入数据' }).click();
    await expect(page.getByText('把文件拖到这里')).toBeVisible();
    await inspect('console-imports');
    await page
      .locator('input[type="file"]')
      .setInputFiles(
        fileURLToPath(
          new URL('../../apps/api/test/fixtures/importer/files/10_impossible_values.xlsx', import.meta.url),
        ),
      );
    await page.getByRole('button', { name: '读取 1 个文件' }).click();
    await expect(page.getByRole('heading', { name: '学校对应' })).toBeVisible();
    await inspect('console-import-preview');
    await page.getByRole('navigation').getByRole('link', { name: '评估', exact: true }).click();
    await expect(page.getByText('还没有运行过评估')).toBeVisible();
    await inspect('console-evaluations-none');
    await openLastYearsResult(page);
    await expect(page.getByRole('img').first()).toBeVisible();
    await inspect('console-evaluation');
    await page
      .getByRole('table', { name: /^小学各项差异系数与上限/ })
      .getByRole('row', { name: /生均教学仪器设备值/ })
      .getByRole('button')
      .first()
      .click();
    await expect(page.getByRole('complementary', { name: '为什么' })).toContainText('影响');
    // The page beside it was looked at a moment ago.
    await inspect('console-why-coefficient', { within: 'aside' });
    await page
      .getByRole('complementary', { name: '为什么' })
      .getByRole('button', { name: /清泉县第四小学/ })
      .first()
      .click();
    await expect(page.getByRole('complementary', { name: '为什么' })).toContainText('审核通过');
    await inspect('console-why-cells', { within: 'aside' });
  });
});
