import type { Facts } from '@junheng/evaluation-messages';
import { columnLetters, parseCellReference } from '../../../platform/workbooks/cell-position.ts';
import type { SheetMarks } from '../../../platform/workbooks/marking/sheet-marks.ts';
import { heightOf } from '../../../platform/workbooks/sheet-style.ts';
import { WIDTHS } from './workbook-style.ts';
import type { ReadFault, ReadReportWorkbook } from './read-report-workbook.ts';

/**
 * What is to be written into the uploaded workbook: each fault in the column for the result of the check, at its row; where a sheet no
 * longer has that column, behind its last one. What an earlier marking left there goes.
 */
export function marksOf(
  content: ReadReportWorkbook,
  faults: readonly ReadFault[],
  said: (code: string, facts: Facts) => string,
): readonly SheetMarks[] {
  return content.sheets.map(({ name, resultColumn, lastColumn, rows }): SheetMarks => {
    const column = resultColumn ?? lastColumn + 1;
    const own = faults.filter(({ sheet }) => sheet === name);
    return {
      sheet: name,
      clear: resultColumn === null ? [] : rows.map((row) => ({ row, column })),
      notes: own.map((fault) => {
        const text = said(fault.code, fault.facts);
        return {
          row: fault.row ?? 1,
          column,
          text,
          highlight: fault.column === null || fault.row === null ? null : numberOf(fault.column),
          tone: fault.severity,
          height: heightOf(text, WIDTHS.result),
        };
      }),
    };
  });
}

function numberOf(letters: string): number | null {
  const column = parseCellReference(`${letters}1`)?.column ?? null;
  return column !== null && columnLetters(column) === letters ? column : null;
}
