import type { WorkbookRefusal } from '../../platform/workbooks/workbook.types.ts';
import { DomainError } from '../../platform/errors/domain-error.ts';

/** What still refers to a record: `kind` is a word the console knows, `names` some of them for people to read. */
export interface ReferredBy {
  readonly kind: string;
  readonly count: number;
  readonly names: readonly string[];
}

export const organisationErrors = {
  regionNotFound: () => new DomainError('region.not-found'),
  schoolNotFound: () => new DomainError('school.not-found'),
  /** What contradicts itself, as JSON pointers into the request. */
  malformed: (at: readonly string[]) =>
    new DomainError(
      'request.malformed',
      { problems: at.length },
      at.map((pointer) => ({ at: pointer, code: 'request.malformed' })),
    ),
  schoolCodeTaken: (code: string) => new DomainError('school.code-taken', { code }),
  schoolClosed: () => new DomainError('school.closed'),
  dateBeforeChange: (from: string) => new DomainError('organisation.date-before-change', { from }),
  dateInFuture: (today: string) => new DomainError('organisation.date-in-future', { today }),
  /** Each referrer as a problem: where (its kind), how many, and some names. */
  referredTo: (by: readonly ReferredBy[]) =>
    new DomainError(
      'record.referred-to',
      { kinds: by.length },
      by.map(({ kind, count, names }) => ({
        at: kind,
        code: 'record.referred-to',
        facts: { count, names: names.join('、') },
      })),
    ),
  fileRefused: (name: string, refusal: WorkbookRefusal) =>
    new DomainError('import.file-refused', { files: 1 }, [{ at: name, code: refusal.code, facts: refusal.facts }]),
  importNotFound: (importId: string) => new DomainError('import.not-found', { importId }),
  importFinished: (status: string) => new DomainError('import.already-confirmed', { status }),
  importHasErrors: (errors: number) => new DomainError('import.has-errors', { errors }),
  importUnconfirmed: (warnings: number) => new DomainError('import.warnings-unconfirmed', { warnings }),
  unitNotFound: () => new DomainError('unit.not-found'),
  unitNameTaken: (name: string) => new DomainError('unit.name-taken', { name }),
  unitClosed: () => new DomainError('unit.closed'),
  groupingNotFound: () => new DomainError('grouping.not-found'),
  groupingEnded: () => new DomainError('grouping.ended'),
  schoolElsewhere: (school: string, grouping: string) =>
    new DomainError('grouping.school-elsewhere', { school, grouping }),
};
