import { applicableCells, type CellDefinition, type Cells, type Edition, type StageId } from '@junheng/evaluation-core';

/** Columns of a sheet of the school's workbook, from 1. The first is hidden and names the cell of each row to the machine. */
export const COLUMN = {
  key: 1,
  item: 2,
  unit: 3,
  lastYear: 4,
  value: 5,
  requirement: 6,
  definition: 7,
  result: 8,
} as const;

/** Rows above the first item. `marks` is hidden: it names the columns to the machine, wherever they are moved. */
export const ROW = { title: 1, hint: 2, marks: 3, header: 4 } as const;

/**
 * What the machine reads back: `jh:` before the key of a cell, `jh#` before the name of a column, `jh@` before a fact about
 * the workbook as a whole. Texts, so that no program turns them into something else.
 */
export const MARK = { cell: 'jh:', column: 'jh#', fact: 'jh@' } as const;

/** Facts of the whole workbook, on a sheet that programs do not show. */
export const FACTS_SHEET = '_junheng';
export const workbookFacts = ['format', 'report', 'school', 'round', 'edition', 'revision'] as const;
export type WorkbookFact = (typeof workbookFacts)[number];
/** Of this layout. A workbook of a later one is refused with its own message. */
export const WORKBOOK_FORMAT = '1';

export interface WorkbookSection {
  readonly id: string;
  readonly cells: readonly CellDefinition[];
}

/** One sheet: the whole school (null) or one stage. */
export interface WorkbookPart {
  readonly stage: StageId | null;
  readonly sections: readonly WorkbookSection[];
}

/** The form of this school as sheets: every cell that is asked of its type with its flags, in the order of the form. */
export function workbookParts(edition: Edition, cells: Cells): readonly WorkbookPart[] {
  const asked = applicableCells(edition, cells);
  return [null, ...edition.stages.map(({ id }) => id)].flatMap((stage): WorkbookPart[] => {
    const ofStage = asked.filter((cell) => cell.stage === stage);
    const sections = edition.sections.flatMap((id): WorkbookSection[] => {
      const own = ofStage.filter((cell) => cell.item.section === id);
      return own.length === 0 ? [] : [{ id, cells: own }];
    });
    return sections.length === 0 ? [] : [{ stage, sections }];
  });
}
