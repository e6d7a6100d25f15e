import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';

/** A code serves once, so each is asked for at a later half minute: up to one step early fits. */
const STEP_MILLISECONDS = 30_000;

export interface Authenticator {
  /** The next code that was not used yet; waits until the server takes it. */
  next: (page: Page) => Promise<string>;
}

/** The app on somebody's phone, fed with the secret as the page shows it. */
export function authenticator(secret: string): Authenticator {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(/\s/g, '')) });
  let step = Math.floor(Date.now() / STEP_MILLISECONDS) - 1;
  return {
    next: async (page) => {
      step = Math.max(step + 1, Math.floor(Date.now() / STEP_MILLISECONDS) - 1);
      const early = (step - 1) * STEP_MILLISECONDS - Date.now();
      if (early > 0) await page.waitForTimeout(early + 500);
      return totp.generate({ timestamp: step * STEP_MILLISECONDS });
    },
  };
}
