import { capture, show } from './child-processes.mjs';
import { PlainFailure } from './plain-failure.mjs';
import { environment } from './pnpm.mjs';
import { ROOT, inRoot } from './repository.mjs';

const turbo = inRoot('node_modules', 'turbo', 'bin', 'turbo');
/** turbo forces colours on its tasks, also into a log. */
const colours = () => (process.stdout.isTTY ? [] : ['--no-color']);
const options = () => ({ cwd: ROOT, env: environment() });

/** Builds every package and app; what did not change comes from the cache. @throws {PlainFailure} with the compiler's output */
export async function build(progress) {
  let done = 0;
  const onLine = (line) => {
    const begun = /^(?:\u001B\[[\d;]*m)*(@junheng\/[\w-]+):build: .*cache (hit|miss)/.exec(line);
    if (begun === null) return;
    done += 1;
    if (begun[2] === 'miss') progress.say(`  ${begun[1]} (${done})`);
  };
  const { status, tail } = await progress.step('Building', () =>
    capture(process.execPath, [turbo, 'run', 'build', '--ui=stream', '--output-logs=new-only', ...colours()], {
      ...options(),
      onLine,
    }),
  );
  if (status !== 0)
    throw new PlainFailure('The build failed: see the lines above.', { detail: tail, exitCode: status });
  progress.say('Built');
}

/** Runs a turbo task over all packages with its output shown. @returns {Promise<number>} exit status */
export function runTask(task, { concurrency }) {
  const args = [
    'run',
    task,
    '--ui=stream',
    '--output-logs=new-only',
    '--continue',
    `--concurrency=${concurrency}`,
    ...colours(),
  ];
  return show(process.execPath, [turbo, ...args], options());
}
