import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { EngineMissing } from './engine.ts';

/**
 * The engines we are compared with. 88 MB and native code that nobody needs to build, start or test this repository, so they are no
 * dependencies: the benchmark installs them, pinned, into `.cache/` when it runs first.
 */
export const peerVersions = {
  // The newest whose native package names Node 20.
  'nodejs-polars': '0.24.1',
  '@duckdb/node-api': '1.5.6-r.1',
  'decimal.js': '10.6.0',
  hyperformula: '3.5.0',
} as const;
export type Peer = keyof typeof peerVersions;

// Scripts of a package run in its folder.
const cacheFolder = resolve('.cache/bench-peers');
const manifest = resolve(cacheFolder, 'package.json');

/** Null, or why the peers could not be installed. */
export async function installPeers(): Promise<string | null> {
  const wanted = `${JSON.stringify({ private: true, dependencies: peerVersions }, null, 2)}\n`;
  const present = await readFile(manifest, 'utf8').catch(() => '');
  if (present === wanted) return null;
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(manifest, wanted);
  try {
    await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: cacheFolder });
    return null;
  } catch (error) {
    await rm(manifest);
    return error instanceof Error ? (error.message.split('\n')[1] ?? error.message) : String(error);
  }
}

/** Throws EngineMissing. The caller says what it uses of the module. */
export function loadPeer(name: Peer): unknown {
  try {
    const loaded: unknown = createRequire(manifest)(name);
    return loaded;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new EngineMissing(`${name} ${peerVersions[name]} cannot be loaded: ${reason}`);
  }
}
