import { sum } from './test-counts.mjs';

/** @typedef {{ title: string, seconds: number, failed: boolean, counts: import('./test-counts.mjs').Counts }} StepRecord */

/**
 * A failed step without a failed test (a lint rule, a compiler error, a crash) counts as one failure: the last line must
 * never read `0 failed` when the run failed.
 * @param {StepRecord[]} records
 */
export function totals(records) {
  const counted = sum(records.map(({ counts }) => counts));
  const others = records.filter(({ failed, counts }) => failed && counts.failed === 0).length;
  return { ...counted, failed: counted.failed + others };
}

function row({ title, seconds, failed, counts }) {
  const tests = counts.passed + counts.failed;
  const note = tests === 0 ? '' : `${counts.passed} passed, ${counts.failed} failed`;
  const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
  return [title, seconds.toFixed(1), failed ? 'FAILED' : 'passed', note + skipped];
}

/**
 * The table at the end of `npm test`; its last line is `N passed, N failed`.
 * @param {StepRecord[]} records
 * @param {number} total seconds of the whole run; some steps run beside others
 */
export function summary(records, total) {
  const counted = sum(records.map(({ counts }) => counts));
  const failures = totals(records).failed;
  const rows = [
    ['step', 'seconds', 'result', 'tests'],
    ...records.map(row),
    row({ title: 'total', seconds: total, failed: failures > 0, counts: counted }),
  ];
  const [first, second, third] = [0, 1, 2].map((column) => Math.max(...rows.map((cells) => cells[column].length)));
  const lines = rows.map(([title, seconds, result, tests]) =>
    `${title.padEnd(first)}  ${seconds.padStart(second)}  ${result.padEnd(third)}  ${tests}`.trimEnd(),
  );
  return ['', ...lines, '', `${counted.passed} passed, ${failures} failed`].join('\n');
}
