/** A place of a report where a number is missing. */
export interface BlankNumber {
  readonly problem: 'placeholder' | 'masked' | 'blank' | 'fragment';
  /** The sentence it stands in, shortened around it. */
  readonly sentence: string;
  /** The words that lack a number: "达到人", "( )元". */
  readonly words: string;
  /** Place in the text, in UTF-16 units. */
  readonly at: number;
}

const units = '(?:人次|平方米|平米|个百分点|万元|亿元|元|人|名|位|所|个|台|册|间|套|项|处|次|年|分|㎡|%|％)';
const digit = '[\\d０-９零〇一二两三四五六七八九十百千数几]';
/** The end of a clause, where no further word can turn 达到人 into 达到人民. */
const end = '(?=[,，。;；:：、!！)）\\s]|$)';

/** Certain signs first; where two fit, the first is told. */
const patterns: readonly (readonly [problem: BlankNumber['problem'], pattern: RegExp])[] = [
  // ( )元, （　　）所, ____人; ___市 is a name left out
  ['placeholder', new RegExp(`[(（][\\s　]*[)）]\\s*${units}?|[_＿]{2,}\\s*[万亿]?${units}`, 'g')],
  // sssss 所, ××万元, XX%; XX县 is a name
  ['masked', new RegExp(`(?<![A-Za-z])(?:s{3,}|[xX×*＊□■○#]{2,})(?![A-Za-z])\\s*[万亿]?${units}`, 'g')],
  // 生机比∶, and 8.4∶ at the end of a sentence
  ['fragment', new RegExp(`比(?:达到|达|为|是)?[:：∶](?!\\s*${digit})|\\d[:：∶](?=\\s*[。;；]|\\s*$)`, 'g')],
  // 合格率达., 总和的.倍, 支持.万元
  ['fragment', new RegExp(`(?<=[\\u3400-\\u9fff])[.．](?:[%％倍]|[万亿]?元)|(?<=[达为的到率比])[.．]${end}`, 'g')],
  // 投资余万元, 提供万元左右; 近亿元 and 上万元 are amounts
  ['blank', new RegExp(`(?<!${digit}|[.．上近逾超余多来万亿])(?:[余多][万亿]?元|[万亿]元)(?:以上|以下|左右)?`, 'g')],
  // 同比下降%, 增长个百分点
  ['blank', new RegExp(`(?<!${digit}|[.．)）sSxX×*□_＿])(?:%|％|个百分点)`, 'g')],
  // 人数达到人, 各扣分, 撤并小学所 at the end of a clause
  [
    'blank',
    new RegExp(`(?:达到|共有|共计|增加|减少|撤并|扣|得|为)(?:中?小学|中学|学校|教师|学生)?${units}${end}`, 'g'),
  ],
];

/**
 * Where a report seems to lack a number: empty brackets, masks, and units whose number was deleted ("人数达到人", "投资余万元",
 * "合格率达."). Suspicions for a person to look at, in the order of the text; nothing is decided from them.
 */
export function findBlanks(text: string): readonly BlankNumber[] {
  const found: BlankNumber[] = [];
  const taken: (readonly [from: number, to: number])[] = [];
  for (const [problem, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const words = match[0].trim();
      const [from, to] = [match.index, match.index + match[0].length];
      if (words === '' || taken.some(([start, stop]) => from < stop && start < to)) continue;
      taken.push([from, to]);
      found.push({ problem, words, at: from, sentence: sentenceAround(text, from, to) });
    }
  }
  return found.toSorted((a, b) => a.at - b.at);
}

const context = 40;

function sentenceAround(text: string, from: number, to: number): string {
  const before = text.slice(Math.max(0, from - context), from);
  const after = text.slice(to, to + context);
  const start = /[^。;；!！\n]*$/.exec(before)?.[0] ?? '';
  const rest = /^[^。;；!！\n]*/.exec(after)?.[0] ?? '';
  return `${start}${text.slice(from, to)}${rest}`.trim();
}
