import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { capture } from './child-processes.mjs';
import { PlainFailure } from './plain-failure.mjs';
import { environment } from './pnpm.mjs';
import { inRoot } from './repository.mjs';

/** Chromium without its windows: the same engine, a third less work for two cores. */
const SHELL = 'chromium-headless-shell';
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const PLACES = [
  `/usr/bin/${SHELL}`,
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Chromium of this machine. @returns {string | null} absolute path */
export function findChromium(env = process.env, usable = isExecutable) {
  const named = env['CHROMIUM'];
  if (named !== undefined && named !== '') return usable(named) ? named : null;
  const onPath = (env['PATH'] ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES].sort((a, b) => Number(isShell(b)) - Number(isShell(a))).find(usable) ?? null;
}

const isShell = (path) => path.endsWith(SHELL);

/** Chinese text must be readable in the screenshots. */
async function hasChineseFont() {
  const { status, tail } = await capture('fc-list', [':lang=zh', 'family']);
  return status === 0 && tail.trim() !== '';
}

const canUseApt = () => existsSync('/etc/debian_version') && process.getuid?.() === 0;

async function installWithApt(progress, packages) {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  return progress.step(`Installing ${packages.join(' and ')} with apt-get`, async () => {
    const update = await capture('apt-get', ['update', '-q'], options);
    if (update.status !== 0) return update;
    return capture('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], options);
  });
}

/** Asks Playwright, which knows where its own download lies. @returns {Promise<string | null>} */
async function playwrightChromium() {
  const script = "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))";
  const { status, tail } = await capture(process.execPath, ['-e', script], { cwd: inRoot('e2e') });
  const path = tail.trim();
  return status === 0 && isExecutable(path) ? path : null;
}

const HOW_TO_GET_ONE =
  'No Chromium for the browser tests: install one (Debian: apt-get install chromium fonts-noto-cjk) or name its path in CHROMIUM.';

/**
 * The Chromium for the browser tests; installs one where that is possible without questions.
 * @throws {PlainFailure} one line that says how to get one
 */
export async function provideChromium(progress) {
  const found = findChromium() ?? (process.env['CHROMIUM'] ? null : await playwrightChromium());
  if (process.env['CHROMIUM'] && found === null) {
    throw new PlainFailure(`CHROMIUM names ${process.env['CHROMIUM']}, which cannot be run.`);
  }
  if (canUseApt()) {
    const browser = process.env['CHROMIUM'] || (found !== null && isShell(found)) ? [] : [SHELL];
    const missing = [...browser, ...((await hasChineseFont()) ? [] : ['fonts-noto-cjk'])];
    if (missing.length > 0) {
      const { status, tail } = await installWithApt(progress, missing);
      if (status !== 0 && found === null) throw new PlainFailure(HOW_TO_GET_ONE, { detail: tail });
    }
    return findChromium() ?? found ?? fail('');
  }
  if (found !== null) return found;
  const cli = inRoot('e2e', 'node_modules', '@playwright', 'test', 'cli.js');
  const { tail } = await progress.step('Downloading the Chromium of Playwright', () =>
    capture(process.execPath, [cli, 'install', 'chromium'], { env: environment() }),
  );
  return (await playwrightChromium()) ?? fail(tail);
}

function fail(detail) {
  throw new PlainFailure(HOW_TO_GET_ONE, { detail });
}
