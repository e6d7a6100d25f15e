import { Injectable } from '@nestjs/common';
import { savedVisitEntriesSchema, type SavedVisitEntries, type SaveVisitEntriesRequest } from '@junheng/api-contract';
import type { Actor } from '../../../platform/database/actor.ts';
import { Transactions } from '../../../platform/database/database.ts';
import type { Scope } from '../../access/access.scope.ts';
import { hashOf } from '../../self-reports/report-hash.rules.ts';
import { StandardsService } from '../../standards/standards.service.ts';
import { VisitsRepository } from '../persistence/visits.repository.ts';
import { clockAheadSeconds } from './tablet-clock.rules.ts';
import { checklistOf } from './visit-checklist.rules.ts';
import { decideVisitEntries, type ConflictingVisitEntry } from './visit-entries.rules.ts';
import { visitErrors } from './visits.errors.ts';
import { VisitsService } from './visits.service.ts';

/** What a tablet recorded, as it arrives: at once, hours later, twice. */
@Injectable()
export class VisitSavingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly standards: StandardsService,
    private readonly service: VisitsService,
    private readonly visits: VisitsRepository,
  ) {}

  /**
   * Saves a batch, whole or not at all. Sending the same key again gives the same answer and changes nothing, also after signing.
   * @throws inspection.not-found, visit.not-found, .not-on-team, .signed, .idempotency-key-reused, .entry-unknown, .entry-invalid,
   * .entry-not-yours, .conflict
   */
  async save(
    scope: Scope,
    actor: Actor,
    at: { readonly inspectionId: string; readonly schoolId: string },
    { key, deviceTime, changes: wanted }: SaveVisitEntriesRequest,
  ): Promise<SavedVisitEntries> {
    const requestHash = hashOf(wanted);
    return this.transactions.run(actor, async (tx) => {
      const held = await this.service.hold(tx, scope, at, { signed: null });
      const { row, inspection, school } = held;
      const receipt = await this.visits.findReceipt(tx, row.id, key);
      if (receipt !== null) {
        if (receipt.requestHash !== requestHash) throw visitErrors.keyReused(key);
        return savedVisitEntriesSchema.parse(receipt.answer);
      }
      if (row.signedAt !== null) throw visitErrors.signed(row.signedByName ?? '', row.signedAt.toISOString());
      const { edition } = this.standards.inForce(inspection.editionId);
      const reported = await this.visits.findReported([school.schoolId], inspection.editionId, tx);
      const checklist = checklistOf(edition, inspection, school, reported.get(school.schoolId) ?? null);
      const stored = await this.visits.findEntries([row.id], tx);
      const state = {
        revision: row.revision,
        entries: stored.flatMap(({ value, ...entry }) => (value === null ? [] : [{ ...entry, value }])),
        revisions: new Map(stored.map(({ entry, revision }) => [entry, revision])),
        found: await this.visits.findFound([row.id], tx),
      };
      const decision = decideVisitEntries(
        edition,
        checklist,
        state,
        scope.personId ?? '',
        wanted.map(({ typedAt, ...change }) => ({ ...change, typedAt: new Date(typedAt) })),
      );
      switch (decision.kind) {
        case 'not-yours':
          throw visitErrors.refused(
            'visit.entry-not-yours',
            decision.entries.map((entry) => ({ at: entry, code: 'visit.entry-not-yours' })),
          );
        case 'refused':
          throw visitErrors.refused(
            decision.problems.every(({ code }) => UNKNOWN.has(code)) ? 'visit.entry-unknown' : 'visit.entry-invalid',
            decision.problems,
          );
        case 'conflict':
          throw visitErrors.conflict(row.revision, decision.entries.map(presentConflict));
        case 'accepted':
          break;
        default: {
          const exhaustive: never = decision;
          return exhaustive;
        }
      }
      const { changes, saved } = decision;
      const revision = changes.length === 0 ? row.revision : row.revision + 1;
      const ahead = clockAheadSeconds(deviceTime, tx.at);
      const answer = { revision, saved, savedAt: tx.at.toISOString(), clockAheadSeconds: ahead };
      await this.visits.keepReceipt(tx, row.id, { key, requestHash, answer });
      if (changes.length === 0) return answer;
      await this.visits.save(tx, { visitId: row.id, revision, clockAheadSeconds: ahead, changes });
      await this.service.record(tx, held, 'visit.entries-saved', {
        revision,
        key,
        clockAheadSeconds: ahead,
        changes: changes.map(({ entry: cell, before, after }) => ({ cell, before, after })),
      });
      return answer;
    });
  }
}

const UNKNOWN: ReadonlySet<string> = new Set(['unknown-entry', 'unknown-item', 'not-on-checklist']);

function presentConflict({ entry, mine, theirs, revision, by, at }: ConflictingVisitEntry) {
  return {
    at: entry,
    code: 'visit.conflict',
    facts: { mine, theirs, revision, by, at: at?.toISOString() ?? null },
  };
}
