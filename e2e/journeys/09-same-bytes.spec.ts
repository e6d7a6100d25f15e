import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { dataSetOf, exampleCounty, generateCounty, years } from '@junheng/synthetic-county';
import { build } from 'vite';
import { expect, test } from '../harness/journey.ts';
import { everythingAbout } from '../harness/in-both.ts';

const EDITION = 'cn-2017-quality-balance';
const entry = fileURLToPath(new URL('../harness/in-both.ts', import.meta.url));

declare global {
  /** What the script puts into the page. */
  var inBoth: { readonly everythingAbout: typeof everythingAbout };
}

/** The same module as this file uses, as a script that a page can run; it puts its exports into `inBoth`. */
async function scriptForPage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: true, lib: { entry, name: 'inBoth', formats: ['iife'] } },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  const chunk = bundle !== undefined && 'output' in bundle ? bundle.output[0] : undefined;
  if (chunk === undefined) throw new Error('Nothing was built');
  return chunk.code;
}

test('the same evaluation, in Node and in Chromium, gives the same bytes', async ({ page }) => {
  const counties = [
    generateCounty(exampleCounty.seed, exampleCounty.options),
    generateCounty(20260917, { schools: 60 }),
    generateCounty(7, { schools: 40, completeness: 0.8, plantedErrors: ['readable', 'class-bands-sum'] }),
  ];
  await page.setContent('<!doctype html><title>Same bytes</title>');
  await page.addScriptTag({ content: await scriptForPage() });
  for (const county of counties) {
    for (const year of years) {
      const dataSet = dataSetOf(county, year);
      const inNode = everythingAbout(EDITION, dataSet);
      const inPage = await page.evaluate(
        ({ editionId, data }) => {
          const bytes = new TextEncoder().encode(globalThis.inBoth.everythingAbout(editionId, data));
          return { bytes: bytes.length, text: new TextDecoder().decode(bytes) };
        },
        { editionId: EDITION, data: dataSet },
      );
      expect(inPage.bytes).toBe(Buffer.byteLength(inNode, 'utf8'));
      // Hashes rather than texts of megabytes in a failure.
      expect(sha256(inPage.text)).toBe(sha256(inNode));
      expect(inNode.length).toBeGreaterThan(10_000);
    }
  }
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
