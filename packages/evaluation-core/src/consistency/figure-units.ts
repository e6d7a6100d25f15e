import { divide, multiply, one, rational } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';

/** A unit as printed, with what one of it is in the base unit of its kind (万元 -> 10000 元, % -> 1/100). */
export interface Unit {
  /** As printed, scale included (`万元`, `元/人次`); empty = none. */
  readonly text: string;
  readonly factor: Rational;
  /** The base unit it is measured in (`元`, `平方米`; empty for shares and pure numbers). */
  readonly base: string;
}

export const noUnit: Unit = { text: '', factor: one, base: '' };
export const percent: Unit = { text: '%', factor: rational(1n, 100n), base: '' };
export const perMille: Unit = { text: '‰', factor: rational(1n, 1000n), base: '' };
export const ratioToOne: Unit = { text: ':1', factor: one, base: '' };

const scaleFactors: Readonly<Record<string, bigint>> = {
  十: 10n,
  百: 100n,
  千: 1000n,
  万: 10_000n,
  亿: 100_000_000n,
};

/** Shares: no base unit. */
const shares: readonly (readonly [pattern: RegExp, factor: Rational])[] = [
  [/^(?:%|个?百分点)/, percent.factor],
  [/^(?:‰|个?千分点)/, perMille.factor],
  [/^成/, rational(1n, 10n)],
  [/^倍/, one],
];

/** Units with a common base; the single characters are their own. */
const measures: readonly (readonly [word: string, base: string, factor: Rational])[] = [
  ['平方公里', '平方米', rational(1_000_000n, 1n)],
  ['平方千米', '平方米', rational(1_000_000n, 1n)],
  ['平方米', '平方米', one],
  ['公顷', '平方米', rational(10_000n, 1n)],
  ['亩', '平方米', rational(2000n, 3n)],
  ['公里', '米', rational(1000n, 1n)],
  ['千米', '米', rational(1000n, 1n)],
  ['米', '米', one],
  ['美元', '美元', one],
  ['元', '元', one],
  ['人次', '人次', one],
  ['名', '人', one],
  ['位', '人', one],
  ['人', '人', one],
  ['年级', '年级', one],
  ['学时', '学时', one],
  ['课时', '课时', one],
  ...[...'个所台册间套项分年次处班件辆户篇块条张部门科节周期岁吨天日月级类批届组栋幢座场片家校只枚支本盏'].map(
    (word) => [word, word === '个' ? '' : word, one] as const,
  ),
];

const nouns =
  /^(?:(?:中小)?学生|教职工|(?:专任)?教师|老师|儿童|班级|教学班|班|学校|教室|学段|年级|项目|单位|方面|问题)/;
const perHead = /^\/(?:每)?(百|100|千|1000|万|10000)?(?:名|个)?(百生|学生|生|人次|人|班级|班|校|套|平方米|亩|户|年)/;

export interface Scale {
  readonly text: string;
  readonly factor: Rational;
  readonly rest: string;
}

/** 万, 百万, 亿 at the start of a text; factor 1 where there is none. */
export function takeScale(text: string): Scale {
  let rest = text;
  let factor: Rational = one;
  // The 千 of 千米 and the 百 of 百分点 are no scales.
  while (!/^(?:千米|百分点|千分点)/.test(rest)) {
    const own = scaleFactors[rest[0] ?? ''];
    if (own === undefined) break;
    factor = multiply(factor, rational(own, 1n));
    rest = rest.slice(1);
  }
  return { text: text.slice(0, text.length - rest.length), factor, rest };
}

/** A unit without scale at the start of a text, and what stands after it; null where there is none. */
export function takeUnit(text: string): { readonly unit: Unit; readonly rest: string } | null {
  for (const [pattern, factor] of shares) {
    const match = pattern.exec(text);
    if (match !== null) return { unit: { text: match[0], factor, base: '' }, rest: text.slice(match[0].length) };
  }
  const measure = measures.find(([word]) => text.startsWith(word));
  if (measure === undefined) return null;
  const [word, base, factor] = measure;
  const rest = text.slice(word.length);
  return takePer({ text: word, factor, base }, rest.slice(nouns.exec(rest)?.[0].length ?? 0));
}

/** 元/人次, 台/百生: the second part of the unit of a rate. */
function takePer(unit: Unit, text: string): { readonly unit: Unit; readonly rest: string } {
  const match = perHead.exec(text);
  if (match === null) return { unit, rest: text };
  const [whole, count = '', head = ''] = match;
  const hundred = head === '百生';
  const each = hundred ? 100n : count === '' ? 1n : (scaleFactors[count] ?? BigInt(count));
  return {
    unit: {
      text: unit.text + whole,
      factor: divide(unit.factor, rational(each, 1n)),
      base: `${unit.base}/${hundred ? '生' : head}`,
    },
    rest: text.slice(whole.length),
  };
}

export function scaled(scale: Scale, unit: Unit): Unit {
  return { text: scale.text + unit.text, factor: multiply(scale.factor, unit.factor), base: unit.base };
}

/** The unit a claim is to be shown in. What is no known unit is taken as its own name, with factor 1. */
export function readUnit(text: string): Unit {
  const trimmed = text
    .trim()
    .replace('％', '%')
    .replace(/㎡|m²|m2/g, '平方米');
  if (trimmed === '') return noUnit;
  if (/^[:∶：]1$/.test(trimmed)) return ratioToOne;
  const scale = takeScale(trimmed);
  const own = takeUnit(scale.rest);
  if (own !== null && own.rest === '') return scaled(scale, own.unit);
  return scale.rest === '' ? scaled(scale, noUnit) : { text: trimmed, factor: one, base: trimmed };
}
