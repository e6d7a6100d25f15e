// Runs the browser tests with what was built. Arguments are patterns for file names, flags of Playwright, or settings of a test:
// `--counties=10000` says how many generated counties are evaluated both in Node and in the browser (09-same-bytes);
// `--trials=10000`, `--seed=7` and `--only=123` how much is tried to lose work, with what luck, or which trial again (21-nothing-lost);
// `--pictures=all` keeps pictures of the screens in e2e/shots, for people to look at.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SETTINGS = {
  counties: 'JUNHENG_GENERATED_COUNTIES',
  trials: 'JUNHENG_LOSS_TRIALS',
  seed: 'JUNHENG_LOSS_SEED',
  only: 'JUNHENG_LOSS_ONLY',
  pictures: 'JUNHENG_PICTURES',
};

const here = fileURLToPath(new URL('.', import.meta.url));
const playwright = fileURLToPath(new URL('node_modules/@playwright/test/cli.js', import.meta.url));
const settings = {};
const rest = process.argv.slice(2).filter((argument) => {
  const [, name, value] = /^--(\w+)=(.+)$/.exec(argument) ?? [];
  if (name === undefined || !Object.hasOwn(SETTINGS, name)) return true;
  settings[SETTINGS[name]] = value;
  return false;
});
const child = spawn(process.execPath, [playwright, 'test', ...rest], {
  cwd: here,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, ...settings },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('close', (code, signal) => {
  process.exitCode = signal === null ? code : 1;
});
