import { Inject, Injectable } from '@nestjs/common';
import type {
  EarlierEvidence,
  Evidence,
  EvidenceList,
  EvidenceTarget,
  EvidenceUpload,
  addEvidenceRequestSchema,
  reuseEvidenceRequestSchema,
} from '@junheng/api-contract';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/clock.ts';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.ts';
import { systemActor, type Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import type { Reader, Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { EvidenceUploadsService } from '../evidence/evidence-uploads.service.ts';
import { evidenceErrors } from '../evidence/evidence.errors.ts';
import { presentEarlierEvidence, presentEvidence } from '../evidence/evidence.presenter.ts';
import { evidenceLimits, evidenceName, UPLOAD_LIFETIME_MILLISECONDS } from '../evidence/evidence.rules.ts';
import { EvidenceService } from '../evidence/evidence.service.ts';
import type { EvidenceHolder, EvidenceRecord, UploadRecord } from '../evidence/evidence.types.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { unknownTargets } from './evidence-targets.rules.ts';
import { SelfReportsRepository } from './persistence/self-reports.repository.ts';
import { roundStateFor } from './self-report.presenter.ts';
import { lockOf } from './self-report-status.rules.ts';
import { refuseIfLocked, selfReportErrors } from './self-reports.errors.ts';
import type { ReportRecord } from './self-reports.types.ts';

/** Evidence (佐证材料) of a self-report: changed only while its cells can be, read by whoever may read it. */
@Injectable()
export class ReportEvidenceService {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly reports: SelfReportsRepository,
    private readonly standards: StandardsService,
    private readonly evidence: EvidenceService,
    private readonly uploads: EvidenceUploadsService,
  ) {}

  /** @param rights the caller's scope with all grants @throws self-report.not-found */
  async list(scope: Scope, rights: Scope, reportId: string): Promise<EvidenceList> {
    const report = await this.visible(this.database, scope, rights, reportId);
    const evidence = await this.evidence.inReport(this.database, scope, reportId);
    const kept = evidence.filter(({ removedAt }) => removedAt === null);
    return {
      evidence: evidence.map(presentEvidence),
      limits: evidenceLimits(this.config.uploadLimitBytes),
      totalBytes: kept.reduce((sum, { size }) => sum + size, 0),
      mayChange: lockOf(report.progress.status, roundStateFor(report, this.clock.now()), report.rights.fill) === null,
    };
  }

  /** @throws self-report.not-found */
  async earlier(scope: Scope, reportId: string): Promise<EarlierEvidence> {
    await this.visible(this.database, scope, scope, reportId);
    const earlier = await this.evidence.earlier(this.database, scope, reportId);
    return { year: earlier?.year ?? null, evidence: (earlier?.evidence ?? []).map(presentEarlierEvidence) };
  }

  /** @throws evidence.not-found */
  async find(scope: Scope, reportId: string, evidenceId: string): Promise<EvidenceRecord> {
    return this.evidence.one(this.database, scope, reportId, evidenceId);
  }

  async content(record: EvidenceRecord): Promise<Readable> {
    return this.evidence.content(record);
  }

  /** @throws self-report.not-found, .locked, round.closed, round.not-open-yet and those of EvidenceUploadsService.begin */
  async beginUpload(scope: Scope, actor: Actor, reportId: string, size: number): Promise<EvidenceUpload> {
    await this.uploads.sweep(systemActor('sweep-uploads'), this.clock.now());
    const upload = await this.transactions.run(actor, async (tx) =>
      this.uploads.begin(tx, scope, holderOf(await this.heldOpen(tx, scope, reportId)), size),
    );
    return presentUpload(upload, 0);
  }

  /** @throws evidence.upload-not-found */
  async uploadState(scope: Scope, reportId: string, uploadId: string): Promise<EvidenceUpload> {
    const { upload, offset } = await this.uploads.state(scope, reportId, uploadId);
    return presentUpload(upload, offset);
  }

  /** @returns the offset now reached @throws as EvidenceUploadsService.receive */
  async receive(scope: Scope, reportId: string, uploadId: string, request: IncomingMessage): Promise<number> {
    return this.uploads.receive(scope, reportId, uploadId, request);
  }

  /** @throws self-report.not-found, evidence.upload-not-found */
  async abandonUpload(scope: Scope, actor: Actor, reportId: string, uploadId: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const report = await this.held(tx, scope, reportId);
      await this.uploads.abandon(tx, scope, holderOf(report), uploadId);
    });
    await this.uploads.forgetParts(uploadId);
  }

  /**
   * Makes evidence of a complete upload; asked again, gives what became of it.
   * @throws self-report.not-found, .locked, round.closed, round.not-open-yet, evidence.upload-not-found, .upload-incomplete,
   * .type-refused, .target-unknown, .too-many, .total-exceeded
   */
  async add(
    scope: Scope,
    actor: Actor,
    reportId: string,
    request: z.infer<typeof addEvidenceRequestSchema>,
  ): Promise<Evidence> {
    const report = await this.visible(this.database, scope, scope, reportId);
    const upload = await this.uploads.found(scope, reportId, request.uploadId);
    if (upload.evidenceId !== null) return this.presented(scope, reportId, upload.evidenceId);
    refuseIfLocked(report, roundStateFor(report, this.clock.now()));
    this.refuseUnknownTargets(report, request.targets);
    const { sha256, size, mediaType } = await this.uploads.take(scope, actor, holderOf(report), upload);
    const id = await this.transactions.run(actor, async (tx) => {
      const held = holderOf(await this.heldOpen(tx, scope, reportId));
      const name = evidenceName(request.name, mediaType);
      const wanted = { sha256, size, mediaType, name, targets: request.targets, reusedFrom: null };
      const evidenceId = await this.evidence.add(tx, scope, held, wanted);
      await this.uploads.finish(tx, scope, upload.id, evidenceId);
      return evidenceId;
    });
    await this.uploads.forgetParts(upload.id);
    return this.presented(scope, reportId, id);
  }

  /** @throws self-report.not-found, .locked, round.closed, round.not-open-yet, evidence.not-found, .target-unknown */
  async attach(
    scope: Scope,
    actor: Actor,
    reportId: string,
    evidenceId: string,
    targets: readonly EvidenceTarget[],
  ): Promise<Evidence> {
    await this.transactions.run(actor, async (tx) => {
      const report = await this.heldOpen(tx, scope, reportId);
      this.refuseUnknownTargets(report, targets);
      await this.evidence.attach(tx, scope, holderOf(report), evidenceId, targets);
    });
    return this.presented(scope, reportId, evidenceId);
  }

  /** @throws self-report.not-found, .locked, round.closed, round.not-open-yet, evidence.not-found */
  async remove(scope: Scope, actor: Actor, reportId: string, evidenceId: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const report = await this.heldOpen(tx, scope, reportId);
      await this.evidence.remove(tx, scope, holderOf(report), evidenceId);
    });
  }

  /**
   * Takes files of the earlier report over, all or none.
   * @throws as add, and evidence.not-found for a file that is not of that report
   */
  async reuse(
    scope: Scope,
    actor: Actor,
    reportId: string,
    request: z.infer<typeof reuseEvidenceRequestSchema>,
  ): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const report = await this.heldOpen(tx, scope, reportId);
      if (request.targets !== undefined) this.refuseUnknownTargets(report, request.targets);
      const earlier = await this.evidence.earlier(tx, scope, reportId);
      for (const id of new Set(request.evidenceIds)) {
        const source = earlier?.evidence.find((each) => each.id === id);
        if (source === undefined) throw evidenceErrors.notFound(id);
        const { sha256, size, mediaType, name } = source;
        const targets = request.targets ?? this.knownTargets(report, source.targets);
        if (targets.length === 0) {
          throw evidenceErrors.targetUnknown([{ at: id, code: 'evidence.target-unknown', facts: { name } }]);
        }
        const wanted = { sha256, size, mediaType, name, targets, reusedFrom: source.id };
        await this.evidence.add(tx, scope, holderOf(report), wanted);
      }
    });
  }

  private async presented(scope: Scope, reportId: string, evidenceId: string): Promise<Evidence> {
    return presentEvidence(await this.evidence.one(this.database, scope, reportId, evidenceId));
  }

  private knownTargets(report: ReportRecord, targets: readonly EvidenceTarget[]): readonly EvidenceTarget[] {
    const { edition } = this.standards.inForce(report.round.editionId);
    const unknown = new Set(unknownTargets(edition, targets));
    return targets.filter((target) => !unknown.has(target));
  }

  private refuseUnknownTargets(report: ReportRecord, targets: readonly EvidenceTarget[]): void {
    const { edition } = this.standards.inForce(report.round.editionId);
    const unknown = unknownTargets(edition, targets);
    if (unknown.length === 0) return;
    throw evidenceErrors.targetUnknown(
      unknown.map(({ kind, id }) => ({ at: `${kind}/${id}`, code: 'evidence.target-unknown' })),
    );
  }

  private async visible(reader: Reader, scope: Scope, rights: Scope, reportId: string): Promise<ReportRecord> {
    const report = await this.reports.findById(reader, scope, rights, reportId);
    if (report === null) throw selfReportErrors.notFound(reportId);
    return report;
  }

  private async held(tx: Transaction, scope: Scope, reportId: string): Promise<ReportRecord> {
    await this.reports.lock(tx, scope, [reportId]);
    return this.visible(tx, scope, scope, reportId);
  }

  private async heldOpen(tx: Transaction, scope: Scope, reportId: string): Promise<ReportRecord> {
    const report = await this.held(tx, scope, reportId);
    refuseIfLocked(report, roundStateFor(report, tx.at));
    return report;
  }
}

function holderOf(report: ReportRecord): EvidenceHolder {
  return { selfReportId: report.id, schoolId: report.school.id, countyId: report.countyId };
}

function presentUpload(upload: UploadRecord, offset: number): EvidenceUpload {
  const expiresAt = new Date(upload.begunAt.getTime() + UPLOAD_LIFETIME_MILLISECONDS).toISOString();
  return { id: upload.id, size: upload.size, offset, expiresAt };
}
