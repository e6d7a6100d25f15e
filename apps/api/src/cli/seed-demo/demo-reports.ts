import { randomUUID } from 'node:crypto';
import type { SelfReport } from '@junheng/api-contract';
import { checkReport, type Cells, type Edition, type PeerStatistics } from '@junheng/evaluation-core';
import type { ReviewsService } from '../../modules/reviews/reviews.service.ts';
import { checkContext } from '../../modules/self-reports/report-checks.rules.ts';
import type { ReportMovesService } from '../../modules/self-reports/report-moves.service.ts';
import type { SavingService } from '../../modules/self-reports/saving.service.ts';
import type { SelfReportsService } from '../../modules/self-reports/self-reports.service.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import type { DemoPerson, SchoolPeople } from './demo-people.ts';

export interface ReportServices {
  readonly reports: SelfReportsService;
  readonly saving: SavingService;
  readonly moves: ReportMovesService;
  readonly reviews: ReviewsService;
}

const reasons: Readonly<Record<string, string>> = {
  'change-from-last-year': '与上年相比确有变化，已核对学籍和资产台账。',
  'gymnasium-within-indoor-sports': '体育馆为独立建筑，已核对建筑面积。',
  implausible: '已核对原始台账，情况属实。',
};
const otherReason = '已核对，情况属实。';

/** Doing in a report what its people would do, through the same services as the pages. */
export class DemoReports {
  constructor(
    private readonly services: ReportServices,
    private readonly edition: Edition,
    private readonly calendar: DemoCalendar,
  ) {}

  async read(person: DemoPerson, reportId: string): Promise<SelfReport> {
    return this.services.reports.read(person.scope, person.scope, reportId);
  }

  /** Types every cell that differs from what the report holds. */
  async type(person: DemoPerson, reportId: string, cells: Readonly<Record<string, string | null>>): Promise<void> {
    const report = await this.read(person, reportId);
    const changes = Object.entries(cells)
      .filter(([cell, value]) => (report.cells[cell] ?? null) !== value)
      .map(([cell, value]) => ({ cell, value, baseRevision: report.cellRevisions[cell] ?? 0 }));
    if (changes.length === 0) return;
    await this.services.saving.saveCells(person.scope, person.actor, reportId, { key: randomUUID(), changes });
    this.calendar.step(7);
  }

  /** The whole form, with a reason at every soft finding. */
  async fill(person: DemoPerson, reportId: string, cells: Cells): Promise<void> {
    await this.type(person, reportId, cells);
    await this.explainSoftFindings(person, reportId);
  }

  async handOver({ reporter }: SchoolPeople, reportId: string): Promise<void> {
    const { revision } = await this.read(reporter, reportId);
    await this.services.moves.handOver(reporter.scope, reporter.actor, reportId, { revision });
    this.calendar.step(5);
  }

  /** The reporter hands over, the principal submits. */
  async submit(people: SchoolPeople, reportId: string): Promise<void> {
    await this.handOver(people, reportId);
    const { revision } = await this.read(people.principal, reportId);
    await this.services.moves.submit(people.principal.scope, people.principal.actor, reportId, { revision });
    this.calendar.step(3);
  }

  async sendBack(
    bureau: DemoPerson,
    reportId: string,
    reasons: readonly { readonly cell: string | null; readonly reason: string }[],
  ): Promise<void> {
    const { revision } = await this.read(bureau, reportId);
    await this.services.reviews.return(bureau.scope, bureau.actor, reportId, { revision, reasons: [...reasons] });
    this.calendar.step(4);
  }

  /** Answers, in words, every reason of a return that is still open. */
  async answerOpenReasons(person: DemoPerson, reportId: string, answer: string): Promise<void> {
    const { returnReasons } = await this.read(person, reportId);
    for (const { id } of returnReasons.filter(({ state }) => state === 'open')) {
      await this.services.saving.answerReturnReason(person.scope, person.actor, reportId, id, answer);
    }
  }

  async approveAll(bureau: DemoPerson, roundId: string, reportIds: readonly string[]): Promise<number> {
    const { selfReports } = await this.services.reports.listInRound(bureau.scope, roundId);
    const { approved } = await this.services.reviews.approveMany(bureau.scope, bureau.actor, roundId, {
      reports: selfReports
        .filter(({ selfReportId }) => reportIds.includes(selfReportId))
        .map(({ selfReportId, revision }) => ({ selfReportId, revision })),
      warningsConfirmed: true,
    });
    this.calendar.step(10);
    return approved.length;
  }

  private async explainSoftFindings(person: DemoPerson, reportId: string): Promise<void> {
    const report = await this.read(person, reportId);
    const findings = checkReport(
      this.edition,
      report.cells,
      checkContext({ lastYear: report.lastYear, peers: (report.peers?.statistics ?? null) as PeerStatistics | null }),
    );
    const rules = new Set(findings.filter(({ severity }) => severity === 'soft').map(({ ruleId }) => ruleId));
    for (const ruleId of rules) {
      const reason = reasons[ruleId] ?? otherReason;
      await this.services.saving.setCheckReason(person.scope, person.actor, reportId, ruleId, reason);
    }
  }
}
