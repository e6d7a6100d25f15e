import { DomainError } from '../../../platform/errors/domain-error.ts';
import type { WorkbookRefusal } from '../../../platform/workbooks/workbook.types.ts';

export const letterErrors = {
  notFound: () => new DomainError('feedback-letter.not-found'),
  alreadyEntered: (document: string, enteredOn: string) =>
    new DomainError('feedback-letter.already-entered', { document, enteredOn }),
  datedAhead: (today: string) => new DomainError('feedback-letter.dated-ahead', { today }),
  dueBeforeDated: () => new DomainError('feedback-letter.due-before-dated'),
  /** `number`, `first`: of the problems in the letter, from 1. */
  deadlineBeforeDated: (number: number) => new DomainError('feedback-letter.deadline-before-dated', { number }),
  problemTwice: (number: number, first: number) => new DomainError('feedback-letter.problem-twice', { number, first }),
  measureElsewhere: (number: number) => new DomainError('feedback-letter.measure-elsewhere', { number }),
  changedSince: () => new DomainError('feedback-letter.changed-since'),
  nothingChanged: () => new DomainError('feedback-letter.nothing-changed'),
  fileRefused: (name: string, refusal: WorkbookRefusal) =>
    new DomainError('import.file-refused', { files: 1 }, [{ at: name, code: refusal.code, facts: refusal.facts }]),
};
