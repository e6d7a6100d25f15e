// One PostgreSQL for the whole run. It lives in a process of its own, because Jest runs this file without its transforms;
// closing that process's standard input ends it, also when Jest is killed.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = (path) => new URL(path, import.meta.url).href;

export default async function startDatabase() {
  const child = spawn(
    process.execPath,
    [
      '--conditions=@junheng/source',
      '--no-warnings',
      '--import',
      here('../../swc-register.js'),
      fileURLToPath(here('./database-process.ts')),
    ],
    { stdio: ['pipe', 'pipe', 'inherit'], cwd: fileURLToPath(here('../..')) },
  );
  const url = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`The test database ended with status ${code}.`)));
  });
  process.env.JUNHENG_TEST_ADMIN_URL = url;
  globalThis.junhengTestDatabase = child;
}
