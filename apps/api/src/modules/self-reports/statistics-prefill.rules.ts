import type { ImportPreviewView } from '@junheng/api-contract';
import { allowedCells, parseCell, splitCellKey, type Cells, type Edition } from '@junheng/evaluation-core';
import { valueOf, type CellChange } from './save-cells.rules.ts';
import type { ReportRecord } from './self-reports.types.ts';

type PrefillView = ImportPreviewView['schools'][number]['prefill'];

/** What prefilling a report from the bureau's statistics (教育事业统计) comes to. */
export interface StatisticsPrefill {
  readonly blockedBy: PrefillView['blockedBy'];
  /** All cells after it. */
  readonly cells: Cells;
  readonly changes: readonly CellChange[];
  readonly keeps: PrefillView['keeps'];
}

/**
 * A value is taken into a cell that is empty, or that holds what an earlier workbook of statistics put there. Whatever the school typed
 * stands, and so does what the register says of it; each such difference is named. The form is judged with the report's own type and
 * flags, so that a workbook turns no school into another.
 * @param report the report of the school the workbook's school was matched to; null when it has none in this round
 */
export function planStatisticsPrefill(
  edition: Edition,
  report: ReportRecord | null,
  imported: Cells,
): StatisticsPrefill {
  const nothing: StatisticsPrefill = { blockedBy: null, cells: report?.cells ?? {}, changes: [], keeps: [] };
  if (report === null) return { ...nothing, blockedBy: 'not-in-round' };
  const { status } = report.progress;
  if (status !== 'not-started' && status !== 'filling') return { ...nothing, blockedBy: status };

  const form = allowedCells(edition, { ...imported, ...report.cells });
  const keeps: PrefillView['keeps'] = [];
  const changes: CellChange[] = [];
  for (const [cell, value] of Object.entries(imported)) {
    const own = valueOf(report.cells, cell);
    const keep = (why: PrefillView['keeps'][number]['why']) => keeps.push({ cell, own, imported: value, why });
    const item = edition.items.find(({ id }) => id === splitCellKey(cell).itemId);
    const parsed = item === undefined ? null : parseCell(item, value);
    const after = parsed?.ok === true ? parsed.value : value;
    if (own === after) continue;
    if (!form.has(cell)) {
      // County tables have a column for every stage and a 0 where a school has none of it: that is no value of the school.
      if (value !== '0') keep('not-asked');
    } else if (own !== null && report.cellStates[cell]?.from !== 'statistics') keep('own-value');
    else if (parsed?.ok !== true) keep('invalid');
    else changes.push({ cell, before: own, after });
  }
  const taken = Object.fromEntries(changes.flatMap(({ cell, after }) => (after === null ? [] : [[cell, after]])));
  return { blockedBy: null, cells: { ...report.cells, ...taken }, changes, keeps };
}
