import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { capture, runUntilEnded } from '../src/child-processes.mjs';
import { inRoot } from '../src/repository.mjs';

const module = pathToFileURL(inRoot('tooling', 'scripts', 'src', 'child-processes.mjs')).href;
const preload = pathToFileURL(inRoot('tooling', 'scripts', 'src', 'end-with-parent.mjs')).href;
const skipOnWindows = process.platform === 'win32' ? 'signals are a matter of POSIX' : false;

/** A parent that runs a server the way `npm start` does; the server says its pid and how it ended. */
function startParent() {
  const server = `
    console.log('pid ' + process.pid);
    process.on('SIGTERM', () => { console.log('server got SIGTERM'); process.exit(0); });
    process.on('SIGINT', () => { console.log('server got SIGINT'); process.exit(0); });
    setInterval(() => {}, 1000);`;
  const program = {
    file: process.execPath,
    args: ['--import', preload, '-e', server],
    options: { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  };
  const script = `const { runUntilEnded } = await import('${module}'); process.exitCode = await runUntilEnded([${JSON.stringify(program)}]);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  parent.stdout.on('data', (chunk) => (output += chunk));
  const says = async (text) => {
    const until = Date.now() + 15_000;
    while (!output.includes(text)) {
      if (Date.now() > until) assert.fail(`never said "${text}", only: ${output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return output;
  };
  const ended = new Promise((resolve) => parent.on('close', (code) => resolve(code)));
  return { parent, says, ended };
}

describe('running programs', () => {
  test('captured: status and the end of what was said', async () => {
    const lines = [];
    const result = await capture(process.execPath, ['-e', "console.log('one'); console.log('two'); process.exit(3)"], {
      onLine: (line) => lines.push(line),
    });
    assert.equal(result.status, 3);
    assert.match(result.tail, /two/);
    assert.deepEqual(lines, ['one', 'two']);
  });

  test('a program that is not there', async () => {
    const { status, tail } = await capture('no-such-program-anywhere', []);
    assert.equal(status, 127);
    assert.match(tail, /ENOENT/);
  });

  test('the first to end ends the others and gives the status', async () => {
    const node = (script) => ({ file: process.execPath, args: ['-e', script], options: {} });
    assert.equal(await runUntilEnded([node('setInterval(() => {}, 1000)'), node('process.exit(7)')]), 7);
  });
});

describe('ending the server', { skip: skipOnWindows }, () => {
  for (const signal of ['SIGTERM', 'SIGINT']) {
    test(`${signal} to the script reaches it once`, async () => {
      const { parent, says, ended } = startParent();
      await says('pid ');
      parent.kill(signal);
      const output = await says(`server got ${signal}`);
      assert.equal(output.split('server got').length, 2);
      assert.equal(await ended, 0);
    });
  }

  test('it does not outlive a script that was killed', async () => {
    const { parent, says } = startParent();
    await says('pid ');
    parent.kill('SIGKILL');
    await says('server got SIGTERM');
  });
});
