import type { Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, ownCounty, test, type JourneyTools } from '../harness/journey.ts';
import { openPage } from '../harness/console-menu.ts';

ownCounty();

async function toLastYear(page: Page, signIn: JourneyTools['signIn'], role: string): Promise<void> {
  await signIn(role);
  await openPage(page, '评估');
  await page.getByRole('combobox').first().selectOption({ index: 1 });
  await page.locator('tbody').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: /评估结果/ })).toBeVisible();
}

test(
  'a number of the heat table explains itself down to the cell, and back, on desk and phone',
  { tag: '@phone' },
  async ({ page, signIn, shot }) => {
    await toLastYear(page, signIn, 'inspector');
    const table = page.getByRole('table', { name: '各校各项指标' });
    await table.scrollIntoViewIfNeeded();
    await table.locator('tbody tr').first().getByRole('button').first().click();
    const why = page.getByRole('complementary', { name: '为什么' });
    await expect(why).toBeVisible();
    await expect(why.locator('.ev-cells li').first()).toContainText(/填报|审核/);
    await expectNoSidewaysScroll(page);
    await shot('heat-table-why');
    await page.keyboard.press('Escape');
    await expect(why).toBeHidden();
  },
);
