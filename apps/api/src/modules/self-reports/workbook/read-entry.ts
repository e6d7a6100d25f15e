import { parseCell, type CellProblem, type ItemDefinition } from '@junheng/evaluation-core';
import { languages, unitOfItem, valueText } from '@junheng/evaluation-messages';
import type { SheetCell } from '../../../platform/workbooks/workbook.types.ts';
import { categoryOf, shiftDecimal, type FigureUnit } from '../import/figure-units.ts';
import { readFigureText } from '../import/read-figure.ts';

export type EntryFault =
  | Exclude<CellProblem, 'empty' | 'not-an-option'>
  | 'not-one-of'
  | 'percent'
  | 'date-instead-of-number'
  | 'other-unit'
  | 'no-figure'
  | 'formula-error'
  | 'formula-without-result';

export type EntryFacts = Readonly<Record<string, string | number | readonly string[] | null>>;

/** What a cell of a filled-in workbook says. `value` is canonical, as the form would store it. */
export type EntryReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'fault'; readonly code: EntryFault; readonly facts: EntryFacts };

const LONGEST_SHOWN = 60;
/** Units that people write behind a count, by the item's own unit. */
const COUNTED: Readonly<Record<string, readonly string[]>> = {
  person: ['person'],
  class: ['class', 'piece'],
  room: ['room', 'piece'],
  year: ['year'],
};

/**
 * Reads one input cell as the form would: nothing is rounded, converted or guessed; what is not a plain value of the item is a
 * fault with what to do about it.
 */
export function readEntry(item: ItemDefinition, cell: SheetCell | undefined): EntryReading {
  if (cell === undefined) return { kind: 'blank' };
  if (cell.kind === 'error') return fault('formula-error', { typed: shownText(cell.text) });
  if (cell.kind === 'formula-without-result') return fault('formula-without-result', {});
  const { kind } = item.value;
  switch (kind) {
    case 'number':
      return readNumber(item, cell);
    case 'choice':
    case 'flag':
      return readAnswer(item, cell);
    case 'date':
      return parsed(item, cell.kind === 'date' ? cell.text.slice(0, 10) : cell.text);
    case 'text':
      return parsed(item, cell.text);
    default: {
      const exhaustive: never = kind;
      return exhaustive;
    }
  }
}

function readNumber(item: ItemDefinition, cell: SheetCell): EntryReading {
  switch (cell.kind) {
    case 'percentage':
      return fault('percent', {});
    case 'date':
      return fault('date-instead-of-number', { typed: cell.text });
    case 'text':
      return readNumberText(item, cell.text);
    default:
      return parsed(item, cell.text);
  }
}

function readNumberText(item: ItemDefinition, typed: string): EntryReading {
  const plain = parsed(item, typed);
  if (plain.kind !== 'fault' || plain.code !== 'not-a-number') return plain;
  const figure = readFigureText(withoutOwnUnit(item, typed));
  const facts = { typed: shownText(typed) };
  switch (figure.kind) {
    case 'figure':
      return figure.unit === null ? parsed(item, figure.decimal) : inUnit(item, figure.decimal, figure.unit);
    case 'missing':
      return fault('no-figure', facts);
    case 'refused':
      switch (figure.code) {
        case 'percentage':
          return fault('percent', {});
        case 'date_instead_of_number':
          return fault('date-instead-of-number', facts);
        case 'unit_not_supported':
          return fault('other-unit', { typed: unitIn(typed), item: item.id, unit: item.unit, instead: null });
        case 'formula_error':
          return fault('formula-error', facts);
        case 'formula_without_result':
        case 'not_a_number':
          return fault('not-a-number', facts);
        default: {
          const exhaustive: never = figure.code;
          return exhaustive;
        }
      }
    default: {
      const exhaustive: never = figure;
      return exhaustive;
    }
  }
}

/** 12 classes in English, 12 个 in Chinese: the item's own unit in either language says nothing new. */
function withoutOwnUnit(item: ItemDefinition, typed: string): string {
  const trimmed = typed.normalize('NFKC').trim();
  const lower = trimmed.toLowerCase();
  const own = languages.flatMap((language) => [
    unitOfItem(language, item.id, item.unit),
    unitOfItem(language, item.id, item.unit, '1'),
  ]);
  const found = own
    .map((unit) => unit.normalize('NFKC').toLowerCase())
    .find((unit) => unit !== '' && lower.endsWith(unit));
  return found === undefined ? typed : trimmed.slice(0, trimmed.length - found.length);
}

/** A unit that is not the item's is answered with what to type, as in the form: never converted in silence. */
function inUnit(item: ItemDefinition, decimal: string, unit: FigureUnit): EntryReading {
  const category = categoryOf(item.unit);
  const same =
    unit.category === category && (category !== 'count' || COUNTED[item.unit ?? '']?.includes(unit.id) === true);
  if (same && unit.shift === 0) return parsed(item, decimal);
  const moved = same ? parseCell(item, shiftDecimal(decimal, unit.shift)) : null;
  return fault('other-unit', {
    typed: WRITTEN_UNITS[unit.id] ?? unit.id,
    item: item.id,
    unit: item.unit,
    instead: moved?.ok === true ? moved.value : null,
  });
}

const WRITTEN_UNITS: Readonly<Record<string, string>> = {
  yuan: '元',
  'thousand-yuan': '千元',
  'ten-thousand-yuan': '万元',
  'hundred-million-yuan': '亿元',
  'square-metre': '㎡',
  'ten-thousand-square-metres': '万㎡',
  person: '人',
  room: '间',
  piece: '个',
  class: '班',
  year: '年',
};

function unitIn(typed: string): string {
  return shownText(typed.replace(/^[\s+\-\d０-９.,，．]+/u, ''));
}

function readAnswer(item: ItemDefinition, cell: SheetCell): EntryReading {
  const options = item.value.kind === 'choice' ? item.value.options : ['yes', 'no'];
  if (cell.kind === 'boolean' && item.value.kind === 'flag') {
    return { kind: 'value', value: cell.text === 'true' ? 'yes' : 'no' };
  }
  const wanted = cell.text.normalize('NFKC').trim().toLowerCase();
  const found = options.filter(
    (option) =>
      option === wanted ||
      languages.some((language) => valueText(language, item.id, option).normalize('NFKC').toLowerCase() === wanted),
  );
  const [only] = found;
  if (found.length === 1 && only !== undefined) return { kind: 'value', value: only };
  return fault('not-one-of', { typed: shownText(cell.text), item: item.id, options });
}

function parsed(item: ItemDefinition, typed: string): EntryReading {
  const read = parseCell(item, typed);
  if (read.ok) return { kind: 'value', value: read.value };
  switch (read.problem) {
    case 'empty':
      return { kind: 'blank' };
    case 'not-an-option':
      return fault('not-one-of', { typed: shownText(typed), item: item.id, options: [] });
    default:
      return fault(read.problem, { typed: shownText(typed) });
  }
}

function fault(code: EntryFault, facts: EntryFacts): EntryReading {
  return { kind: 'fault', code, facts };
}

export function shownText(typed: string): string {
  return typed.length > LONGEST_SHOWN ? `${typed.slice(0, LONGEST_SHOWN)}…` : typed;
}
