import { execFile, spawn } from 'node:child_process';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { EngineMissing } from '../engine.ts';
import type { OpenEngine } from '../engine.ts';
import { resultsFromBytes } from '../results.ts';
import type { WorkloadSize } from '../workload.ts';
import { countyStageSizes, generate, indicators, stageRules, width } from '../workload.ts';

// Scripts of a package run in its folder; the compiled benchmark lies elsewhere.
const source = resolve('bench/native/evaluate.c');
const run = promisify(execFile);

export function nativeC(flags: readonly string[]): OpenEngine {
  return async (size) => {
    const version = await run('gcc', ['--version']).then(
      ({ stdout }) => `gcc ${/\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? ''}`,
      () => {
        throw new EngineMissing('there is no gcc');
      },
    );
    const folder = await mkdtemp(join(tmpdir(), 'junheng-bench-'));
    const [program, workload, output] = ['evaluate', 'workload', 'results'].map((name) => join(folder, name));
    if (program === undefined || workload === undefined || output === undefined) throw new Error('no names');
    await run('gcc', [...flags, source, '-o', program, '-lm']);
    await writeWorkload(workload, size);
    const child = spawn(program, [workload, output], { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const ask = async (line: string): Promise<number> => {
      child.stdin.write(`${line}\n`);
      const answer: IteratorResult<string, unknown> = await lines.next();
      if (answer.done === true) throw new Error('the C program ended');
      return Number(answer.value);
    };
    return {
      version,
      run: () => ask('r'),
      results: async () => {
        await ask('w');
        return resultsFromBytes(await readFile(output), size.countyStages, size.schoolYears);
      },
      close: async () => {
        child.stdin.end();
        await rm(folder, { recursive: true });
      },
    };
  };
}

/** Head, rules, offsets, then the columns. */
async function writeWorkload(path: string, size: WorkloadSize): Promise<void> {
  const columns = Array.from({ length: width }, () => new Int32Array(size.schoolYears));
  let at = 0;
  generate(size, (_countyStage, _stage, rows, numbers) => {
    for (let row = 0; row < rows; row += 1, at += 1)
      columns.forEach((column, lane) => (column[at] = numbers[row * width + lane] ?? 0));
  });
  const offsets = new Int32Array(size.countyStages + 1);
  countyStageSizes(size).forEach((rows, each) => (offsets[each + 1] = (offsets[each] ?? 0) + rows));
  const sets = stageRules.map((rules) => rules.thresholdSets[0]);
  const rules = Float64Array.from([
    ...(['times', 'reach', 'floor'] as const).flatMap((name) =>
      sets.flatMap((set) => [...(set?.[name] ?? [])].slice(0, indicators)),
    ),
    ...stageRules.flatMap((each) => each.cvLimits.map((limit) => (limit?.numerator ?? 1) / (limit?.denominator ?? 1))),
  ]);
  const file = await open(path, 'w');
  for (const array of [Int32Array.of(size.countyStages, size.schoolYears), rules, offsets, ...columns])
    await file.write(new Uint8Array(array.buffer));
  await file.close();
}
