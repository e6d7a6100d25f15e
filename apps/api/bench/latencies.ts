/** Milliseconds of many requests, and what is said of them. */
export class Latencies {
  private readonly milliseconds: number[] = [];

  add(milliseconds: number): void {
    this.milliseconds.push(milliseconds);
  }

  get count(): number {
    return this.milliseconds.length;
  }

  /** The smallest value that `percent` of all do not exceed; NaN of none. */
  percentile(percent: number): number {
    const sorted = this.milliseconds.toSorted((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
