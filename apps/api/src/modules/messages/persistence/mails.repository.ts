import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { DueMail, MailSettlement } from '../messages.types.ts';

/** The mails of messages that wait, were sent or failed. Written with a message and by the process that sends them, for no caller. */
@Injectable()
export class MailsRepository {
  /** One for each person with an address who works at a school of the message today. */
  async enqueue(tx: Transaction, messageId: string, today: string): Promise<void> {
    await tx.execute(
      `INSERT INTO mails (message_id, person_id, created_at, next_at)
       SELECT DISTINCT ms.message_id, p.id, $2::timestamptz, $2::timestamptz
         FROM message_schools ms
         JOIN grants g ON g.school_id = ms.school_id AND g.revoked_at IS NULL AND g.valid_from <= $3::date
                      AND (g.valid_to IS NULL OR g.valid_to >= $3::date)
         JOIN people p ON p.id = g.person_id AND p.locked_at IS NULL AND p.email IS NOT NULL
        WHERE ms.message_id = $1`,
      [messageId, tx.at, today],
    );
  }

  /**
   * Those that are due, oldest first. Until `leaseEnds` no other process takes them. Of the message's schools, those where the
   * reader works today and may sign in for: none for whoever lost the role or is locked.
   */
  async claim(tx: Transaction, most: number, leaseEnds: Date, today: string): Promise<readonly DueMail[]> {
    return tx.query<DueMail>(
      `WITH due AS (
         SELECT id FROM mails WHERE state = 'waiting' AND next_at <= $1::timestamptz
          ORDER BY next_at, id LIMIT $2 FOR UPDATE SKIP LOCKED
       ), taken AS (
         UPDATE mails SET next_at = $3::timestamptz, attempts = attempts + 1 FROM due WHERE mails.id = due.id
         RETURNING mails.id, mails.message_id, mails.person_id, mails.attempts
       )
       SELECT taken.id, taken.attempts, p.email, p.language, m.kind, m.text, m.by_name AS by, m.at, g.name AS "countyName",
              g.time_zone AS "timeZone", o.year AS "roundYear", o.kind AS "roundKind",
              ARRAY(SELECT DISTINCT c.name FROM message_schools ms JOIN current_schools c ON c.id = ms.school_id
                      JOIN grants held ON held.school_id = ms.school_id AND held.person_id = taken.person_id
                       AND held.revoked_at IS NULL AND held.valid_from <= $4::date
                       AND (held.valid_to IS NULL OR held.valid_to >= $4::date)
                     WHERE ms.message_id = taken.message_id AND p.locked_at IS NULL ORDER BY c.name) AS schools
         FROM taken
         JOIN people p ON p.id = taken.person_id
         JOIN messages m ON m.id = taken.message_id
         JOIN regions g ON g.id = m.county_id
         LEFT JOIN rounds o ON o.id = m.round_id`,
      [tx.at, most, leaseEnds, today],
    );
  }

  /** Taken and not tried: due at once, for whoever comes next. */
  async release(tx: Transaction, mailIds: readonly string[]): Promise<void> {
    await tx.execute(
      'UPDATE mails SET next_at = $2::timestamptz, attempts = attempts - 1 WHERE id = ANY ($1::uuid[])',
      [mailIds, tx.at],
    );
  }

  async settle(tx: Transaction, mailId: string, settlement: MailSettlement): Promise<void> {
    const { state, problem, detail, nextAt } = settlement;
    await tx.execute(
      `UPDATE mails SET state = $2, problem = $3, detail = $4, next_at = COALESCE($5::timestamptz, next_at),
              settled_at = CASE WHEN $2 = 'waiting' THEN NULL ELSE $6::timestamptz END
        WHERE id = $1`,
      [mailId, state, problem, detail, nextAt, tx.at],
    );
  }
}
