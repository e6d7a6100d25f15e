import { fuseModule } from './fuse-module.generated.ts';

// What is used of WebAssembly, which the language's own library does not declare.
interface Memory {
  readonly buffer: ArrayBuffer;
}
declare const WebAssembly:
  | {
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Memory: new (size: { readonly initial: number; readonly maximum: number }) => Memory;
      readonly Instance: new (
        module: object,
        imports: { readonly kernel: { readonly memory: Memory } },
      ) => { readonly exports: { readonly fuseDoubles: Fuse; readonly fuseIntegers: Fuse } };
    }
  | undefined;

/** `wasm/fuse-text.mjs`; all but the first, third, fourth and last are addresses. */
export type Fuse = (
  countyStages: number,
  list: number,
  stride: number,
  lane: number,
  reached: number,
  above: number,
  means: number,
  cvs: number,
  results: number,
  slack: number,
) => void;

/** The memory of one table: a place for the rules, what one call takes and gives, and the rows. */
export interface WideMemory {
  /** For rows as `numbers` holds them, and for rows copied as doubles. */
  readonly fuse: Fuse;
  readonly fuseDoubles: Fuse;
  readonly numbers: Float64Array | Int32Array;
  /** Addresses, in bytes. */
  readonly at: WideAddresses;
  readonly doubles: Float64Array;
  readonly integers: Int32Array;
  readonly bytes: Uint8Array;
  /** Most rows that one call may have. */
  readonly callRows: number;
}

interface WideAddresses {
  readonly rules: number;
  readonly list: number;
  readonly results: number;
  readonly means: number;
  readonly cvs: number;
  readonly reached: number;
  readonly above: number;
  /** Copies of county-stages with divided amounts. */
  readonly parts: number;
  readonly numbers: number;
}

/** Most county-stages of one call: enough that calling costs nothing, few enough that what they need stays in the cache. */
export const callCountyStages = 128;
/** Stages times blocks. */
export const mostRuleBlocks = 256;
export const ruleBytes = 272;
const pageBytes = 65_536;
const mostPages = 65_536;
/** Smaller tables are no use to it. */
const usualCallRows = 8192;

/** Null where the engine has no WebAssembly, a page's policy forbids it, or there is not enough memory: then plain arrays do. */
export function newWideMemory(rows: number, stride: number, largest: number, compact: boolean): WideMemory | null {
  if (typeof WebAssembly === 'undefined') return null;
  const callRows = Math.max(usualCallRows, largest);
  let end = 0;
  const place = (bytes: number): number => {
    const start = end;
    end = Math.ceil((start + bytes) / 64) * 64;
    return start;
  };
  const at: WideAddresses = {
    rules: place(mostRuleBlocks * ruleBytes),
    list: place(callCountyStages * 12),
    results: place(callCountyStages * 8),
    means: place(callCountyStages * 64),
    cvs: place(callCountyStages * 64),
    reached: place(callRows),
    above: place(callRows),
    parts: place(callRows * stride * 8),
    numbers: place(rows * stride * (compact ? 4 : 8)),
  };
  const pages = Math.ceil(end / pageBytes);
  if (pages > mostPages) return null;
  try {
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const module = new WebAssembly.Module(Uint8Array.from(fuseModule));
    const { fuseDoubles, fuseIntegers } = new WebAssembly.Instance(module, { kernel: { memory } }).exports;
    const { buffer } = memory;
    return {
      fuse: compact ? fuseIntegers : fuseDoubles,
      fuseDoubles,
      numbers: new (compact ? Int32Array : Float64Array)(buffer, at.numbers, rows * stride),
      at,
      doubles: new Float64Array(buffer, 0, at.numbers / 8),
      integers: new Int32Array(buffer, 0, at.numbers / 4),
      bytes: new Uint8Array(buffer, 0, at.numbers),
      callRows,
    };
  } catch {
    return null;
  }
}
