import type { Relation } from './range.ts';

/** What a word beside a number makes of it. `about`, `more-than` and `short-of` bound it on both sides by its own last digit. */
export type Hedge = Relation | 'about' | 'short-of' | 'more-than';

/** Words before a number (不低于85%, 近1200万). Longest first where one ends in another. */
export const wordsBefore: readonly (readonly [word: string, hedge: Hedge])[] = [
  ['大于或等于', 'at-least'],
  ['高于或等于', 'at-least'],
  ['小于或等于', 'at-most'],
  ['低于或等于', 'at-most'],
  ['大于等于', 'at-least'],
  ['小于等于', 'at-most'],
  ['不低于', 'at-least'],
  ['不少于', 'at-least'],
  ['不小于', 'at-least'],
  ['至少', 'at-least'],
  ['>=', 'at-least'],
  ['≥', 'at-least'],
  ['不超过', 'at-most'],
  ['不高于', 'at-most'],
  ['不多于', 'at-most'],
  ['不大于', 'at-most'],
  ['至多', 'at-most'],
  ['<=', 'at-most'],
  ['≤', 'at-most'],
  ['超过', 'above'],
  ['突破', 'above'],
  ['高于', 'above'],
  ['大于', 'above'],
  ['多于', 'above'],
  ['逾', 'above'],
  ['超', 'above'],
  ['>', 'above'],
  ['低于', 'below'],
  ['小于', 'below'],
  ['少于', 'below'],
  ['不足', 'below'],
  ['不到', 'below'],
  ['不满', 'below'],
  ['未满', 'below'],
  ['<', 'below'],
  ['将近', 'short-of'],
  ['接近', 'short-of'],
  ['近', 'short-of'],
  ['大约', 'about'],
  ['大概', 'about'],
  ['大致', 'about'],
  ['约', 'about'],
  ['≈', 'about'],
  ['~', 'about'],
];

/** Endings of words that only look like a hedge: 节约1200万元 is no estimate, 最近3年 no shortfall. */
export const wordsWithoutHedge: readonly string[] = [
  '节约',
  '公约',
  '合约',
  '预约',
  '制约',
  '附近',
  '最近',
  '临近',
  '邻近',
  '就近',
];

/** 近5年 are the last five years, not nearly five. */
export const timeUnits: readonly string[] = ['年', '月', '日', '天', '周', '届', '期'];

/** Words that say nothing about the size; the word before them may. */
export const fillers: readonly string[] = [
  '同比',
  '环比',
  '达到',
  '共有',
  '共计',
  '合计',
  '总计',
  '累计',
  '平均',
  '分别',
  '仅有',
  '达',
  '共',
  '有',
  '仅',
  '只',
  '了',
  '各',
  '均',
  '计',
];

/** After them the number is a level, no change: 提高到3000元. */
export const levelWords: readonly string[] = ['到', '至', '为', '是'];

export const risingWords: readonly string[] = [
  '增长',
  '增加',
  '增幅',
  '提高',
  '提升',
  '上升',
  '高出',
  '多出',
  '增',
  '升',
];
export const fallingWords: readonly string[] = [
  '负增长',
  '下降',
  '减少',
  '降低',
  '降幅',
  '减幅',
  '下滑',
  '回落',
  '调减',
  '核减',
  '减',
  '降',
];

/** Between the digits and the scale, or after it: 1200多万, 3000余万, 20来个. */
export const wordsInside: readonly (readonly [word: string, hedge: Hedge])[] = [
  ['余', 'more-than'],
  ['多', 'more-than'],
  ['几', 'more-than'],
  ['来', 'about'],
];

/** After the unit: 4000万元以上, 100人左右. */
export const wordsAfter: readonly (readonly [word: string, hedge: Hedge])[] = [
  ['及以上', 'at-least'],
  ['以上', 'at-least'],
  ['及以下', 'at-most'],
  ['以下', 'at-most'],
  ['以内', 'at-most'],
  ['之内', 'at-most'],
  ['左右', 'about'],
  ['上下', 'about'],
  ['余', 'more-than'],
  ['多', 'more-than'],
];

/** Words for an amount that name no number. */
export const indefiniteWords = /若干|许多|很多|大量|大批|多数|大部分|部分|少数|少量|不少|一批|一些|不等/;

/** A word for a limit as regulations print it (以上, 不低于, 不超过 ...), as a relation; undefined if it is none. */
export function readRelation(text: string): Relation | undefined {
  const word = text.trim();
  const hedge = [...wordsBefore, ...wordsAfter].find(([each]) => each === word)?.[1];
  if (hedge === undefined) return word === '达到' ? 'at-least' : word === '等于' || word === '=' ? 'equal' : undefined;
  return hedge === 'about' || hedge === 'short-of' || hedge === 'more-than' ? undefined : hedge;
}
