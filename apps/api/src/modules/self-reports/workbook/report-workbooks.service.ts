import { Injectable } from '@nestjs/common';
import type { ApplyWorkbookRequest, ReportWorkbook } from '@junheng/api-contract';
import { AuditLog } from '../../../platform/audit/audit-log.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import { Database, Transactions } from '../../../platform/database/database.ts';
import type { Reader } from '../../../platform/database/transaction.ts';
import { FileStore } from '../../../platform/files/file-store.ts';
import { refuseUnlessKept } from '../../../platform/files/take-file.ts';
import { readWorkbook } from '../../../platform/workbooks/read-workbook.ts';
import type { Scope } from '../../access/access.scope.ts';
import { StandardsService } from '../../standards/standards.service.ts';
import type { UploadedFile } from '../imports.types.ts';
import { ReportWorkbooksRepository } from '../persistence/report-workbooks.repository.ts';
import { ReportWritesRepository } from '../persistence/report-writes.repository.ts';
import { SelfReportsRepository } from '../persistence/self-reports.repository.ts';
import { CellSavingService } from '../cell-saving.service.ts';
import { SectionWorkService } from '../section-work.service.ts';
import { roundStateFor } from '../self-report.presenter.ts';
import { refuseIfLocked, selfReportErrors } from '../self-reports.errors.ts';
import type { ReportRecord } from '../self-reports.types.ts';
import { decideApplication } from './apply-workbook.rules.ts';
import { cellsToChange, previewWorkbook, withHeld, type WorkbookPreview } from './preview-workbook.rules.ts';
import { factsIn, readReportWorkbook } from './read-report-workbook.ts';
import { workbookErrors } from './report-workbooks.errors.ts';
import { presentReportWorkbook } from './report-workbooks.presenter.ts';
import type { ReportWorkbookRecord } from './report-workbooks.types.ts';
import { REPORT_WORKBOOK_LIMITS, UNAPPLIED_UPLOADS_KEPT } from './report-workbook-limits.ts';
import { baseRevisionOf } from './workbook-identity.rules.ts';

