import { allowedCells, parseCell, type CellKey, type Cells, type Edition } from '@junheng/evaluation-core';
import type { SchoolEntry } from '../organisations/organisations.types.ts';

export interface PrefilledCell {
  readonly cell: CellKey;
  readonly value: string;
  readonly detail: { readonly from: 'register' } | { readonly from: 'last-year'; readonly year: number };
}

/**
 * What carries over from last year where the register says nothing: facts about the site that do not change with the numbers.
 * Everything that is counted anew each year is shown beside the cell and never filled in.
 */
const carriedOver: readonly CellKey[] = [
  'founded-year',
  'built-2010-or-before',
  'built-2016-or-before',
  'dense-city-centre',
];

/**
 * The profile of a school as its report begins (预填): first what the register says, then what carries over. Values that the
 * edition does not know or would refuse are left out, as are cells that do not belong to this school's form.
 */
export function prefill(
  edition: Edition,
  school: Pick<SchoolEntry, 'type' | 'ownership' | 'locale' | 'boarding' | 'foundedYear' | 'flags'>,
  lastYear: { readonly year: number; readonly cells: Cells } | null,
): readonly PrefilledCell[] {
  const register = new Map<CellKey, string>([
    ['school-type', school.type],
    ['ownership', school.ownership],
    ['locale', school.locale],
    ['boarding', school.boarding ? 'yes' : 'no'],
    ...(school.foundedYear === null ? [] : [['founded-year', String(school.foundedYear)] as const]),
    ...Object.entries(school.flags),
  ]);
  const wanted: PrefilledCell[] = [...register].map(([cell, value]) => ({ cell, value, detail: { from: 'register' } }));
  for (const cell of lastYear === null ? [] : carriedOver) {
    const value = lastYear !== null && Object.hasOwn(lastYear.cells, cell) ? lastYear.cells[cell] : undefined;
    if (lastYear !== null && value !== undefined && !register.has(cell)) {
      wanted.push({ cell, value, detail: { from: 'last-year', year: lastYear.year } });
    }
  }
  const readable = wanted.flatMap((each): PrefilledCell[] => {
    const item = edition.items.find(({ id }) => id === each.cell);
    const parsed = item === undefined ? null : parseCell(item, each.value);
    return parsed?.ok === true ? [{ ...each, value: parsed.value }] : [];
  });
  const inForm = allowedCells(edition, Object.fromEntries(readable.map(({ cell, value }) => [cell, value])));
  return readable.filter(({ cell }) => inForm.has(cell));
}
