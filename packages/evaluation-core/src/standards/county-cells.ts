import { cellKey, reportedText, splitCellKey } from '../items/cells.ts';
import type { CellKey, Cells, StageId } from '../items/cells.ts';
import { truthOf } from '../items/condition.ts';
import type { CountyItemDefinition } from '../items/item-definition.ts';
import type { Edition } from './edition.ts';

/** One cell of the county report (县级填报). */
export interface CountyCellDefinition {
  readonly key: CellKey;
  readonly item: CountyItemDefinition;
  /** null = the county as a whole */
  readonly stage: StageId | null;
  /** 0 = the year reported on, 1 = the year before. */
  readonly yearsBack: number;
  readonly required: boolean;
}

/** The cells the county report asks, in form order; of an item of several years the year reported on comes first. */
export function countyCells(edition: Edition, cells: Cells): readonly CountyCellDefinition[] {
  const items = new Map(edition.countyItems.map((item) => [item.id, item]));
  return edition.countyItems.flatMap((item) => {
    if (truthOf(item.condition, items, cells) !== true) return [];
    return (item.stages ?? [null]).flatMap((stage) =>
      Array.from({ length: item.earlierYears + 1 }, (_, yearsBack): CountyCellDefinition => {
        return { key: cellKey(item.id, stage, yearsBack), item, stage, yearsBack, required: item.required };
      }).filter((cell) => item.entry === 'form' || reportedText(cells, cell.key) !== undefined),
    );
  });
}

/** Does a cell of this key exist in the county report of the edition? For typed saves: an unknown key is refused. */
export function countyCellDefinition(edition: Edition, key: CellKey): CountyCellDefinition | undefined {
  const { itemId, stage, yearsBack } = splitCellKey(key);
  const item = edition.countyItems.find((each) => each.id === itemId);
  if (item === undefined || !(yearsBack <= item.earlierYears)) return undefined;
  const known = stage === null ? item.stages === null : (item.stages?.includes(stage) ?? false);
  return known ? { key, item, stage, yearsBack, required: item.required } : undefined;
}
