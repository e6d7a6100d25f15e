import type { ApplyWorkbookRequest } from '@junheng/api-contract';
import type { CellKey } from '@junheng/evaluation-core';
import type { WorkbookPreview } from './preview-workbook.rules.ts';
import type { Place } from './read-report-workbook.ts';

export interface AppliedChange {
  readonly cell: CellKey;
  /** null clears the cell. */
  readonly value: string | null;
  readonly place: Place;
}

export type ApplicationDecision =
  | { readonly kind: 'faulty'; readonly faults: number }
  /** Conflicts for which nothing was chosen. */
  | { readonly kind: 'undecided'; readonly cells: readonly CellKey[] }
  | { readonly kind: 'accepted'; readonly changes: readonly AppliedChange[] };

/** What is saved when a workbook is confirmed: its changes, the conflicts it is to win, and the blanks that are to clear. */
export function decideApplication(preview: WorkbookPreview, request: ApplyWorkbookRequest): ApplicationDecision {
  const errors = preview.faults.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { kind: 'faulty', faults: errors.length };
  const choices = new Map(request.conflicts.map(({ cell, take }) => [cell, take]));
  const undecided = preview.conflicts.filter(({ cell }) => !choices.has(cell)).map(({ cell }) => cell);
  if (undecided.length > 0) return { kind: 'undecided', cells: undecided };
  const clear = new Set(request.clear);
  return {
    kind: 'accepted',
    changes: [
      ...preview.changes.map((change) => ({ cell: change.cell, value: change.after, place: placeOf(change) })),
      ...preview.conflicts
        .filter(({ cell }) => choices.get(cell) === 'workbook')
        .map((conflict) => ({ cell: conflict.cell, value: conflict.mine, place: placeOf(conflict) })),
      ...preview.blanks
        .filter(({ cell }) => clear.has(cell))
        .map((blank) => ({ cell: blank.cell, value: null, place: placeOf(blank) })),
    ],
  };
}

function placeOf({ sheet, row, column }: Place): Place {
  return { sheet, row, column };
}
