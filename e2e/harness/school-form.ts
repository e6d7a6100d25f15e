import { expect, type Locator, type Page } from '@playwright/test';
import { ownReport, type ReportView } from './own-report.ts';

/** What is promised for every changed cell. */
export const SAVED_WITHIN = { timeout: 2000 };

/** The input of a cell. */
export const cellOf = (page: Page, key: string): Locator => page.locator(`[data-cell="${key}"]`);

/** A cell with all that is said about it. */
export const placeOf = (page: Page, key: string): Locator =>
  page.locator('.form-cell').filter({ has: cellOf(page, key) });

export const openSection = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: '填报内容' }).getByRole('link', { name }).click();

/** The desk's panel and the phone's say the same; only one of them is shown. */
export const saveStatus = (page: Page): Locator => page.locator('.save-status:visible');

/** From the first screen into the form. */
export async function openForm(page: Page, button = '继续填报'): Promise<ReportView> {
  await page.getByRole('link', { name: button }).click();
  await expect(page.locator('.form-grid')).toBeVisible();
  return ownReport(page);
}
