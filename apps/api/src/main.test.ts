import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

/* The real process with its embedded PostgreSQL: starting, ending, dying, refusing. @begins-first */

const API = fileURLToPath(new URL('..', import.meta.url));
let folder: string;
let started: Process[];

interface Process {
  readonly child: ChildProcess;
  output(): string;
  /** The first capture of a pattern in the output, as soon as it is there. */
  sees(pattern: RegExp): Promise<string>;
  ended(): Promise<number | null>;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'junheng-main-'));
  started = [];
});
afterEach(async () => {
  for (const { child, ended } of started) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended();
  }
  const pid = postmasterPid();
  if (pid !== null) process.kill(pid, 'SIGKILL');
  const moved = join(folder, 'postgres-folder');
  if (existsSync(moved)) rmSync(readFileSync(moved, 'utf8').trim(), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

function start(environment: Readonly<Record<string, string>> = {}): Process {
  const child = spawn(
    process.execPath,
    ['--conditions=@junheng/source', '--no-warnings', '--import', './swc-register.js', 'src/main.ts'],
    {
      cwd: API,
      env: { PATH: process.env['PATH'], DATA_DIR: folder, PORT: '0', JUNHENG_EMPTY: '1', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const end = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const launched: Process = {
    child,
    output: () => text,
    ended: () => end,
    sees: async (pattern) => {
      const giveUpAt = performance.now() + 25_000;
      for (;;) {
        const match = pattern.exec(text);
        if (match !== null) return match[1] ?? match[0];
        if (performance.now() > giveUpAt || child.exitCode !== null)
          throw new Error(`never saw ${String(pattern)} in:\n${text}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
  started.push(launched);
  return launched;
}

function postmasterPid(): number | null {
  const moved = join(folder, 'postgres-folder');
  const server = existsSync(moved) ? readFileSync(moved, 'utf8').trim() : join(folder, 'postgres');
  const file = join(server, 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
}

const portal = (server: Process) => server.sees(/School portal +(http\S+)\//);

async function createAdministrator(server: Process): Promise<number> {
  const link = await server.sees(/(http\S+\/one-time-link\/\S+)/);
  const token = link.slice(link.lastIndexOf('/') + 1);
  const answer = await fetch(`${await portal(server)}/api/v1/one-time-links/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      newPassword: 'first of them all',
      administrator: { login: 'guanliyuan', displayName: '首位管理员', countyCode: '990101', countyName: '甲县' },
    }),
  });
  return answer.status;
}

async function signIn(server: Process): Promise<number> {
  const answer = await fetch(`${await portal(server)}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'guanliyuan', password: 'first of them all' }),
  });
  return answer.status;
}

describe('an embedded installation', () => {
  test('keeps what it acknowledged through kill -9 of the server, of both, and a clean stop', async () => {
    const first = start();
    expect(await createAdministrator(first)).toBe(204);
    const postmaster = postmasterPid();
    first.child.kill('SIGKILL');
    await first.ended();

    const second = start();
    expect(await signIn(second)).toBe(200);
    // The PostgreSQL that survived was taken over, not started anew.
    expect(postmasterPid()).toBe(postmaster);
    expect(second.output()).not.toContain('one-time-link');
    second.child.kill('SIGKILL');
    if (postmaster !== null) process.kill(postmaster, 'SIGKILL');
    await second.ended();

    const third = start();
    expect(await signIn(third)).toBe(200);
    // A caller that never ends its request does not keep the server from ending.
    const { hostname, port } = new URL(await portal(third));
    const slow = connect(Number(port), hostname);
    slow.on('error', () => undefined);
    slow.write(
      'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    third.child.kill('SIGINT');
    expect(await third.ended()).toBe(0);
    slow.destroy();
    expect(postmasterPid()).toBeNull();
  }, 90_000);

  test('two processes do not share a data folder', async () => {
    const first = start();
    await portal(first);
    const second = start();
    expect(await second.ended()).toBe(1);
    expect(second.output().trim()).toMatch(/^The data folder .* is in use by another Junheng process \(pid \d+\)\.$/);
    expect(await createAdministrator(first)).toBe(204);
  }, 60_000);
});

describe('what the person at the console can mend is one line', () => {
  test('a port in use', async () => {
    const taken = await new Promise<Server>((resolve) => {
      const server = createServer();
      server.listen(0, '127.0.0.1', () => resolve(server));
    });
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const server = start({ PORT: port, JUNHENG_LOG: 'off' });
    expect(await server.ended()).toBe(1);
    expect(server.output().trim()).toBe(
      `Port ${port} is in use. Set PORT to another, or end the program that uses it.`,
    );
    expect(postmasterPid()).toBeNull();
    taken.close();
  }, 60_000);

  test('a wrong DATABASE_URL', async () => {
    const nobody = start({ DATABASE_URL: 'postgresql://someone:secret@127.0.0.1:1/junheng' });
    expect(await nobody.ended()).toBe(1);
    expect(nobody.output().trim()).toBe(
      'No PostgreSQL answers there: PostgreSQL at 127.0.0.1:1/junheng. Check DATABASE_URL and that the server runs.',
    );
    const wrong = new URL(process.env['JUNHENG_TEST_ADMIN_URL'] ?? '');
    wrong.password = 'secret';
    const refused = start({ DATABASE_URL: wrong.href });
    expect(await refused.ended()).toBe(1);
    expect(refused.output().trim()).toMatch(/^PostgreSQL at .* refuses the user or password in DATABASE_URL\.$/);
    wrong.password = new URL(process.env['JUNHENG_TEST_ADMIN_URL'] ?? '').password;
    wrong.pathname = '/no_such_database';
    const missing = start({ DATABASE_URL: wrong.href });
    expect(await missing.ended()).toBe(1);
    expect(missing.output().trim()).toMatch(
      /^PostgreSQL at .*\/no_such_database does not exist: create the database first\.$/,
    );
  }, 60_000);

  test('a wrong configuration, all of it', async () => {
    const server = start({ PORT: 'many', JUNHENG_MODE: 'test', DATABASE_URL: 'mysql://x' });
    expect(await server.ended()).toBe(78);
    const lines = server.output().trim().split('\n');
    expect(lines[0]).toBe('The configuration is wrong:');
    expect(lines.slice(1).map((line) => line.trim().split(':')[0])).toEqual(['PORT', 'DATABASE_URL', 'JUNHENG_MODE']);
  }, 60_000);
});
