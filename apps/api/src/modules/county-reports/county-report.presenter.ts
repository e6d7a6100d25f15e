import type {
  CountyEvidence,
  CountyPart,
  CountyReport,
  EarlierCountyEvidence,
  EvidenceLimits,
  Round,
} from '@junheng/api-contract';
import type { CheckFinding, Edition } from '@junheng/evaluation-core';
import { laterDeadline, stateAt } from '../rounds/round-calendar.rules.ts';
import { checksOfPart, type KnownElsewhere } from './county-checks.rules.ts';
import { lockOf, mayOf } from './county-part-status.rules.ts';
import { meaningOf, topicsByPart } from './county-topics.rules.ts';
import { reaches, type CountyViewer } from './county-viewer.rules.ts';
import type {
  CountyEvidenceRecord,
  CountyReportEvent,
  CountyReportRecord,
  CountyReturnReason,
  PartRecord,
  Topic,
  Unit,
} from './county-reports.types.ts';

export interface PresentedBeside extends KnownElsewhere {
  readonly edition: Edition;
  readonly round: Round;
  readonly findings: readonly CheckFinding[];
  readonly reasons: readonly CountyReturnReason[];
  readonly events: readonly CountyReportEvent[];
  readonly evidence: readonly CountyEvidenceRecord[];
  readonly evidenceLimits: EvidenceLimits;
  readonly units: readonly Unit[];
  /** What the person asking may see, fill and decide. */
  readonly sees: CountyViewer;
  readonly fills: CountyViewer;
  readonly decides: CountyViewer;
  readonly mayAssign: boolean;
  readonly now: Date;
}

/** The state of the round as it is for this part, whose deadline may be its own. */
export function roundStateFor(report: CountyReportRecord, part: PartRecord, now: Date): Round['state'] {
  return stateAt({ ...report.round, deadline: laterDeadline(report.round.deadline, part.deadline) }, now);
}

/** Of a section officer only what their section answers for. */
export function presentCountyReport(report: CountyReportRecord, beside: PresentedBeside): CountyReport {
  const { edition, sees } = beside;
  const byPart = topicsByPart(edition, report);
  // A section that answers for nothing any more has no part to show.
  const parts = report.parts.filter((part) => byPart.has(part.id) && reaches(sees, part));
  const seen = new Set(parts.flatMap(({ id }) => byPart.get(id) ?? []));
  const isSeen = (entry: string) => seen.has(meaningOf(edition, entry)?.topic ?? '');
  const states = Object.entries(report.entryStates).filter(([entry]) => isSeen(entry));
  const partIds = new Set(parts.map(({ id }) => id));
  return {
    id: report.id,
    round: beside.round,
    revision: report.revision,
    entries: onlySeen(report.entries, isSeen),
    entryRevisions: Object.fromEntries(states.map(([entry, { revision }]) => [entry, revision])),
    entrySources: Object.fromEntries(states.map(([entry, { source }]) => [entry, source])),
    lastYear: report.lastYear === null ? null : onlySeen(report.lastYear, isSeen),
    counted: onlySeen(beside.counted, isSeen),
    registered: onlySeen(beside.registered, isSeen),
    parts: parts.map((part) => presentPart(report, part, byPart.get(part.id) ?? [], beside)),
    evidence: beside.evidence.filter(({ topic }) => seen.has(topic)).map(presentCountyEvidence),
    evidenceLimits: beside.evidenceLimits,
    units: beside.mayAssign ? [...beside.units] : [],
    returnReasons: beside.reasons
      .filter(({ partId }) => partIds.has(partId))
      .map(({ id, partId, entry, reason, by, at, settled }) => ({
        id,
        partId,
        entry,
        reason,
        by,
        at: at.toISOString(),
        state: settled ? 'changed' : 'open',
      })),
    timeline: beside.events
      .filter(({ partId }) => sees.all || (partId !== null && partIds.has(partId)))
      .map(({ kind, unitName, at, by, note }) => ({ kind, unitName, at: at.toISOString(), by, note })),
    mayAssign: beside.mayAssign,
    serverTime: beside.now.toISOString(),
  };
}

function presentCountyEvidence(record: CountyEvidenceRecord): CountyEvidence {
  const { reusedFromYear, removedAt, removedBy } = record;
  return {
    ...presentEarlierCountyEvidence(record),
    reusedFromYear,
    removed: removedAt === null ? null : { at: removedAt.toISOString(), by: removedBy ?? '' },
  };
}

export function presentEarlierCountyEvidence(record: CountyEvidenceRecord): EarlierCountyEvidence['evidence'][number] {
  const { id, topic, name, size, mediaType, sha256, addedAt, addedBy } = record;
  return { id, topic, name, size, mediaType, sha256, addedAt: addedAt.toISOString(), addedBy };
}

function onlySeen<Value>(
  record: Readonly<Record<string, Value>>,
  isSeen: (key: string) => boolean,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => isSeen(key)));
}

function presentPart(
  report: CountyReportRecord,
  part: PartRecord,
  topics: readonly Topic[],
  beside: PresentedBeside,
): CountyPart {
  const { now } = beside;
  const checks = checksOfPart(beside.edition, report, beside.findings, topics);
  const roundState = roundStateFor(report, part, now);
  const rights = { fill: reaches(beside.fills, part), decide: reaches(beside.decides, part) };
  const deadline = laterDeadline(report.round.deadline, part.deadline);
  return {
    id: part.id,
    unit: part.unit,
    status: part.status,
    topics: [...topics],
    filled: checks.filled,
    required: checks.required,
    hardFindings: checks.hard.length,
    softWithoutReason: checks.unexplained.length,
    openReturns: beside.reasons.filter(({ partId, settled }) => partId === part.id && !settled).length,
    evidence: beside.evidence.filter(({ topic, removedAt }) => removedAt === null && topics.includes(topic)).length,
    deadline,
    late: roundState === 'closed' && (part.status === 'filling' || part.status === 'returned'),
    submittedAt: part.submittedAt,
    submittedBy: part.submittedByName,
    approvedAt: part.approvedAt,
    approvedBy: part.approvedByName,
    may: mayOf(part.status, roundState, rights),
    lock: lockOf(part.status, roundState, rights.fill),
  };
}
