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

const KNOWN_REASONS = [
  [/ENOSPC|no space left/i, 'the disk is full. Free some space and start again.'],
  [
    /EACCES|EPERM|EROFS|ENOTDIR|permission denied/i,
    'this folder cannot be written. Make it yours (chown) or clone into a folder of your own.',
  ],
  [
    /OUTDATED_LOCKFILE/,
    'pnpm-lock.yaml does not match the package.json files. Run `pnpm install` and commit the lockfile.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|META_FETCH_FAIL|FETCH_[45]|network|error sending request/i,
    'the package registry cannot be reached. Check the network or the npm `registry` setting and start again.',
  ],
];

/**
 * What a failed download means for the person who started it.
 * @param {string} what that failed, such as `pnpm cannot be fetched`
 * @param {string} tail the end of the tool's output, shown only when the reason is not a known one
 */
export function downloadFailure(what, tail) {
  const known = KNOWN_REASONS.find(([pattern]) => pattern.test(tail));
  if (known !== undefined) return new PlainFailure(`${what}: ${known[1]}`);
  return new PlainFailure(`${what}: see the lines above.`, { detail: tail });
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
  const { FORCE_COLOR, ...rest } = process.env;
  const path = [binOf(toolsOf(root, pnpmVersion(root))), dirname(process.execPath), rest['PATH']].join(delimiter);
  return {
    ...rest,
    PATH: path,
    CI: rest['CI'] ?? '1',
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    // Colours for people at a terminal, none in a log.
    ...(process.stdout.isTTY ? (FORCE_COLOR === undefined ? {} : { FORCE_COLOR }) : { NO_COLOR: '1' }),
  };
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
    throw downloadFailure(`pnpm ${version} cannot be fetched`, String(error.code));
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
    // Without these npm tries for more than a minute before it says that there is no network.
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=5000',
  ];
  const { status, tail } = await progress.step(`Getting pnpm ${version} with npm`, () =>
    capture(file, [...args, ...wanted], { cwd: partial, ...options }),
  );
  if (status !== 0) {
    rmSync(partial, { recursive: true, force: true });
    throw downloadFailure(`pnpm ${version} cannot be fetched`, tail);
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
      env: {
        ...environment(root),
        pnpm_config_fetch_retry_mintimeout: '1000',
        pnpm_config_fetch_retry_maxtimeout: '5000',
      },
      shell: windows,
    }),
  );
  if (status !== 0) throw downloadFailure('The packages cannot be installed', tail);
  writeFileSync(stampOf(root), installFingerprint(root));
  progress.say('Packages installed');
  return true;
}
