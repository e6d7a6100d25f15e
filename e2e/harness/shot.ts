import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

const SHOTS = fileURLToPath(new URL('../shots', import.meta.url));

/** Pictures are taken when they were asked for: they take time, and nothing is compared with them. */
const WANTED = process.env['JUNHENG_PICTURES'] !== undefined;

/**
 * Waits until nothing is loading any more. With `node run.mjs --pictures=all` it then saves a picture of the whole page (of what is on
 * screen, where a panel or dialog stands over it) as e2e/shots/<project>/<name>.png, for people to look at.
 */
export async function saveShot(page: Page, project: string, name: string): Promise<void> {
  await page.evaluate(async () => document.fonts.ready);
  await page.locator('.ant-spin-spinning, [aria-busy="true"]').first().waitFor({ state: 'detached' });
  if (!WANTED) return;
  const folder = join(SHOTS, project);
  mkdirSync(folder, { recursive: true });
  const covered = (await page.locator('dialog[open], .jc-with-panel').count()) > 0;
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: !covered, animations: 'disabled' });
}
