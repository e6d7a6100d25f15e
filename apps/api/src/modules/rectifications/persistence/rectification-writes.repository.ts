import { Injectable } from '@nestjs/common';
import type { MeasuredNumber } from '@junheng/evaluation-core';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import type {
  DocumentFinding,
  FollowedBase,
  NewRow,
  NewSource,
  RectificationStanding,
  RectificationStatus,
  RowEvent,
  RowState,
} from '../rectifications.types.ts';

/** A row after an evaluation was followed. */
export interface FollowedRow {
  readonly id: string;
  readonly standing: RectificationStanding;
  readonly status: RectificationStatus;
  readonly measured: MeasuredNumber | null;
  readonly reopened: boolean;
}

/** Keeps what an update makes of each row, where that is something else than before. */
function keptStates(update: string, at: string): string {
  const state = (row: 'old' | 'new') => `(${row}.status, ${row}.deadline, ${row}.exception_expires_on)`;
  return `WITH changed AS (${update}
      RETURNING new.id, new.status, new.deadline, new.exception_expires_on, ${state('old')} IS DISTINCT FROM ${state('new')} AS moved)
    INSERT INTO rectification_states (rectification_id, at, status, deadline, exception_expires_on)
    SELECT id, ${at}::timestamptz, status, deadline, exception_expires_on FROM changed WHERE moved`;
}

/** Writing the ledger. Rows are numbered and found again under the lock of their county's ledger. */
@Injectable()
export class RectificationWritesRepository {
  /** Locks the county's ledger until the transaction ends, and gives so many new numbers: the last of them. */
  async number(tx: Transaction, countyId: string, rows: number): Promise<number> {
    const [ledger] = await tx.query<{ last: number }>(
      `INSERT INTO rectification_ledgers (county_id, last_number) VALUES ($1, $2)
       ON CONFLICT (county_id) DO UPDATE SET last_number = rectification_ledgers.last_number + EXCLUDED.last_number
       RETURNING last_number AS last`,
      [countyId, rows],
    );
    return ledger?.last ?? rows;
  }

  /** @returns their ids, in the order given */
  async addRows(tx: Transaction, countyId: string, rows: readonly NewRow[]): Promise<readonly string[]> {
    if (rows.length === 0) return [];
    const first = (await this.number(tx, countyId, rows.length)) - rows.length + 1;
    const added = await tx.query<{ id: string; number: number }>(
      `WITH added AS (INSERT INTO rectifications (county_id, number, kind, edition_id, problem_key, place, school_id, title, measured, standing,
         status, deadline, raised_at)
       SELECT $1::uuid, x.number, x.kind, x."editionId", x."problemKey", x.place, x."schoolId", x.title, x.measured, x.standing,
              x.status, x.deadline, $2::timestamptz
         FROM jsonb_to_recordset($3::jsonb) AS x (number integer, kind text, "editionId" text, "problemKey" text, place jsonb,
           "schoolId" uuid, title text, measured jsonb, standing text, status text, deadline date)
       RETURNING id, number, status, deadline
       ), kept AS (
         INSERT INTO rectification_states (rectification_id, at, status, deadline)
         SELECT id, $2::timestamptz, status, deadline FROM added ORDER BY number
       )
       SELECT id, number FROM added`,
      [countyId, tx.at, JSON.stringify(rows.map((row, index) => ({ ...row, number: first + index })))],
    );
    return added.sort((a, b) => a.number - b.number).map(({ id }) => id);
  }

  async addSources(
    tx: Transaction,
    sources: readonly (NewSource & { readonly rectificationId: string })[],
  ): Promise<void> {
    if (sources.length === 0) return;
    await tx.execute(
      `INSERT INTO rectification_sources (rectification_id, kind, reference, document, evaluation_id, named_at)
       SELECT x."rectificationId", x.kind, x.reference, x.document, x."evaluationId", $2::timestamptz
         FROM jsonb_to_recordset($1::jsonb) AS x ("rectificationId" uuid, kind text, reference text, document text,
           "evaluationId" uuid)`,
      [JSON.stringify(sources), tx.at],
    );
  }

