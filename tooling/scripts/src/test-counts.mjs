// Every test runner of the repository leaves a small file with its counts, so that the last line of `npm test` can add
// them up: Jest through its shared configuration, node:test through `node-test-counts.mjs`, Playwright through its JSON report.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

export const RESULTS_FOLDER = 'test-results';
const COUNTS_FILE = 'counts.json';

/** @type {Counts} */
export const NONE = Object.freeze({ passed: 0, failed: 0, skipped: 0 });

/** @param {Counts[]} counts @returns {Counts} */
export function sum(counts) {
  return counts.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    NONE,
  );
}

/** Removes what an earlier run left, so that a runner that crashes is not counted with old numbers. */
export function clearCounts(folders) {
  for (const folder of folders) rmSync(join(folder, RESULTS_FOLDER), { recursive: true, force: true });
}

/** @param {string} folder of a package @returns {Counts | null} null when its runner left no counts */
export function readCounts(folder) {
  const file = join(folder, RESULTS_FOLDER, COUNTS_FILE);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** Counts of a Playwright JSON report. @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report */
export function countsOfPlaywright({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}
