import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

const SHOTS = fileURLToPath(new URL('../shots', import.meta.url));

/**
 * Saves a picture of the whole page (of what is on screen, where a panel or dialog stands over it) as e2e/shots/<project>/<name>.png once nothing is loading any more, for people to
 * look at. It is not compared with anything.
 */
export async function saveShot(page: Page, project: string, name: string): Promise<void> {
  const folder = join(SHOTS, project);
  mkdirSync(folder, { recursive: true });
  await page.evaluate(async () => document.fonts.ready);
  await page.locator('.ant-spin-spinning, [aria-busy="true"]').first().waitFor({ state: 'detached' });
  const covered = (await page.locator('dialog[open], .jc-with-panel').count()) > 0;
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: !covered, animations: 'disabled' });
}
