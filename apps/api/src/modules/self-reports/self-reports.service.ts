import { Injectable } from '@nestjs/common';
import type {
  Round,
  SelfReport,
  cellHistorySchema,
  dueSelfReportsSchema,
  roundSelfReportsSchema,
} from '@junheng/api-contract';
import type { Cells } from '@junheng/evaluation-core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/transaction.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { Scope } from '../access/access.scope.ts';
import { RoundsService } from '../rounds/rounds.service.ts';
import type { RoundRecord } from '../rounds/rounds.types.ts';
import { ReportHistoryRepository } from './persistence/report-history.repository.ts';
import { SelfReportsRepository } from './persistence/self-reports.repository.ts';
import { presentDue, presentListed, presentSelfReport } from './self-report.presenter.ts';
import { SectionWorkService } from './section-work.service.ts';
import { selfReportErrors } from './self-reports.errors.ts';
import type {
  EnteredCell,
  ReportEvent,
  ReportRecord,
  ReportToFreeze,
  StoredReturnReason,
} from './self-reports.types.ts';

const unsigned = { submittedBy: null, submittedAt: null, approvedBy: null, approvedAt: null };

/** Reading self-reports (自评上报): what is due, one report, the reports of a round, who entered what. */
@Injectable()
export class SelfReportsService {
  constructor(
    private readonly database: Database,
    private readonly repository: SelfReportsRepository,
    private readonly history: ReportHistoryRepository,
    private readonly rounds: RoundsService,
    private readonly clock: Clock,
    private readonly sections: SectionWorkService,
  ) {}

  /** What the caller's own schools owe, newest round first. */
  async listDue(scope: Scope): Promise<z.infer<typeof dueSelfReportsSchema>> {
    const now = this.clock.now();
    const reports = await this.repository.findDue(this.database, ownSchools(scope), scope);
    const distinct = [...new Map(reports.map(({ round }) => [round.id, round])).values()];
    const rounds = await this.presentedRounds(scope, distinct);
    const own = await this.sections.ownSections(scope, reports, scope.personId ?? '');
    return {
      selfReports: reports.flatMap((report) => {
        const round = rounds.get(report.round.id);
        return round === undefined ? [] : [presentDue(report, round, own.get(report.id) ?? [], now)];
      }),
      serverTime: now.toISOString(),
    };
  }

  /** @param rights the caller's scope with all grants @throws self-report.not-found */
  async read(scope: Scope, rights: Scope, reportId: string): Promise<SelfReport> {
    const { report, timeline, returnReasons } = await this.record(scope, rights, reportId);
    const rounds = await this.presentedRounds(scope, [report.round]);
    const round = rounds.get(report.round.id);
    if (round === undefined) throw selfReportErrors.notFound(reportId);
    return presentSelfReport(report, { round, timeline, returnReasons, now: this.clock.now() });
  }

  /** A report with its way, for the reviews. @param rights the caller's scope with all grants @throws self-report.not-found */
  async record(
    scope: Scope,
    rights: Scope,
    reportId: string,
  ): Promise<{
    readonly report: ReportRecord;
    readonly timeline: readonly ReportEvent[];
    readonly returnReasons: readonly StoredReturnReason[];
  }> {
    const report = await this.repository.findById(this.database, scope, rights, reportId);
    if (report === null) throw selfReportErrors.notFound(reportId);
    const [timeline, returnReasons] = await Promise.all([
      this.repository.findTimeline(this.database, scope, reportId),
      this.repository.findReturnReasons(this.database, scope, reportId),
    ]);
    return { report, timeline, returnReasons };
  }

  /** The reports of a round that are in scope. @throws round.not-found */
  async listInRound(scope: Scope, roundId: string): Promise<z.infer<typeof roundSelfReportsSchema>> {
    const record = await this.rounds.visible(scope, roundId);
    const [[round], reports] = await Promise.all([
      this.rounds.present(scope, [record]),
      this.repository.listInRound(this.database, scope, roundId),
    ]);
    const now = this.clock.now();
    if (round === undefined) throw selfReportErrors.notFound(roundId);
    const present = presentListed(record, now);
    return { round, selfReports: reports.map(present) };
  }

  /** @throws self-report.not-found */
  async readHistory(scope: Scope, reportId: string, cell: string | null): Promise<z.infer<typeof cellHistorySchema>> {
    const report = await this.repository.findById(this.database, scope, scope, reportId);
    if (report === null) throw selfReportErrors.notFound(reportId);
    const entries = await this.history.findHistory(this.database, scope, reportId, cell);
    return { entries: entries.map((entry) => ({ ...entry, at: entry.at.toISOString() })) };
  }

  /** What the schools of a round have handed in so far, by school: for figures of the county that they add up to. */
  async handedIn(reader: Reader, scope: Scope, roundId: string): Promise<ReadonlyMap<string, Cells>> {
    return this.repository.findHandedIn(reader, scope, roundId);
  }

  /**
   * All reports of a round for freezing: the approved cells with who answers for them, and null for a report that is not
   * approved. The caller holds the reports, so that all of it is one state.
   */
  async inRound(reader: Reader, scope: Scope, roundId: string): Promise<readonly ReportToFreeze[]> {
    const reports = await this.repository.findToFreeze(reader, scope, roundId);
    const signatures = await this.history.findSignatures(
      reader,
      scope,
      reports.flatMap(({ id, cells }) => (cells === null ? [] : [id])),
    );
    return reports.map((report) => ({
      schoolId: report.schoolId,
      cells: report.cells,
      provenance: {
        selfReportId: report.id,
        revision: report.revision,
        ...(signatures.get(report.id) ?? unsigned),
      },
    }));
  }

  /** Who entered these cells of a report as it was at a revision. */
  async findEntries(
    reader: Reader,
    scope: Scope,
    wanted: readonly { readonly selfReportId: string; readonly cell: string; readonly revision: number }[],
  ): Promise<readonly EnteredCell[]> {
    return wanted.length === 0 ? [] : this.history.findEntries(reader, scope, wanted);
  }

  private async presentedRounds(scope: Scope, rounds: readonly RoundRecord[]): Promise<ReadonlyMap<string, Round>> {
    return new Map((await this.rounds.present(scope, rounds)).map((round) => [round.id, round]));
  }
}

/** Without the grants at regions and areas: a bureau owes no report. */
function ownSchools(scope: Scope): Scope {
  const own = scope.grants.filter(({ place }) => place.kind === 'school');
  return Scope.of(scope.personId ?? '', own);
}
