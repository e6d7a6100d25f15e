import type { ApplyWorkbookRequest, ReportWorkbook } from '../../../api/types.ts';

type Take = ApplyWorkbookRequest['conflicts'][number]['take'];

/** What the person has chosen so far about one upload. */
export interface Choices {
  readonly conflicts: Readonly<Record<string, Take>>;
  readonly clear: readonly string[];
}

export const noChoices: Choices = { conflicts: {}, clear: [] };

export function withConflict(choices: Choices, cells: readonly string[], take: Take): Choices {
  const chosen = Object.fromEntries(cells.map((cell) => [cell, take]));
  return { ...choices, conflicts: { ...choices.conflicts, ...chosen } };
}

export function withClear(choices: Choices, cell: string, clear: boolean): Choices {
  const others = choices.clear.filter((each) => each !== cell);
  return { ...choices, clear: clear ? [...others, cell] : others };
}

/** Conflicts for which nothing was chosen. */
export function undecidedCount(workbook: ReportWorkbook, choices: Choices): number {
  return workbook.conflicts.filter(({ cell }) => choices.conflicts[cell] === undefined).length;
}

/** How many cells of the report would change. */
export function changeCount(workbook: ReportWorkbook, choices: Choices): number {
  const taken = workbook.conflicts.filter(({ cell }) => choices.conflicts[cell] === 'workbook').length;
  const cleared = workbook.blanks.filter(({ cell }) => choices.clear.includes(cell)).length;
  return workbook.changes.length + taken + cleared;
}

/** Only what still is a question about the workbook as it compares now. */
export function requestOf(workbook: ReportWorkbook, choices: Choices): ApplyWorkbookRequest {
  return {
    revision: workbook.revision,
    conflicts: workbook.conflicts.flatMap(({ cell }) => {
      const take = choices.conflicts[cell];
      return take === undefined ? [] : [{ cell, take }];
    }),
    clear: workbook.blanks.map(({ cell }) => cell).filter((cell) => choices.clear.includes(cell)),
  };
}
