import { Injectable } from '@nestjs/common';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import { Database } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { KnownRow, LetterParticulars, LetterRecord, ListedLetterRecord } from '../letters/letters.types.ts';
import type { LedgerRow } from '../rectifications.types.ts';
import { ROW, wholeLedgers } from './rectification.sql.ts';

const LETTER = `l.id, l.document, l.issuer, l.addressee, l.dated_on AS "datedOn", l.due_on AS "dueOn",
  l.entered_at AS "enteredAt", l.entered_by_name AS "enteredByName", l.revision,
  jsonb_build_object('id', c.id, 'name', c.name) AS county`;

/** A problem of a letter with one of its rows. */
export interface LetterRow {
  readonly problemId: string;
  readonly known: boolean;
  readonly row: LedgerRow;
}

export interface NewLetterProblem {
  readonly text: string;
  readonly textKey: string;
  readonly deadline: string;
  readonly rows: readonly { readonly id: string; readonly known: boolean }[];
}

/** Feedback letters (反馈意见) and which rows their problems became. Whoever may see them sees the county's whole ledger. */
@Injectable()
export class FeedbackLettersRepository {
  constructor(private readonly database: Database) {}

  /** Newest first. @param today an exception that lapsed before is an open row */
  async findVisible(scope: Scope, countyId: string | undefined, today: string): Promise<readonly ListedLetterRecord[]> {
    const p = new SqlParameters();
    const day = `${p.add(today)}::date`;
    const county = countyId === undefined ? '' : `AND l.county_id = ${p.add(countyId)}`;
    return this.database.query<ListedLetterRecord>(
      `SELECT ${LETTER}, (SELECT count(*)::int FROM feedback_letter_problems o WHERE o.letter_id = l.id) AS problems, n.*
         FROM feedback_letters l JOIN regions c ON c.id = l.county_id
        CROSS JOIN LATERAL (
          SELECT count(*)::int AS total, count(*) FILTER (WHERE r.status = 'closed')::int AS closed,
                 count(*) FILTER (WHERE r.deadline < ${day} AND (r.status = 'open'
                   OR (r.status = 'excepted' AND r.exception_expires_on < ${day})))::int AS overdue,
                 count(*) FILTER (WHERE r.status <> 'closed' AND NOT EXISTS (
                   SELECT FROM rectification_measure_rows x JOIN rectification_measures m ON m.id = x.measure_id
                    WHERE x.rectification_id = r.id AND m.removed_at IS NULL))::int AS "withoutMeasure"
            FROM rectifications r WHERE r.id IN (SELECT x.rectification_id FROM feedback_letter_rows x
              JOIN feedback_letter_problems o ON o.id = x.problem_id WHERE o.letter_id = l.id)) n
        WHERE ${wholeLedgers(scope, p, 'l.county_id')} ${county}
        ORDER BY l.dated_on DESC, l.entered_at DESC LIMIT 500`,
      p.values,
    );
  }

  async find(scope: Scope, letterId: string, reader: Reader = this.database): Promise<LetterRecord | null> {
    const p = new SqlParameters();
    const rows = await reader.query<LetterRecord>(
      `SELECT ${LETTER} FROM feedback_letters l JOIN regions c ON c.id = l.county_id
        WHERE l.id = ${p.add(letterId)} AND ${wholeLedgers(scope, p, 'l.county_id')}`,
      p.values,
    );
    return rows[0] ?? null;
  }

  /** Asked only of a letter that was found within scope. In the letter's order. */
  async findProblems(
    letterId: string,
  ): Promise<readonly { readonly id: string; readonly text: string; readonly deadline: string }[]> {
    return this.database.query(
      'SELECT o.id, o.text, o.deadline FROM feedback_letter_problems o WHERE o.letter_id = $1 ORDER BY o.position',
      [letterId],
    );
  }

  /** Asked only of a letter that was found within scope. By number. */
  async findRows(letterId: string): Promise<readonly LetterRow[]> {
    const rows = await this.database.query<LedgerRow & { readonly problemId: string; readonly known: boolean }>(
      `SELECT ${ROW}, f.problem_id AS "problemId", f.known FROM feedback_letter_rows f
         JOIN feedback_letter_problems o ON o.id = f.problem_id AND o.letter_id = $1
         JOIN rectifications r ON r.id = f.rectification_id JOIN regions g ON g.id = r.county_id
        ORDER BY o.position, r.number`,
      [letterId],
    );
    return rows.map(({ problemId, known, ...row }) => ({ problemId, known, row }));
  }

  /** Every 文号 of a county. */
  async findDocuments(
    reader: Reader,
    countyId: string,
  ): Promise<
    readonly { readonly id: string; readonly document: string; readonly key: string; readonly enteredAt: Date }[]
  > {
    return reader.query(
      'SELECT l.id, l.document, l.document_key AS key, l.entered_at AS "enteredAt" FROM feedback_letters l WHERE l.county_id = $1',
      [countyId],
    );
  }

  /** The county's whole ledger, as far as a letter has to recognise its rows. */
  async findKnownRows(reader: Reader, countyId: string): Promise<readonly KnownRow[]> {
    return reader.query<KnownRow>(
      `SELECT r.id, r.number, r.status, r.title, r.place IS NULL AS worded, r.school_id AS "schoolId"
         FROM rectifications r WHERE r.county_id = $1
        ORDER BY r.number`,
      [countyId],
    );
  }

  async add(
    tx: Transaction,
    letter: LetterParticulars & { readonly countyId: string; readonly documentKey: string },
    problems: readonly NewLetterProblem[],
  ): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO feedback_letters (county_id, document, document_key, issuer, addressee, dated_on, due_on, entered_at,
         entered_by, entered_by_name) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
      [
        letter.countyId,
        letter.document,
        letter.documentKey,
        letter.issuer,
        letter.addressee,
        letter.datedOn,
        letter.dueOn,
        tx.at,
        actorPersonId(tx.actor),
        actorName(tx.actor),
      ],
    );
    const id = row?.id ?? '';
    const added = await tx.query<{ id: string; position: number }>(
      `INSERT INTO feedback_letter_problems (letter_id, position, text, text_key, deadline)
       SELECT $1::uuid, x.position, x.text, x."textKey", x.deadline
         FROM jsonb_to_recordset($2::jsonb) AS x (position integer, text text, "textKey" text, deadline date)
       RETURNING id, position`,
      [id, JSON.stringify(problems.map(({ rows: _rows, ...problem }, index) => ({ ...problem, position: index + 1 })))],
    );
    const byPosition = new Map(added.map((each) => [each.position, each.id]));
    const rows = problems.flatMap((problem, index) =>
      problem.rows.map(({ id: rowId, known }) => ({ problemId: byPosition.get(index + 1), rowId, known })),
    );
    await tx.execute(
      `INSERT INTO feedback_letter_rows (problem_id, rectification_id, known, measured, standing, year)
       SELECT x."problemId", x."rowId", x.known, r.measured, r.standing, o.year
         FROM jsonb_to_recordset($1::jsonb) AS x ("problemId" uuid, "rowId" uuid, known boolean)
         JOIN rectifications r ON r.id = x."rowId"
         LEFT JOIN rectification_bases b ON b.county_id = r.county_id AND b.edition_id = r.edition_id
         LEFT JOIN rounds o ON o.id = b.round_id`,
      [JSON.stringify(rows)],
    );
    return id;
  }
}
