import { withoutGrouping } from '../items/number-text.ts';
import { decimalOrUndefined } from '../quantities/decimal.ts';
import { divide, one, rational } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { chineseNumeral, numeralCharacters } from './chinese-numeral.ts';
import { percent, perMille } from './figure-units.ts';
import type { Unit } from './figure-units.ts';

/** More digits than any report needs; keeps arithmetic bounded. */
const mostDigits = 30;

/** A number at the start of a text, before its unit. */
export interface NumberToken {
  readonly value: Rational;
  readonly decimals: number;
  /** One unit of the last written place (10^-decimals; 10000 for 三万). */
  readonly step: Rational;
  /** 百分之 and 千分之 bring their unit with them. */
  readonly unit: Unit | null;
  /** 三分之二: known only roughly. */
  readonly part: Rational | null;
  /** In Chinese characters: then the next character decides whether it is a number (四个) or part of a word (三残儿童). */
  readonly inWords: boolean;
  readonly rest: string;
}

const plain = { unit: null, part: null, inWords: false };
const half = rational(1n, 2n);
const decimalPart = '(?:点[零〇一二三四五六七八九]+)?';
const numeralToken = new RegExp(`^[${numeralCharacters}]+${decimalPart}`);
const fractionToken = new RegExp(
  `^([一二两三四五六七八九十百千]+)分之([${numeralCharacters}]+${decimalPart}|\\d+(?:\\.\\d+)?)`,
);

/** Null: no number stands there. */
export function takeNumber(text: string): NumberToken | 'unreadable' | null {
  const digits = /^\d[\d.,]*/.exec(text)?.[0];
  if (digits !== undefined) return takeDigits(digits.replace(/[.,]+$/, ''), text);
  if (/^(?:一半|半数)/.test(text))
    return { ...plain, value: half, decimals: 0, step: one, part: half, rest: text.slice(2) };
  const fraction = fractionToken.exec(text);
  if (fraction !== null) return takeFraction(fraction[0], fraction[1] ?? '', fraction[2] ?? '', text);
  const numeral = numeralToken.exec(text)?.[0];
  // 百余所, 万元: a scale without a number is none by itself.
  if (numeral === undefined || /^[百千万亿点]/.test(numeral)) return null;
  const read = chineseNumeral(numeral);
  if (read === undefined) return 'unreadable';
  const decimals = numeral.split('点')[1]?.length ?? 0;
  return { ...plain, inWords: true, value: read.value, decimals, step: read.step, rest: text.slice(numeral.length) };
}

function takeDigits(digits: string, text: string): NumberToken | 'unreadable' {
  const bare = withoutGrouping(digits);
  const value = bare.length > mostDigits ? undefined : decimalOrUndefined(bare);
  if (value === undefined) return 'unreadable';
  const decimals = bare.split('.')[1]?.length ?? 0;
  return { ...plain, value, decimals, step: rational(1n, 10n ** BigInt(decimals)), rest: text.slice(digits.length) };
}

/** 百分之八十五, 千分之五, 三分之二. */
function takeFraction(whole: string, by: string, of: string, text: string): NumberToken | 'unreadable' {
  const divisor = chineseNumeral(/^[百千]$/.test(by) ? `一${by}` : by);
  const part = /^[百千]$/.test(of) ? `一${of}` : of;
  const value = /^\d/.test(part) ? takeDigits(part, part) : takeNumber(part);
  if (divisor === undefined || divisor.value.n === 0n || value === null || value === 'unreadable') return 'unreadable';
  if (value.rest !== '') return 'unreadable';
  const rest = text.slice(whole.length);
  if (divisor.value.n === 100n) return { ...value, unit: percent, rest };
  if (divisor.value.n === 1000n) return { ...value, unit: perMille, rest };
  return { ...value, value: divide(value.value, divisor.value), part: divide(one, divisor.value), rest };
}
