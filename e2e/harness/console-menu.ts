import { expect, type Page } from '@playwright/test';

/** Goes to a page of the console by its menu, in the language on screen, and is there: the page before it is gone. */
export async function openPage(page: Page, name: string): Promise<void> {
  const entry = page.getByRole('navigation').first().getByRole('link', { name, exact: true });
  await entry.click();
  await expect(entry).toHaveAttribute('aria-current', 'page');
}

/** From the list of evaluations to the newest one of the year before; the links of this year's round may still be there. */
export async function openLastYearsResult(page: Page): Promise<void> {
  const rounds = page.getByRole('combobox').first();
  const [roundId = ''] = await rounds.selectOption({ index: 1 });
  await page.locator(`tbody a[href*="/rounds/${roundId}/evaluations/"]`).first().click();
}
