import { splitCellKey } from '@junheng/evaluation-core';
import { knownText } from './known-texts.ts';
import { inLanguage } from './language.ts';
import type { Language } from './language.ts';
import { reportFault } from './strictness.ts';
import { fill } from './templating.ts';
import type { Facts } from './templating.ts';

export function hasText(key: string): boolean {
  return knownText(key) !== undefined;
}

/**
 * The text of a key with its facts filled in. An unknown key is a fault of the programme: it throws under test; in use the key
 * itself is shown, so that nobody's page breaks for a missing word. An absent fact is shown as a dash.
 */
export function text(language: Language, key: string, facts: Facts = {}): string {
  const both = knownText(key);
  if (both === undefined) {
    reportFault(`no text for ${key}`);
    return key;
  }
  return fill(
    language,
    inLanguage(language, both),
    facts,
    (kind, id) => nameOf(language, kind, id),
    (name) => reportFault(`${key}: no fact ${name}`),
  );
}

/** `pupils.primary` -> 在校生数（小学）, `revenue@1` -> 财政收入（上年）; any cell key, of a stage or of the whole school or county. */
export function cellName(language: Language, cellKey: string): string {
  const { itemId, stage, yearsBack } = splitCellKey(cellKey);
  const name = text(language, `item.${itemId}`);
  const marks = [
    ...(stage === null ? [] : [text(language, `stage.${stage}`)]),
    ...(yearsBack > 0
      ? [text(language, yearsBack === 1 ? 'years-back.last' : 'years-back.earlier', { years: yearsBack })]
      : []),
  ];
  if (marks.length === 0) return name;
  return language === 'zh-CN' ? `${name}（${marks.join('，')}）` : `${name} (${marks.join(', ')})`;
}

/** What `{kind:name}` in a text stands for. */
function nameOf(language: Language, kind: string, id: string): string {
  return kind === 'cell' ? cellName(language, id) : text(language, `${kind}.${id}`);
}

/** How a cell's value is shown: choices and flags in words, numbers and texts as they are. */
export function valueText(language: Language, itemId: string, value: string): string {
  if (hasText(`option.${itemId}.${value}`)) return text(language, `option.${itemId}.${value}`);
  return value === 'yes' || value === 'no' ? text(language, `option.flag.${value}`) : value;
}
