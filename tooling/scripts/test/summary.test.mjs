import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import countTests from '../src/node-test-counts.mjs';
import { NONE, clearCounts, countsOfPlaywright, readCounts, sum } from '../src/test-counts.mjs';
import { summary, totals } from '../src/test-summary.mjs';

const record = (title, failed, counts = NONE) => ({ title, seconds: 1.25, failed, counts });

describe('the end of npm test', () => {
  test('the last line stands alone', () => {
    const text = summary(
      [
        record('lint', false),
        record('unit', false, { passed: 40, failed: 0, skipped: 2 }),
        record('browser', true, { passed: 5, failed: 1, skipped: 0 }),
      ],
      3.25,
    );
    assert.equal(text.split('\n').at(-1), '45 passed, 1 failed');
    assert.match(text, /unit +1\.3 +passed +40 passed, 0 failed, 2 skipped/);
    assert.match(text, /browser +1\.3 +FAILED/);
    assert.match(text, /total +3\.3 +FAILED/);
  });

  test('a failed step without a failed test counts as one failure', () => {
    assert.equal(totals([record('lint', true), record('unit', false, { passed: 3, failed: 0, skipped: 0 })]).failed, 1);
    assert.equal(totals([record('unit', true, { passed: 3, failed: 2, skipped: 0 })]).failed, 2);
  });
});

describe('counts of the runners', () => {
  const folder = mkdtempSync(join(tmpdir(), 'junheng-counts-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('what an earlier run left is removed', () => {
    mkdirSync(join(folder, 'test-results'));
    writeFileSync(join(folder, 'test-results', 'counts.json'), '{"passed":1,"failed":0,"skipped":0}');
    assert.deepEqual(readCounts(folder), { passed: 1, failed: 0, skipped: 0 });
    clearCounts([folder]);
    assert.equal(readCounts(folder), null);
  });

  test('Playwright: a flaky test passed in the end', () => {
    assert.deepEqual(countsOfPlaywright({ stats: { expected: 4, flaky: 1, unexpected: 2, skipped: 3 } }), {
      passed: 5,
      failed: 2,
      skipped: 3,
    });
  });

  test('node:test: suites are not tests', async () => {
    async function* events() {
      yield { type: 'test:start', data: {} };
      yield { type: 'test:pass', data: { details: {} } };
      yield { type: 'test:pass', data: { details: {}, skip: 'no data' } };
      yield { type: 'test:fail', data: { details: {} } };
      yield { type: 'test:fail', data: { details: { type: 'suite' } } };
    }
    let text = '';
    for await (const part of countTests(events())) text += part;
    assert.deepEqual(JSON.parse(text), { passed: 1, failed: 1, skipped: 1 });
  });

  test('a sum of none', () => assert.deepEqual(sum([]), NONE));
});
