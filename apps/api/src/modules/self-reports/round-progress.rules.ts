import type { RoundProgress } from '@junheng/api-contract';
import { applicableCells, type Cells, type Edition } from '@junheng/evaluation-core';
import { valueOf } from './save-cells.rules.ts';

/** How far each section of the form is over the schools of a round, in form order; sections that ask nobody are left out. */
export function sectionProgress(edition: Edition, reports: readonly Cells[]): RoundProgress['sections'] {
  const counts = new Map(
    edition.sections.map((section) => [section, { schools: 0, complete: 0, filled: 0, required: 0 }]),
  );
  for (const cells of reports) {
    const required = applicableCells(edition, cells).filter((cell) => cell.required);
    for (const [section, count] of counts) {
      const own = required.filter((cell) => cell.item.section === section);
      if (own.length === 0) continue;
      const filled = own.filter((cell) => valueOf(cells, cell.key) !== null).length;
      count.schools += 1;
      count.required += own.length;
      count.filled += filled;
      if (filled === own.length) count.complete += 1;
    }
  }
  return [...counts].flatMap(([section, count]) => (count.schools === 0 ? [] : [{ section, ...count }]));
}

/** By how many the reports that are handed in, and those approved, changed on a day. */
export interface DayChange {
  readonly day: string;
  readonly handedIn: number;
  readonly approved: number;
}

/** What lay with the bureau, and what was approved, at the end of each day. @param changes oldest first */
export function progressByDay(changes: readonly DayChange[]): RoundProgress['days'] {
  let handedIn = 0;
  let approved = 0;
  return changes.map((change) => {
    handedIn += change.handedIn;
    approved += change.approved;
    return { day: change.day, handedIn, approved };
  });
}
