import { defineConfig, devices } from '@playwright/test';
import journeys from './playwright.config.ts';

/** Times of the portal, measured by command only: `pnpm bench:portal`. They are reported; only bytes are asserted by the tests. */
export default defineConfig({
  ...journeys,
  testDir: 'measurements',
  retries: 0,
  timeout: 600_000,
  reporter: [['list']],
  projects: [{ name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } } }],
});
