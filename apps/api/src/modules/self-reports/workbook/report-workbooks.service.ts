import { Injectable } from '@nestjs/common';
import { text, type Language } from '@junheng/evaluation-messages';
import { Clock } from '../../../platform/clock/clock.ts';
import { Database } from '../../../platform/database/database.ts';
import type { Scope } from '../../access/access.scope.ts';
import { StandardsService } from '../../standards/standards.service.ts';
import { SelfReportsRepository } from '../persistence/self-reports.repository.ts';
import { selfReportErrors } from '../self-reports.errors.ts';
import type { ReportRecord } from '../self-reports.types.ts';
import { WORKBOOK_FORMAT } from './workbook-layout.ts';
import { writeReportWorkbook } from './write-workbook.ts';

export interface WrittenWorkbook {
  /** With its ending. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** A school's own workbook (本校表格): given out filled with what is known. */
@Injectable()
export class ReportWorkbooksService {
  constructor(
    private readonly database: Database,
    private readonly reports: SelfReportsRepository,
    private readonly standards: StandardsService,
    private readonly clock: Clock,
  ) {}

  /** The form of this report as an .xlsx file, as it stands now. @throws self-report.not-found */
  async write(scope: Scope, reportId: string, language: Language): Promise<WrittenWorkbook> {
    const report = await this.reports.findById(this.database, scope, scope, reportId);
    if (report === null) throw selfReportErrors.notFound(reportId);
    const { edition } = this.standards.inForce(report.round.editionId);
    const bytes = await writeReportWorkbook({
      language,
      edition,
      schoolName: report.school.name,
      year: report.round.year,
      cells: report.cells,
      lastYear: report.lastYear,
      facts: {
        format: WORKBOOK_FORMAT,
        report: report.id,
        school: report.school.code,
        round: report.round.id,
        edition: report.round.editionHash,
        revision: String(report.revision),
      },
      guide: guideOf(report, language, this.clock.now()),
    });
    return {
      name: `${text(language, 'workbook.title', { school: report.school.name, year: report.round.year })}.xlsx`,
      bytes,
    };
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
