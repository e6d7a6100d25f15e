import { text, type Language } from '@junheng/evaluation-messages';
import { locales, ownerships, schoolTypes } from '@junheng/api-contract';

/** The columns of the school sheet, in the order of the template. `*` marks those that must be there. */
export const COLUMNS = {
  code: { header: ['学校标识码', 'School code'], also: ['学校代码', '标识码', '代码'], required: true },
  name: { header: ['学校名称', 'School name'], also: ['校名', '学校', '名称'], required: true },
  type: { header: ['办学类型', 'Type'], also: ['学校类型', '学校办学类型', '类型'], required: true },
  locale: { header: ['城乡类型', 'Locale'], also: ['城乡分类', '城乡'], required: true },
  ownership: { header: ['办学性质', 'Ownership'], also: ['举办者', '性质', '公办民办'], required: false },
  town: { header: ['所在乡镇', 'Town'], also: ['乡镇', '乡镇街道', '街道'], required: false },
  boarding: { header: ['寄宿制', 'Boarding'], also: ['是否寄宿', '是否寄宿制'], required: false },
  founded: { header: ['建校年份', 'Founded'], also: ['建校时间', '建校年'], required: false },
  parent: {
    header: ['本校标识码（校区填）', 'Code of the main school'],
    also: ['本校标识码', '所属学校标识码'],
    required: false,
  },
  counted: { header: ['计校数', 'Counts as a school'], also: ['是否计校数'], required: false },
  opened: { header: ['登记日期', 'Registered on'], also: ['开办日期', '启用日期'], required: false },
} as const;
export type SchoolColumn = keyof typeof COLUMNS;
export const columnNames = Object.keys(COLUMNS) as readonly SchoolColumn[];

const index = (language: Language) => (language === 'zh-CN' ? 0 : 1);

export function headerOf(column: SchoolColumn, language: Language): string {
  return COLUMNS[column].header[index(language)];
}

/** Width, case, blanks, brackets and the star of the template do not tell headers or choices apart. */
export function plainText(value: string): string {
  return value
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*()（）·:：]/g, '');
}

const headers = new Map<string, SchoolColumn>(
  columnNames.flatMap((column) =>
    [...COLUMNS[column].header, ...COLUMNS[column].also].map((each) => [plainText(each), column] as const),
  ),
);

export function columnOfHeader(header: string): SchoolColumn | null {
  return headers.get(plainText(header)) ?? null;
}

type Option = (typeof schoolTypes)[number] | (typeof locales)[number] | (typeof ownerships)[number];

function choices<Id extends Option>(
  ids: readonly Id[],
  key: (id: Id) => string,
  also: Readonly<Partial<Record<Id, readonly string[]>>>,
): ReadonlyMap<string, Id> {
  return new Map(
    ids.flatMap((id) =>
      [id, text('zh-CN', key(id)), text('en', key(id)), ...(also[id] ?? [])].map(
        (each) => [plainText(each), id] as const,
      ),
    ),
  );
}

/** What a cell may say, in either language and as tables write it, to what it means. */
export const CHOICES = {
  type: choices(schoolTypes, (id) => `school-type.${id}`, {
    primary: ['小学', '完小', '完全小学', '中心小学'],
    junior: ['初中', '初级中学', '普通初中'],
    'nine-year': ['九年制', '九年一贯制', '九年一贯制学校', '9年一贯制'],
    'twelve-year': ['十二年制', '十二年一贯制', '十二年一贯制学校', '12年一贯制'],
    'full-middle': ['完全中学', '完中'],
    'teaching-point': ['教学点', '小学教学点'],
    'special-education': ['特殊教育', '特殊教育学校', '特教', '特教学校'],
    vocational: ['中等职业学校', '职业学校', '职业高中', '中职'],
  }),
  locale: choices(locales, (id) => `option.locale.${id}`, {
    urban: ['城区', '城市', '主城区', '城乡结合区'],
    town: ['镇区', '镇', '镇中心区', '镇乡结合区'],
    rural: ['乡村', '农村', '乡中心区', '村庄'],
  }),
  ownership: choices(ownerships, (id) => `option.ownership.${id}`, {
    public: ['公办', '公立'],
    private: ['民办', '私立'],
  }),
} as const;

const YES = new Set(['是', 'y', 'yes', '1', '√', 'true', '有']);
const NO = new Set(['否', 'n', 'no', '0', '×', 'x', 'false', '无']);

export function yesOrNo(value: string): boolean | null {
  const plain = plainText(value);
  return YES.has(plain) ? true : NO.has(plain) ? false : null;
}

const DIGITS: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/**
 * Names that mean the same school have the same key: width, blanks, brackets, the county in front, 第二 and 2, and the ways to
 * write primary and junior school do not count. 甲县第二小学校 and 第2小学 are variants; 东镇中心小学 and 中心小学 are not.
 *
 * @param places names of the county and the regions above it
 */
export function variantKey(name: string, places: readonly string[]): string {
  let key = plainText(name).replaceAll(/[.\-—_'"“”‘’、,，]/g, '');
  for (const place of places) {
    const plain = plainText(place);
    if (plain.length > 1 && key.startsWith(plain) && key.length > plain.length + 1) key = key.slice(plain.length);
  }
  return key
    .replace(
      /第?([一二三四五六七八九])(?=(?:完全)?(?:小学|中学|初级|初中|实验|小|中))/,
      (_match, digit: string) => DIGITS[digit] ?? digit,
    )
    .replace(/第(?=\d)/, '')
    .replace(/(?:完全小学|小学校|完小)$/, '小学')
    .replace(/(?:初级中学校?|中学校|初中)$/, '中学')
    .replace(/(?<=\d)小$/, '小学')
    .replace(/(?<=\d)中$/, '中学');
}
