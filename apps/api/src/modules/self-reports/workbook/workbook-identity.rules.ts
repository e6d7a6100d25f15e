import type { ReportRecord } from '../self-reports.types.ts';
import type { FactsOfWorkbook } from './read-report-workbook.ts';
import { workbookErrors } from './report-workbooks.errors.ts';
import { WORKBOOK_FORMAT } from './workbook-layout.ts';

/**
 * Is this workbook of this report? What it says of itself is only used to tell workbooks apart: whoever forges it gains nothing, for every
 * value is checked like a typed one.
 *
 * @returns the report's revision when the workbook was downloaded
 * @throws workbook.not-from-here, .other-format, .other-school, .other-round, .other-edition, .unknown-revision
 */
export function baseRevisionOf(
  facts: FactsOfWorkbook,
  report: Pick<ReportRecord, 'id' | 'school' | 'revision'>,
  editionHash: string,
): number {
  const { format, school, revision } = facts;
  if (format === undefined || school === undefined || facts.report === undefined || revision === undefined) {
    throw workbookErrors.notFromHere();
  }
  if (format !== WORKBOOK_FORMAT) throw workbookErrors.otherFormat(format.slice(0, 20));
  if (facts.report !== report.id) {
    throw school === report.school.code ? workbookErrors.otherRound() : workbookErrors.otherSchool(school.slice(0, 40));
  }
  if (facts.edition !== editionHash) throw workbookErrors.otherEdition();
  const base = /^\d{1,9}$/.test(revision) ? Number(revision) : Number.NaN;
  if (!(base <= report.revision)) {
    throw workbookErrors.unknownRevision({ named: revision.slice(0, 20), revision: report.revision });
  }
  return base;
}
