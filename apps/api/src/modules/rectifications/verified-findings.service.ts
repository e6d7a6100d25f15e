import { Injectable, type OnModuleInit } from '@nestjs/common';
import { problemsOf, type RectificationProblem } from '@junheng/evaluation-core';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { Scope } from '../access/access.scope.ts';
import { DataSetsService } from '../data-sets/data-sets.service.ts';
import { EvaluationsService } from '../evaluations/evaluations.service.ts';
import { RunFollowers, type RunFollower, type StoredRun } from '../evaluations/run-followers.service.ts';
import { RoundsService } from '../rounds/rounds.service.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { RectificationWritesRepository, type FollowedRow } from './persistence/rectification-writes.repository.ts';
import { RectificationsRepository } from './persistence/rectifications.repository.ts';
import { followsFrom } from './rectifications.rules.ts';
import type { FollowedBase, NewRow, RowEvent, RowState } from './rectifications.types.ts';
import { findingsOf, schoolOf, standsNow, type Findings } from './standing.rules.ts';

/**
 * What verified data (核实数据) fail is a finding of the inspection, once for each place: a row of its own, or another source of the row
 * there is. It moves no standing: that is for approved data. See docs/decisions/let-verified-data-find-not-move.md.
 */
@Injectable()
export class VerifiedFindings implements RunFollower, OnModuleInit {
  constructor(
    private readonly followers: RunFollowers,
    private readonly rounds: RoundsService,
    private readonly standards: StandardsService,
    private readonly evaluations: EvaluationsService,
    private readonly dataSets: DataSetsService,
    private readonly rows: RectificationsRepository,
    private readonly writes: RectificationWritesRepository,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.followers.add(this);
  }

  async follow(tx: Transaction, run: StoredRun): Promise<void> {
    const { round, dataSet, editionId } = run;
    if (run.trial || dataSet.kind !== 'verified') return;
    const countyId = round.regionId;
    await this.writes.number(tx, countyId, 0);
    const base = await this.rows.findBase(tx, countyId, editionId);
    if (!followsFrom(base, round, await this.rounds.isOfAPart(tx, Scope.ofSystem(), round))) return;
    const { failing } = findingsOf(run.problems(), run.read);
    const approved = base === null ? null : await this.approved(tx, base);
    const known = new Map(
      (await this.rows.holdPlaced(tx, countyId, editionId)).flatMap((row) =>
        row.problemKey === null ? [] : [[row.problemKey, row] as const],
      ),
    );
    const named: { readonly key: string; readonly id: string; readonly fresh: boolean }[] = [];
    const unnamed: RectificationProblem[] = [];
    const told = await this.writes.findReferences(
      tx,
      'finding',
      failing.map(({ key }) => referenceOf(run, key)),
    );
    for (const problem of failing) {
      const row = known.get(problem.key);
      if (row === undefined) unnamed.push(problem);
      else if (!told.has(referenceOf(run, problem.key))) named.push({ key: problem.key, id: row.id, fresh: false });
    }
    const rows = unnamed.map((problem) => newRow(editionId, problem, approved));
    const ids = await this.writes.addRows(tx, countyId, rows);
    named.push(...unnamed.flatMap(({ key }, at) => ({ key, id: ids[at] ?? '', fresh: true })));
    await this.writes.addSources(
      tx,
      named.map(({ key, id }) => ({
        rectificationId: id,
        kind: 'finding',
        reference: referenceOf(run, key),
        document: dataSet.reason,
        evaluationId: run.id,
      })),
    );
    const again = named.flatMap(({ key, fresh }) => (fresh ? [] : (known.get(key) ?? []))).filter(isClosed);
    await this.writes.follow(
      tx,
      again.map((row) => toVerifyAgain(row, approved)),
    );
    const details = { source: 'finding', document: dataSet.reason, evaluationId: run.id, year: round.year };
    await this.writes.addEvents(tx, [
      ...named.map(({ key, id, fresh }): RowEvent => ({
        rectificationId: id,
        kind: fresh ? 'raised' : 'source-added',
        details: { ...details, measured: failing.find((problem) => problem.key === key)?.measured ?? null },
      })),
      ...again.map(({ id }): RowEvent => ({ rectificationId: id, kind: 'reopened', details })),
    ]);
    await this.audit.append(tx, {
      countyId,
      action: 'rectification.findings-followed',
      subject: { kind: 'evaluation', id: run.id },
      details: { roundId: round.id, editionId, raised: ids.length, reopened: again.length },
    });
  }

  private async approved(tx: Transaction, { evaluationId, dataSetId, editionId }: FollowedBase): Promise<Findings> {
    // The ledger's own base, whoever ran this evaluation.
    const { result } = await this.evaluations.stored(Scope.ofSystem(), evaluationId);
    const { content } = await this.dataSets.content(Scope.ofSystem(), dataSetId, tx);
    return findingsOf(problemsOf(this.standards.inForce(editionId).edition, result), () => ({ result, content }));
  }
}

/** The same place in the same round is found once, however often it is consolidated and evaluated. */
const referenceOf = ({ round }: StoredRun, key: string): string => `verified/${round.id}/${key}`;

const isClosed = ({ status }: RowState): boolean => status === 'closed';

/** It was closed on data that passed; whoever closes it again does so knowing what was found. */
function toVerifyAgain({ id, standing, problemKey, place }: RowState, approved: Findings | null): FollowedRow {
  const stands =
    approved === null || problemKey === null || place === null ? null : standsNow(approved, problemKey, place);
  return { id, standing, status: 'to-verify', measured: stands?.measured ?? null, reopened: true };
}

function newRow(editionId: string, { key, place, measured }: RectificationProblem, approved: Findings | null): NewRow {
  // The row speaks of the approved data, as it will when the next ones are followed; its history says what was found.
  const stands = approved === null ? null : standsNow(approved, key, place);
  const standing = stands?.standing ?? 'none';
  return {
    kind: place.kind,
    editionId,
    problemKey: key,
    place,
    schoolId: schoolOf(place),
    title: null,
    measured: stands === null ? measured : stands.measured,
    standing,
    status: standing === 'passing' ? 'to-verify' : 'open',
    deadline: null,
  };
}