/** A school's own workbook (本校表格) coming back: read, compared with the report, and applied when somebody confirms it. */
@Injectable()
export class ReportWorkbooksService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly reports: SelfReportsRepository,
    private readonly writes: ReportWritesRepository,
    private readonly workbooks: ReportWorkbooksRepository,
    private readonly saving: CellSavingService,
    private readonly sections: SectionWorkService,
    private readonly standards: StandardsService,
    private readonly files: FileStore,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Reads the file and keeps what was read. Nothing of the report changes.
   *
   * @returns the id of the upload
   * @throws self-report.not-found, .locked, round.closed, round.not-open-yet, workbook.file-refused, .macros, .not-from-here,
   * .other-format, .other-school, .other-round, .other-edition, .unknown-revision
   */
  async upload(scope: Scope, actor: Actor, reportId: string, file: UploadedFile): Promise<string> {
    const before = await this.found(this.database, scope, reportId);
    const reading = await readWorkbook(file.bytes, REPORT_WORKBOOK_LIMITS);
    if (!reading.ok) throw workbookErrors.fileRefused(reading.refusal);
    if (reading.workbook.hasMacros) throw workbookErrors.macros();
    const { id: editionId, edition, hash } = this.standards.inForce(before.round.editionId);
    const baseRevision = baseRevisionOf(factsIn(reading.workbook), before, hash);
    const content = readReportWorkbook(edition, reading.workbook);
    if (content.sheets.length === 0) throw workbookErrors.notFromHere();
    const { sha256, size } = await this.files.put(file.bytes);
    return this.transactions.run(actor, async (tx) => {
      const report = await this.found(tx, scope, reportId);
      refuseIfLocked(report, roundStateFor(report, tx.at));
      const upload = { selfReportId: reportId, name: file.name, size, sha256, baseRevision, content };
      const id = await this.workbooks.insert(tx, scope, upload);
      if (id === null) throw selfReportErrors.notFound(reportId);
      await refuseUnlessKept(this.files, sha256);
      await this.workbooks.removeSuperseded(tx, scope, reportId, id, UNAPPLIED_UPLOADS_KEPT);
      await this.audit.append(tx, {
        countyId: report.countyId,
        action: 'self-report.workbook-uploaded',
        subject: { kind: 'self-report', id: reportId },
        details: { schoolId: report.school.id, workbookId: id, name: file.name, sha256, size, baseRevision, editionId },
      });
      return id;
    });
  }

  /** What applying would do to the report as it is now. @throws self-report.not-found, workbook.not-found */
  async read(scope: Scope, reportId: string, workbookId: string): Promise<ReportWorkbook> {
    const report = await this.found(this.database, scope, reportId);
    const record = await this.foundUpload(this.database, scope, reportId, workbookId);
    return this.presented(this.database, scope, report, record);
  }

  /** The upload with what is wrong with it, and its bytes. @throws self-report.not-found, workbook.not-found */
  async withFaults(
    scope: Scope,
    reportId: string,
    workbookId: string,
  ): Promise<{
    readonly record: ReportWorkbookRecord;
    readonly faults: WorkbookPreview['faults'];
    readonly bytes: Buffer;
  }> {
    const report = await this.found(this.database, scope, reportId);
    const record = await this.foundUpload(this.database, scope, reportId, workbookId);
    const { faults } = await this.previewed(this.database, scope, report, record);
    const stored = await this.files.read(record.sha256);
    if (stored === null) throw workbookErrors.notFound(workbookId);
    const chunks: Buffer[] = [];
    for await (const chunk of stored as AsyncIterable<Buffer>) chunks.push(chunk);
    return { record, faults, bytes: Buffer.concat(chunks) };
  }

  /**
   * Takes the workbook's values over in one save, whole or not at all. Sending it again gives the same answer and changes nothing.
   *
   * @throws self-report.not-found, .stale (the report is no longer what was compared), .locked, round.closed, round.not-open-yet,
   * workbook.not-found, .has-faults, .undecided
   */
  async apply(
    scope: Scope,
    actor: Actor,
    reportId: string,
    workbookId: string,
    request: ApplyWorkbookRequest,
  ): Promise<ReportWorkbook> {
    return this.transactions.run(actor, async (tx) => {
      await this.workbooks.hold(tx, scope, workbookId);
      await this.reports.lock(tx, scope, [reportId]);
      const report = await this.found(tx, scope, reportId);
      const record = await this.foundUpload(tx, scope, reportId, workbookId);
      if (record.appliedAt !== null) return this.presented(tx, scope, report, record);
      refuseIfLocked(report, roundStateFor(report, tx.at));
      if (request.revision !== report.revision) {
        throw selfReportErrors.stale({ revision: report.revision, named: request.revision });
      }
      const decision = decideApplication(await this.previewed(tx, scope, report, record), request);
      switch (decision.kind) {
        case 'faulty':
          throw workbookErrors.hasFaults(decision.faults);
        case 'undecided':
          throw workbookErrors.undecided(decision.cells);
        case 'accepted':
          break;
        default: {
          const exhaustive: never = decision;
          return exhaustive;
        }
      }
      const changes = decision.changes.map(({ cell, value }) => ({ cell, value, baseRevision: report.revision }));
      const sourceDetails = Object.fromEntries(
        decision.changes.map(({ cell, place }) => [cell, { file: record.name, ...place }]),
      );
      const { revision } = await this.saving.saveWithin(
        tx,
        scope,
        report,
        { key: workbookId, changes },
        { source: 'workbook', sourceDetails },
      );
      await this.workbooks.setApplied(tx, scope, workbookId, { revision, cells: changes.length });
      await this.audit.append(tx, {
        countyId: report.countyId,
        action: 'self-report.workbook-applied',
        subject: { kind: 'self-report', id: reportId },
        details: {
          schoolId: report.school.id,
          workbookId,
          name: record.name,
          sha256: record.sha256,
          revision,
          cells: changes.length,
        },
      });
      return this.presented(
        tx,
        scope,
        await this.found(tx, scope, reportId),
        await this.foundUpload(tx, scope, reportId, workbookId),
      );
    });
  }

  private async previewed(
    reader: Reader,
    scope: Scope,
    report: ReportRecord,
    record: ReportWorkbookRecord,
  ): Promise<WorkbookPreview> {
    const { edition } = this.standards.inForce(report.round.editionId);
    const changedSince = await this.workbooks.findChangedSince(reader, scope, report.id, record.baseRevision);
    const cellRevisions = Object.fromEntries(
      Object.entries(report.cellStates).map(([cell, { revision }]) => [cell, revision]),
    );
    const preview = previewWorkbook(edition, { ...report, cellRevisions }, record.content, changedSince);
    const held = await this.sections.heldFrom(reader, scope, report, cellsToChange(preview));
    return held.length === 0 ? preview : withHeld(preview, new Set(held));
  }

  private async presented(
    reader: Reader,
    scope: Scope,
    report: ReportRecord,
    record: ReportWorkbookRecord,
  ): Promise<ReportWorkbook> {
    const preview = await this.previewed(reader, scope, report, record);
    const cells = preview.conflicts.map(({ cell }) => cell);
    const last = cells.length === 0 ? new Map() : await this.writes.findLastChanges(reader, scope, report.id, cells);
    return presentReportWorkbook(record, report.revision, preview, last);
  }

  private async found(reader: Reader, scope: Scope, reportId: string): Promise<ReportRecord> {
    const report = await this.reports.findById(reader, scope, scope, reportId);
    if (report === null) throw selfReportErrors.notFound(reportId);
    return report;
  }

  private async foundUpload(
    reader: Reader,
    scope: Scope,
    reportId: string,
    workbookId: string,
  ): Promise<ReportWorkbookRecord> {
    const record = await this.workbooks.findById(reader, scope, reportId, workbookId);
    if (record === null) throw workbookErrors.notFound(workbookId);
    return record;
  }
}
