// Gets the pinned pnpm by npm into .cache/tools and installs the packages with it. A pnpm of the machine is never used:
// its version would decide whether the lockfile is understood.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { capture } from './child-processes.mjs';
import { FIRST_START_MEGABYTES, LATER_START_MEGABYTES, requireDiskSpace } from './disk-space.mjs';
import { PlainFailure } from './plain-failure.mjs';
import { ROOT, pnpmVersion } from './repository.mjs';

const windows = process.platform === 'win32';

const NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|META_FETCH_FAIL|FETCH_[45]|network/i;

/** What a failed download means for the person who started it. @returns {string} one line */
export function reasonOf(tail) {
  if (/ENOSPC|no space left/i.test(tail)) return 'the disk is full. Free some space and start again.';
  if (/EACCES|EPERM|EROFS|permission denied/i.test(tail)) {
    return 'this folder cannot be written. Make it yours (chown) or clone into a folder of your own.';
  }
  if (/OUTDATED_LOCKFILE/.test(tail))
    return 'pnpm-lock.yaml does not match the package.json files. Run `pnpm install` and commit the lockfile.';
  if (NETWORK.test(tail))
    return 'the package registry cannot be reached. Check the network or the npm `registry` setting and start again.';
  return 'see the lines above.';
}

const toolsOf = (root, version) => join(root, '.cache', 'tools', `pnpm-${version}`);
const binOf = (tools) => join(tools, 'node_modules', '.bin');

/** `npm` of the Node that runs us: npm tells its own path to what it starts. */
function npmCommand() {
  const path = process.env['npm_execpath'] ?? '';
  if (/npm-cli\.c?js$/.test(path)) return { file: process.execPath, args: [path], options: {} };
  return { file: windows ? 'npm.cmd' : 'npm', args: [], options: { shell: windows } };
}

/** Environment for every program of the repository: our pnpm first, no terminal questions, nothing sent home. */
export function environment(root = ROOT) {
  const path = [binOf(toolsOf(root, pnpmVersion(root))), dirname(process.execPath), process.env['PATH']].join(
    delimiter,
  );
  return { ...process.env, PATH: path, CI: process.env['CI'] ?? '1', TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
}

/**
 * Makes sure that the pinned pnpm lies in .cache/tools.
 * @returns {Promise<string>} path of its program
 * @throws {PlainFailure} when it cannot be fetched or the folder cannot be written
 */
export async function providePnpm(progress, root = ROOT) {
  const version = pnpmVersion(root);
  const tools = toolsOf(root, version);
  const program = join(binOf(tools), windows ? 'pnpm.cmd' : 'pnpm');
  if (existsSync(program)) return program;

  // Fetched beside and renamed, so that an interrupted download is never taken for a whole one.
  const partial = `${tools}.${process.pid}`;
  try {
    mkdirSync(partial, { recursive: true });
  } catch (error) {
    throw new PlainFailure(`pnpm ${version} cannot be fetched: ${reasonOf(String(error.code))}`);
  }
  const { file, args, options } = npmCommand();
  const wanted = [
    'install',
    '--prefix',
    partial,
    `pnpm@${version}`,
    '--no-audit',
    '--no-fund',
    '--no-save',
    '--loglevel=error',
  ];
  const { status, tail } = await progress.step(`Getting pnpm ${version} with npm`, () =>
    capture(file, [...args, ...wanted], { cwd: partial, ...options }),
  );
  if (status !== 0) {
    rmSync(partial, { recursive: true, force: true });
    throw new PlainFailure(`pnpm ${version} cannot be fetched: ${reasonOf(tail)}`, { detail: tail });
  }
  rmSync(tools, { recursive: true, force: true });
  renameSync(partial, tools);
  return program;
}

/** What the installed packages depend on; when it is unchanged there is nothing to install. */
export function installFingerprint(root = ROOT) {
  const hash = createHash('sha256');
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'])
    hash.update(readFileSync(join(root, file)));
  hash.update([process.platform, process.arch, process.versions.modules].join());
  return hash.digest('hex');
}

const stampOf = (root) => join(root, 'node_modules', '.junheng-install');

function isInstalled(root) {
  const stamp = stampOf(root);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === installFingerprint(root);
}

/**
 * Installs the packages of the lockfile unless they already are.
 * @returns {Promise<boolean>} whether something was installed
 * @throws {PlainFailure} one line: no network, no space, not writable, lockfile out of date
 */
export async function installPackages(progress, root = ROOT) {
  const installed = isInstalled(root);
  requireDiskSpace(root, installed ? LATER_START_MEGABYTES : FIRST_START_MEGABYTES);
  const pnpm = await providePnpm(progress, root);
  if (installed) return false;

  const { status, tail } = await progress.step('Installing packages', () =>
    capture(pnpm, ['install', '--frozen-lockfile', '--reporter=append-only'], {
      cwd: root,
      env: environment(root),
      shell: windows,
    }),
  );
  if (status !== 0) throw new PlainFailure(`The packages cannot be installed: ${reasonOf(tail)}`, { detail: tail });
  writeFileSync(stampOf(root), installFingerprint(root));
  progress.say('Packages installed');
  return true;
}
