import { Injectable } from '@nestjs/common';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { NewMessage, OwnMessage, SentMessage } from '../messages.types.ts';

const MOST = 50;

/** Messages to schools and who has read them. */
@Injectable()
export class MessagesRepository {
  /** @returns null where no school of it is in scope */
  async insert(tx: Transaction, scope: Scope, message: NewMessage): Promise<string | null> {
    const p = new SqlParameters();
    const rows = await tx.query<{ id: string }>(
      `WITH allowed AS (
         SELECT DISTINCT wanted.id FROM unnest(${p.add(message.schoolIds)}::uuid[]) AS wanted (id) WHERE ${scope.schools('wanted.id', p)}
       ), message AS (
         INSERT INTO messages (county_id, round_id, kind, text, at, by_person_id, by_name)
         SELECT ${p.add(message.countyId)}::uuid, ${p.add(message.roundId)}::uuid, ${p.add(message.kind)}::text,
                ${p.add(message.text)}::text, ${p.add(tx.at)}::timestamptz, ${p.add(actorPersonId(tx.actor))}::uuid,
                ${p.add(actorName(tx.actor))}::text
          WHERE EXISTS (SELECT FROM allowed)
         RETURNING id
       ), schools AS (
         INSERT INTO message_schools (message_id, school_id) SELECT message.id, allowed.id FROM message, allowed
       )
       SELECT id FROM message`,
      p.values,
    );
    return rows[0]?.id ?? null;
  }

  async findSent(reader: Reader, scope: Scope, roundId: string): Promise<readonly SentMessage[]> {
    const p = new SqlParameters();
    return reader.query<SentMessage>(
      `SELECT m.id, m.kind, m.text, m.at, m.by_name AS by,
              (SELECT count(*)::int FROM message_schools s WHERE s.message_id = m.id) AS schools,
              (SELECT count(DISTINCT r.school_id)::int FROM message_reads r WHERE r.message_id = m.id) AS "readBy",
              (SELECT jsonb_build_object(
                 'waiting', count(*) FILTER (WHERE x.state = 'waiting'), 'sent', count(*) FILTER (WHERE x.state = 'sent'),
                 'failed', count(*) FILTER (WHERE x.state = 'failed'),
                 'troubles', COALESCE((SELECT jsonb_agg(t) FROM (
                    SELECT p.display_name AS name, y.state, y.problem, y.detail
                      FROM mails y JOIN people p ON p.id = y.person_id
                     WHERE y.message_id = m.id AND y.problem IS NOT NULL AND y.state <> 'sent'
                     ORDER BY p.display_name, y.id LIMIT ${MOST}) t), '[]'))
                 FROM mails x WHERE x.message_id = m.id HAVING count(*) > 0) AS mail
         FROM messages m
        WHERE m.round_id = ${p.add(roundId)} AND ${scope.regions('m.county_id', p)}
        ORDER BY m.at DESC, m.id LIMIT ${MOST}`,
      p.values,
    );
  }

  async findOfSchools(reader: Reader, scope: Scope, personId: string): Promise<readonly OwnMessage[]> {
    const p = new SqlParameters();
    return reader.query<OwnMessage>(
      `SELECT m.id, ms.school_id AS "schoolId", c.name AS "schoolName", m.kind, m.text, m.at, m.by_name AS by, r.at AS "readAt",
              CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('id', o.id, 'year', o.year, 'kind', o.kind) END AS round
         FROM message_schools ms
         JOIN messages m ON m.id = ms.message_id
         JOIN current_schools c ON c.id = ms.school_id
         LEFT JOIN rounds o ON o.id = m.round_id
         LEFT JOIN message_reads r
           ON r.message_id = ms.message_id AND r.school_id = ms.school_id AND r.person_id = ${p.add(personId)}::uuid
        WHERE ${scope.schools('ms.school_id', p)}
        ORDER BY m.at DESC, m.id, ms.school_id LIMIT ${MOST}`,
      p.values,
    );
  }

  /** @returns the schools of a message in scope, with the county it was sent in; reading twice keeps the first time */
  async markRead(
    tx: Transaction,
    scope: Scope,
    messageId: string,
    personId: string,
  ): Promise<readonly { readonly schoolId: string; readonly countyId: string; readonly first: boolean }[]> {
    const p = new SqlParameters();
    return tx.query(
      `WITH own AS (
         SELECT ms.message_id, ms.school_id, m.county_id FROM message_schools ms JOIN messages m ON m.id = ms.message_id
          WHERE ms.message_id = ${p.add(messageId)} AND ${scope.schools('ms.school_id', p)}
       ), read AS (
         INSERT INTO message_reads (message_id, school_id, person_id, at)
         SELECT own.message_id, own.school_id, ${p.add(personId)}::uuid, ${p.add(tx.at)}::timestamptz FROM own
         ON CONFLICT DO NOTHING RETURNING school_id
       )
       SELECT own.school_id AS "schoolId", own.county_id AS "countyId", read.school_id IS NOT NULL AS first
         FROM own LEFT JOIN read USING (school_id) ORDER BY own.school_id`,
      p.values,
    );
  }
}
