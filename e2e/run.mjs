// Runs the browser tests with what was built. Arguments are patterns for file names, or flags of Playwright; `--counties=10000` says how
// many generated counties are evaluated both in Node and in the browser (09-same-bytes).
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const playwright = fileURLToPath(new URL('node_modules/@playwright/test/cli.js', import.meta.url));
const counties = process.argv.flatMap((each) =>
  each.startsWith('--counties=') ? each.slice('--counties='.length) : [],
);
const rest = process.argv.slice(2).filter((each) => !each.startsWith('--counties='));
const child = spawn(process.execPath, [playwright, 'test', ...rest], {
  cwd: here,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, ...(counties.length === 0 ? {} : { JUNHENG_GENERATED_COUNTIES: counties.at(-1) }) },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('close', (code, signal) => {
  process.exitCode = signal === null ? code : 1;
});
