import { DomainError } from '../../../platform/errors/domain-error.ts';
import type { WorkbookRefusal } from '../../../platform/workbooks/workbook.types.ts';

export const workbookErrors = {
  /** `problems[0].code` is the reader's own word for it. */
  fileRefused: (refusal: WorkbookRefusal) =>
    new DomainError('workbook.file-refused', {}, [{ at: '/file', code: refusal.code, facts: refusal.facts }]),
  macros: () => new DomainError('workbook.macros'),
  notFromHere: () => new DomainError('workbook.not-from-here'),
  otherFormat: (format: string) => new DomainError('workbook.other-format', { format }),
  otherSchool: (school: string) => new DomainError('workbook.other-school', { school }),
  otherRound: () => new DomainError('workbook.other-round'),
  otherEdition: () => new DomainError('workbook.other-edition'),
  unknownRevision: (facts: { readonly named: string; readonly revision: number }) =>
    new DomainError('workbook.unknown-revision', facts),
  notFound: (workbookId: string) => new DomainError('workbook.not-found', { workbookId }),
  hasFaults: (faults: number) => new DomainError('workbook.has-faults', { faults }),
  undecided: (cells: readonly string[]) =>
    new DomainError(
      'workbook.undecided',
      { cells: cells.length },
      cells.map((cell) => ({ at: cell, code: 'workbook.undecided' })),
    ),
};
