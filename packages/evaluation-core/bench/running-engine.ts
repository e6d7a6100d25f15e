import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answer, Request } from './engine-process.ts';
import type { EngineName } from './engines/catalogue.ts';
import { resultsFromBytes } from './results.ts';
import type { Results } from './results.ts';
import type { WorkloadSize } from './workload.ts';

export interface RunningEngine {
  readonly name: EngineName;
  readonly version: string;
  readonly peakMegabytes: number;
  readonly run: () => Promise<number>;
  readonly results: () => Promise<Results>;
  readonly close: () => Promise<void>;
}

const script = fileURLToPath(new URL('./engine-process.js', import.meta.url));

/** Starts an engine in its own process and waits until it has the workload and is warm; a text = why it is left out. */
export async function startEngine(name: EngineName, size: WorkloadSize): Promise<RunningEngine | string> {
  const child = fork(script, [name, String(size.countyStages), String(size.schoolYears)]);
  const first = await nextAnswer(child, name);
  if (first.kind === 'missing') return first.reason;
  if (first.kind !== 'ready') throw new Error(`${name} began with ${first.kind}`);
  const ask = async (request: Request): Promise<Answer> => {
    child.send(request);
    return nextAnswer(child, name);
  };
  return {
    name,
    version: first.version,
    peakMegabytes: first.peakMegabytes,
    run: async () => {
      const answer = await ask({ kind: 'run' });
      if (answer.kind !== 'ran') throw new Error(`${name} answered ${answer.kind}`);
      return answer.milliseconds;
    },
    results: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'junheng-bench-'));
      try {
        const path = join(folder, 'results');
        await ask({ kind: 'results', path });
        return resultsFromBytes(await readFile(path), size.countyStages, size.schoolYears);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
    close: async () => {
      await ask({ kind: 'close' });
    },
  };
}

function nextAnswer(child: ChildProcess, name: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: Answer): void => {
      child.off('exit', onExit);
      resolve(message);
    };
    const onExit = (code: number | null): void => {
      child.off('message', onMessage);
      reject(new Error(`the process of ${name} ended with ${code}`));
    };
    child.once('message', onMessage);
    child.once('exit', onExit);
  });
}
