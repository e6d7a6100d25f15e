import { splitCellKey } from '../items/cells.ts';
import type { CellKey } from '../items/cells.ts';
import type { ItemDefinition } from '../items/item-definition.ts';
import { cellProblems, parseCell } from '../items/parse-cell.ts';
import type { CellProblem } from '../items/parse-cell.ts';
import { cellDefinition } from '../standards/applicable-cells.ts';
import type { Edition } from '../standards/edition.ts';

/** One cell with another value: as a person typed it, or null = nothing is reported there. `schoolId` null: a cell of the county report. */
export interface CellEdit {
  readonly schoolId: string | null;
  readonly key: CellKey;
  readonly value: string | null;
}

/** Why an edit is refused; message keys `problem.<problem>`. */
export const editProblems = [
  ...cellProblems,
  'unknown-school',
  /** Several schools of the data set have this id. */
  'ambiguous-school',
  /** The edition has no such cell. */
  'unknown-cell',
  /** The same cell is edited before. */
  'edited-twice',
] as const;
export type EditProblem = CellProblem | (typeof editProblems)[number];

export type ReadEdit =
  { readonly ok: true; readonly value: string | null } | { readonly ok: false; readonly problem: EditProblem };

/** The edited value in canonical form, or why it cannot stand in that cell. Whether the school exists is not looked at. */
export function readEdit(edition: Edition, { schoolId, key, value }: CellEdit): ReadEdit {
  const item = schoolId === null ? countyItem(edition, key) : cellDefinition(edition, key)?.item;
  if (item === undefined) return { ok: false, problem: 'unknown-cell' };
  return value === null ? { ok: true, value } : parseCell(item, value);
}

function countyItem(edition: Edition, key: CellKey): ItemDefinition | undefined {
  const { itemId, stage, yearsBack } = splitCellKey(key);
  const item = edition.countyItems.find((each) => each.id === itemId);
  if (item === undefined || !(yearsBack <= item.earlierYears)) return undefined;
  const known = stage === null ? item.stages === null : (item.stages ?? []).includes(stage);
  return known ? item : undefined;
}
