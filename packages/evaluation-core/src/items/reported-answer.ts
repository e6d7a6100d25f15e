import { reportedText } from './cells.ts';
import type { CellKey, Cells } from './cells.ts';
import type { ItemDefinition } from './item-definition.ts';
import { parseCell } from './parse-cell.ts';

/** The answer in a cell, canonical, or null when nothing readable was reported: a text that is no option is missing, never a "no". */
export function reportedAnswer(item: ItemDefinition, cells: Cells, key: CellKey = item.id): string | null {
  const text = reportedText(cells, key);
  const parsed = text === undefined ? undefined : parseCell(item, text);
  return parsed?.ok === true ? parsed.value : null;
}