  async addEvents(tx: Transaction, events: readonly RowEvent[]): Promise<void> {
    if (events.length === 0) return;
    await tx.execute(
      `INSERT INTO rectification_events (rectification_id, kind, details, at, by, by_name)
       SELECT x."rectificationId", x.kind, x.details, $2::timestamptz, $3::uuid, $4::text
         FROM jsonb_to_recordset($1::jsonb) AS x ("rectificationId" uuid, kind text, details jsonb)`,
      [JSON.stringify(events), tx.at, actorPersonId(tx.actor), actorName(tx.actor)],
    );
  }

  /** What an exception, a closing or a report said does not outlive the state it led to. */
  async follow(tx: Transaction, rows: readonly FollowedRow[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.execute(
      keptStates(
        `UPDATE rectifications r SET standing = x.standing, status = x.status, measured = x.measured,
              reopened = r.reopened + x.reopened::int, deadline = CASE WHEN x.reopened THEN NULL ELSE r.deadline END,
              reported_at = CASE WHEN x.status = 'open' THEN NULL ELSE r.reported_at END,
              reported_by = CASE WHEN x.status = 'open' THEN NULL ELSE r.reported_by END,
              closed_at = CASE WHEN x.status = 'closed' THEN r.closed_at END,
              closed_by = CASE WHEN x.status = 'closed' THEN r.closed_by END,
              closed_by_name = CASE WHEN x.status = 'closed' THEN r.closed_by_name END,
              closing_note = CASE WHEN x.status = 'closed' THEN r.closing_note END
         FROM jsonb_to_recordset($1::jsonb) AS x (id uuid, standing text, status text, measured jsonb, reopened boolean)
        WHERE r.id = x.id`,
        '$2',
      ),
      [JSON.stringify(rows), tx.at],
    );
  }

  async setBase(tx: Transaction, base: Omit<FollowedBase, 'frozenAt' | 'year' | 'opensOn'>): Promise<void> {
    await tx.execute(
      `INSERT INTO rectification_bases (county_id, edition_id, evaluation_id, round_id, data_set_id) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (county_id, edition_id)
       DO UPDATE SET evaluation_id = EXCLUDED.evaluation_id, round_id = EXCLUDED.round_id, data_set_id = EXCLUDED.data_set_id`,
      [base.countyId, base.editionId, base.evaluationId, base.roundId, base.dataSetId],
    );
  }

  async findByReference(reader: Reader, kind: string, reference: string): Promise<string | null> {
    const rows = await reader.query<{ id: string }>(
      'SELECT rectification_id AS id FROM rectification_sources WHERE kind = $1 AND reference = $2',
      [kind, reference],
    );
    return rows[0]?.id ?? null;
  }

  /** Which of these references have a row already. */
  async findReferences(reader: Reader, kind: string, references: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await reader.query<{ reference: string }>(
      'SELECT reference FROM rectification_sources WHERE kind = $1 AND reference = ANY ($2::text[])',
      [kind, references],
    );
    return new Set(rows.map(({ reference }) => reference));
  }

  /**
   * A row still being put right that was raised in the same words, about the same, at the same school; none that the same document
   * names already: what it lists apart are several problems.
   */
  async findByWords(
    reader: Reader,
    wanted: { readonly countyId: string; readonly schoolId: string; readonly title: string } & Pick<
      DocumentFinding,
      'about' | 'sameDocument'
    >,
  ): Promise<Pick<RowState, 'id' | 'status'> | null> {
    const rows = await reader.query<Pick<RowState, 'id' | 'status'>>(
      `SELECT r.id, r.status FROM rectifications r
        WHERE r.county_id = $1 AND r.school_id = $2 AND r.title = $3 AND r.problem_key IS NULL AND r.status <> 'closed'
          AND EXISTS (SELECT FROM rectification_events e WHERE e.rectification_id = r.id AND e.kind = 'raised'
            AND e.details ->> 'about' IS NOT DISTINCT FROM $4)
          AND NOT EXISTS (SELECT FROM rectification_sources s, unnest($5::text[]) AS own (beginning)
            WHERE s.rectification_id = r.id AND s.kind = 'finding' AND starts_with(s.reference, own.beginning))
        ORDER BY r.number LIMIT 1`,
      [wanted.countyId, wanted.schoolId, wanted.title, wanted.about, wanted.sameDocument],
    );
    return rows[0] ?? null;
  }

  async findByProblem(
    reader: Reader,
    problem: { readonly countyId: string; readonly editionId: string; readonly problemKey: string },
  ): Promise<Pick<RowState, 'id'> | null> {
    const rows = await reader.query<Pick<RowState, 'id'>>(
      'SELECT id FROM rectifications WHERE county_id = $1 AND edition_id = $2 AND problem_key = $3',
      [problem.countyId, problem.editionId, problem.problemKey],
    );
    return rows[0] ?? null;
  }

  async assign(
    tx: Transaction,
    rows: readonly {
      readonly id: string;
      readonly unitId: string | null;
      readonly responsibleSchoolId: string | null;
    }[],
    who: { readonly personId: string | null; readonly personName: string | null; readonly deadline: string },
  ): Promise<void> {
    await tx.execute(
      keptStates(
        `UPDATE rectifications r SET unit_id = x."unitId", responsible_school_id = x."responsibleSchoolId", person_id = $2,
                person_name = $3, deadline = $4
           FROM jsonb_to_recordset($1::jsonb) AS x (id uuid, "unitId" uuid, "responsibleSchoolId" uuid) WHERE r.id = x.id`,
        '$5',
      ),
      [JSON.stringify(rows), who.personId, who.personName, who.deadline, tx.at],
    );
  }

  /** A letter or a finding never gives a row more time than it has. */
  async bringForward(
    tx: Transaction,
    rows: readonly { readonly id: string; readonly deadline: string }[],
  ): Promise<void> {
    if (rows.length === 0) return;
    await tx.execute(
      keptStates(
        `UPDATE rectifications r SET deadline = LEAST(r.deadline, x.deadline)
           FROM jsonb_to_recordset($1::jsonb) AS x (id uuid, deadline date) WHERE r.id = x.id`,
        '$2',
      ),
      [JSON.stringify(rows), tx.at],
    );
  }

  /** Words and deadlines that a letter says otherwise now. */
  async correct(
    tx: Transaction,
    rows: readonly { readonly id: string; readonly title: string | null; readonly deadline: string | null }[],
  ): Promise<void> {
    if (rows.length === 0) return;
    await tx.execute(
      keptStates(
        `UPDATE rectifications r SET title = x.title, deadline = x.deadline
           FROM jsonb_to_recordset($1::jsonb) AS x (id uuid, title text, deadline date) WHERE r.id = x.id`,
        '$2',
      ),
      [JSON.stringify(rows.map(({ id, title, deadline }) => ({ id, title, deadline }))), tx.at],
    );
  }

  async report(tx: Transaction, id: string): Promise<void> {
    await tx.execute(
      keptStates(
        `UPDATE rectifications SET status = 'to-verify', reported_at = $2, reported_by = $3 WHERE id = $1`,
        '$2',
      ),
      [id, tx.at, actorPersonId(tx.actor)],
    );
  }

  async reopen(tx: Transaction, id: string): Promise<void> {
    await tx.execute(
      keptStates(
        `UPDATE rectifications SET status = 'open', reported_at = NULL, reported_by = NULL WHERE id = $1`,
        '$2',
      ),
      [id, tx.at],
    );
  }

  async close(tx: Transaction, id: string, note: string | null): Promise<void> {
    await tx.execute(
      keptStates(
        `UPDATE rectifications SET status = 'closed', closed_at = $2, closed_by = $3, closed_by_name = $4, closing_note = $5
          WHERE id = $1`,
        '$2',
      ),
      [id, tx.at, actorPersonId(tx.actor), actorName(tx.actor), note],
    );
  }

  async except(tx: Transaction, id: string, reason: string, expiresOn: string): Promise<void> {
    await tx.execute(
      keptStates(
        `UPDATE rectifications SET status = 'excepted', exception_reason = $2, exception_expires_on = $3, excepted_at = $4,
                excepted_by = $5, excepted_by_name = $6 WHERE id = $1`,
        '$4',
      ),
      [id, reason, expiresOn, tx.at, actorPersonId(tx.actor), actorName(tx.actor)],
    );
  }
}
