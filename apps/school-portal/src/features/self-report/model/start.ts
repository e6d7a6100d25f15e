import type { Cells } from '@junheng/evaluation-core';
import type { ReturnReason } from '../../../api/types.ts';
import { cellsOfSection, sectionOfCell, type FormSection } from './form.ts';
import { progressOf } from './progress.ts';

/** Where the work goes on: at what was returned, else at the first section with something still empty, else at the start. */
export function sectionToStartAt(facts: {
  readonly sections: readonly FormSection[];
  readonly cells: Cells;
  readonly report: { readonly returnReasons: readonly Pick<ReturnReason, 'cell' | 'state'>[] };
}): string | null {
  const { sections, cells, report } = facts;
  const returned = report.returnReasons.find((reason) => reason.state === 'open' && reason.cell !== null)?.cell;
  const atReturned = returned ? sectionOfCell(sections, returned) : undefined;
  const incomplete = sections.find((section) => {
    const progress = progressOf(cellsOfSection(section), cells);
    return progress.filled < progress.required;
  });
  return (atReturned ?? incomplete ?? sections[0])?.id ?? null;
}
