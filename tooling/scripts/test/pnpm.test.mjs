import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { environment, installFingerprint, providePnpm } from '../src/pnpm.mjs';
import { PlainFailure } from '../src/plain-failure.mjs';
import { inRoot, pnpmVersion } from '../src/repository.mjs';

const silent = { say() {}, step: (_text, work) => work() };
const posixOnly = process.platform === 'win32' ? 'needs a POSIX path' : false;

function temporaryRepository() {
  const root = mkdtempSync(join(tmpdir(), 'junheng-pnpm-'));
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']) cpSync(inRoot(file), join(root, file));
  return root;
}

describe('the pinned pnpm', () => {
  const root = temporaryRepository();
  after(() => rmSync(root, { recursive: true, force: true }));

  test('comes from npm when the machine has none', { skip: posixOnly, timeout: 120_000 }, async (context) => {
    // A path with node, npm and the base tools only.
    const bin = join(root, 'bin');
    mkdirSync(bin);
    symlinkSync(process.execPath, join(bin, 'node'));
    const npm = spawnSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).stdout.trim();
    writeFileSync(join(bin, 'npm'), `#!/bin/sh\nexec '${npm}' "$@"\n`);
    chmodSync(join(bin, 'npm'), 0o755);
    const before = { path: process.env['PATH'], npm: process.env['npm_execpath'] };
    process.env['PATH'] = [bin, '/usr/bin', '/bin']
      .filter((folder) => folder === bin || !existsSync(join(folder, 'pnpm')))
      .join(':');
    delete process.env['npm_execpath'];
    try {
      const program = await providePnpm(silent, root);
      const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', cwd: root });
      assert.equal(stdout.trim(), pnpmVersion());
      assert.equal(await providePnpm(silent, root), program, 'a second call fetches nothing');
      assert.equal(environment(root)['PATH'].split(':')[0], dirname(program), 'turbo finds it first');
    } catch (error) {
      if (error instanceof PlainFailure && /cannot be reached/.test(error.message))
        return context.skip('no package registry here');
      throw error;
    } finally {
      process.env['PATH'] = before.path;
      if (before.npm !== undefined) process.env['npm_execpath'] = before.npm;
    }
  });

  test('a folder that cannot be written is one clear line', async () => {
    const other = temporaryRepository();
    // A file where the folder should be: refused to everybody, root included.
    writeFileSync(join(other, '.cache'), '');
    await assert.rejects(
      providePnpm(silent, other),
      (error) => error instanceof PlainFailure && !error.message.includes('\n'),
    );
    rmSync(other, { recursive: true });
  });
});

describe('when packages are installed again', () => {
  test('after a change of the lockfile only', () => {
    const root = temporaryRepository();
    const before = installFingerprint(root);
    writeFileSync(join(root, 'README.md'), 'changed');
    assert.equal(installFingerprint(root), before);
    writeFileSync(join(root, 'pnpm-lock.yaml'), 'changed');
    assert.notEqual(installFingerprint(root), before);
    rmSync(root, { recursive: true });
  });
});
