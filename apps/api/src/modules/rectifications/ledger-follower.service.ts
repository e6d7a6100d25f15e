import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { Scope } from '../access/access.scope.ts';
import { RunFollowers, type RunFollower, type StoredRun } from '../evaluations/run-followers.service.ts';
import { RoundsService } from '../rounds/rounds.service.ts';
import { RectificationWritesRepository, type FollowedRow } from './persistence/rectification-writes.repository.ts';
import { RectificationsRepository } from './persistence/rectifications.repository.ts';
import { followsFrom, hasLapsed, moveBy, statusOn } from './rectifications.rules.ts';
import type { NewRow, RowEvent } from './rectifications.types.ts';
import { findingsOf, schoolOf, standsNow, type Findings } from './standing.rules.ts';

/**
 * Brings the ledger to what newly approved data say, in the transaction that stores their evaluation: what fails has an open row or
 * an exception that still holds, what passes waits to be verified or is closed.
 */
@Injectable()
export class LedgerFollower implements RunFollower, OnModuleInit {
  constructor(
    private readonly followers: RunFollowers,
    private readonly rounds: RoundsService,
    private readonly rows: RectificationsRepository,
    private readonly writes: RectificationWritesRepository,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.followers.add(this);
  }

  async follow(tx: Transaction, run: StoredRun): Promise<void> {
    const { round, dataSet, editionId } = run;
    const countyId = round.regionId;
    // What inspectors found is followed by itself: it is not what is approved.
    if (run.trial || dataSet.kind === 'verified') return;
    await this.writes.number(tx, countyId, 0);
    const base = await this.rows.findBase(tx, countyId, editionId);
    if (!followsFrom(base, round, await this.rounds.isOfAPart(tx, Scope.ofSystem(), round))) return;
    const followed = { countyId, editionId, evaluationId: run.id, roundId: round.id, dataSetId: dataSet.id };
    // An earlier version of the data, evaluated again, is not what is approved now.
    if (await this.rows.hasNewerData(tx, followed)) return;
    await this.writes.setBase(tx, followed);
    const findings = findingsOf(run.problems(), run.read);
    const known = await this.moveKnown(tx, run, findings);
    const raised = await this.raise(tx, run, findings, known.keys);
    const counts = { raised, ...known.counts };
    await this.audit.append(tx, {
      countyId,
      action: 'rectification.data-followed',
      subject: { kind: 'evaluation', id: run.id },
      details: { roundId: round.id, editionId, ...counts },
    });
  }

  private async moveKnown(
    tx: Transaction,
    { id, round, editionId }: StoredRun,
    findings: Findings,
  ): Promise<{ readonly keys: ReadonlySet<string>; readonly counts: Readonly<Record<string, number>> }> {
    const today = calendarDay(tx.at, round.timeZone);
    const known = await this.rows.holdPlaced(tx, round.regionId, editionId);
    const changed: FollowedRow[] = [];
    const events: RowEvent[] = [];
    for (const row of known) {
      if (row.problemKey === null || row.place === null) continue;
      const { standing, measured } = standsNow(findings, row.problemKey, row.place);
      const lapsed = hasLapsed(row, today);
      const move = moveBy(standing, statusOn(row, today));
      const details = { evaluationId: id, year: round.year, standing, measured };
      if (lapsed) {
        events.push({
          rectificationId: row.id,
          kind: 'exception-lapsed',
          details: { expiresOn: row.exceptionExpiresOn },
        });
      }
      if (move.event !== null) events.push({ rectificationId: row.id, kind: move.event, details });
      const reopened = move.event === 'reopened' || (lapsed && move.status === 'open');
      changed.push({ id: row.id, standing, status: move.status, measured, reopened });
    }
    await this.writes.follow(tx, changed);
    await this.writes.addEvents(tx, events);
    const count = (kind: RowEvent['kind']) => events.filter((event) => event.kind === kind).length;
    return {
      keys: new Set(known.flatMap(({ problemKey }) => problemKey ?? [])),
      counts: { passed: count('passed'), failedAgain: count('failed-again'), reopened: count('reopened') },
    };
  }

  private async raise(
    tx: Transaction,
    { id, round, editionId }: StoredRun,
    findings: Findings,
    known: ReadonlySet<string>,
  ): Promise<number> {
    const fresh = findings.failing.filter(({ key }) => !known.has(key));
    const rows = fresh.map(({ key, place, measured }): NewRow => ({
      kind: place.kind,
      editionId,
      problemKey: key,
      place,
      schoolId: schoolOf(place),
      title: null,
      measured,
      standing: 'failing',
      status: 'open',
      deadline: null,
    }));
    const ids = await this.writes.addRows(tx, round.regionId, rows);
    await this.writes.addSources(
      tx,
      ids.map((rectificationId) => ({
        rectificationId,
        kind: 'evaluation',
        reference: null,
        document: null,
        evaluationId: id,
      })),
    );
    await this.writes.addEvents(
      tx,
      ids.map((rectificationId, index) => ({
        rectificationId,
        kind: 'raised',
        details: { source: 'evaluation', evaluationId: id, year: round.year, measured: rows[index]?.measured ?? null },
      })),
    );
    return ids.length;
  }
}
