import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import type { Reader, Transaction } from '../../platform/database/transaction.ts';
import { storable } from '../../platform/http/storable-text.ts';
import type { Scope } from '../access/access.scope.ts';
import { AttachedFilesService, type AttachedFile } from '../evidence/attached-files.service.ts';
import { evidenceErrors } from '../evidence/evidence.errors.ts';
import { refuseWithoutRoom } from '../evidence/evidence.service.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { lockOf } from './county-part-status.rules.ts';
import { roundStateFor } from './county-report.presenter.ts';
import { countyReportErrors, lockedError } from './county-reports.errors.ts';
import { CountyReportsService } from './county-reports.service.ts';
import type { CountyEvidenceRecord, CountyReportRecord, Topic } from './county-reports.types.ts';
import { partOfTopic, topicsOf } from './county-topics.rules.ts';
import { reaches, viewerOf } from './county-viewer.rules.ts';
import { CountyEvidenceRepository } from './persistence/county-evidence.repository.ts';
import { CountyReportsRepository } from './persistence/county-reports.repository.ts';

const LONGEST_NAME = 200;

interface EarlierCountyFiles {
  /** Of the report's round; null without such a report. */
  readonly year: number | null;
  readonly evidence: readonly CountyEvidenceRecord[];
}

/** What proves what a section says of its indicators (佐证材料): looked at, named and kept like the evidence of schools. */
@Injectable()
export class CountyEvidenceService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly repository: CountyReportsRepository,
    private readonly evidence: CountyEvidenceRepository,
    private readonly reports: CountyReportsService,
    private readonly attached: AttachedFilesService,
    private readonly standards: StandardsService,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Bytes that are at the topic already are not kept twice.
   * @returns the round, for reading what came of it
   * @throws county-report.not-found, .topic-unknown, .entry-not-yours, .part-locked, round.closed, round.not-open-yet, evidence.empty,
   * .type-refused, .too-many, .total-exceeded, server.unavailable
   */
  async add(
    scope: Scope,
    actor: Actor,
    reportId: string,
    wanted: { readonly topic: Topic; readonly name: string; readonly bytes: Uint8Array },
  ): Promise<string> {
    const { topic } = wanted;
    // Nobody fills the disk through a part that is not theirs.
    this.refuseUnlessOpen(scope, await this.reports.byId(this.database, scope, reportId), topic, this.clock.now());
    const file = await this.attached.keep(storable(wanted.name.slice(0, LONGEST_NAME)), wanted.bytes);
    return this.transactions.run(actor, async (tx) => {
      await this.repository.hold(tx, scope, reportId);
      const report = await this.reports.byId(tx, scope, reportId);
      await this.put(tx, scope, report, topic, file, null);
      return report.round.id;
    });
  }

  /** What proved the county's report before this one, as far as it would be at the caller's topics now. @throws county-report.not-found */
  async earlier(scope: Scope, reportId: string, reader: Reader = this.database): Promise<EarlierCountyFiles> {
    const report = await this.reports.byId(reader, scope, reportId);
    const before = await this.evidence.findEarlierReport(reader, scope, reportId);
    if (before === null) return { year: null, evidence: [] };
    const { edition } = this.standards.inForce(report.round.editionId);
    const viewer = viewerOf(scope, report.countyPath);
    const evidence = await this.evidence.findOfReport(reader, scope, before.reportId);
    return {
      year: before.year,
      evidence: evidence.filter(
        ({ topic, removedAt }) => removedAt === null && reaches(viewer, partOfTopic(edition, report, topic)),
      ),
    };
  }

  /**
   * Takes files of the earlier report over, all or none.
   * @returns the round, for reading what came of it
   * @throws as add, and evidence.not-found for a file that is not of that report or was not the caller's
   */
  async reuse(
    scope: Scope,
    actor: Actor,
    reportId: string,
    wanted: { readonly evidenceIds: readonly string[]; readonly topic?: Topic | undefined },
  ): Promise<string> {
    return this.transactions.run(actor, async (tx) => {
      await this.repository.hold(tx, scope, reportId);
      const report = await this.reports.byId(tx, scope, reportId);
      const { evidence } = await this.earlier(scope, reportId, tx);
      for (const id of new Set(wanted.evidenceIds)) {
        const source = oneOf(evidence, id);
        await this.put(tx, scope, report, wanted.topic ?? source.topic, source, id);
      }
      return report.round.id;
    });
  }

  /** @throws county-report.not-found, .entry-not-yours, .part-locked, round.closed, round.not-open-yet, evidence.not-found */
  async remove(scope: Scope, actor: Actor, reportId: string, evidenceId: string): Promise<string> {
    return this.transactions.run(actor, async (tx) => {
      await this.repository.hold(tx, scope, reportId);
      const report = await this.reports.byId(tx, scope, reportId);
      const { topic, name, sha256 } = oneOf(await this.evidence.findOfReport(tx, scope, reportId), evidenceId);
      this.refuseUnlessOpen(scope, report, topic, tx.at);
      const revision = await this.evidence.remove(tx, scope, { reportId, evidenceId, topic });
      if (revision === null) throw evidenceErrors.notFound(evidenceId);
      await this.record(tx, report, 'evidence-removed', { topic, name, sha256, revision });
      return report.round.id;
    });
  }

  /** @throws county-report.not-found, evidence.not-found */
  async content(
    scope: Scope,
    reportId: string,
    evidenceId: string,
  ): Promise<{ readonly file: CountyEvidenceRecord; readonly content: Readable }> {
    const report = await this.reports.byId(this.database, scope, reportId);
    const file = oneOf(await this.evidence.findOfReport(this.database, scope, reportId), evidenceId);
    const { edition } = this.standards.inForce(report.round.editionId);
    if (!reaches(viewerOf(scope, report.countyPath), partOfTopic(edition, report, file.topic)))
      throw evidenceErrors.notFound(evidenceId);
    return { file, content: await this.attached.content(file.sha256) };
  }

  /** The report is held. Bytes that are at the topic already are not kept twice. */
  private async put(
    tx: Transaction,
    scope: Scope,
    report: CountyReportRecord,
    topic: Topic,
    file: AttachedFile,
    reusedFrom: string | null,
  ): Promise<void> {
    this.refuseUnlessOpen(scope, report, topic, tx.at);
    const there = (await this.evidence.findOfReport(tx, scope, report.id)).filter(
      ({ removedAt }) => removedAt === null,
    );
    if (there.some((each) => each.topic === topic && each.sha256 === file.sha256)) return;
    const bytes = there.reduce((sum, { size }) => sum + size, 0);
    refuseWithoutRoom({ files: there.length, bytes, uploads: 0, uploadBytes: 0 }, { bytes: file.size, upload: false });
    await this.attached.take(tx, file);
    const revision = await this.evidence.add(tx, scope, { reportId: report.id, topic, file, reusedFrom });
    if (revision === null) throw countyReportErrors.notFound(report.id);
    const { name, sha256, size } = file;
    const details = { topic, name, sha256, size, revision, ...(reusedFrom === null ? {} : { reusedFrom }) };
    await this.record(tx, report, 'evidence-added', details);
  }

  private refuseUnlessOpen(scope: Scope, report: CountyReportRecord, topic: Topic, now: Date): void {
    const { edition } = this.standards.inForce(report.round.editionId);
    if (!topicsOf(edition).includes(topic)) throw countyReportErrors.topicUnknown(topic);
    const part = partOfTopic(edition, report, topic);
    if (part === null || !reaches(viewerOf(scope, report.countyPath), part)) throw countyReportErrors.notYours([topic]);
    const lock = lockOf(part.status, roundStateFor(report, part, now), true);
    if (lock !== null) throw lockedError(lock, { status: part.status, opensOn: report.round.opensOn });
  }

  private async record(
    tx: Transaction,
    report: CountyReportRecord,
    verb: 'evidence-added' | 'evidence-removed',
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.audit.append(tx, {
      countyId: report.countyId,
      action: `county-report.${verb}`,
      subject: { kind: 'county-report', id: report.id },
      details: { roundId: report.round.id, ...details },
    });
  }
}

/** @throws evidence.not-found, also for what was taken out again */
function oneOf(evidence: readonly CountyEvidenceRecord[], evidenceId: string): CountyEvidenceRecord {
  const one = evidence.find(({ id, removedAt }) => id === evidenceId && removedAt === null);
  if (one === undefined) throw evidenceErrors.notFound(evidenceId);
  return one;
}
