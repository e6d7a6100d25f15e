import type { ThresholdSet } from './stage-rules.ts';

/** Sums of one block of seven indicators over one county-stage. */
export interface BlockSums {
  /** P_N */
  pupils: number;
  /** X by lane */
  readonly totals: Float64Array;
  /** X / P_N by lane */
  readonly means: Float64Array;
  /** sum (x - mean P)^2 / P by lane; not finite where a row has no pupils. */
  readonly deviations: Float64Array;
}

/**
 * The hot loop: one county-stage, one block of seven indicators, in two passes over rows that stay in the first-level cache. The seven lanes are
 * written out because an engine keeps locals in registers but not the elements of an array, and each comparison becomes a bit without a
 * branch, which random data would make the processor guess wrong. Nothing is checked here: the caller proves from the sums that every product
 * was exact. `lane` = 1 + 7 * block, where the amounts of the block begin in a row.
 */
export function fuseBlock(
  numbers: Float64Array,
  stride: number,
  lane: number,
  from: number,
  to: number,
  { times, reach, floor }: ThresholdSet,
  reached: Uint8Array,
  aboveFloor: Uint8Array,
  maskFrom: number,
  maskStride: number,
  sums: BlockSums,
): void {
  const at = lane - 1;
  const t0 = times[at] ?? 0;
  const t1 = times[at + 1] ?? 0;
  const t2 = times[at + 2] ?? 0;
  const t3 = times[at + 3] ?? 0;
  const t4 = times[at + 4] ?? 0;
  const t5 = times[at + 5] ?? 0;
  const t6 = times[at + 6] ?? 0;
  const r0 = reach[at] ?? 1;
  const r1 = reach[at + 1] ?? 1;
  const r2 = reach[at + 2] ?? 1;
  const r3 = reach[at + 3] ?? 1;
  const r4 = reach[at + 4] ?? 1;
  const r5 = reach[at + 5] ?? 1;
  const r6 = reach[at + 6] ?? 1;
  const f0 = floor[at] ?? 1;
  const f1 = floor[at + 1] ?? 1;
  const f2 = floor[at + 2] ?? 1;
  const f3 = floor[at + 3] ?? 1;
  const f4 = floor[at + 4] ?? 1;
  const f5 = floor[at + 5] ?? 1;
  const f6 = floor[at + 6] ?? 1;

  let pupils = 0;
  let x0 = 0;
  let x1 = 0;
  let x2 = 0;
  let x3 = 0;
  let x4 = 0;
  let x5 = 0;
  let x6 = 0;
  const end = to * stride;
  let mask = maskFrom;
  for (let start = from * stride; start < end; start += stride) {
    const own = numbers[start] ?? 0;
    const y0 = numbers[start + lane] ?? 0;
    const y1 = numbers[start + lane + 1] ?? 0;
    const y2 = numbers[start + lane + 2] ?? 0;
    const y3 = numbers[start + lane + 3] ?? 0;
    const y4 = numbers[start + lane + 4] ?? 0;
    const y5 = numbers[start + lane + 5] ?? 0;
    const y6 = numbers[start + lane + 6] ?? 0;
    pupils += own;
    x0 += y0;
    x1 += y1;
    x2 += y2;
    x3 += y3;
    x4 += y4;
    x5 += y5;
    x6 += y6;
    const z0 = y0 * t0;
    const z1 = y1 * t1;
    const z2 = y2 * t2;
    const z3 = y3 * t3;
    const z4 = y4 * t4;
    const z5 = y5 * t5;
    const z6 = y6 * t6;
    reached[mask] =
      Number(z0 >= own * r0) |
      (Number(z1 >= own * r1) << 1) |
      (Number(z2 >= own * r2) << 2) |
      (Number(z3 >= own * r3) << 3) |
      (Number(z4 >= own * r4) << 4) |
      (Number(z5 >= own * r5) << 5) |
      (Number(z6 >= own * r6) << 6);
    aboveFloor[mask] =
      Number(z0 >= own * f0) |
      (Number(z1 >= own * f1) << 1) |
      (Number(z2 >= own * f2) << 2) |
      (Number(z3 >= own * f3) << 3) |
      (Number(z4 >= own * f4) << 4) |
      (Number(z5 >= own * f5) << 5) |
      (Number(z6 >= own * f6) << 6);
    mask += maskStride;
  }

  const m0 = x0 / pupils;
  const m1 = x1 / pupils;
  const m2 = x2 / pupils;
  const m3 = x3 / pupils;
  const m4 = x4 / pupils;
  const m5 = x5 / pupils;
  const m6 = x6 / pupils;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  let s5 = 0;
  let s6 = 0;
  for (let start = from * stride; start < end; start += stride) {
    const own = numbers[start] ?? 0;
    const inverse = 1 / own;
    const d0 = (numbers[start + lane] ?? 0) - m0 * own;
    const d1 = (numbers[start + lane + 1] ?? 0) - m1 * own;
    const d2 = (numbers[start + lane + 2] ?? 0) - m2 * own;
    const d3 = (numbers[start + lane + 3] ?? 0) - m3 * own;
    const d4 = (numbers[start + lane + 4] ?? 0) - m4 * own;
    const d5 = (numbers[start + lane + 5] ?? 0) - m5 * own;
    const d6 = (numbers[start + lane + 6] ?? 0) - m6 * own;
    s0 += d0 * d0 * inverse;
    s1 += d1 * d1 * inverse;
    s2 += d2 * d2 * inverse;
    s3 += d3 * d3 * inverse;
    s4 += d4 * d4 * inverse;
    s5 += d5 * d5 * inverse;
    s6 += d6 * d6 * inverse;
  }

  const { totals, means, deviations } = sums;
  sums.pupils = pupils;
  totals[0] = x0;
  totals[1] = x1;
  totals[2] = x2;
  totals[3] = x3;
  totals[4] = x4;
  totals[5] = x5;
  totals[6] = x6;
  means[0] = m0;
  means[1] = m1;
  means[2] = m2;
  means[3] = m3;
  means[4] = m4;
  means[5] = m5;
  means[6] = m6;
  deviations[0] = s0;
  deviations[1] = s1;
  deviations[2] = s2;
  deviations[3] = s3;
  deviations[4] = s4;
  deviations[5] = s5;
  deviations[6] = s6;
}
