import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const LOOKS = 3;
const BETWEEN_LOOKS_MILLISECONDS = 500;

/**
 * No serious or critical fault by the rules of WCAG 2.2 A and AA that a machine can check.
 * @param within selector of the part to look at, where the rest of the page was looked at just before
 */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  let serious = await seriousFaults(page, within);
  // A colour in the middle of its change is no fault; what is one stays.
  for (let look = 1; look < LOOKS && serious.length > 0; look += 1) {
    await page.waitForTimeout(BETWEEN_LOOKS_MILLISECONDS);
    serious = await seriousFaults(page, within);
  }
  expect.soft(serious, `accessibility of ${page.url()}`).toEqual([]);
}

async function seriousFaults(page: Page, within: string | undefined): Promise<readonly object[]> {
  const builder = new AxeBuilder({ page });
  if (within !== undefined) builder.include(within);
  const { violations } = await builder
    // Only what is wrong is described; the rules that run are the same.
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // In the page itself, as it has no frames of other origins: the other way opens a second page for every look.
    .setLegacyMode()
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({
      id,
      help,
      count: nodes.length,
      at: nodes
        .slice(0, 4)
        .map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary?.split('\n')[1]?.trim() ?? ''}`),
    }));
}
