import { Injectable } from '@nestjs/common';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import { Database } from '../../../platform/database/database.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { LetterBefore, LetterChange, ProblemBefore } from '../letters/letter-correction.rules.ts';
import type { LetterCorrectionRecord, LetterParticulars } from '../letters/letters.types.ts';

/** Correcting a feedback letter (反馈意见). */
@Injectable()
export class LetterCorrectionsRepository {
  constructor(private readonly database: Database) {}

  /** Asked only of a letter that was found within scope. Oldest first. */
  async find(letterId: string): Promise<readonly LetterCorrectionRecord[]> {
    return this.database.query<LetterCorrectionRecord>(
      `SELECT c.at, c.by_name AS by, c.reason, c.changes FROM feedback_letter_corrections c WHERE c.letter_id = $1
        ORDER BY c.revision`,
      [letterId],
    );
  }

  /** The letter, locked, with its rows as they are; whoever asks holds the county's ledger and the rows. */
  async hold(tx: Transaction, letterId: string): Promise<LetterBefore | null> {
    const [head] = await tx.query<Omit<LetterBefore, 'problems'>>(
      `SELECT l.revision, l.document, l.issuer, l.addressee, l.dated_on AS "datedOn", l.due_on AS "dueOn"
         FROM feedback_letters l WHERE l.id = $1 FOR UPDATE`,
      [letterId],
    );
    if (head === undefined) return null;
    const problems = await tx.query<ProblemBefore>(
      `SELECT o.id, o.position, o.text, o.deadline, COALESCE((
         SELECT jsonb_agg(jsonb_build_object('id', r.id, 'number', r.number, 'status', r.status, 'title', r.title,
                  'deadline', r.deadline, 'known', f.known, 'otherDeadlines', (
                    SELECT COALESCE(jsonb_agg(d.deadline), '[]') FROM (
                      SELECT p.deadline FROM feedback_letter_rows x JOIN feedback_letter_problems p ON p.id = x.problem_id
                       WHERE x.rectification_id = r.id AND p.letter_id <> l.id
                      UNION ALL
                      SELECT (SELECT s.deadline FROM rectification_states s
                               WHERE s.rectification_id = r.id AND s.at < l.entered_at ORDER BY s.id DESC LIMIT 1) WHERE f.known
                      UNION ALL
                      SELECT (e.details ->> 'deadline')::date FROM rectification_events e
                       WHERE e.rectification_id = r.id AND e.kind = 'source-added' AND e.details ->> 'source' <> 'letter'
                         AND e.at >= l.entered_at
                    ) d WHERE d.deadline IS NOT NULL)) ORDER BY r.number)
           FROM feedback_letter_rows f JOIN rectifications r ON r.id = f.rectification_id WHERE f.problem_id = o.id), '[]') AS rows
         FROM feedback_letter_problems o JOIN feedback_letters l ON l.id = o.letter_id WHERE o.letter_id = $1 ORDER BY o.position`,
      [letterId],
    );
    return { ...head, problems };
  }

  async findRowIds(tx: Transaction, letterId: string): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT DISTINCT f.rectification_id AS id FROM feedback_letter_rows f
         JOIN feedback_letter_problems o ON o.id = f.problem_id WHERE o.letter_id = $1`,
      [letterId],
    );
    return rows.map(({ id }) => id);
  }

  async correct(
    tx: Transaction,
    letterId: string,
    letter: LetterParticulars & { readonly documentKey: string; readonly reason: string },
    problems: readonly {
      readonly id: string;
      readonly text: string;
      readonly textKey: string;
      readonly deadline: string;
    }[],
    changes: readonly LetterChange[],
  ): Promise<void> {
    const [corrected] = await tx.query<{ revision: number }>(
      `UPDATE feedback_letters SET document = $2, document_key = $3, issuer = $4, addressee = $5, dated_on = $6, due_on = $7,
              revision = revision + 1 WHERE id = $1 RETURNING revision`,
      [letterId, letter.document, letter.documentKey, letter.issuer, letter.addressee, letter.datedOn, letter.dueOn],
    );
    await tx.execute(
      `UPDATE feedback_letter_problems o SET text = x.text, text_key = x."textKey", deadline = x.deadline
         FROM jsonb_to_recordset($2::jsonb) AS x (id uuid, text text, "textKey" text, deadline date)
        WHERE o.id = x.id AND o.letter_id = $1`,
      [letterId, JSON.stringify(problems)],
    );
    await tx.execute(
      `INSERT INTO feedback_letter_corrections (letter_id, revision, reason, changes, at, by, by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        letterId,
        corrected?.revision ?? 1,
        letter.reason,
        JSON.stringify(changes),
        tx.at,
        actorPersonId(tx.actor),
        actorName(tx.actor),
      ],
    );
  }

  /** Its rows name the letter by what it is called now. */
  async renameSources(tx: Transaction, rowIds: readonly string[], before: string, after: string): Promise<void> {
    await tx.execute(
      `UPDATE rectification_sources SET document = $3
        WHERE kind = 'letter' AND document = $2 AND rectification_id = ANY ($1::uuid[])`,
      [rowIds, before, after],
    );
  }
}
