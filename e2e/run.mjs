// Runs the browser tests with what was built. Arguments are patterns for file names, or flags of Playwright.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const playwright = fileURLToPath(new URL('node_modules/@playwright/test/cli.js', import.meta.url));
const child = spawn(process.execPath, [playwright, 'test', ...process.argv.slice(2)], {
  cwd: here,
  stdio: ['ignore', 'inherit', 'inherit'],
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('close', (code, signal) => {
  process.exitCode = signal === null ? code : 1;
});
