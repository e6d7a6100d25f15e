import type { Texts } from './language.ts';
import { relationTexts } from './relations.ts';

/** What was found when a stated number was recomputed: the verdict, the finding with its numbers, and what often lies behind it. */
export const consistencyTexts: Texts = {
  'stated-verdict.agrees': ['相符', 'Agrees'],
  'stated-verdict.agrees-only-if-truncated': ['仅在截尾时相符', 'Agrees only if cut off'],
  'stated-verdict.disagrees': ['不符', 'Disagrees'],
  'stated-verdict.cannot-be-checked': ['无法核对', 'Cannot be checked'],

  'consistency.same': [
    '报告写的是 {stated}，按原始数计算为 {full}，相符。',
    'The report states {stated}; recomputed from the raw numbers it is {full}. They agree.',
  ],
  'consistency.within-approximation': [
    '报告写的是 {stated}；原始数或所写的数是约数，在其范围内相符（计算为 {low} 至 {high}）。',
    'The report states {stated}. With the estimates given it lies within what is possible ({low} to {high}).',
  ],
  'consistency.holds': ['{left} 与 {right} 相比，与报告所述一致。', '{left} against {right}: as the report says.'],
  'consistency.trend-holds': [
    '由 {left} 到 {right}，与所述“{word}”一致。',
    'From {left} to {right}: as stated ({word}).',
  ],
  'consistency.restated-alike': ['各处所写一致：{stated}。', 'The places agree: {stated}.'],
  'consistency.whole-number-found': [
    '比例 {stated} 可以由整数得出：另一数为 {low} 至 {high}。',
    'The share {stated} can come from whole numbers: the other one is {low} to {high}.',
  ],
  'consistency.covered': [
    '应有 {left} 项，已有 {right} 项，全部对应。',
    '{left} required, {right} there: all are covered.',
  ],
  'consistency.numbered-without-gap': [
    '编号 1 至 {right} 连续，共 {count} 项。',
    'Numbered from 1 to {right} without a gap, {count} items.',
  ],
  'consistency.all-given': ['{count} 个数都已填写。', 'All {count} numbers are given.'],
  'consistency.only-if-truncated': [
    '报告写的是 {stated}，按原始数计算为 {full}，四舍五入应写 {rounded}；只有去掉尾数才相符。请按四舍五入改写。',
    'The report states {stated}; recomputed it is {full}, rounded {rounded}. It agrees only if the rest is cut off: write the rounded number.',
  ],

  'consistency.other-number': [
    '报告写的是 {stated}，按原始数计算为 {full}（应写 {rounded}），不相符。请核对原始数和所写的数。',
    'The report states {stated}; recomputed it is {full} (print {rounded}). They disagree: check the raw numbers and the stated one.',
  ],
  'consistency.perhaps-rounded-raws': [
    '报告写的是 {stated}，按报告中的原始数计算为 {full}，不相符；原始数本身可能已经取整。请用未取整的原始数核对。',
    'The report states {stated}; from the printed raw numbers it is {full}. The raw numbers may have been rounded: check with unrounded ones.',
  ],
  'consistency.other-scope': [
    '报告写的是 {stated}，按原始数计算为 {full}；换一种统计范围（{other}）才相符。请注明统计范围。',
    'The report states {stated}; recomputed it is {full}. Another scope gives it ({other}): say which scope is meant.',
  ],
  'consistency.standard-not-met': [
    '{left} 未达到要求：应{relation:required} {right}。',
    '{left} does not meet the requirement: {relation:required} {right}.',
  ],
  'consistency.standard-met-after-all': [
    '报告说不符合，但 {left} 与 {right} 相比是符合的。请核对两个数和结论。',
    'The report says it does not hold, but {left} against {right} does. Check both numbers and the statement.',
  ],
  'consistency.contradiction': [
    '两处互相矛盾：{left} 与 {right}。两个数不能同时成立，请查明哪一个对。',
    'Two places contradict each other: {left} and {right}. Both cannot be right: find out which is.',
  ],
  'consistency.needs-explanation': [
    '{left} 与 {right} 对不上，或与所用的词不符。请说明原因（时间、范围或对象不同）。',
    '{left} and {right} do not fit together, or do not fit the words used. Explain (another date, scope or subject).',
  ],
  'consistency.trend-broken': [
    '由 {left} 到 {right}，与所述“{word}”不符。请核对各年的数。',
    'From {left} to {right}: not as stated ({word}). Check the numbers of each year.',
  ],
  'consistency.no-whole-number': [
    '人数、校数是整数，但没有整数能得出比例 {stated}（计算为 {full}）。请核对比例和人数。',
    'People and schools are whole, but no whole number gives the share {stated} (it would be {full}). Check the share and the number.',
  ],
  'consistency.not-covered': [
    '应有 {left} 项，只有 {right} 项，还差 {count} 项：{other}。每个问题都要有对应的措施。',
    '{left} required, {right} there, {count} open: {other}. Every problem needs its measure.',
  ],
  'consistency.numbering-broken': [
    '编号不连续：第 {left} 项的编号是 {other}。请检查是否漏写或重复。',
    'The numbering breaks: item {left} is numbered {other}. Check for a missing or repeated item.',
  ],

  'consistency.not-stated': [
    '报告没有写出这个数；按原始数计算为 {full}。',
    'The report does not state this number; recomputed it is {full}.',
  ],
  'consistency.figure-missing': [
    '缺少 {missingCount} 个数，无法核对：{missing}。请补填。',
    'Cannot be checked, {missingCount} numbers are missing: {missing}. Fill them in.',
  ],
  'consistency.divided-by-zero': [
    '除数是 0，不能计算。请核对作分母的数。',
    'Divided by 0. Check the number used as the base.',
  ],
  'consistency.too-approximate': [
    '只给了约数，既可能成立也可能不成立。请给出准确数。',
    'Only estimates are given: it may or may not hold. Give the exact number.',
  ],
  'consistency.unknown-word': [
    '无法理解“{word}”，请人工核对。',
    'The words "{word}" are not understood; check by hand.',
  ],
  'consistency.malformed-claim': [
    '这条核对的写法有误，没有进行核对。',
    'This check itself is faulty; nothing was checked.',
  ],

  'suspected-cause.power-of-ten': [
    '可能多写或少写了位数，或单位（万、%）有误',
    'Probably a digit too many or too few, or the wrong unit',
  ],
  'suspected-cause.inverted': ['可能分子和分母颠倒', 'Probably numerator and denominator were exchanged'],
  'suspected-cause.complement': ['可能写成了 100% 减去它的数', 'Probably 100 % minus the number meant'],
  'suspected-cause.opposite-sign': [
    '可能把增加写成了减少，或相反',
    'Probably a rise told as a fall, or the other way round',
  ],
  'suspected-cause.other-base': [
    '可能用了当年数作基数，应以上年数为基数',
    'Probably the base was the later year instead of the earlier',
  ],
  'suspected-cause.year': ['可能把年份写成了人数或数量', 'Probably the year was written instead of the number'],
  'suspected-cause.copied': ['可能照抄了前面的一个数', 'Probably copied from a number before it'],

  'figure-problem.blank': ['没有写数', 'No number is written'],
  'figure-problem.placeholder': ['留着空白，没有填', 'A blank was left to fill in'],
  'figure-problem.masked': ['数被字母或符号代替', 'Letters or signs stand in place of digits'],
  'figure-problem.fragment': ['数不完整', 'The number is incomplete'],
  'figure-problem.indefinite': ['只有“若干”之类的说法，没有数', 'Only words such as "some", no number'],
  'figure-problem.several-numbers': ['写了不止一个数', 'There is more than one number'],
  'figure-problem.not-a-number': ['不是数', 'It is no number'],
  'figure-problem.not-given': ['没有提供', 'It was not given'],

  ...relationTexts,
};
