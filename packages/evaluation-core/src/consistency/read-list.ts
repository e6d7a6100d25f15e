import { chineseNumeral } from './chinese-numeral.ts';

const numerals = '[一二三四五六七八九十]+';
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** How enumerated items are marked; the number of the item is in the first group. */
const markers: readonly RegExp[] = [
  new RegExp(`[(（](${numerals}|\\d{1,3})[)）]`, 'g'),
  new RegExp(`(?<![一二三四五六七八九十])(${numerals})是`, 'g'),
  new RegExp(`([${circled}])`, 'g'),
  new RegExp(`第(${numerals}|\\d{1,3})[、,，是]`, 'g'),
  new RegExp(`(?:^|[;；。\\s])(${numerals}|\\d{1,3})[、.．](?!\\d)`, 'g'),
  /(?<![A-Za-z])[A-Z](\d{1,3})(?!\d)/g,
];

/** More than any list of a report. */
const mostItems = 999;

function numberOfMarker(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const position = circled.indexOf(text);
  if (position >= 0) return position + 1;
  const value = chineseNumeral(text)?.value;
  return value === undefined ? undefined : Number(value.n / value.d);
}

/** The numbers of the marks of an enumeration in order of appearance: "一是… 二是…" -> 1, 2. Fewer than two marks are none. */
export function enumerationOf(text: string): readonly number[] {
  for (const marker of markers) {
    const numbers = [...text.matchAll(marker)].map((match) => numberOfMarker(match[1] ?? ''));
    if (numbers.length >= 2) return numbers.flatMap((each) => each ?? []);
  }
  return [];
}

/** "(一)-(八)", "C1—C15", "一..八", "一是至八是": first and last of a run. */
function spanOf(text: string): readonly [first: number, last: number] | null {
  const mark = `[(（]?[A-Z第]?(${numerals}|\\d{1,3}|[${circled}])[)）是、.]?`;
  const match = new RegExp(`^${mark}(?:[-~—–～]+|\\.{2,}|…+|至|到)${mark}$`).exec(text.replace(/\s+/g, ''));
  const [first, last] = [numberOfMarker(match?.[1] ?? ''), numberOfMarker(match?.[2] ?? '')];
  return match === null || first === undefined || last === undefined || last < first ? null : [first, last];
}

/**
 * The things a text lists: a run of marks ("(一)-(八)"), marked items ("一是…二是…"), or items between semicolons, or else between
 * commas and 、. Words in brackets belong to their item; 和 and 与 separate nothing (质量与管理 is one thing).
 */
export function readList(text: string): readonly string[] {
  const trimmed = text.trim().replace(/[。;；]$/, '');
  if (trimmed === '') return [];
  const span = spanOf(trimmed);
  if (span !== null) {
    const length = Math.min(span[1] - span[0] + 1, mostItems);
    return Array.from({ length }, (_, index) => String(span[0] + index));
  }
  for (const marker of markers) {
    const marks = [...trimmed.matchAll(marker)];
    if (marks.length < 2) continue;
    return marks.map((mark, index) => {
      const start = mark.index + mark[0].length;
      return (
        trimmed
          .slice(start, marks[index + 1]?.index)
          .replace(/[;；,，、。\s]+$/, '')
          .trim() ||
        (mark[1] ?? '')
      );
    });
  }
  const plain = trimmed.replace(/[(（][^()（）]*[)）]/g, '');
  const parts = /[;；\n]/.test(plain) ? plain.split(/[;；\n]/) : plain.split(/、|，|,(?!\d{3}(?!\d))/);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
