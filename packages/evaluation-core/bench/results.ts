import { indicators } from './workload.ts';

/** What every engine hands over: results in JavaScript's memory, in the order of the workload. */
export interface Results {
  /** At `countyStage * 7 + indicator` */
  readonly means: Float64Array;
  readonly cvs: Float64Array;
  /** By school-year: seven bits. */
  readonly reached: Uint8Array;
  readonly aboveFloor: Uint8Array;
  /** By county-stage. */
  readonly passCounts: Int32Array;
  /** 1 = met, 0 = unmet */
  readonly verdicts: Uint8Array;
}

export function newResults(countyStages: number, schoolYears: number): Results {
  return {
    means: new Float64Array(countyStages * indicators),
    cvs: new Float64Array(countyStages * indicators),
    reached: new Uint8Array(schoolYears),
    aboveFloor: new Uint8Array(schoolYears),
    passCounts: new Int32Array(countyStages),
    verdicts: new Uint8Array(countyStages),
  };
}

export const tolerance = 1e-12;

/** Everything in which results differ from the reference, in words; empty = equal to 1e-12 and in every verdict. */
export function differences(reference: Results, other: Results): readonly string[] {
  const found: string[] = [];
  for (const name of ['means', 'cvs'] as const) {
    const largest = largestRelativeDifference(reference[name], other[name]);
    if (!(largest <= tolerance)) found.push(`${name} differ by ${largest}`);
  }
  for (const name of ['reached', 'aboveFloor', 'passCounts', 'verdicts'] as const) {
    const count = countUnequal(reference[name], other[name]);
    if (count > 0) found.push(`${count} of ${name} differ`);
  }
  return found;
}

function largestRelativeDifference(reference: Float64Array, other: Float64Array): number {
  if (reference.length !== other.length) return Infinity;
  let largest = 0;
  for (let each = 0; each < reference.length; each += 1) {
    const [a, b] = [reference[each] ?? NaN, other[each] ?? NaN];
    if (a === b) continue;
    const difference = Math.abs(a - b) / Math.abs(a);
    // Written so that NaN counts as a difference.
    if (!(difference <= largest)) largest = Number.isNaN(difference) ? Infinity : difference;
  }
  return largest;
}

function countUnequal(reference: ArrayLike<number>, other: ArrayLike<number>): number {
  if (reference.length !== other.length) return Infinity;
  let count = 0;
  for (let each = 0; each < reference.length; each += 1) if (reference[each] !== other[each]) count += 1;
  return count;
}

const order = ['means', 'cvs', 'reached', 'aboveFloor', 'passCounts', 'verdicts'] as const;

/** The arrays one after another, for the way between processes. */
export function resultBytes(results: Results): Buffer {
  return Buffer.concat(
    order.map((name) => Buffer.from(results[name].buffer, results[name].byteOffset, results[name].byteLength)),
  );
}

export function resultsFromBytes(bytes: Uint8Array, countyStages: number, schoolYears: number): Results {
  const results = newResults(countyStages, schoolYears);
  let at = 0;
  for (const name of order) {
    const array = results[name];
    new Uint8Array(array.buffer).set(bytes.subarray(at, at + array.byteLength));
    at += array.byteLength;
  }
  if (at !== bytes.length) throw new Error(`results of ${bytes.length} bytes instead of ${at}`);
  return results;
}
