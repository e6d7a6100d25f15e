import { engineNames, engines } from './engines/catalogue.ts';
import type { EngineName } from './engines/catalogue.ts';
import { median, medianRatio } from './medians.ts';
import { differences } from './results.ts';
import { startEngine } from './running-engine.ts';
import type { RunningEngine } from './running-engine.ts';
import type { WorkloadSize } from './workload.ts';

export interface BulkRow {
  readonly name: EngineName;
  readonly version: string;
  readonly milliseconds: number;
  readonly fastest: number;
  /** Its time over that of our plain doubles, or over that of our exact verdicts, round by round. */
  readonly overPlain: number;
  readonly overExact: number;
  readonly peakMegabytes: number;
}

export interface BulkReport {
  readonly rows: readonly BulkRow[];
  readonly skipped: readonly string[];
  readonly metCountyStages: number;
  readonly passedSchoolYears: number;
}

export interface BulkOptions {
  readonly size: WorkloadSize;
  readonly rounds: number;
  readonly only: readonly string[];
  readonly say: (line: string) => void;
}

/**
 * Every engine in its own process. First all results are compared; then they run in turn, round after round, one at a time. Throws where results
 * differ: then there are no times.
 */
export async function measureBulk({ size, rounds, only, say }: BulkOptions): Promise<BulkReport> {
  const running: RunningEngine[] = [];
  const skipped: string[] = [];
  try {
    for (const name of engineNames.filter(
      (each) => only.length === 0 || only.includes(each) || each === 'plain' || each === 'exact',
    )) {
      say(`${engines[name].title}: takes the workload in`);
      const started = await startEngine(name, size);
      if (typeof started === 'string') skipped.push(`${engines[name].title}: left out, ${started}`);
      else running.push(started);
    }
    const agreed = await compareAll(running, say);
    const times = new Map<EngineName, number[]>(running.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      say(`round ${round + 1} of ${rounds}`);
      for (const engine of running) times.get(engine.name)?.push(await engine.run());
    }
    const plain = times.get('plain') ?? [];
    const exact = times.get('exact') ?? [];
    const rows = running.map((engine): BulkRow => {
      const own = times.get(engine.name) ?? [];
      return {
        name: engine.name,
        version: engine.version,
        milliseconds: median(own),
        fastest: Math.min(...own),
        overPlain: medianRatio(own, plain),
        overExact: medianRatio(own, exact),
        peakMegabytes: engine.peakMegabytes,
      };
    });
    return { rows, skipped, ...agreed };
  } finally {
    for (const engine of running) await engine.close();
  }
}

async function compareAll(
  running: readonly RunningEngine[],
  say: (line: string) => void,
): Promise<{ readonly metCountyStages: number; readonly passedSchoolYears: number }> {
  const [first, ...others] = running;
  if (first === undefined) throw new Error('no engine runs');
  const reference = await first.results();
  for (const engine of others) {
    const found = differences(reference, await engine.results());
    if (found.length > 0) throw new Error(`${engines[engine.name].title} does not agree: ${found.join('; ')}`);
    say(`${engines[engine.name].title}: agrees to 1e-12, every verdict and mask equal`);
  }
  return {
    metCountyStages: reference.verdicts.reduce((sum, each) => sum + each, 0),
    passedSchoolYears: reference.passCounts.reduce((sum, each) => sum + each, 0),
  };
}
