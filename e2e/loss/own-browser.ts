import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from '@playwright/test';

const STARTED_WITHIN_MS = 30_000;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A Chromium with a profile on the disk, which is killed with all its processes and started again on the same profile. */
export class OwnBrowser {
  readonly #profile = mkdtempSync(join(tmpdir(), 'junheng-profile-'));
  #process: ChildProcess | null = null;
  #browser: Browser | null = null;

  async start(): Promise<BrowserContext> {
    const portFile = join(this.#profile, 'DevToolsActivePort');
    rmSync(portFile, { force: true });
    const executable = process.env['CHROMIUM'] || chromium.executablePath();
    const child = spawn(
      executable,
      [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--headless=new',
        '--remote-debugging-port=0',
        `--user-data-dir=${this.#profile}`,
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
        '--window-size=1440,900',
        'about:blank',
      ],
      // A group of its own: a kill takes the renderers along, as a power cut would.
      { stdio: 'ignore', detached: true },
    );
    this.#process = child;
    const until = Date.now() + STARTED_WITHIN_MS;
    while (!existsSync(portFile) || !readFileSync(portFile, 'utf8').includes('\n')) {
      if (Date.now() > until) throw new Error('Chromium did not start');
      await pause(30);
    }
    const [port, path] = readFileSync(portFile, 'utf8').trim().split('\n');
    this.#browser = await chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`);
    const [context] = this.#browser.contexts();
    if (context === undefined) throw new Error('Chromium has no context');
    return context;
  }

  /** SIGKILL to all of it. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await gone;
    await this.#browser?.close().catch(() => undefined);
  }

  async end(): Promise<void> {
    await this.kill();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
