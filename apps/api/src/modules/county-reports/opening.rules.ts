import { countyCells, type CellKey, type Cells, type Edition } from '@junheng/evaluation-core';

/**
 * What a county report begins with (预填): the past, which is the same whoever tells it. Last year's figure is this year's figure of a
 * year ago; dates (认定日期) stay. Everything of the year reported on is entered anew and last year's shown beside it.
 */
export function prefilledEntries(edition: Edition, lastYear: Cells | null): Readonly<Record<CellKey, string>> {
  if (lastYear === null) return {};
  return Object.fromEntries(
    countyCells(edition, {}).flatMap(({ key, item, yearsBack }): [CellKey, string][] => {
      const from = yearsBack > 0 ? earlier(key, yearsBack) : item.value.kind === 'date' ? key : null;
      const value = from !== null && Object.hasOwn(lastYear, from) ? lastYear[from] : undefined;
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** `revenue@2` -> `revenue@1`, `revenue@1` -> `revenue`. */
function earlier(key: CellKey, yearsBack: number): CellKey {
  const name = key.slice(0, key.lastIndexOf('@'));
  return yearsBack === 1 ? name : `${name}@${yearsBack - 1}`;
}
