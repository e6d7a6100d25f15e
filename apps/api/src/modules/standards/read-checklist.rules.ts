import {
  CHECKLIST_ITEMS,
  checklistItemSchema,
  type ChecklistFindingCode,
  type ChecklistItem,
  type ChecklistReading,
} from '@junheng/api-contract';
import { columnLetters } from '../../platform/workbooks/cell-position.ts';
import type { Sheet, SheetRow } from '../../platform/workbooks/workbook.types.ts';
import {
  CHECKLIST_COLUMNS,
  checklistColumnOf,
  checklistKindOf,
  type ChecklistColumn,
} from './checklist-sheet.rules.ts';

type Finding = ChecklistReading['findings'][number];
type Columns = ReadonlyMap<ChecklistColumn, number>;

/** Of the parts of an item that a sheet's cell can get wrong. */
const FAULT_OF: Readonly<Record<string, readonly [ChecklistFindingCode, ChecklistColumn]>> = {
  text: ['text-invalid', 'text'],
  textEn: ['text-invalid', 'textEn'],
  maximum: ['maximum-invalid', 'maximum'],
  criteria: ['criteria-invalid', 'criteria'],
};

/**
 * Reads the first sheet with a column of what is looked at. Everything wrong is said at its row and cell, and then nothing is taken over.
 * A line that says no kind is scored where it has a maximum, else yes or no.
 */
export function readChecklist(sheets: readonly Sheet[]): Pick<ChecklistReading, 'items' | 'findings'> {
  const table = tableOf(sheets);
  if (table === null) return refused('header-missing', { columns: CHECKLIST_COLUMNS.text.header[0] });
  const findings: Finding[] = [];
  const items: ChecklistItem[] = [];
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const said = (column: ChecklistColumn): string | null => {
      const text = row.cells.find((cell) => cell.column === table.columns.get(column))?.text.trim() ?? '';
      return text === '' ? null : text;
    };
    const text = said('text');
    if (text === null && said('maximum') === null && said('criteria') === null) continue;
    const say = (code: ChecklistFindingCode, column: ChecklistColumn, facts: Finding['facts'] = {}): void => {
      const at = table.columns.get(column);
      findings.push({ code, row: row.number, column: at === undefined ? null : columnLetters(at), facts });
    };
    const maximum = said('maximum');
    const named = said('kind');
    const kind = named === null ? (maximum === null ? 'yes-no' : 'scored') : checklistKindOf(named);
    const first = seen.get(text ?? '');
    if (kind === null) say('kind-unknown', 'kind', { typed: (named ?? '').slice(0, 50) });
    else if (kind === 'scored' && maximum === null) say('maximum-missing', 'maximum');
    else if (kind !== 'scored' && maximum !== null) say('maximum-unexpected', 'maximum');
    else if (first !== undefined) say('text-twice', 'text', { first });
    else {
      seen.set(text ?? '', row.number);
      const read = checklistItemSchema.safeParse({
        kind,
        text: text ?? '',
        textEn: said('textEn'),
        maximum,
        criteria: said('criteria'),
      });
      if (read.success) items.push(read.data);
      else
        for (const { path } of read.error.issues)
          say(...(FAULT_OF[String(path[0])] ?? (['text-invalid', 'text'] as const)));
    }
  }
  if (findings.length === 0 && items.length === 0) return refused('no-rows', {});
  if (items.length > CHECKLIST_ITEMS) return refused('too-many-items', { most: CHECKLIST_ITEMS });
  return { items: findings.length === 0 ? items : [], findings };
}

function refused(code: ChecklistFindingCode, facts: Finding['facts']): Pick<ChecklistReading, 'items' | 'findings'> {
  return { items: [], findings: [{ code, row: null, column: null, facts }] };
}

/** The header may stand below a title. */
function tableOf(sheets: readonly Sheet[]): { readonly rows: readonly SheetRow[]; readonly columns: Columns } | null {
  for (const sheet of sheets) {
    for (const [index, row] of sheet.rows.slice(0, 20).entries()) {
      const columns = new Map<ChecklistColumn, number>();
      for (const cell of row.cells) {
        const column = checklistColumnOf(cell.text);
        if (column !== null && !columns.has(column)) columns.set(column, cell.column);
      }
      if (columns.has('text')) return { rows: sheet.rows.slice(index + 1), columns };
    }
  }
  return null;
}
