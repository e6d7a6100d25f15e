import { Injectable } from '@nestjs/common';
import type { Role } from '@junheng/api-contract';
import { actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';

export interface ReviewSubject {
  readonly kind: 'town' | 'type' | 'grouping' | 'section';
  readonly subject: string;
}

export interface ReviewAssignment extends ReviewSubject {
  readonly id: string;
  readonly personId: string;
  readonly displayName: string;
}

export interface Reviewer {
  readonly personId: string;
  readonly displayName: string;
}

/** Who may be given something to review: those who decide at a level, and the officers of the sections. */
const reviewingRoles: readonly Role[] = [
  'county-administrator',
  'section-officer',
  'city-reviewer',
  'province-reviewer',
];

@Injectable()
export class ReviewAssignmentsRepository {
  async findInRound(reader: Reader, scope: Scope, roundId: string): Promise<readonly ReviewAssignment[]> {
    const p = new SqlParameters();
    return reader.query<ReviewAssignment>(
      `SELECT a.id, a.person_id AS "personId", p.display_name AS "displayName", a.kind, a.subject
         FROM review_assignments a JOIN people p ON p.id = a.person_id JOIN rounds r ON r.id = a.round_id
        WHERE a.round_id = ${p.add(roundId)} AND ${scope.regions('r.region_id', p)}
        ORDER BY p.display_name, a.person_id, a.kind, a.subject`,
      p.values,
    );
  }

  /** People whose role reaches the county on that day. @param day `YYYY-MM-DD` */
  async findReviewers(reader: Reader, scope: Scope, countyId: string, day: string): Promise<readonly Reviewer[]> {
    const p = new SqlParameters();
    return reader.query<Reviewer>(
      `SELECT DISTINCT p.id AS "personId", p.display_name AS "displayName"
         FROM regions county
         JOIN regions place ON starts_with(county.path, place.path)
         LEFT JOIN units u ON u.region_id = place.id
         JOIN grants g ON g.region_id = place.id OR g.unit_id = u.id
         JOIN people p ON p.id = g.person_id
        WHERE county.id = ${p.add(countyId)} AND ${scope.regions('county.id', p)}
          AND g.role = ANY (${p.add(reviewingRoles)}::text[]) AND g.revoked_at IS NULL AND p.locked_at IS NULL
          AND g.valid_from <= ${p.add(day)}::date AND (g.valid_to IS NULL OR g.valid_to >= ${p.add(day)}::date)
        ORDER BY "displayName", "personId"`,
      p.values,
    );
  }

  /** All that one person has in a round, replaced. @returns false where the round is not in scope */
  async replace(
    tx: Transaction,
    scope: Scope,
    wanted: { readonly roundId: string; readonly personId: string; readonly subjects: readonly ReviewSubject[] },
  ): Promise<void> {
    const p = new SqlParameters();
    const round = `SELECT r.id FROM rounds r WHERE r.id = ${p.add(wanted.roundId)} AND ${scope.regions('r.region_id', p)}`;
    const person = `${p.add(wanted.personId)}::uuid`;
    const subjects = `${p.add(JSON.stringify(wanted.subjects))}::jsonb`;
    await tx.execute(
      `WITH round AS (${round}), gone AS (
         DELETE FROM review_assignments a USING round
          WHERE a.round_id = round.id AND a.person_id = ${person}
            AND NOT EXISTS (SELECT FROM jsonb_to_recordset(${subjects}) AS x (kind text, subject text)
                             WHERE x.kind = a.kind AND x.subject = a.subject))
       INSERT INTO review_assignments (round_id, person_id, kind, subject, assigned_at, assigned_by)
       SELECT round.id, ${person}, x.kind, x.subject, ${p.add(tx.at)}::timestamptz, ${p.add(actorPersonId(tx.actor))}::uuid
         FROM round, jsonb_to_recordset(${subjects}) AS x (kind text, subject text)
       ON CONFLICT ON CONSTRAINT review_assignments_key DO NOTHING`,
      p.values,
    );
  }
}
