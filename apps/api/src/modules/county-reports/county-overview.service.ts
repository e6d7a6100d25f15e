import { Injectable } from '@nestjs/common';
import type { CountyOverview } from '@junheng/api-contract';
import { evaluateCounty, totalsOfSchools } from '@junheng/evaluation-core';
import type { Language } from '@junheng/evaluation-messages';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import type { Scope } from '../access/access.scope.ts';
import { dateIn } from '../rounds/round-calendar.rules.ts';
import { RoundsService } from '../rounds/rounds.service.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { overviewRows } from './county-overview.rules.ts';
import { countyReportErrors } from './county-reports.errors.ts';
import { CountyReportsService } from './county-reports.service.ts';
import { cellsAmong } from './county-topics.rules.ts';
import { viewerOf } from './county-viewer.rules.ts';
import { writeOverview } from './write-overview.ts';

/** The overview of the county report: who answers for what, and where it stands by everything entered so far. */
@Injectable()
export class CountyOverviewService {
  constructor(
    private readonly database: Database,
    private readonly reports: CountyReportsService,
    private readonly rounds: RoundsService,
    private readonly standards: StandardsService,
    private readonly clock: Clock,
  ) {}

  /** @throws county-report.not-found */
  async read(scope: Scope, roundId: string): Promise<CountyOverview> {
    const report = await this.reports.ofRound(this.database, scope, roundId);
    const { edition } = this.standards.inForce(report.round.editionId);
    const schools = await this.reports.schools(this.database, scope, report);
    const evidence = await this.reports.evidenceOf(this.database, scope, report.id);
    const [round] = await this.rounds.present(scope, [report.round]);
    if (round === undefined) throw countyReportErrors.notFound(roundId);
    const evaluation = evaluateCounty(
      edition,
      {
        countyCode: report.countyId,
        countyName: report.round.regionName,
        schools,
        county: { cells: cellsAmong(edition, report.entries) },
      },
      { evaluationDate: dateIn(report.round.timeZone, this.clock.now()) },
    );
    const viewer = viewerOf(scope, report.countyPath);
    const handedIn = round.counts.submitted + round.counts.approved;
    return {
      round,
      reportId: report.id,
      rows: overviewRows(edition, report, { evaluation, evidence }, viewer),
      // A section sees its own lines; the sums of all schools are the county's.
      totals: viewer.all ? totalsOfSchools(edition, handedIn === 0 ? [] : schools).map((total) => ({ ...total })) : [],
      schoolCount: round.schoolCount,
      countedSchools: handedIn,
    };
  }

  /** The same as a workbook. @throws county-report.not-found */
  async write(
    scope: Scope,
    roundId: string,
    language: Language,
  ): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const overview = await this.read(scope, roundId);
    const { edition } = this.standards.inForce(overview.round.editionId);
    return writeOverview(language, edition, overview);
  }
}
