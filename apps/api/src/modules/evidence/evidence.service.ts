import { Injectable } from '@nestjs/common';
import type { EvidenceTarget } from '@junheng/api-contract';
import type { Readable } from 'node:stream';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Reader, Transaction } from '../../platform/database/transaction.ts';
import { FileStore } from '../../platform/files/file-store.ts';
import { refuseUnlessKept } from '../../platform/files/take-file.ts';
import type { Scope } from '../access/access.scope.ts';
import { evidenceErrors } from './evidence.errors.ts';
import { distinctTargets, EVIDENCE_LIMITS, roomProblem } from './evidence.rules.ts';
import type {
  EvidenceHolder,
  EvidenceRecord,
  EvidenceTotals,
  NewEvidence,
  ProvingFile,
  RuleProof,
} from './evidence.types.ts';
import { EvidenceRepository } from './persistence/evidence.repository.ts';

/**
 * Files that prove what a report says (佐证材料). Whether a report takes changes is for its own module to decide, which holds it
 * while it calls the methods that write.
 */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly repository: EvidenceRepository,
    private readonly files: FileStore,
    private readonly audit: AuditLog,
  ) {}

  /** Newest first, with what was taken out again. */
  async inReport(reader: Reader, scope: Scope, selfReportId: string): Promise<readonly EvidenceRecord[]> {
    return this.repository.findInReport(reader, scope, selfReportId);
  }

  /** The files that are there and prove one of these cells of these reports, by the item each proves. */
  async provingCells(
    reader: Reader,
    scope: Scope,
    cells: readonly { readonly selfReportId: string; readonly cell: string }[],
  ): Promise<readonly ProvingFile[]> {
    if (cells.length === 0) return [];
    return this.repository.findProving(
      reader,
      scope,
      [...new Set(cells.map(({ selfReportId }) => selfReportId))],
      [...new Set(cells.map(({ cell }) => cell.split('.')[0] ?? cell))],
    );
  }

  /** The files that are there and prove special rules of these schools in a round. */
  async provingRules(
    reader: Reader,
    scope: Scope,
    roundId: string,
    schoolIds: readonly string[],
  ): Promise<readonly RuleProof[]> {
    return schoolIds.length === 0 ? [] : this.repository.findProvingRules(reader, scope, roundId, schoolIds);
  }

  /** @throws evidence.not-found, also for what was taken out */
  async one(reader: Reader, scope: Scope, selfReportId: string, evidenceId: string): Promise<EvidenceRecord> {
    const record = await this.repository.find(reader, scope, selfReportId, evidenceId);
    if (record === null) throw evidenceErrors.notFound(evidenceId);
    return record;
  }

  /** @throws evidence.not-found when the bytes are gone from the disk */
  async content(record: EvidenceRecord): Promise<Readable> {
    const content = await this.files.read(record.sha256);
    if (content === null) throw evidenceErrors.notFound(record.id);
    return content;
  }

  /** What the school handed in with its report before this one: null without such a report. */
  async earlier(
    reader: Reader,
    scope: Scope,
    selfReportId: string,
  ): Promise<{ readonly year: number; readonly evidence: readonly EvidenceRecord[] } | null> {
    const report = await this.repository.findEarlierReport(reader, scope, selfReportId);
    if (report === null) return null;
    const evidence = await this.repository.findInReport(reader, scope, report.selfReportId);
    return { year: report.year, evidence: evidence.filter(({ removedAt }) => removedAt === null) };
  }

  async totals(reader: Reader, scope: Scope, selfReportId: string): Promise<EvidenceTotals> {
    return this.repository.totals(reader, scope, selfReportId);
  }

  /**
   * Adds stored bytes to a report. Bytes that it has already are not added twice: what has them proves the new targets too.
   * @returns the id of the evidence
   * @throws evidence.too-many, .total-exceeded, server.unavailable (the bytes went meanwhile: send them again)
   */
  async add(tx: Transaction, scope: Scope, holder: EvidenceHolder, wanted: NewEvidence): Promise<string> {
    const { selfReportId } = holder;
    const sameId = await this.repository.findSameBytes(tx, scope, selfReportId, wanted.sha256);
    if (sameId !== null) {
      const same = await this.one(tx, scope, selfReportId, sameId);
      await this.attach(tx, scope, holder, sameId, [...same.targets, ...wanted.targets]);
      return sameId;
    }
    const totals = await this.repository.totals(tx, scope, selfReportId);
    // What was promised to uploads is judged when they begin; here only what is there counts.
    refuseWithoutRoom({ ...totals, uploads: 0, uploadBytes: 0 }, { bytes: wanted.size, upload: false });
    const id = await this.repository.insert(tx, scope, selfReportId, wanted);
    if (id === null) throw evidenceErrors.notFound(selfReportId);
    await refuseUnlessKept(this.files, wanted.sha256);
    const targets = distinctTargets(wanted.targets);
    await this.repository.setTargets(tx, scope, id, targets);
    const { sha256, size, mediaType, name, reusedFrom } = wanted;
    await this.record(tx, holder, 'evidence.added', id, { name, mediaType, size, sha256, targets, reusedFrom });
    return id;
  }

  /** From now on it proves these and nothing else. @throws evidence.not-found */
  async attach(
    tx: Transaction,
    scope: Scope,
    holder: EvidenceHolder,
    evidenceId: string,
    targets: readonly EvidenceTarget[],
  ): Promise<void> {
    const record = await this.one(tx, scope, holder.selfReportId, evidenceId);
    const after = distinctTargets(targets);
    if (sameTargets(record.targets, after)) return;
    await this.repository.setTargets(tx, scope, evidenceId, after);
    await this.record(tx, holder, 'evidence.attached', evidenceId, { before: record.targets, after });
  }

  /** Takes a file out of the report; the row stays, the bytes as long as anything needs them (FilesForgetting). @throws evidence.not-found */
  async remove(tx: Transaction, scope: Scope, holder: EvidenceHolder, evidenceId: string): Promise<void> {
    const { name, sha256, targets } = await this.one(tx, scope, holder.selfReportId, evidenceId);
    await this.repository.markRemoved(tx, scope, evidenceId);
    await this.record(tx, holder, 'evidence.removed', evidenceId, { name, sha256, targets });
  }

  private async record(
    tx: Transaction,
    holder: EvidenceHolder,
    action: string,
    id: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const { countyId, selfReportId, schoolId } = holder;
    const subject = { kind: 'evidence', id };
    await this.audit.append(tx, { countyId, action, subject, details: { selfReportId, schoolId, ...details } });
  }
}

/** @throws evidence.too-many, .total-exceeded */
export function refuseWithoutRoom(
  totals: EvidenceTotals,
  more: { readonly bytes: number; readonly upload: boolean },
): void {
  const problem = roomProblem(totals, more);
  switch (problem) {
    case 'too-many-uploads':
      throw evidenceErrors.tooMany(EVIDENCE_LIMITS.uploads);
    case 'too-many-files':
      throw evidenceErrors.tooMany(EVIDENCE_LIMITS.files);
    case 'total':
      throw evidenceErrors.totalExceeded(EVIDENCE_LIMITS.bytes);
    case null:
      return;
    default: {
      const exhaustive: never = problem;
      return exhaustive;
    }
  }
}

function sameTargets(left: readonly EvidenceTarget[], right: readonly EvidenceTarget[]): boolean {
  const key = (targets: readonly EvidenceTarget[]) =>
    targets
      .map(({ kind, id }) => `${kind} ${id}`)
      .sort()
      .join('\n');
  return key(left) === key(right);
}
