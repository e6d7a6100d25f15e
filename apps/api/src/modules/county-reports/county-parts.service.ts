import { Injectable } from '@nestjs/common';
import type { assignCountyTopicsRequestSchema, returnCountyPartRequestSchema } from '@junheng/api-contract';
import type { z } from 'zod';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { actorPersonId, type Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { addDays, dateIn, laterDeadline } from '../rounds/round-calendar.rules.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { blockersOf, checksOfPart, findingsOf } from './county-checks.rules.ts';
import { afterMove, type CountyMove } from './county-part-status.rules.ts';
import { roundStateFor } from './county-report.presenter.ts';
import { countyReportErrors, lockedError } from './county-reports.errors.ts';
import { CountyReportsService } from './county-reports.service.ts';
import type { CountyReportRecord, PartRecord } from './county-reports.types.ts';
import {
  partOfTopic,
  revisionOfTopics,
  topicOfAnchor,
  topicsByPart,
  topicsOf,
  unitOfTopic,
} from './county-topics.rules.ts';
import { reaches, viewerOf } from './county-viewer.rules.ts';
import { CountyReportWritesRepository, type PartWrite } from './persistence/county-report-writes.repository.ts';
import { CountyReportsRepository } from './persistence/county-reports.repository.ts';

type Assignments = z.infer<typeof assignCountyTopicsRequestSchema>['assignments'];
type ReturnRequest = z.infer<typeof returnCountyPartRequestSchema>;

export interface WantedPartMove {
  /** The revision of the report the person looked at: what they did not see is never moved. */
  readonly revision: number;
  readonly note?: string | undefined;
}

/** A section has at least so many days to correct what was returned. */
const DAYS_TO_CORRECT = 7;
const eventOf = { submit: 'submitted', withdraw: 'withdrawn', return: 'returned', approve: 'approved' } as const;

/** Who answers for what, and the way of each part: submit, withdraw, return with reasons, approve. */
@Injectable()
export class CountyPartsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: CountyReportsRepository,
    private readonly writes: CountyReportWritesRepository,
    private readonly reports: CountyReportsService,
    private readonly standards: StandardsService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Gives topics to sections. What moves must be open on both sides: nobody is made to answer for what another section handed in.
   * @throws county-report.not-found, .topic-unknown, .unit-unknown, .part-locked
   */
  async assign(scope: Scope, actor: Actor, reportId: string, assignments: Assignments): Promise<string> {
    return this.transactions.run(actor, async (tx) => {
      const report = await this.held(tx, scope, reportId);
      const { edition } = this.standards.inForce(report.round.editionId);
      const known = new Set(topicsOf(edition));
      const units = new Set((await this.repository.findUnits(tx, scope, report.countyId)).map(({ id }) => id));
      for (const { topic, unitId } of assignments) {
        if (!known.has(topic)) throw countyReportErrors.topicUnknown(topic);
        if (unitId !== null && !units.has(unitId)) throw countyReportErrors.unitUnknown(unitId);
      }
      const given = assignments.filter(({ topic, unitId }) => (report.assigned[topic] ?? null) !== unitId);
      if (given.length === 0) return report.round.id;
      const assigned = withAssignments(report.assigned, given);
      for (const topic of topicsOf(edition)) {
        const to = unitOfTopic(edition, assigned, topic);
        if (to === unitOfTopic(edition, report.assigned, topic)) continue;
        // A section that answers for nothing yet has no part: its own begins open.
        const parts = [partOfTopic(edition, report, topic), report.parts.find(({ unit }) => (unit?.id ?? null) === to)];
        const locked = parts.find((part) => part?.status === 'submitted' || part?.status === 'approved');
        if (locked !== undefined && locked !== null)
          throw countyReportErrors.partLocked({ status: locked.status, unit: locked.unit?.name ?? null, topic });
      }
      await this.writes.assign(tx, scope, report, given);
      await this.audit.append(tx, {
        countyId: report.countyId,
        action: 'county-report.assigned',
        subject: { kind: 'county-report', id: reportId },
        details: {
          roundId: report.round.id,
          assignments: given.map(({ topic, unitId }) => ({
            topic,
            before: report.assigned[topic] ?? null,
            after: unitId,
          })),
        },
      });
      return report.round.id;
    });
  }

  /** @throws county-report.not-found, .part-not-found, .wrong-status, .stale, .blocked, round.closed, round.not-open-yet */
  async submit(scope: Scope, actor: Actor, reportId: string, partId: string, wanted: WantedPartMove): Promise<string> {
    return this.move(scope, actor, reportId, partId, 'submit', wanted, async (tx, report, part) => {
      refuseOutsideRound(report, part, tx.at);
      const reasons = await this.repository.findReasons(tx, scope, reportId);
      const checks = await this.checks(tx, scope, report, part);
      const blockers = blockersOf(
        checks,
        reasons.filter((reason) => reason.partId === part.id),
      );
      if (blockers.length > 0) throw countyReportErrors.blocked(blockers);
      return {};
    });
  }

  /** @throws county-report.not-found, .part-not-found, .wrong-status, .stale, round.closed, round.not-open-yet */
  async withdraw(
    scope: Scope,
    actor: Actor,
    reportId: string,
    partId: string,
    wanted: WantedPartMove,
  ): Promise<string> {
    return this.move(scope, actor, reportId, partId, 'withdraw', wanted, async (tx, report, part) => {
      refuseOutsideRound(report, part, tx.at);
      return {};
    });
  }

  /**
   * Sends a part back, each reason at something entered, at evidence or about the whole; an approved one is reopened the same way.
   * @throws county-report.not-found, .part-not-found, .wrong-status, .stale, .entry-unknown
   */
  async return(scope: Scope, actor: Actor, reportId: string, partId: string, request: ReturnRequest): Promise<string> {
    return this.move(scope, actor, reportId, partId, 'return', request, async (tx, report, part) => {
      const { edition } = this.standards.inForce(report.round.editionId);
      const unknown = request.reasons.filter(({ entry }) => {
        const topic = entry === null ? null : topicOfAnchor(edition, entry);
        return entry !== null && (topic === null || partOfTopic(edition, report, topic)?.id !== part.id);
      });
      if (unknown.length > 0) {
        const problems = unknown.map(({ entry }) => ({ at: entry ?? '', code: 'unknown-item' }));
        throw countyReportErrors.refused('county-report.entry-unknown', problems);
      }
      const today = dateIn(report.round.timeZone, tx.at);
      const atLeast = request.correctBy ?? addDays(today, DAYS_TO_CORRECT);
      const current = laterDeadline(report.round.deadline, part.deadline);
      return { reasons: request.reasons, ...(atLeast > current ? { deadline: atLeast } : {}) };
    });
  }

  /** @throws county-report.not-found, .part-not-found, .wrong-status, .stale, .blocked, .needs-second-person */
  async approve(scope: Scope, actor: Actor, reportId: string, partId: string, wanted: WantedPartMove): Promise<string> {
    return this.move(scope, actor, reportId, partId, 'approve', wanted, async (tx, report, part) => {
      const person = actorPersonId(tx.actor);
      if (person !== null && person === part.submittedBy && !report.round.onePersonMaySubmit)
        throw countyReportErrors.needsSecondPerson();
      const blockers = blockersOf(await this.checks(tx, scope, report, part), []);
      const faults = blockers.filter(({ code }) => code === 'missing' || code === 'hard-finding');
      if (faults.length > 0) throw countyReportErrors.blocked(faults);
      return {};
    });
  }

  private async checks(tx: Transaction, scope: Scope, report: CountyReportRecord, part: PartRecord) {
    const { edition } = this.standards.inForce(report.round.editionId);
    const findings = findingsOf(edition, report, await this.reports.knownElsewhere(tx, scope, report));
    return checksOfPart(edition, report, findings, topicsByPart(edition, report).get(part.id) ?? []);
  }

  /** @returns the round, for reading what came of it */
  private async move(
    scope: Scope,
    actor: Actor,
    reportId: string,
    partId: string,
    move: CountyMove,
    wanted: WantedPartMove,
    decide: (
      tx: Transaction,
      report: CountyReportRecord,
      part: PartRecord,
    ) => Promise<Pick<PartWrite, 'deadline' | 'reasons'>>,
  ): Promise<string> {
    return this.transactions.run(actor, async (tx) => {
      const report = await this.held(tx, scope, reportId);
      const { edition } = this.standards.inForce(report.round.editionId);
      const part = report.parts.find(({ id }) => id === partId) ?? null;
      if (part === null || !reaches(viewerOf(scope, report.countyPath), part))
        throw countyReportErrors.partNotFound(partId);
      const status = afterMove(move, part.status);
      if (status === null) throw countyReportErrors.wrongStatus({ status: part.status, move });
      const topics = topicsByPart(edition, report).get(part.id) ?? [];
      const revision = revisionOfTopics(edition, report, topics);
      if (wanted.revision < revision || wanted.revision > report.revision)
        throw countyReportErrors.stale({ revision, named: wanted.revision });
      const changes = await decide(tx, report, part);
      const evidence = (await this.reports.evidenceOf(tx, scope, reportId))
        .filter(({ topic, removedAt }) => removedAt === null && topics.includes(topic))
        .map(({ topic, name, sha256 }) => ({ topic, name, sha256 }));
      const note = wanted.note?.trim() || null;
      const event = eventOf[move];
      const write = { reportId, partId, revision: report.revision, status, event, note, ...changes };
      if (!(await this.writes.move(tx, scope, write))) throw countyReportErrors.partNotFound(partId);
      await this.audit.append(tx, {
        countyId: report.countyId,
        action: `county-report.${event}`,
        subject: { kind: 'county-report', id: reportId },
        details: {
          roundId: report.round.id,
          partId,
          unit: part.unit?.name ?? null,
          revision: report.revision,
          before: part.status,
          status,
          note,
          // What was handed in or decided upon with the figures, for good.
          evidence,
          ...changes,
        },
      });
      return report.round.id;
    });
  }

  private async held(tx: Transaction, scope: Scope, reportId: string): Promise<CountyReportRecord> {
    await this.repository.hold(tx, scope, reportId);
    return this.reports.byId(tx, scope, reportId);
  }
}

/** What a section does with its own part it does while the round is open. */
function refuseOutsideRound(report: CountyReportRecord, part: PartRecord, now: Date): void {
  const state = roundStateFor(report, part, now);
  if (state === 'open') return;
  throw lockedError(state === 'planned' ? 'not-open-yet' : 'closed', {
    status: part.status,
    opensOn: report.round.opensOn,
    deadline: laterDeadline(report.round.deadline, part.deadline),
  });
}

function withAssignments(assigned: CountyReportRecord['assigned'], given: Assignments): CountyReportRecord['assigned'] {
  const after = new Map(Object.entries(assigned));
  for (const { topic, unitId } of given) {
    if (unitId === null) after.delete(topic);
    else after.set(topic, unitId);
  }
  return Object.fromEntries(after);
}
