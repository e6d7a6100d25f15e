import type { Cells } from '@junheng/evaluation-core';
import type { EvaluationRunsService } from '../../modules/evaluations/evaluation-runs.service.ts';
import type { ResultReleasesService } from '../../modules/evaluations/result-releases.service.ts';
import type { RoundOpeningService } from '../../modules/self-reports/round-opening.service.ts';
import type { RegisteredCounty, RegisteredDemoSchool } from './demo-register.ts';
import { playCountyReport, type CountyReportServices } from './demo-county-report.ts';
import { addDays, type DemoCalendar, type RoundDays } from './demo-calendar.ts';
import type { DemoPeople, SchoolPeople } from './demo-people.ts';
import type { DemoReports, ReportServices } from './demo-reports.ts';
import type { DemoCast, DemoState } from './demo-round-states.ts';

export interface DemoStage {
  readonly services: ReportServices;
  readonly opening: RoundOpeningService;
  readonly evaluations: EvaluationRunsService;
  readonly releases: ResultReleasesService;
  readonly calendar: DemoCalendar;
  readonly registered: RegisteredCounty;
  readonly people: DemoPeople;
  readonly reports: DemoReports;
  readonly countyReport: CountyReportServices;
  readonly editionId: string;
}

export interface OpenedRound {
  readonly roundId: string;
  readonly reportOf: ReadonlyMap<string, string>;
}

export class DemoIncompleteError extends Error {
  constructor(what: string) {
    super(`the demonstration could not be completed: ${what}`);
    this.name = 'DemoIncompleteError';
  }
}

/** Last year's round from its opening to the approval of every report, frozen, evaluated and released to the schools. */
export async function playLastYear(stage: DemoStage): Promise<OpenedRound> {
  const { calendar, people, reports, registered } = stage;
  const round = await open(stage, calendar.lastYear);
  calendar.goTo(addDays(calendar.lastYear.opensOn, 3));
  for (const { id, school } of registered.schools) {
    await reports.fill(peopleOf(people, id).reporter, reportOf(round, id), school.cells['last-year']);
    await reports.submit(peopleOf(people, id), reportOf(round, id));
  }
  calendar.goTo(addDays(calendar.lastYear.deadline, 4));
  const all = [...round.reportOf.values()];
  const approved = await reports.approveAll(people.administrator, round.roundId, all);
  if (approved !== all.length)
    throw new DemoIncompleteError(`${approved} of ${all.length} reports of last year approved`);
  const { scope, actor } = people.administrator;
  const evaluationId = await stage.evaluations.run(scope, actor, round.roundId, {});
  await stage.releases.release(scope, actor, evaluationId, false);
  return round;
}

/** This year's round, open, with reports in every state. @param pause minutes from one school's work to the next one's */
export async function playThisYear(stage: DemoStage, cast: DemoCast, pause: number): Promise<OpenedRound> {
  const { calendar, registered } = stage;
  const round = await open(stage, calendar.thisYear);
  calendar.goTo(addDays(calendar.thisYear.opensOn, 2));
  const submitted: string[] = [];
  for (const each of registered.schools) {
    const state = cast.stateOf.get(each.id) ?? 'not-started';
    await playSchool(stage, round, each, state);
    if (state !== 'not-started') calendar.step(pause);
    if (state === 'approved') submitted.push(reportOf(round, each.id));
  }
  calendar.step(30);
  const approved = await stage.reports.approveAll(stage.people.administrator, round.roundId, submitted);
  if (approved !== submitted.length) {
    throw new DemoIncompleteError(`${approved} of ${submitted.length} reports of this year approved`);
  }
  calendar.step(30);
  await playCountyReport(stage.countyReport, stage.people, registered.sectionIds, round.roundId);
  return round;
}

