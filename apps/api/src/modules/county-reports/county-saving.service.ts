import { Injectable } from '@nestjs/common';
import {
  savedCountyEntriesSchema,
  type SaveCountyEntriesRequest,
  type SavedCountyEntries,
} from '@junheng/api-contract';
import type { Edition } from '@junheng/evaluation-core';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { hashOf } from '../self-reports/report-hash.rules.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { roundStateFor } from './county-report.presenter.ts';
import { CountyReportsService } from './county-reports.service.ts';
import { countyReportErrors, lockedError } from './county-reports.errors.ts';
import type { CountyReportRecord } from './county-reports.types.ts';
import { lockOf } from './county-part-status.rules.ts';
import { meaningOf, partOfTopic } from './county-topics.rules.ts';
import { reaches, viewerOf } from './county-viewer.rules.ts';
import { CountyReportWritesRepository } from './persistence/county-report-writes.repository.ts';
import { CountyReportsRepository } from './persistence/county-reports.repository.ts';
import { decideEntries, type ConflictingEntry } from './save-entries.rules.ts';

/** Saves of what a section enters: figures, what it says of its topics, reasons for soft findings. */
@Injectable()
export class CountySavingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: CountyReportsRepository,
    private readonly writes: CountyReportWritesRepository,
    private readonly reports: CountyReportsService,
    private readonly standards: StandardsService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Saves a batch, whole or not at all. Sending the same key again gives the same answer and changes nothing.
   * @throws county-report.not-found, .idempotency-key-reused, .entry-unknown, .entry-invalid, .entry-not-yours, .part-locked,
   * .conflict, round.closed, round.not-open-yet
   */
  async save(
    scope: Scope,
    actor: Actor,
    reportId: string,
    request: SaveCountyEntriesRequest,
  ): Promise<SavedCountyEntries> {
    const { key, changes: wanted } = request;
    const requestHash = hashOf(wanted);
    return this.transactions.run(actor, async (tx) => {
      await this.repository.hold(tx, scope, reportId);
      const report = await this.reports.byId(tx, scope, reportId);
      const receipt = await this.repository.findReceipt(tx, scope, reportId, key);
      if (receipt !== null) {
        if (receipt.requestHash !== requestHash) throw countyReportErrors.keyReused(key);
        return savedCountyEntriesSchema.parse(receipt.answer);
      }
      const { edition } = this.standards.inForce(report.round.editionId);
      const entries = wanted.map(({ entry }) => entry);
      refuseUnlessOpen(edition, report, scope, entries, tx.at);
      const decision = decideEntries(edition, report, wanted);
      if (decision.kind === 'refused') throw countyReportErrors.refused(decision.code, decision.problems);
      if (decision.kind === 'conflict') throw await this.conflict(tx, scope, report, decision.entries);
      const { changes, saved } = decision;
      const revision = changes.length === 0 ? report.revision : report.revision + 1;
      const answer: SavedCountyEntries = { revision, saved, savedAt: tx.at.toISOString() };
      const kept = { key, requestHash, answer };
      if (changes.length === 0) {
        await this.writes.keepReceipt(tx, reportId, kept);
        return answer;
      }
      const written = await this.writes.save(tx, scope, {
        reportId,
        baseRevision: report.revision,
        revision,
        changes,
        receipt: kept,
      });
      if (!written) throw countyReportErrors.stale({ revision: report.revision, named: report.revision });
      await this.audit.append(tx, {
        countyId: report.countyId,
        action: 'county-report.entries-saved',
        subject: { kind: 'county-report', id: reportId },
        details: {
          roundId: report.round.id,
          revision,
          key,
          changes: changes.map(({ entry: cell, before, after }) => ({ cell, before, after })),
        },
      });
      return answer;
    });
  }

  private async conflict(
    tx: Transaction,
    scope: Scope,
    report: CountyReportRecord,
    conflicting: readonly ConflictingEntry[],
  ): Promise<Error> {
    const last = await this.repository.findEntered(tx, scope, {
      reportId: report.id,
      revision: report.revision,
      entries: conflicting.map(({ entry }) => entry),
    });
    return countyReportErrors.conflict(
      report.revision,
      conflicting.map(({ entry, mine, theirs, revision }) => {
        const change = last.find((each) => each.entry === entry);
        const facts = { mine, theirs, revision, by: change?.by ?? null, at: change?.at.toISOString() ?? null };
        return { at: entry, code: 'county-report.conflict', facts };
      }),
    );
  }
}

/** @throws county-report.entry-not-yours, .part-locked, round.closed, round.not-open-yet */
function refuseUnlessOpen(
  edition: Edition,
  report: CountyReportRecord,
  scope: Scope,
  entries: readonly string[],
  now: Date,
): void {
  const viewer = viewerOf(scope, report.countyPath);
  const known = entries.flatMap((entry) => {
    const meaning = meaningOf(edition, entry);
    return meaning === null ? [] : [{ entry, part: partOfTopic(edition, report, meaning.topic) }];
  });
  const foreign = known.filter(({ part }) => !reaches(viewer, part));
  if (foreign.length > 0) throw countyReportErrors.notYours(foreign.map(({ entry }) => entry));
  for (const { part } of known) {
    if (part === null) continue;
    const lock = lockOf(part.status, roundStateFor(report, part, now), true);
    if (lock !== null) throw lockedError(lock, { status: part.status, opensOn: report.round.opensOn });
  }
}
