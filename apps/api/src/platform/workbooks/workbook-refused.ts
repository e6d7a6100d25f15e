import type { WorkbookRefusal, WorkbookRefusalCode } from './workbook.types.ts';

/** Thrown inside the reader to leave it from any depth; readWorkbook turns it into a value. */
export class WorkbookRefused extends Error {
  readonly refusal: WorkbookRefusal;

  constructor(code: WorkbookRefusalCode, facts: WorkbookRefusal['facts'] = {}) {
    super(code);
    this.name = 'WorkbookRefused';
    this.refusal = { code, facts };
  }
}
