import { cellKey, reportedText, splitCellKey } from '../items/cells.ts';
import type { CellKey, Cells, StageId } from '../items/cells.ts';
import { truthOf } from '../items/condition.ts';
import type { ItemDefinition } from '../items/item-definition.ts';
import { parseCell } from '../items/parse-cell.ts';
import type { Edition, SchoolType, SplitMethod } from './edition.ts';

/** One cell of the form of one school. */
export interface CellDefinition {
  readonly key: CellKey;
  readonly item: ItemDefinition;
  /** null = whole school */
  readonly stage: StageId | null;
  readonly required: boolean;
}

export function schoolTypeOf(edition: Edition, cells: Cells): SchoolType | undefined {
  const type = reportedText(cells, edition.schoolTypeItem);
  return edition.schoolTypes.find((each) => each.id === type);
}

/** Does any cell of this key exist in the edition, whoever it is asked of? For typed saves: an unknown key is refused. */
export function cellDefinition(edition: Edition, key: CellKey): CellDefinition | undefined {
  const { itemId, stage, yearsBack } = splitCellKey(key);
  const item = edition.items.find((each) => each.id === itemId);
  if (item === undefined || yearsBack !== 0) return undefined;
  const known = stage === null ? item.stages === null : (item.stages ?? item.alsoByStage).includes(stage);
  return known ? { key, item, stage, required: item.required } : undefined;
}

/**
 * The cells a school is asked, in form order. Depends on what it reported so far: its type decides the stages, flags decide special
 * items, zero pupils in a stage close that stage's other cells, and an imported aggregate makes its parts optional. Before the school
 * type is known only unconditional whole-school cells are asked.
 */
export function applicableCells(
  edition: Edition,
  cells: Cells,
  options: { readonly split?: SplitMethod } = {},
): readonly CellDefinition[] {
  const type = schoolTypeOf(edition, cells);
  const typeStages = type?.stages ?? [];
  const method = options.split ?? edition.splitting.method;
  const optionalParts = partsCoveredByAggregates(edition, cells);
  const items = new Map(edition.items.map((item) => [item.id, item]));
  const result: CellDefinition[] = [];
  for (const item of edition.items) {
    if (truthOf(item.condition, items, cells) !== true) continue;
    for (const stage of stagesOf(
      item,
      typeStages.map((each) => each.stage),
      method,
    )) {
      const key = cellKey(item.id, stage);
      const reported = reportedText(cells, key) !== undefined;
      if (item.entry === 'import' && !reported) continue;
      const presence = typeStages.find((each) => each.stage === stage)?.presence ?? 'expected';
      const isPupils = item.id === edition.pupilsItem;
      if (stage !== null && !isPupils && !stageIsOpen(edition, cells, stage, presence)) continue;
      const required = item.required && !optionalParts.has(key) && !(isPupils && presence === 'if-reported');
      result.push({ key, item, stage, required });
    }
  }
  return result;
}

/** Whole-school facility items are asked by stage instead where the split is by report and the school has several stages. */
function stagesOf(
  item: ItemDefinition,
  typeStages: readonly StageId[],
  method: SplitMethod,
): readonly (StageId | null)[] {
  if (item.stages !== null) return item.stages.filter((stage) => typeStages.includes(stage));
  if (method === 'reported-by-stage' && item.alsoByStage.length > 0 && typeStages.length > 1) {
    return item.alsoByStage.filter((stage) => typeStages.includes(stage));
  }
  return [null];
}

function stageIsOpen(edition: Edition, cells: Cells, stage: StageId, presence: 'expected' | 'if-reported'): boolean {
  const pupils = reportedText(cells, cellKey(edition.pupilsItem, stage));
  const item = edition.items.find((each) => each.id === edition.pupilsItem);
  const parsed = pupils === undefined || item === undefined ? undefined : parseCell(item, pupils);
  if (parsed === undefined || !parsed.ok) return presence === 'expected';
  return parsed.value !== '0';
}

/** Keys of parts whose quantity was imported as an aggregate. */
function partsCoveredByAggregates(edition: Edition, cells: Cells): ReadonlySet<CellKey> {
  const covered = new Set<CellKey>();
  for (const quantity of edition.quantities) {
    if (quantity.aggregate === null) continue;
    for (const stage of [null, ...edition.stages.map((each) => each.id)]) {
      if (reportedText(cells, cellKey(quantity.aggregate, stage)) === undefined) continue;
      for (const part of quantity.parts) covered.add(cellKey(part.item, stage));
    }
  }
  return covered;
}