async function playSchool(
  { reports, people }: DemoStage,
  round: OpenedRound,
  { id, school }: RegisteredDemoSchool,
  state: DemoState,
): Promise<void> {
  const cells = school.cells['this-year'];
  const own = peopleOf(people, id);
  const reportId = reportOf(round, id);
  switch (state) {
    case 'not-started':
      return;
    case 'half-filled':
      await reports.type(own.reporter, reportId, firstPart(cells, 0.55));
      return;
    case 'filling-with-findings':
      await reports.type(own.reporter, reportId, withFindings(cells));
      return;
    case 'handed-over':
      await reports.fill(own.reporter, reportId, cells);
      await reports.handOver(own, reportId);
      return;
    case 'submitted':
    case 'approved':
      await reports.fill(own.reporter, reportId, cells);
      await reports.submit(own, reportId);
      return;
    case 'returned':
    case 'resubmitted': {
      const changed = stageOf(cells);
      const backbone = `backbone-teachers.${changed}`;
      const tooMany = String(Number(cells[backbone]) + 4);
      await reports.fill(own.reporter, reportId, { ...cells, [backbone]: tooMany });
      await reports.submit(own, reportId);
      await reports.sendBack(people.administrator, reportId, [
        { cell: backbone, reason: `认定文件名单上只有 ${cells[backbone]} 人，请按有效的认定文件核对后更正。` },
        { cell: 'equipment-value', reason: '与固定资产台账不一致，请核对账面原值；如无误请说明。' },
      ]);
      if (state === 'returned') return;
      await correct(reports, own, reportId, { [backbone]: cells[backbone] ?? null });
      return;
    }
    default: {
      const exhaustive: never = state;
      return exhaustive;
    }
  }
}

/** The school corrects one cell, answers about the other, and submits again. */
async function correct(
  reports: DemoReports,
  own: SchoolPeople,
  reportId: string,
  cells: Readonly<Record<string, string | null>>,
): Promise<void> {
  await reports.type(own.reporter, reportId, cells);
  await reports.answerOpenReasons(own.reporter, reportId, '已与资产台账逐项核对，账面原值无误，附台账首页。');
  await reports.submit(own, reportId);
}

async function open(
  { services, opening, calendar, registered, people, editionId }: DemoStage,
  days: RoundDays,
): Promise<OpenedRound> {
  calendar.goTo(days.opensOn);
  const { scope, actor } = people.administrator;
  const round = await opening.open(scope, actor, {
    regionId: registered.countyId,
    kind: 'self-evaluation',
    year: days.year,
    editionId,
    opensOn: days.opensOn,
    deadline: days.deadline,
    onePersonMaySubmit: false,
  });
  const { selfReports } = await services.reports.listInRound(scope, round.id);
  return {
    roundId: round.id,
    reportOf: new Map(selfReports.map(({ schoolId, selfReportId }) => [schoolId, selfReportId])),
  };
}

function peopleOf(people: DemoPeople, schoolId: string): SchoolPeople {
  const own = people.atSchools.get(schoolId);
  if (own === undefined) throw new DemoIncompleteError(`nobody at school ${schoolId}`);
  return own;
}

export function reportOf(round: OpenedRound, schoolId: string): string {
  const reportId = round.reportOf.get(schoolId);
  if (reportId === undefined) throw new DemoIncompleteError(`no report of school ${schoolId}`);
  return reportId;
}

/** The form is filled in from the top: its first part. */
function firstPart(cells: Cells, share: number): Cells {
  const entries = Object.entries(cells);
  return Object.fromEntries(entries.slice(0, Math.round(entries.length * share)));
}

/** Nearly everything filled in: one slip that must be mended, one change that must be explained, a few cells still empty. */
function withFindings(cells: Cells): Cells {
  const left = ['fine-art-rooms', 'public-funds-final', 'transferred-out.junior'];
  return {
    ...Object.fromEntries(Object.entries(cells).filter(([cell]) => !left.includes(cell))),
    'certified-teachers': String(Number(cells['full-time-teachers']) + 2),
    'migrant-pupils': String(Number(cells['migrant-pupils']) + 60),
  };
}

function stageOf(cells: Cells): 'primary' | 'junior' {
  return cells['classes.primary'] === undefined ? 'junior' : 'primary';
}
