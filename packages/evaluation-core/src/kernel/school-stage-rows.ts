import { newWideMemory } from './wide-memory.ts';
import type { WideMemory } from './wide-memory.ts';

/**
 * The school-stages of many county-stages as columns of numbers: one county or a nation of ten years. Plain typed arrays, so that a
 * caller may change a number in place and ask again (`decide-school-stage.ts`, `decide-cv.ts`).
 *
 * Row `r` begins at `r * stride` of `numbers`: first the pupils P, then the amounts of the indicators, then zeros up to the stride. Pupils
 * and amounts are integers from 0 to 2^53 at a fixed scale (heads, 0.01 m2, 0.01 yuan), held exactly in doubles: V8 works with them twice as
 * fast as with 32-bit integers, which it would first convert, and money needs more than 32 bits. The WebAssembly module converts for nothing, so
 * tables made for it may be `compact`.
 */
export interface SchoolStageRows {
  readonly indicators: number;
  /** Numbers per row: 1 + `indicators` rounded up to whole blocks. */
  readonly stride: number;
  /** Rows of county-stage `c`: from `offsets[c]` up to, without, `offsets[c + 1]`. Length: county-stages + 1. */
  readonly offsets: Int32Array;
  readonly numbers: Float64Array | Int32Array;
  /** Index into the rules (小学, 初中 ...) of each county-stage. */
  readonly stages: Uint8Array;
  /** Null where every amount belongs to its stage alone. */
  readonly splits: Splits | null;
  /** Null where nothing is missing. */
  readonly gaps: Gaps | null;
  /** Index into `StageRules.thresholdSets` of each row (special rules, 特殊规定); null = 0 everywhere. */
  readonly thresholdSets: Uint8Array | null;
  /** Where `numbers` lie in the memory of the WebAssembly module, two indicators are worked at once; the results are the same. */
  readonly wide: WideMemory | null;
}

/**
 * Amounts of multi-stage schools, by row. Where bit i of `mask` is set, the number of indicator i is the amount x of the WHOLE school, and
 * the stage's part is x * weight * P / whole: `whole` = the sum of weighted pupils over all its stages. Both are integers (weights times a
 * common denominator: 1 : 1.1 : 1.32 = 100 : 110 : 132), and the value per pupil is x * weight / whole.
 */
export interface Splits {
  readonly mask: Uint32Array;
  readonly weight: Float64Array;
  readonly whole: Float64Array;
}

/**
 * What is missing, by row. Missing is never zero: the number of a missing amount is not looked at. What is known of it all the same (a part was
 * reported, and it is enough) is said by four masks of what is certain; bit i = indicator i.
 */
export interface Gaps {
  /** 1 = the pupils, or whether the school belongs here at all, are not known: nothing of the row is decided, nor any CV of its county-stage. */
  readonly open: Uint8Array;
  readonly missing: Uint32Array;
  readonly reached: Uint32Array;
  readonly notReached: Uint32Array;
  readonly aboveFloor: Uint32Array;
  readonly belowFloor: Uint32Array;
}

/** Indicators are worked in blocks of seven: with the pupils, eight numbers. */
export const blockSize = 7;
/** Masks are 32 bits wide. */
export const mostIndicators = 28;

export function blocksOf(indicators: number): number {
  return Math.ceil(indicators / blockSize);
}

export interface RowsShape {
  readonly indicators: number;
  /** How many school-stages each county-stage has. */
  readonly sizes: ArrayLike<number>;
  readonly splits?: boolean;
  readonly gaps?: boolean;
  readonly thresholdSets?: boolean;
  /** For provinces and nations, not for one county: a memory of its own, where the engine has WebAssembly. */
  readonly wide?: boolean;
  /** With `wide`: rows of 32-bit integers, half the memory. No number may reach 2^31; write with `setRow`, which sees to it. */
  readonly compact?: boolean;
}

/** Rows of zeros to be filled. Throws RangeError where the indicators are more than the masks have bits. */
export function newRows({ indicators, sizes, splits, gaps, thresholdSets, wide, compact }: RowsShape): SchoolStageRows {
  if (indicators < 1 || indicators > mostIndicators) throw new RangeError(`cannot hold ${indicators} indicators`);
  const stride = 1 + blocksOf(indicators) * blockSize;
  const offsets = new Int32Array(sizes.length + 1);
  let rows = 0;
  for (let each = 0; each < sizes.length; each += 1) {
    rows += sizes[each] ?? 0;
    offsets[each + 1] = rows;
  }
  const masks = (): Uint32Array => new Uint32Array(rows);
  let largest = 0;
  for (let each = 0; each < sizes.length; each += 1) largest = Math.max(largest, sizes[each] ?? 0);
  const memory = wide === true ? newWideMemory(rows, stride, largest, compact === true) : null;
  return {
    indicators,
    stride,
    offsets,
    numbers: memory?.numbers ?? new Float64Array(rows * stride),
    stages: new Uint8Array(sizes.length),
    splits: splits === true ? { mask: masks(), weight: new Float64Array(rows), whole: new Float64Array(rows) } : null,
    gaps:
      gaps === true
        ? {
            open: new Uint8Array(rows),
            missing: masks(),
            reached: masks(),
            notReached: masks(),
            aboveFloor: masks(),
            belowFloor: masks(),
          }
        : null,
    thresholdSets: thresholdSets === true ? new Uint8Array(rows) : null,
    wide: memory,
  };
}

export function countyStageCount(rows: SchoolStageRows): number {
  return rows.offsets.length - 1;
}

export function rowCount(rows: SchoolStageRows): number {
  return rows.offsets[rows.offsets.length - 1] ?? 0;
}

/** Where the pupils of a row stand in `numbers`. */
export function pupilsAt(rows: SchoolStageRows, row: number): number {
  return row * rows.stride;
}

/** Where an amount stands in `numbers`. */
export function amountAt(rows: SchoolStageRows, row: number, indicator: number): number {
  return row * rows.stride + 1 + indicator;
}

/** Nothing of the row is decided: its pupils, or whether it belongs here, are not known. */
export function isOpen({ gaps }: SchoolStageRows, row: number): boolean {
  return gaps !== null && gaps.open[row] === 1;
}

/** Writes pupils and amounts. RangeError for what is no integer from 0 on, or larger than the rows hold. */
export function setRow(rows: SchoolStageRows, row: number, values: ArrayLike<number>): void {
  const { numbers, stride, indicators } = rows;
  const largest = numbers instanceof Int32Array ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER;
  for (let each = 0; each <= indicators; each += 1) {
    const value = values[each] ?? 0;
    if (!Number.isInteger(value) || value < 0 || value > largest) throw new RangeError(`a row cannot hold ${value}`);
    numbers[row * stride + each] = value;
  }
}
