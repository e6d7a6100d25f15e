import type { Results } from './results.ts';
import type { WorkloadSize } from './workload.ts';

/** An engine that has taken the workload in and can evaluate it again and again. */
export interface Engine {
  readonly version: string;
  /** Evaluates everything once; the time ends when the results are in JavaScript's memory. */
  readonly run: () => Promise<number>;
  /** What the last run found. */
  readonly results: () => Promise<Results>;
  readonly close: () => Promise<void>;
}

export type OpenEngine = (size: WorkloadSize) => Promise<Engine>;

/** The engine cannot be had on this machine: said, and left out. */
export class EngineMissing extends Error {}

export async function timed(work: () => unknown): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}
