import { Latencies } from './latencies.ts';
import type { Saver } from './saver.ts';

export interface Measured {
  readonly savesPerSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** All savers at once, each as fast as its answers come, for so long. */
export async function measureSaves(savers: readonly Saver[], seconds: number): Promise<Measured> {
  const latencies = new Latencies();
  const began = performance.now();
  const endAt = began + seconds * 1000;
  await Promise.all(
    savers.map(async (saver) => {
      for (let now = performance.now(); now < endAt;) {
        await saver.saveOnce();
        const after = performance.now();
        latencies.add(after - now);
        now = after;
      }
    }),
  );
  return {
    savesPerSecond: (latencies.count * 1000) / (performance.now() - began),
    p50: latencies.percentile(50),
    p95: latencies.percentile(95),
    p99: latencies.percentile(99),
  };
}
