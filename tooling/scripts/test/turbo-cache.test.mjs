// Cached tests that stay green after a change below them would be a lie: a change in evaluation-core must reach everybody
// who depends on it, and nobody else.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ROOT, inRoot, packageFolders } from '../src/repository.mjs';

const copy = mkdtempSync(join(tmpdir(), 'junheng-turbo-'));
const git = (...args) => spawnSync('git', args, { cwd: copy, encoding: 'utf8' });

/** Task -> hash of its inputs, as turbo would look it up. */
function hashes(task) {
  const turbo = inRoot('node_modules', 'turbo', 'bin', 'turbo');
  const { stdout, stderr } = spawnSync(process.execPath, [turbo, 'run', task, '--dry=json', '--skip-infer'], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
  });
  const start = stdout.indexOf('{');
  assert.notEqual(start, -1, stderr);
  const { tasks } = JSON.parse(stdout.slice(start));
  return new Map(
    tasks.filter((one) => one.task === task && one.command !== '<NONEXISTENT>').map((one) => [one.package, one.hash]),
  );
}

const changed = (one, other) => [...one.keys()].filter((name) => one.get(name) !== other.get(name));

/** What the package.json files say: every package that reaches `name` through its dependencies. */
function dependents(name) {
  const packages = packageFolders(copy).map((folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const found = new Set([name]);
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const one of packages) {
      const uses = Object.keys({ ...one.dependencies, ...one.devDependencies });
      if (uses.some((used) => found.has(used))) found.add(one.name);
    }
  }
  return packages.filter((one) => found.has(one.name) && one.scripts?.test !== undefined).map((one) => one.name);
}

before(() => {
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'turbo.json', '.gitignore'])
    cpSync(inRoot(file), join(copy, file));
  for (const folder of packageFolders()) {
    const target = join(copy, relative(ROOT, folder));
    mkdirSync(join(target, 'src'), { recursive: true });
    cpSync(join(folder, 'package.json'), join(target, 'package.json'));
    writeFileSync(join(target, 'src', 'index.ts'), 'export {};\n');
    writeFileSync(join(target, 'src', 'index.test.ts'), 'export {};\n');
  }
  git('init', '-q');
  git('add', '.');
  git('-c', 'user.name=test', '-c', 'user.email=test@example.invalid', 'commit', '-q', '-m', 'start');
});
after(() => rmSync(copy, { recursive: true, force: true }));

/** Order does not matter: which packages, not when. */
const same = (actual, expected) => assert.deepEqual(new Set(actual), new Set(expected));

describe('turbo cache', () => {
  test('a change in evaluation-core reaches the tests of every dependent, and only theirs', () => {
    const start = hashes('test');
    appendFileSync(join(copy, 'packages/evaluation-core/src/index.ts'), '// changed\n');
    const expected = dependents('@junheng/evaluation-core');
    assert.ok(expected.includes('@junheng/api') && expected.includes('@junheng/school-portal'));
    same(changed(start, hashes('test')), expected);
    assert.ok(!expected.includes('@junheng/ui'));
  });

  test('a change of the shared Jest settings reaches every test', () => {
    const start = hashes('test');
    appendFileSync(join(copy, 'tooling/jest-config/src/index.ts'), '// changed\n');
    same(changed(start, hashes('test')), dependents('@junheng/jest-config'));
  });

  test('a change of a test builds nothing again', () => {
    const start = hashes('build');
    appendFileSync(join(copy, 'packages/evaluation-core/src/index.test.ts'), '// changed\n');
    same(changed(start, hashes('build')), []);
  });

  test('the compiler settings reach every build', () => {
    const start = hashes('build');
    writeFileSync(join(copy, 'tooling/typescript-config/base.json'), '{}\n');
    same(changed(start, hashes('build')), [...start.keys()]);
  });

  test('the committed OpenAPI document is an input of the tests of the server', () => {
    const start = hashes('test');
    mkdirSync(dirname(join(copy, 'docs/openapi.json')), { recursive: true });
    writeFileSync(join(copy, 'docs/openapi.json'), '{}\n');
    same(changed(start, hashes('test')), ['@junheng/api']);
  });

  test('without git, what the build leaves is not an input of the next one', () => {
    rmSync(join(copy, '.git'), { recursive: true });
    const start = hashes('build');
    for (const folder of ['dist', 'node_modules/antd', 'test-results']) {
      mkdirSync(join(copy, 'packages/ui', folder), { recursive: true });
      writeFileSync(join(copy, 'packages/ui', folder, 'index.js'), '');
    }
    same(changed(start, hashes('build')), []);
  });
});
