import { createHash } from 'node:crypto';
import type {
  CountyHead,
  DrawnCounty,
  DrawnStratum,
  ListedCounty,
  ListedSchool,
  Locale,
  SampleList,
  SchoolType,
} from './sampling.types.ts';

/*
 * The random sample (随机抽样). The procedure is published in docs/drawing-a-sample.md, to be repeated with sha256sum and a
 * calculator; whatever changes here changes the draw and needs another format name.
 */

/** Strata stand on the line in this order, the locales of a type beside each other. */
const TYPE_ORDER: readonly SchoolType[] = [
  'primary',
  'teaching-point',
  'nine-year',
  'junior',
  'full-middle',
  'twelve-year',
  'special-education',
  'vocational',
];
const LOCALE_ORDER: readonly Locale[] = ['urban', 'town', 'rural'];

/** SHA-256 of a text in UTF-8, lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Codes are letters and digits: compared by code unit, the same in every language and program. */
function byCode(left: { readonly code: string }, right: { readonly code: string }): number {
  return left.code < right.code ? -1 : left.code > right.code ? 1 : 0;
}

/** A name on one line, without the tab that parts the columns. */
function plain(name: string): string {
  return name.replaceAll(/\s+/g, ' ').trim();
}

/** The canonical text of the frozen list: its SHA-256 is published with it. */
export function listText(list: SampleList): string {
  const lines = [
    ['junheng-sample-list/1'],
    ['inspection', list.inspectionId],
    ['draw', String(list.draw)],
    ['commitment', list.commitment],
    ['heads-at', list.headsAt],
    ...[...list.counties].sort(byCode).map(({ code, name, size }) => ['county', code, String(size), plain(name)]),
    ...[...list.schools]
      .sort(byCode)
      .map(({ code, name, countyCode, type, locale }) => ['school', code, countyCode, type, locale, plain(name)]),
  ];
  return `${lines.map((line) => line.join('\t')).join('\n')}\n`;
}

/** The text whose SHA-256 is the seed: the revealed value, the list and where the audit chains ended. */
export function seedText(value: string, listHash: string, heads: readonly CountyHead[]): string {
  const sorted = [...heads].sort((left, right) => (left.countyCode < right.countyCode ? -1 : 1));
  const lines = [
    ['junheng-sample-seed/1'],
    ['value', value],
    ['list', listHash],
    ...sorted.map(({ countyCode, position, hash }) => ['head', countyCode, String(position), hash]),
  ];
  return `${lines.map((line) => line.join('\t')).join('\n')}\n`;
}

/** A school's rank within its stratum: the smallest are drawn first. */
export function rankOf(seed: string, schoolCode: string): string {
  return sha256(`${seed} ${schoolCode}`);
}

/** Where counting begins on a county's line: SHA-256 as a number, modulo the number of its schools. */
export function startOf(seed: string, countyCode: string, schools: number): number {
  return schools === 0 ? 0 : Number(BigInt(`0x${sha256(`${seed} start ${countyCode}`)}`) % BigInt(schools));
}

/**
 * How many of each stratum are drawn. The schools stand on a line, stratum after stratum; each takes up `size` marks of
 * `schools × size`, and from mark `start` on every `schools`-th mark hits one. So a stratum gets its exact share, rounded up or
 * down by chance, and every school is drawn with the same probability, size / schools.
 *
 * @param start from 0 to the number of schools less one
 */
export function allocate(strata: readonly number[], size: number, start: number): readonly number[] {
  const schools = strata.reduce((sum, each) => sum + each, 0);
  let before = 0;
  return strata.map((each) => {
    const from = before * size;
    before += each;
    return marksBelow(before * size, start, schools) - marksBelow(from, start, schools);
  });
}

/** How many of the marks start, start + step, start + 2 step … lie below a place. */
function marksBelow(place: number, start: number, step: number): number {
  return place <= start ? 0 : Math.ceil((place - start) / step);
}

/** The whole draw, county after county by code. The order of the input changes nothing. */
export function drawSample(
  seed: string,
  counties: readonly ListedCounty[],
  schools: readonly ListedSchool[],
): readonly DrawnCounty[] {
  return [...counties].sort(byCode).map((county) => {
    const own = schools.filter(({ countyCode }) => countyCode === county.code);
    const strata = stratify(seed, own);
    const size = Math.min(county.size, own.length);
    const start = startOf(seed, county.code, own.length);
    const sizes = allocate(
      strata.map(({ ranked }) => ranked.length),
      size,
      start,
    );
    return {
      code: county.code,
      name: county.name,
      start,
      size,
      schools: own.length,
      strata: strata.map((stratum, index) => ({ ...stratum, size: sizes[index] ?? 0 })),
    };
  });
}

/** The drawn schools, county after county, stratum after stratum, by rank. */
export function drawnSchools(counties: readonly DrawnCounty[]): readonly ListedSchool[] {
  return counties.flatMap(({ strata }) =>
    strata.flatMap(({ ranked, size }) => ranked.slice(0, size).map(({ school }) => school)),
  );
}

function stratify(seed: string, schools: readonly ListedSchool[]): readonly Omit<DrawnStratum, 'size'>[] {
  return TYPE_ORDER.flatMap((type) =>
    LOCALE_ORDER.map((locale) => ({
      type,
      locale,
      ranked: schools
        .filter((school) => school.type === type && school.locale === locale)
        .map((school) => ({ school, rank: rankOf(seed, school.code) }))
        .sort((left, right) => (left.rank < right.rank ? -1 : left.rank > right.rank ? 1 : 0)),
    })),
  ).filter(({ ranked }) => ranked.length > 0);
}
