import type { Edition } from '@junheng/evaluation-core';
import { text } from '@junheng/evaluation-messages';
import type { FigureUnit } from './figure-units.ts';
import { isUnitAlone, readUnit } from './figure-units.ts';
import { headerWords, stageNamed, withoutCountEnding } from './header-text.ts';
import { CHOICE_SYNONYMS, IDENTITY_SYNONYMS } from './header-synonyms.ts';
import type { IdentityField } from './import-preview.types.ts';
import { ITEM_SYNONYMS } from './item-synonyms.ts';

/** What a column's header means. */
export interface HeaderMeaning {
  readonly field: IdentityField | null;
  readonly item: string | null;
  readonly stage: string | null;
  readonly unit: FigureUnit | null;
  /** A unit that cannot be converted exactly, as written. */
  readonly refusedUnit: string | null;
}

/** Group headers under which a figure of a known name is something else. */
const DISQUALIFYING_GROUP =
  /上年|去年|上一年|往年|寄宿|住宿|女|男|幼儿|学前|附设|教职工|危房|在建|施工|租借|借用|非学校产权|非产权|共同使用|标准|要求|达标|差距|缺额|缺口|应有|应配|生均|每百|比例|率|新增|计划|预计|规划|毕业|招生|随迁|留守|高中教师/;

const identities = reverse(IDENTITY_SYNONYMS);

/** @param levels the header's texts from the outermost group to the column itself, merged ones repeated once; null = not recognised. */
export type ReadHeader = (levels: readonly string[]) => HeaderMeaning | null;

/** What the headers of an edition's items are called. */
interface Vocabulary {
  readonly items: ReadonlyMap<string, string>;
  readonly choices: ReadonlyMap<string, string>;
  readonly synonyms: typeof ITEM_SYNONYMS;
}

const readers = new WeakMap<Edition, ReadHeader>();

/**
 * Reads headers for the round's edition: a column of another framework (books, land) is no item of this one, and is told as a column
 * that was not used.
 */
export function headerReader(edition: Edition): ReadHeader {
  const known = readers.get(edition);
  if (known !== undefined) return known;
  const reader = remembering(vocabularyOf(edition));
  readers.set(edition, reader);
  return reader;
}

function vocabularyOf(edition: Edition): Vocabulary {
  const asked = new Set(edition.items.map((item) => item.id));
  const synonyms = ITEM_SYNONYMS.filter((entry) => asked.has(entry.item));
  return {
    synonyms,
    items: new Map([
      // What our own forms call the items: a table made from one of them is always known.
      ...edition.items.map(
        ({ id }) => [withoutCountEnding(headerWords(text('zh-CN', `item.${id}`), () => false)), id] as const,
      ),
      ...synonyms.flatMap((entry) => entry.names.map((name) => [withoutCountEnding(name), entry.item] as const)),
    ]),
    choices: reverse(Object.fromEntries(Object.entries(CHOICE_SYNONYMS).filter(([item]) => asked.has(item)))),
  };
}

function reverse(synonyms: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(synonyms).flatMap(([key, names]) => names.map((name) => [withoutCountEnding(name), key] as const)),
  );
}

const REMEMBERED_MOST = 4_000;

/** Looking for a table asks about the same few texts again and again. Emptied when full, so that no file can fill it for good. */
function remembering(vocabulary: Vocabulary): ReadHeader {
  const remembered = new Map<string, HeaderMeaning | null>();
  return (levels) => {
    const key = levels.join('\u0000');
    const known = remembered.get(key);
    if (known !== undefined) return known;
    if (remembered.size >= REMEMBERED_MOST) remembered.clear();
    const meaning = readLevels(levels, vocabulary);
    remembered.set(key, meaning);
    return meaning;
  };
}

function readLevels(levels: readonly string[], vocabulary: Vocabulary): HeaderMeaning | null {
  let stage: string | null = null;
  let unit: FigureUnit | null = null;
  let refusedUnit: string | null = null;
  const parts: string[] = [];
  for (const level of levels) {
    const unitOfLevel = readUnit(level);
    if (levels.length > 1 && unitOfLevel.kind !== 'none' && isUnitAlone(level)) {
      // A row of units below the headers.
      if (unitOfLevel.kind === 'unit') unit = unitOfLevel.unit;
      else refusedUnit = unitOfLevel.text;
      continue;
    }
    let text = headerWords(level, (bracket) => {
      const reading = readUnit(bracket);
      const named = stageNamed(bracket);
      if (reading.kind === 'unit') unit = reading.unit;
      else if (reading.kind === 'refused') refusedUnit = reading.text;
      else if (named !== null && named.rest === '') stage = named.stage;
      else return /^(?:必填|选填|账面原值|原值|专任教师|公章)?$/.test(bracket);
      return true;
    });
    const named = stageNamed(text);
    // 小学 in front or alone gives the stage; inside a word (中小学) it does not.
    if (named !== null && !text.includes('中小学')) {
      stage = named.stage;
      text = named.rest;
    }
    parts.push(text);
  }
  const meaning = matchParts(parts, vocabulary);
  return meaning === null ? null : { ...meaning, stage, unit, refusedUnit };
}

function matchParts(
  parts: readonly string[],
  { items, choices, synonyms }: Vocabulary,
): { field: IdentityField | null; item: string | null } | null {
  const leaf = withoutCountEnding(parts.at(-1) ?? '');
  const groups = parts.slice(0, -1);
  const joined = withoutCountEnding(parts.join(''));
  const group = groups.join('');

  const whole = items.get(joined) ?? choices.get(joined);
  if (whole !== undefined && joined !== '') return { field: null, item: whole };
  const identity = identities.get(joined);
  if (identity !== undefined) return { field: identity as IdentityField, item: null };
  if (groups.length === 0 || DISQUALIFYING_GROUP.test(group)) return null;

  for (const entry of synonyms) {
    if (
      entry.under?.group.test(group) === true &&
      entry.under.names.some((name) => withoutCountEnding(name) === leaf)
    ) {
      // An empty leaf (合计, or only a stage) repeats the group, which must then be the item itself.
      if (leaf !== '' || entry.names.some((name) => withoutCountEnding(name) === withoutCountEnding(group))) {
        return { field: null, item: entry.item };
      }
    }
  }
  if (leaf === '') return null;
  const alone = items.get(leaf) ?? choices.get(leaf);
  if (alone !== undefined) return { field: null, item: alone };
  const identityAlone = identities.get(leaf);
  return identityAlone === undefined ? null : { field: identityAlone as IdentityField, item: null };
}
