import { expect, type Page } from '@playwright/test';

/** Goes to a page of the console by its menu, in the language on screen, and is there: the page before it is gone. */
export async function openPage(page: Page, name: string): Promise<void> {
  const entry = page.getByRole('navigation').first().getByRole('link', { name, exact: true });
  await entry.click();
  await expect(entry).toHaveAttribute('aria-current', 'page');
}
