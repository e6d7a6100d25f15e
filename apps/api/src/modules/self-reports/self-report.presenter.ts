import type {
  dueSelfReportSchema,
  ReturnReason,
  Round,
  RoundSelfReport,
  SectionWork,
  SelfReport,
} from '@junheng/api-contract';
import type { z } from 'zod';
import { closesAt, stateAt } from '../rounds/round-calendar.rules.ts';
import type { RoundRecord } from '../rounds/rounds.types.ts';
import type { ListedReport } from './persistence/self-reports.repository.ts';
import { levelOf, reviewRulesOf } from './review-levels.rules.ts';
import { lockOf, mayOf } from './self-report-status.rules.ts';
import type { ReportEvent, ReportInSaving, ReportRecord, StoredReturnReason } from './self-reports.types.ts';

type DueSelfReport = z.infer<typeof dueSelfReportSchema>;

/** The state of the round as it is for this school, whose deadline may be its own. */
export function roundStateFor(report: Pick<ReportInSaving, 'round' | 'deadline'>, now: Date): Round['state'] {
  return stateAt({ ...report.round, deadline: report.deadline }, now);
}

export function presentSelfReport(
  report: ReportRecord,
  beside: {
    readonly round: Round;
    readonly timeline: readonly ReportEvent[];
    readonly returnReasons: readonly StoredReturnReason[];
    readonly now: Date;
  },
): SelfReport {
  const { progress, round } = report;
  const roundState = roundStateFor(report, beside.now);
  const states = Object.entries(report.cellStates);
  const level = levelOf(progress, reviewRulesOf(round));
  return {
    id: report.id,
    round: beside.round,
    editionHash: round.editionHash,
    school: report.school,
    status: progress.status,
    revision: report.revision,
    cells: { ...report.cells },
    cellRevisions: Object.fromEntries(states.map(([cell, { revision }]) => [cell, revision])),
    cellSources: Object.fromEntries(states.map(([cell, { source }]) => [cell, source])),
    prefilledFrom: Object.fromEntries(
      states.flatMap(([cell, { from }]) => (from === undefined ? [] : [[cell, from] as const])),
    ),
    lastYear: report.lastYear === null ? null : { ...report.lastYear },
    peers: report.peers === null ? null : { statistics: report.peers, bands: { ...report.peerBands } },
    checkReasons: { ...report.checkReasons },
    returnReasons: beside.returnReasons.map(presentReturnReason),
    timeline: beside.timeline.map(({ kind, at, by, note, revision, level: ofLevel }) => ({
      kind,
      at: at.toISOString(),
      by,
      note,
      revision,
      ...(ofLevel === null ? {} : { level: ofLevel }),
    })),
    receipt: receiptOf(report, beside.timeline),
    deadline: report.deadline,
    closesAt: closesAt(report.deadline, round.timeZone).toISOString(),
    may: mayOf(
      {
        status: progress.status,
        roundState,
        underReturn: progress.underReturn,
        reviewBegun: progress.reviewBegunAt !== null,
        level,
        twoPersons: round.twoPersonReview,
      },
      report.rights,
    ),
    lock: lockOf(progress.status, roundState, report.rights.fill),
    serverTime: beside.now.toISOString(),
  };
}

function presentReturnReason(reason: StoredReturnReason): ReturnReason {
  return {
    id: reason.id,
    cell: reason.cell,
    reason: reason.reason,
    by: reason.by,
    at: reason.at.toISOString(),
    level: reason.level,
    state: reason.state,
    answer: reason.answer,
  };
}

/** A receipt (回执) holds while the report lies with the bureau; what came back has none. */
function receiptOf(report: ReportRecord, timeline: readonly ReportEvent[]): SelfReport['receipt'] {
  const { progress } = report;
  const { submittedAt, submittedRevision, submittedHash } = progress;
  const lies = progress.status === 'submitted' || progress.status === 'approved';
  if (!lies || submittedAt === null || submittedRevision === null || submittedHash === null) return null;
  const submission = timeline.findLast(({ kind }) => kind === 'submitted' || kind === 'imported');
  return {
    submittedAt: submittedAt.toISOString(),
    submittedBy: submission?.by ?? '',
    revision: submittedRevision,
    hash: submittedHash,
    onePerson: progress.submittedByOnePerson,
  };
}

export function presentDue(
  report: ReportRecord,
  round: Round,
  ownSections: readonly SectionWork[],
  now: Date,
): DueSelfReport {
  const { filled, required, hardFindings, softWithoutReason, openReturns } = report.totals;
  return {
    id: report.id,
    round,
    schoolId: report.school.id,
    schoolName: report.school.name,
    status: report.progress.status,
    deadline: report.deadline,
    closesAt: closesAt(report.deadline, report.round.timeZone).toISOString(),
    filled,
    required,
    hardFindings,
    softWithoutReason,
    openReturns,
    lock: lockOf(report.progress.status, roundStateFor(report, now), report.rights.fill),
    ownSections: [...ownSections],
  };
}

/** For the reports of one round. Late: the school's deadline has passed and the report does not lie with the bureau. */
export function presentListed(round: RoundRecord, now: Date): (report: ListedReport) => RoundSelfReport {
  const rules = reviewRulesOf(round);
  const closed = new Map<string, boolean>();
  const isClosed = (deadline: string): boolean => {
    const known = closed.get(deadline) ?? stateAt({ ...round, deadline }, now) === 'closed';
    closed.set(deadline, known);
    return known;
  };
  return (report) => {
    const lies = report.status === 'submitted' || report.status === 'approved';
    const { status, reviewLevel } = report;
    return {
      selfReportId: report.selfReportId,
      schoolId: report.schoolId,
      schoolCode: report.schoolCode,
      schoolName: report.schoolName,
      townName: report.townName,
      type: report.type,
      ownership: report.ownership,
      locale: report.locale,
      status,
      reviewLevel: levelOf({ status, reviewLevel, firstApprovalBy: null }, rules),
      firstApproved: report.firstApproved,
      revision: report.revision,
      filled: report.filled,
      required: report.required,
      hardFindings: report.hardFindings,
      softFindings: report.softFindings,
      softWithoutReason: report.softWithoutReason,
      openReturns: report.openReturns,
      risk: lies && report.risk ? { ...report.risk, reasons: [...report.risk.reasons] } : null,
      deadline: report.deadline,
      late: !lies && isClosed(report.deadline),
      submittedAt: report.submittedAt?.toISOString() ?? null,
      updatedAt: report.updatedAt?.toISOString() ?? null,
    };
  };
}
