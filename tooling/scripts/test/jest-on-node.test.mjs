import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../src/repository.mjs';

const settings = inRoot('tooling', 'jest-config');
const jest = join(dirname(createRequire(join(settings, 'node.js')).resolve('jest/package.json')), 'bin', 'jest.js');

const IMPORT = "import { afterAll, expect, jest, test } from '@jest/globals';\n";
const FILES = {
  // The two share what they load, and nothing else: neither a timeout nor a spy nor a hook.
  'a-first.test.ts': `${IMPORT}import { counter } from './counter.ts';
jest.setTimeout(7);
jest.spyOn(counter, 'next').mockReturnValue(99);
afterAll(() => { throw new Error('the hook of the first file'); });
test('counts', (): void => { expect(counter.next()).toBe(99); });
`,
  'b-second.test.ts': `${IMPORT}import { counter } from './counter.ts';
test('counts on', async () => {
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect([counter.next(), counter.next()]).toEqual([1, 2]);
});
`,
  'c-failing.test.ts': `${IMPORT}
interface Lines { readonly that: string; readonly disappear: number }

test('wrong', () => {
  expect(1).toBe(2);
});
test('hangs', () => new Promise(() => undefined), 50);
test('nobody handles', async () => {
  void Promise.reject(new Error('left alone'));
  await new Promise((resolve) => setTimeout(resolve, 20));
});
`,
  'd-broken.test.ts': "import './not-there.ts';\n",
  'counter.ts': 'let count: number = 0;\nexport const counter = { next: (): number => (count += 1) };\n',
};

describe('Jest on the modules of Node', () => {
  let folder;
  let report;
  let status;
  const of = (name) => report.testResults.find((each) => each.name.endsWith(name));

  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'junheng-jest-')));
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
    writeFileSync(
      join(folder, 'jest.config.mjs'),
      `import node from ${JSON.stringify(pathToFileURL(join(settings, 'node.js')).href)};
export default { ...node, testMatch: ['<rootDir>/*.test.ts'], reporters: [], maxWorkers: 1 };\n`,
    );
    const register = pathToFileURL(join(settings, 'node-register.js')).href;
    const output = join(folder, 'report.json');
    const run = spawnSync(
      process.execPath,
      ['--import', register, jest, '--runInBand', '--json', `--outputFile=${output}`],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' } },
    );
    status = run.status;
    report = JSON.parse(readFileSync(output, 'utf8'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('a failure fails the run', () => {
    assert.equal(status, 1);
    assert.equal(report.numTotalTestSuites, 4);
  });

  test('a file sees nothing of the file before it but the modules', () => {
    assert.equal(of('a-first.test.ts').assertionResults[0].status, 'passed');
    assert.match(of('a-first.test.ts').message, /the hook of the first file/);
    assert.equal(of('b-second.test.ts').status, 'passed');
  });

  test('what is wrong, what hangs and what nobody handles, at its line of the source', () => {
    const failed = of('c-failing.test.ts').assertionResults;
    assert.deepEqual(
      failed.map((each) => each.status),
      ['failed', 'failed', 'failed'],
    );
    assert.match(failed[0].failureMessages[0], /c-failing\.test\.ts:6:13/);
    assert.match(failed[1].failureMessages[0], /Exceeded timeout of 50 ms/);
    assert.match(failed[2].failureMessages[0], /left alone/);
  });

  test('a file that cannot be loaded', () => {
    assert.equal(of('d-broken.test.ts').status, 'failed');
    assert.match(of('d-broken.test.ts').message, /not-there/);
  });
});
