import { Injectable } from '@nestjs/common';
import { text, type Language } from '@junheng/evaluation-messages';
import { workbookFaultText } from '@junheng/evaluation-messages/report-workbook';
import { Clock } from '../../../platform/clock/clock.ts';
import { Database } from '../../../platform/database/database.ts';
import { markWorkbook } from '../../../platform/workbooks/marking/mark-workbook.ts';
import { WorkbookRefused } from '../../../platform/workbooks/workbook-refused.ts';
import type { Scope } from '../../access/access.scope.ts';
import { StandardsService } from '../../standards/standards.service.ts';
import { SelfReportsRepository } from '../persistence/self-reports.repository.ts';
import { selfReportErrors } from '../self-reports.errors.ts';
import type { ReportRecord } from '../self-reports.types.ts';
import { marksOf } from './marks-of-faults.ts';
import { REPORT_WORKBOOK_LIMITS } from './report-workbook-limits.ts';
import { workbookErrors } from './report-workbooks.errors.ts';
import { ReportWorkbooksService } from './report-workbooks.service.ts';
import { WORKBOOK_FORMAT } from './workbook-layout.ts';
import { writeReportWorkbook } from './write-workbook.ts';

export interface WrittenWorkbook {
  /** With its ending. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** Workbooks given out: the school's own filled with what is known (本校表格), and an uploaded one with its faults marked. */
@Injectable()
export class WrittenWorkbooksService {
  constructor(
    private readonly database: Database,
    private readonly reports: SelfReportsRepository,
    private readonly uploads: ReportWorkbooksService,
    private readonly standards: StandardsService,
    private readonly clock: Clock,
  ) {}

  /** The form of this report as an .xlsx file, as it stands now. @throws self-report.not-found */
  async write(scope: Scope, reportId: string, language: Language): Promise<WrittenWorkbook> {
    const report = await this.reports.findById(this.database, scope, scope, reportId);
    if (report === null) throw selfReportErrors.notFound(reportId);
    const { edition } = this.standards.inForce(report.round.editionId);
    const { school, round } = report;
    const bytes = await writeReportWorkbook({
      language,
      edition,
      schoolName: school.name,
      year: round.year,
      cells: report.cells,
      lastYear: report.lastYear,
      facts: {
        format: WORKBOOK_FORMAT,
        report: report.id,
        school: school.code,
        round: round.id,
        edition: round.editionHash,
        revision: String(report.revision),
      },
      guide: guideOf(report, language, this.clock.now()),
    });
    return { name: `${text(language, 'workbook.title', { school: school.name, year: round.year })}.xlsx`, bytes };
  }

  /**
   * The uploaded file itself, what is wrong with it written beside its cells.
   * @throws self-report.not-found, workbook.not-found, workbook.file-refused
   */
  async mark(scope: Scope, reportId: string, workbookId: string, language: Language): Promise<WrittenWorkbook> {
    const { record, faults, bytes } = await this.uploads.withFaults(scope, reportId, workbookId);
    const marks = marksOf(record.content, faults, (code, facts) => workbookFaultText(language, code, facts));
    const mark = text(language, 'workbook.marked');
    const name = `${record.name.replace(/\.xlsx?$/i, '').replace(mark, '')}${mark}.xlsx`;
    try {
      return { name, bytes: await markWorkbook(bytes, marks, REPORT_WORKBOOK_LIMITS) };
    } catch (error) {
      if (error instanceof WorkbookRefused) throw workbookErrors.fileRefused(error.refusal);
      throw error;
    }
  }
}

function guideOf(report: ReportRecord, language: Language, now: Date): readonly (readonly [string, string])[] {
  const { school, round, deadline } = report;
  const taken = new Intl.DateTimeFormat(language, {
    timeZone: round.timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  const label = (key: string): string => text(language, `workbook.guide.${key}`);
  return [
    [label('school'), school.name],
    [label('code'), school.code],
    [label('round'), `${round.regionName} ${round.year}`],
    [label('standard'), text(language, `edition.${round.editionId}`)],
    [label('deadline'), deadline],
    [label('taken'), taken.format(now)],
  ];
}
