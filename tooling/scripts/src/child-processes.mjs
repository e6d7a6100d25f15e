import { spawn } from 'node:child_process';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const TAIL_CHARACTERS = 6000;
const PATIENCE_MILLISECONDS = 30_000;
const posix = process.platform !== 'win32';

/** Exit status as a shell would give it. */
function statusOf(code, signal) {
  if (signal !== null) return { SIGINT: 130, SIGTERM: 143 }[signal] ?? 1;
  return code < 0 ? 127 : code;
}

/**
 * Runs a program to its end and keeps the end of what it said, for the message when it fails.
 * @param {string} file
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { onLine?: (line: string) => void }} options
 * @returns {Promise<{ status: number, tail: string }>}
 */
export function capture(file, args, { onLine, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let tail = '';
    let rest = '';
    const take = (chunk) => {
      const text = chunk.toString('utf8');
      tail = (tail + text).slice(-TAIL_CHARACTERS);
      if (onLine === undefined) return;
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(onLine);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const release = passSignalsTo(() => child.kill('SIGTERM'));
    child.on('error', (error) => {
      release();
      resolve({ status: 127, tail: `${tail}${error.message}` });
    });
    child.on('close', (code, signal) => {
      release();
      resolve({ status: statusOf(code, signal), tail });
    });
  });
}

/** Runs a program with our own output, without input, and waits. @returns {Promise<number>} its exit status */
export function show(file, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
    const release = passSignalsTo((signal) => child.kill(signal));
    child.on('error', (error) => {
      release();
      console.error(error.message);
      resolve(127);
    });
    child.on('close', (code, signal) => {
      release();
      resolve(statusOf(code, signal));
    });
  });
}

/** Calls `handle` for each signal that asks us to end. @returns {() => void} takes the listeners off again */
export function passSignalsTo(handle) {
  for (const signal of FORWARDED) process.on(signal, handle);
  return () => {
    for (const signal of FORWARDED) process.off(signal, handle);
  };
}

/**
 * Runs long-lived programs side by side until one of them ends or we are asked to end; then ends them all.
 *
 * Each gets a process group of its own: otherwise Ctrl-C in a terminal would reach it twice, once from the terminal and
 * once from us. `npm` does not hand SIGTERM on to what it started, so when the process that started us is gone, we end too.
 *
 * @param {{ file: string, args: string[], options?: import('node:child_process').SpawnOptions }[]} programs
 * @returns {Promise<number>} exit status of the first program that ended
 */
export function runUntilEnded(programs) {
  return new Promise((resolve) => {
    const children = programs.map(({ file, args, options }) =>
      spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: posix, ...options }),
    );
    let status = null;
    let open = children.length;
    let killer = null;

    const send = (signal) => {
      for (const child of children) {
        if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) continue;
        try {
          // A group, so that what a package manager started ends too.
          if (posix && programs.length > 1) process.kill(-child.pid, signal);
          else child.kill(signal);
        } catch {
          // Ended in the meantime: nothing to do.
        }
      }
    };
    const end = (signal) => {
      send(signal);
      killer ??= setTimeout(() => send('SIGKILL'), PATIENCE_MILLISECONDS).unref();
    };

    const startedBy = process.ppid;
    const orphanWatch = setInterval(() => {
      if (posix && process.ppid !== startedBy) end('SIGTERM');
    }, 1000).unref();
    const release = passSignalsTo(end);

    const ended = (code, signal) => {
      status ??= statusOf(code, signal);
      open -= 1;
      if (open > 0) return end('SIGTERM');
      clearInterval(orphanWatch);
      clearTimeout(killer);
      release();
      resolve(status);
    };
    for (const child of children) {
      child.on('close', ended);
      // A program that cannot be started says so here and then closes with a negative code.
      child.on('error', (error) => console.error(error.message));
    }
  });
}
