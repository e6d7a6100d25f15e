import type { Page } from '@playwright/test';

/** Waits until the program is kept on the device and serves this page. */
export async function installed(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.ready;
    return registration.active?.state === 'activated' && navigator.serviceWorker.controller !== null;
  });
}
