import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { show } from './child-processes.mjs';
import { provideChromium } from './chromium.mjs';
import { environment } from './pnpm.mjs';
import { ROOT, inRoot, packageFolders } from './repository.mjs';
import { NONE, RESULTS_FOLDER, clearCounts, countsOfPlaywright, readCounts, sum } from './test-counts.mjs';
import { build, runTask } from './turbo.mjs';

/** @typedef {{ status: number, counts?: import('./test-counts.mjs').Counts }} StepResult */

const node = (args, cwd = ROOT) => show(process.execPath, args, { cwd, env: environment() });

/** Folders whose tests run on node:test. */
const NODE_TEST_FOLDERS = [inRoot('tooling', 'scripts'), inRoot('tooling', 'lint-config')];

async function nodeTests(folder) {
  const files = readdirSync(join(folder, 'test')).filter((name) => name.endsWith('.test.mjs'));
  if (files.length === 0) return { status: 0, counts: NONE };
  clearCounts([folder]);
  mkdirSync(join(folder, RESULTS_FOLDER));
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${new URL('node-test-counts.mjs', import.meta.url).href}`,
    `--test-reporter-destination=${join(RESULTS_FOLDER, 'counts.json')}`,
  ];
  const status = await node(['--test', ...reporters, ...files.map((name) => join('test', name))], folder);
  return { status, counts: readCounts(folder) ?? NONE };
}

async function format() {
  return {
    status: await node([
      inRoot('node_modules', 'prettier', 'bin', 'prettier.cjs'),
      '--check',
      '--log-level',
      'warn',
      '.',
    ]),
  };
}

async function lint() {
  const rules = await node([inRoot('node_modules', 'oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings']);
  const laws = await node([inRoot('tooling', 'lint-config', 'check.mjs')]);
  return { status: rules || laws };
}

async function types() {
  return { status: await runTask('typecheck', { concurrency: 2 }) };
}

/** The must-fail fixtures of the lint rules and laws, and the tests of these scripts. */
async function fixtures() {
  const results = [];
  for (const folder of NODE_TEST_FOLDERS) results.push(await nodeTests(folder));
  return { status: Math.max(...results.map(({ status }) => status)), counts: sum(results.map(({ counts }) => counts)) };
}

/** Jest in every package. One after another: two at once on two cores run into the time limits of the screen tests. */
async function unit() {
  const folders = packageFolders().filter((folder) => !NODE_TEST_FOLDERS.includes(folder));
  clearCounts(folders);
  const status = await runTask('test', { concurrency: 1 });
  const counts = sum(folders.map((folder) => readCounts(folder) ?? NONE));
  // Nothing counted means that the runners were not set up to be counted: never green by mistake.
  return { status: status === 0 && counts.passed === 0 ? 1 : status, counts };
}

/** The last day of a round, two minutes of it: nothing that was acknowledged may be lost or doubled. */
async function endurance() {
  const status = await node(
    [
      '--conditions=@junheng/source',
      '--no-warnings',
      '--import',
      './swc-register.js',
      join('bench', 'deadline.ts'),
      '--only',
      'endurance',
      '--seconds',
      '120',
    ],
    inRoot('apps', 'api'),
  );
  return { status, counts: { ...NONE, ...(status === 0 ? { passed: 1 } : { failed: 1 }) } };
}

async function buildAll(progress) {
  await build(progress);
  return { status: 0 };
}

async function browser(progress, patterns) {
  const chromium = await provideChromium(progress);
  progress.say(`Browser tests with ${chromium}`);
  const report = inRoot('e2e', RESULTS_FOLDER, 'playwright.json');
  rmSync(report, { force: true });
  const status = await show(process.execPath, [inRoot('e2e', 'run.mjs'), ...patterns], {
    cwd: inRoot('e2e'),
    env: { ...environment(), CHROMIUM: chromium },
  });
  return { status, counts: readReport(report) };
}

function readReport(file) {
  try {
    return countsOfPlaywright(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // It ended before it could write a report; its exit status says that it failed.
    return NONE;
  }
}

/** @type {Record<string, { title: string, beside?: boolean, run: (progress: object, patterns: string[]) => Promise<StepResult> }>} */
export const STEPS = {
  format: { title: 'format', run: format },
  lint: { title: 'lint', run: lint },
  types: { title: 'types', run: types },
  fixtures: { title: 'lint fixtures and script tests', run: fixtures },
  endurance: { title: 'endurance of the server', run: endurance, beside: true },
  unit: { title: 'unit and API tests', run: unit },
  build: { title: 'build', run: buildAll },
  browser: { title: 'browser tests', run: browser },
};
