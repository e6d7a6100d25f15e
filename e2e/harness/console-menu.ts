import type { Page } from '@playwright/test';

/** Goes to a page of the console by its menu, in the language on screen. */
export const openPage = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
