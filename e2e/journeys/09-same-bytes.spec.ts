import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { dataSetOf, exampleCounty, generateCounty, years } from '@junheng/synthetic-county';
import { build } from 'vite';
import { expect, test } from '../harness/journey.ts';
import { everythingAbout, resultHashes } from '../harness/in-both.ts';

const EDITION = 'cn-2017-quality-balance';
const entry = fileURLToPath(new URL('../harness/in-both.ts', import.meta.url));

declare global {
  /** What the script puts into the page. */
  var inBoth: { readonly everythingAbout: typeof everythingAbout; readonly resultHashes: typeof resultHashes };
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

/** 500 in every run; `pnpm --filter @junheng/e2e same-bytes` evaluates 10,000. */
const generated = Number(process.env['JUNHENG_GENERATED_COUNTIES'] ?? '500');
const atOnce = 250;

test(`${generated} generated counties under every edition have the same hashes in Node and in Chromium`, async ({
  page,
}) => {
  test.setTimeout(60_000 + generated * 200);
  await page.setContent('<!doctype html><title>Same hashes</title>');
  await page.addScriptTag({ content: await scriptForPage() });
  const inNode: string[] = [];
  const inPage: string[] = [];
  for (let first = 0; first < generated; first += atOnce) {
    const count = Math.min(atOnce, generated - first);
    inNode.push(...resultHashes(first, count));
    inPage.push(
      ...(await page.evaluate(({ from, many }) => globalThis.inBoth.resultHashes(from, many), {
        from: first,
        many: count,
      })),
    );
  }
  expect(new Set(inNode).size).toBe(inNode.length);
  expect(inNode.filter((hash, index) => hash !== inPage[index])).toEqual([]);
  expect(sha256(inPage.join(''))).toBe(sha256(inNode.join('')));
  process.stdout.write(`SHA-256 over ${inNode.length} results: ${sha256(inNode.join(''))}\n`);
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
