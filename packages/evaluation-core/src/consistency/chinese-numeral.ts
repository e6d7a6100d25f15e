import { rational } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const places: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n };
const scales: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n };

/** Characters of Chinese numerals, for regular expressions. */
export const numeralCharacters = '零〇一二两三四五六七八九十百千万亿';

/** A number written in Chinese: its value, and the value of one unit of its last written place group (万 in 三万, 1 in 三百). */
export interface ChineseNumeral {
  readonly value: Rational;
  readonly step: Rational;
}

/** 三百二十 -> 320, 一万五 -> 15000, 二〇一四 -> 2014, 三点八 -> 3.8. Undefined for what is none (一两, 三四百) or longer than 24 characters. */
export function chineseNumeral(text: string): ChineseNumeral | undefined {
  if (text.length > 24) return undefined;
  const [whole = '', fraction, ...more] = text.split('点');
  if (more.length > 0) return undefined;
  const integer = integerOf(whole);
  if (integer === undefined || fraction === undefined) {
    return integer === undefined ? undefined : { value: rational(integer.value, 1n), step: rational(integer.step, 1n) };
  }
  // Only a plain integer takes decimals: 三点八, 十二点五; the scale of 三点八万 is a unit and stands outside.
  const decimals = [...fraction].map((each) => digits[each]);
  if (decimals.length === 0 || decimals.includes(undefined) || integer.step !== 1n) return undefined;
  const d = 10n ** BigInt(decimals.length);
  return { value: rational(integer.value * d + BigInt(decimals.join('')), d), step: rational(1n, d) };
}

interface Reading {
  readonly value: bigint;
  readonly step: bigint;
}

function integerOf(text: string): Reading | undefined {
  const characters = [...text];
  if (characters.length === 0) return undefined;
  if (characters.every((each) => digits[each] !== undefined)) {
    // Digit by digit (二〇一四); two or three digits in a row are as a rule an estimate (三四百, 一两个).
    if (characters.length > 1 && characters.length !== 4 && !/[零〇]/.test(text)) return undefined;
    return { value: BigInt(characters.map((each) => digits[each]).join('')), step: 1n };
  }
  let total = 0n;
  let section = 0n;
  let pending: bigint | null = null;
  let lastPlace = 10n ** 9n;
  let lastScale = 10n ** 18n;
  let colloquial: bigint | null = null;
  let step = 1n;
  let zeroBefore = false;
  for (const character of characters) {
    const digit = digits[character];
    const place = places[character];
    const scale = scales[character];
    if (digit !== undefined) {
      if (pending !== null && pending !== 0n) return undefined;
      zeroBefore = digit === 0 || (pending === 0n && zeroBefore);
      pending = BigInt(digit);
      step = 1n;
    } else if (place !== undefined) {
      if (place >= lastPlace || (pending === null && place !== 10n)) return undefined;
      section += (pending === null || (pending === 0n && place === 10n) ? 1n : pending) * place;
      pending = null;
      lastPlace = place;
      colloquial = place / 10n;
      zeroBefore = false;
    } else if (scale !== undefined) {
      section += pending ?? 0n;
      if (section === 0n || scale >= lastScale) return undefined;
      total += section * scale;
      section = 0n;
      pending = null;
      lastScale = scale;
      lastPlace = 10n ** 9n;
      colloquial = scale / 10n;
      step = scale;
      zeroBefore = false;
    } else return undefined;
  }
  // 一万五 = 15000, 三百二 = 320; 一万零五 = 10005.
  const last = pending ?? 0n;
  const short = colloquial !== null && colloquial > 0n && !zeroBefore && last > 0n;
  return {
    value: total + section + (short ? last * (colloquial ?? 1n) : last),
    step: short ? (colloquial ?? 1n) : section > 0n || last > 0n ? 1n : step,
  };
}
