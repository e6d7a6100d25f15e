import { normaliseText } from './header-text.ts';

/** How tables write the choices of the editions. Values are option ids. */
const SCHOOL_TYPES: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:普通|完全|公办|民办|独立|单设|城区|城市|农村|乡村|镇区|县直|乡镇|乡|镇|村|中心|村级)*(?:小学(?:校)?|完小|小学中心校)$|^村小$/,
    'primary',
  ],
  [
    /^(?:普通|公办|民办|独立|单设|城区|农村|乡镇|县直)*初中(?:学校)?$|^(?:公办|民办|独立|单设)初级中学$|^初级中学$|^初级中等学校$|^普通初中学校$|^初中部$/,
    'junior',
  ],
  [/^(?:公办|民办)?九年(?:制|一贯制)?(?:学校)?$|^9年一贯制(?:学校)?$/, 'nine-year'],
  [/^(?:公办|民办)?十二年(?:制|一贯制)?(?:学校)?$|^12年一贯制(?:学校)?$/, 'twelve-year'],
  [/^(?:公办|民办|普通)?完全中学$|^完中$/, 'full-middle'],
  [/^(?:小学)?教学点$/, 'teaching-point'],
  [/^特殊教育(?:学校)?$|^特教(?:学校)?$|^(?:盲|聋|聋哑|培智|盲聋哑)(?:人)?学校$/, 'special-education'],
  [
    /^(?:中等)?职业(?:高级中学|学校|中学|高中)$|^中职(?:学校)?$|^职高$|^职业高中(?:学校)?$|^中等专业学校$/,
    'vocational',
  ],
];

/** Schools that stand in a county's list and are outside compulsory education. */
const OUTSIDE = /^(?:普通)?高中(?:学校)?$|^高级中学$|幼儿园$|^附设幼儿班$|^成人.*$|^中等技术学校$/;

const OWNERSHIP: readonly (readonly [RegExp, string])[] = [
  [/^公办$|^公立$|^国有$|教育部门|^县级教育部门$|^政府办$|^集体办$|^公$/, 'public'],
  [/^民办$|^私立$|^私办$|^民$/, 'private'],
];
const LOCALE: readonly (readonly [RegExp, string])[] = [
  [/^城区$|^城市$|^主城区$|^城乡结合区$|^市区$|^县城$/, 'urban'],
  [/^镇区$|^镇$|^镇中心区$|^镇乡结合区$|^乡镇$|^特殊区域$/, 'town'],
  [/^乡村$|^农村$|^乡中心区$|^村庄$|^村$/, 'rural'],
];
const YES_NO: readonly (readonly [RegExp, string])[] = [
  [/^(?:是|y|yes|1|√|true|有)$/, 'yes'],
  [/^(?:否|n|no|0|×|x|false|无)$/, 'no'],
];

const WORDS_BY_ITEM: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  'school-type': SCHOOL_TYPES,
  ownership: OWNERSHIP,
  locale: LOCALE,
};

/** The option a cell of a choice or flag column names; null when it is not recognised. Codes in front ("312 九年一贯制学校") go. */
export function readChoice(item: string, text: string): string | null {
  const plain = normaliseText(text);
  const words = plain.replace(/^\d{3}[-:.、]?(?=\D)/, '').replace(/[()]/g, '');
  const known = WORDS_BY_ITEM[item] ?? YES_NO;
  return known.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

export function isOutsideCompulsoryEducation(text: string): boolean {
  return OUTSIDE.test(normaliseText(text).replace(/^\d{3}[-:.、]?(?=\D)/, ''));
}

/** What a school's name says about its type, where a table has no such column. */
export function typeFromName(name: string): string | null {
  const plain = normaliseText(name);
  if (/教学点/.test(plain)) return 'teaching-point';
  if (/九年(?:一贯)?制|九年一贯/.test(plain)) return 'nine-year';
  if (/十二年(?:一贯)?制/.test(plain)) return 'twelve-year';
  if (/完全中学/.test(plain)) return 'full-middle';
  if (/特殊教育|聋哑|培智/.test(plain)) return 'special-education';
  if (/职业(?:高中|学校|中学)|职教/.test(plain)) return 'vocational';
  if (/初级中学|初中$/.test(plain)) return 'junior';
  if (/小学(?:校区|分校)?$|完小$/.test(plain)) return 'primary';
  return null;
}

const STAGE_SUFFIX =
  /(?:[(（[]\s*(小学|初中|高中)(?:部|学部|阶段|学段|段)?\s*[)）\]]|[-—－]?(小学|初中|高中)(?:部|学部))\s*$/;
const STAGE_OF_SUFFIX: Readonly<Record<string, string>> = { 小学: 'primary', 初中: 'junior', 高中: 'senior' };

/** "育英学校（小学部）" -> the school's name and the stage of the part. A name such as 第一小学 has no suffix. */
export function splitStageSuffix(name: string): { base: string; stage: string | null } {
  const trimmed = name.trim();
  const match = STAGE_SUFFIX.exec(trimmed);
  const base = match === null ? trimmed : trimmed.slice(0, match.index).trim();
  if (match === null || base === '') return { base: trimmed, stage: null };
  return { base, stage: STAGE_OF_SUFFIX[match[1] ?? match[2] ?? ''] ?? null };
}

/** Two names of one school may differ in blanks, width of characters and brackets only. */
export function nameKey(name: string): string {
  return normaliseText(splitStageSuffix(name).base).replace(/[()·.\-—]/g, '');
}
