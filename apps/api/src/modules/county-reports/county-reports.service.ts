import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { CountyReport, countyHistorySchema } from '@junheng/api-contract';
import { countedFromSchools, type CellKey, type SchoolRecord } from '@junheng/evaluation-core';
import type { z } from 'zod';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.ts';
import { Database } from '../../platform/database/database.ts';
import type { Reader, Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { evidenceLimits } from '../evidence/evidence.rules.ts';
import { OrganisationsService } from '../organisations/organisations.service.ts';
import { RegistersService } from '../registers/registers.service.ts';
import { RoundsService } from '../rounds/rounds.service.ts';
import type { RoundRecord } from '../rounds/rounds.types.ts';
import { SelfReportsService } from '../self-reports/self-reports.service.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { findingsOf, type KnownElsewhere } from './county-checks.rules.ts';
import { presentCountyReport } from './county-report.presenter.ts';
import { countyReportErrors } from './county-reports.errors.ts';
import type { ApprovedCountyReport, CountyEvidenceRecord, CountyReportRecord } from './county-reports.types.ts';
import { cellsAmong, meaningOf, partOfTopic, topicsByPart } from './county-topics.rules.ts';
import { reaches, viewerOf } from './county-viewer.rules.ts';
import { prefilledEntries } from './opening.rules.ts';
import { CountyEvidenceRepository } from './persistence/county-evidence.repository.ts';
import { CountyReportWritesRepository } from './persistence/county-report-writes.repository.ts';
import { CountyReportsRepository } from './persistence/county-reports.repository.ts';
import { schoolRecords } from './school-records.rules.ts';

/** County reports (县级填报): one a round, opened with it; read by whoever answers for a part of it or for all of it. */
@Injectable()
export class CountyReportsService implements OnModuleInit {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly database: Database,
    private readonly repository: CountyReportsRepository,
    private readonly writes: CountyReportWritesRepository,
    private readonly evidence: CountyEvidenceRepository,
    private readonly rounds: RoundsService,
    private readonly reports: SelfReportsService,
    private readonly organisations: OrganisationsService,
    private readonly registers: RegistersService,
    private readonly standards: StandardsService,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.rounds.whenOpened((tx, scope, round) => this.open(tx, scope, round));
  }

  /**
   * @param rights the caller's scope with all grants
   * @throws county-report.not-found
   */
  async read(scope: Scope, rights: Scope, roundId: string): Promise<CountyReport> {
    const report = await this.ofRound(this.database, scope, roundId);
    const { edition } = this.standards.inForce(report.round.editionId);
    const mayAssign = viewerOf(rights.narrowedTo('county-reports.assign'), report.countyPath).all;
    const [elsewhere, reasons, events, evidence, units, rounds] = await Promise.all([
      this.knownElsewhere(this.database, scope, report),
      this.repository.findReasons(this.database, scope, report.id),
      this.repository.findEvents(this.database, scope, report.id),
      this.evidence.findOfReport(this.database, scope, report.id),
      mayAssign ? this.repository.findUnits(this.database, scope, report.countyId) : [],
      this.rounds.present(scope, [report.round]),
    ]);
    const [round] = rounds;
    if (round === undefined) throw countyReportErrors.notFound(roundId);
    return presentCountyReport(report, {
      edition,
      round,
      findings: findingsOf(edition, report, elsewhere),
      ...elsewhere,
      reasons,
      events,
      evidence,
      evidenceLimits: evidenceLimits(this.config.uploadLimitBytes),
      units,
      sees: viewerOf(scope, report.countyPath),
      fills: viewerOf(rights.narrowedTo('county-reports.fill'), report.countyPath),
      decides: viewerOf(rights.narrowedTo('county-reports.decide'), report.countyPath),
      mayAssign,
      now: this.clock.now(),
    });
  }

  /** What proves the topics, with what was taken out again. Which of it a person sees is decided by its topic. */
  async evidenceOf(reader: Reader, scope: Scope, reportId: string): Promise<readonly CountyEvidenceRecord[]> {
    return this.evidence.findOfReport(reader, scope, reportId);
  }

  /** Who entered what, newest first: of the own parts only. @throws county-report.not-found */
  async readHistory(
    scope: Scope,
    reportId: string,
    entry: string | null,
  ): Promise<z.infer<typeof countyHistorySchema>> {
    const report = await this.byId(this.database, scope, reportId);
    const { edition } = this.standards.inForce(report.round.editionId);
    const viewer = viewerOf(scope, report.countyPath);
    const entries = await this.repository.findHistory(this.database, scope, reportId, entry);
    return {
      entries: entries
        .filter((each) => reaches(viewer, partOfTopic(edition, report, meaningOf(edition, each.entry)?.topic ?? '')))
        .map(({ entry: cell, at, ...rest }) => ({ cell, ...rest, at: at.toISOString() })),
    };
  }

  /** @throws county-report.not-found */
  async ofRound(reader: Reader, scope: Scope, roundId: string): Promise<CountyReportRecord> {
    const report = await this.repository.findOfRound(reader, scope, roundId);
    if (report === null) throw countyReportErrors.notFound(roundId);
    return report;
  }

  /** @throws county-report.not-found */
  async byId(reader: Reader, scope: Scope, reportId: string): Promise<CountyReportRecord> {
    const report = await this.repository.findById(reader, scope, reportId);
    if (report === null) throw countyReportErrors.notFound(reportId);
    return report;
  }

  /** The schools of the round's county: those that handed in with their cells, the others with what the register says. */
  async schools(reader: Reader, scope: Scope, report: CountyReportRecord): Promise<readonly SchoolRecord[]> {
    const { edition } = this.standards.inForce(report.round.editionId);
    const register = await this.organisations.listSchools(scope, { regionId: report.countyId, openOnly: true }, reader);
    const handedIn = await this.reports.handedIn(reader, scope, report.round.id);
    const types = new Set(edition.schoolTypes.map(({ id }) => id));
    return schoolRecords(
      edition,
      register
        .filter(({ id, type }) => types.has(type) || handedIn.has(id))
        .map((school) => ({ school, cells: handedIn.get(school.id) ?? null })),
    );
  }

  /** What the schools that handed in add up to, and what the registers come to in the round's year, by cell of the county report. */
  async knownElsewhere(reader: Reader, scope: Scope, report: CountyReportRecord): Promise<KnownElsewhere> {
    const { edition } = this.standards.inForce(report.round.editionId);
    const { countyId, round } = report;
    return {
      counted: countedFromSchools(edition, await this.schools(reader, scope, report)),
      registered: await this.registers.figures(reader, scope, { countyId, edition, year: round.year }),
    };
  }

  /**
   * The cells of the approved parts with who answers for them: for freezing. The report is held, so that it is one state. null where
   * nothing of it is approved.
   */
  async approved(tx: Transaction, scope: Scope, roundId: string): Promise<ApprovedCountyReport | null> {
    await this.repository.holdOfRound(tx, scope, roundId);
    return this.approvedNow(tx, scope, roundId);
  }

  /** The same only to look at: nobody is held up. */
  async approvedNow(reader: Reader, scope: Scope, roundId: string): Promise<ApprovedCountyReport | null> {
    const report = await this.repository.findOfRound(reader, scope, roundId);
    if (report === null) return null;
    const { edition } = this.standards.inForce(report.round.editionId);
    const cells = cellsAmong(edition, report.entries);
    const byPart = topicsByPart(edition, report);
    const parts = report.parts.flatMap((part) => {
      if (part.status !== 'approved') return [];
      const topics = new Set(byPart.get(part.id) ?? []);
      const own = Object.keys(cells)
        .filter((cell) => topics.has(meaningOf(edition, cell)?.topic ?? ''))
        .sort();
      return own.length === 0
        ? []
        : [
            {
              unitName: part.unit?.name ?? null,
              cells: own,
              submittedBy: part.submittedByName,
              submittedAt: part.submittedAt,
              approvedBy: part.approvedByName,
              approvedAt: part.approvedAt,
            },
          ];
    });
    const approved = new Set(parts.flatMap((part) => part.cells));
    if (approved.size === 0) return null;
    return {
      cells: Object.fromEntries(Object.entries(cells).filter(([cell]) => approved.has(cell))),
      provenance: { countyReportId: report.id, revision: report.revision, parts },
    };
  }

  /** Who entered these cells, each as the report was at a revision. */
  async findEntries(
    reader: Reader,
    scope: Scope,
    wanted: { readonly countyReportId: string; readonly revision: number; readonly cells: readonly CellKey[] },
  ) {
    const { countyReportId: reportId, revision, cells: entries } = wanted;
    return this.repository.findEntered(reader, scope, { reportId, revision, entries });
  }

  /** The report that begins with a round: last year's past and last year's division among the sections. */
  private async open(tx: Transaction, scope: Scope, round: RoundRecord): Promise<void> {
    const { edition } = this.standards.inForce(round.editionId);
    const previous =
      round.previousRoundId === null ? null : await this.repository.findOfRound(tx, scope, round.previousRoundId);
    const before = previous === null ? null : await this.approved(tx, scope, previous.round.id);
    const lastYear = before?.cells ?? null;
    const entries = prefilledEntries(edition, lastYear);
    const assigned = previous?.assigned ?? {};
    const id = await this.writes.insert(tx, scope, {
      roundId: round.id,
      countyId: round.regionId,
      entries,
      lastYear,
      assigned,
      prefilledFrom: previous?.round.year ?? null,
    });
    if (id === null) throw countyReportErrors.notFound(round.id);
    await this.audit.append(tx, {
      countyId: round.regionId,
      action: 'county-report.opened',
      subject: { kind: 'county-report', id },
      details: { roundId: round.id, prefilled: entries, assigned },
    });
  }
}
