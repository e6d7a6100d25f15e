import type { SheetCell } from '../../../platform/workbooks/workbook.types.ts';
import { normaliseText } from './header-text.ts';
import { readCode } from './row-identity.ts';

/** The school a campus (校区、教学点) belongs to, as its row names it; null where it names none. */
export interface NamedParent {
  readonly code: string | null;
  readonly name: string | null;
}

const YES = /^(?:是|计|计校|计校数|独立|独立计校|单独|单独计校|y|yes|1|√|✓|true)$/;
const NO = /^(?:否|不|不是|不计|不计校|不计校数|不独立|不单独|非独立|不独立计校|不单独计校|n|no|0|×|✗|✘|x|false)$/;

/** 是否计校数. Nothing said: a school of its own. null: what is said is not understood. */
export function readCounted(cell: SheetCell | undefined): boolean | null {
  const text = cell === undefined ? '' : normaliseText(cell.text);
  if (text === '' || /^[-—–/\\]+$/.test(text) || YES.test(text)) return true;
  return NO.test(text) || text === '无' ? false : null;
}

/** 所属学校 holds a code in one table and a name in another; a school that names itself has no parent. */
export function readParent(
  given: { readonly code: SheetCell | undefined; readonly name: SheetCell | undefined },
  own: { readonly code: string; readonly name: string },
): NamedParent {
  const cells = [given.code, given.name].filter((cell) => cell !== undefined);
  const readings = cells.map((cell) => readCode(cell));
  const code = readings.flatMap((reading) => (reading.kind === 'code' ? [reading.code] : []))[0] ?? null;
  const names = cells.filter((cell, index) => cell.kind === 'text' && readings[index]!.kind === 'refused');
  const name = names[0]?.text.replace(/\s+/g, ' ').trim() ?? null;
  return { code: code === own.code ? null : code, name: name === own.name ? null : name };
}
