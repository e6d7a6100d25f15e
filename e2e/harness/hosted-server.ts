import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort, lastOutputOf, serverEnvironment } from './server-process.ts';

const HOST = fileURLToPath(new URL('server-host.mjs', import.meta.url));
const ENDED_WITHIN_MILLISECONDS = 30_000;

interface Host {
  readonly process: ChildProcess;
  readonly lastOutput: () => string;
}

/** One in every process of journeys: it serves the counties of its files one after another, and ends with it. */
let host: Host | null = null;

function theHost(): Host {
  if (host !== null && host.process.connected) return host;
  const child = fork(HOST, [], {
    execArgv: ['--enable-source-maps'],
    env: { ...process.env, NODE_ENV: 'test' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  host = { process: child, lastOutput: lastOutputOf(child) };
  return host;
}

/** Null, or why the host could not do what it was told. */
function failureIn(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('failure' in answer)) return 'an answer of another shape';
  return typeof answer.failure === 'string' ? answer.failure : null;
}

async function tell({ process: child, lastOutput }: Host, order: object): Promise<void> {
  const answered = new AbortController();
  const { signal } = answered;
  const ended = once(child, 'exit', { signal }).then(() => 'it ended');
  ended.catch(() => undefined);
  child.send(order);
  const failure = await Promise.race([
    once(child, 'message', { signal }).then((said: readonly unknown[]) => failureIn(said[0])),
    ended,
  ]);
  answered.abort();
  if (failure !== null) throw new Error(`The server: ${failure}. The end of what it said:\n${lastOutput()}`);
}

export interface HostedServer {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  /** Ends the server; the folder stays. */
  stop(): Promise<void>;
}

/**
 * Starts the built server on an embedded database in `dataDir`, in a process that has served other counties before. Where the process
 * itself matters (it is killed, or of another release), `startServer` starts one of its own.
 * @throws Error with the end of the server's output when it does not start
 */
export async function startHostedServer(dataDir: string): Promise<HostedServer> {
  const own = theHost();
  const port = await freePort();
  await tell(own, { act: 'start', environment: serverEnvironment(dataDir, port) });
  return {
    address: `http://127.0.0.1:${port}`,
    stop: async () => {
      const killer = setTimeout(() => own.process.kill('SIGKILL'), ENDED_WITHIN_MILLISECONDS);
      try {
        if (own.process.connected) await tell(own, { act: 'stop' });
      } finally {
        clearTimeout(killer);
      }
    },
  };
}

/** Ends the process of this worker's servers. */
export async function endHost(): Promise<void> {
  if (host === null) return;
  const { process: child } = host;
  host = null;
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
}
