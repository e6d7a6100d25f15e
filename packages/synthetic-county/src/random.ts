import { ImpossibleCountyError } from './impossible-county.ts';

/**
 * A small deterministic generator of pseudo-random numbers, the same in every JavaScript engine: xoshiro128** (Blackman and
 * Vigna, 2018), its state filled by splitmix32. Not for secrets.
 */
export interface Random {
  /** A whole number from 0 to 2^32 - 1. */
  readonly next: () => number;
  /** A whole number, both ends included. */
  readonly whole: (least: number, most: number) => number;
  /** In [0, 1), with 32 bits. */
  readonly unit: () => number;
  readonly between: (least: number, most: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <Each>(choices: readonly Each[]) => Each;
  readonly shuffled: <Each>(list: readonly Each[]) => Each[];
}

export function randomFrom(seed: number): Random {
  const fill = splitmix32(seed);
  let [a, b, c, d] = [fill(), fill(), fill(), fill()];
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
  const unit = (): number => next() / 0x1_0000_0000;
  const whole = (least: number, most: number): number => least + Math.floor(unit() * (most - least + 1));
  const pick = <Each>(choices: readonly Each[]): Each => {
    const picked = choices[whole(0, choices.length - 1)];
    if (picked === undefined) throw new ImpossibleCountyError('nothing to pick from');
    return picked;
  };
  const shuffled = <Each>(list: readonly Each[]): Each[] => {
    const rest = [...list];
    return list.map(() => rest.splice(whole(0, rest.length - 1), 1)).flat();
  };
  return {
    next,
    whole,
    unit,
    between: (least, most) => least + unit() * (most - least),
    chance: (probability) => unit() < probability,
    pick,
    shuffled,
  };
}

/** A seed of its own for each part of a larger whole, so that county 87 needs no county before it. */
export function derivedSeed(seed: number, part: number): number {
  const fill = splitmix32((seed ^ Math.imul(part + 1, 0x9e37_79b1)) >>> 0);
  fill();
  return fill();
}

function splitmix32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e37_79b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0_aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a_2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
