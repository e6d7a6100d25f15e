// Mutation testing of the folders where numbers are decided: `pnpm mutation [quantities] [statistics] [rules] [--force]`.
// docs/mutation-testing.md.
import { execFile, spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

// 65 MB that nobody needs to build, start or test this repository, so no dependencies: installed, pinned, when it runs first.
const tools = {
  // The newest for Node 20.
  '@stryker-mutator/core': '9.6.1',
};
const cacheFolder = resolve('.cache/mutation-tools');
const manifest = resolve(cacheFolder, 'package.json');
const folders = ['quantities', 'statistics', 'rules'];

async function install() {
  const wanted = `${JSON.stringify({ private: true, dependencies: tools }, null, 2)}\n`;
  if ((await readFile(manifest, 'utf8').catch(() => '')) === wanted) return;
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(manifest, wanted);
  try {
    await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: cacheFolder });
  } catch (error) {
    await rm(manifest);
    throw error;
  }
}

/** The exit code of Stryker. */
function mutate(folder, options) {
  const stryker = resolve(cacheFolder, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const child = spawn(process.execPath, [stryker, 'run', 'mutation/stryker.config.mjs', ...options], {
    env: { ...process.env, MUTATION_FOLDER: folder },
    stdio: 'inherit',
  });
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => done(code ?? 1));
  });
}

const words = process.argv.slice(2);
/** For Stryker: `--force` forgets the last run. */
const options = words.filter((each) => each.startsWith('-'));
const asked = words.filter((each) => !each.startsWith('-'));
const unknown = asked.filter((each) => !folders.includes(each));
if (unknown.length > 0) {
  process.stderr.write(`There is ${folders.join(', ')}; not ${unknown.join(', ')}.\n`);
  process.exit(2);
}
await install();
for (const folder of asked.length > 0 ? asked : folders) {
  const code = await mutate(folder, options);
  if (code !== 0) process.exitCode = code;
}
