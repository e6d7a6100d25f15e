import type { EvaluationSummary } from '@junheng/api-contract';

/** For each run, the latest earlier run with the very same result, if there is one. */
export function sameResults(runs: readonly EvaluationSummary[]): ReadonlyMap<string, EvaluationSummary> {
  const oldestFirst = [...runs].sort((a, b) => a.ranAt.localeCompare(b.ranAt));
  const lastByHash = new Map<string, EvaluationSummary>();
  const same = new Map<string, EvaluationSummary>();
  for (const run of oldestFirst) {
    const earlier = lastByHash.get(run.resultHash);
    if (earlier !== undefined) same.set(run.id, earlier);
    lastByHash.set(run.resultHash, run);
  }
  return same;
}

/** A fingerprint as people compare it: the first and last six digits. */
export function shortHash(hash: string): string {
  return hash.length <= 14 ? hash : `${hash.slice(0, 6)}…${hash.slice(-6)}`;
}
