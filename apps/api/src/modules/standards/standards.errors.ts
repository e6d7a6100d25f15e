import { DomainError, type LocatedProblem } from '../../platform/errors/domain-error.ts';
import type { WorkbookRefusal } from '../../platform/workbooks/workbook.types.ts';

export function editionNotFound(editionId: string): DomainError {
  return new DomainError('edition.not-found', { editionId });
}

export function checklistFileRefused(name: string, refusal: WorkbookRefusal): DomainError {
  return new DomainError('import.file-refused', { files: 1 }, [{ at: name, code: refusal.code, facts: refusal.facts }]);
}

export const draftErrors = {
  notFound: () => new DomainError('edition.draft-not-found'),
  stale: (revision: number) => new DomainError('edition.draft-stale', { revision }),
  invalid: (problems: readonly LocatedProblem[]) => new DomainError('edition.invalid', {}, problems),
  unchanged: () => new DomainError('edition.unchanged'),
};
