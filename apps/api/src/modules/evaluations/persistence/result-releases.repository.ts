import { Injectable } from '@nestjs/common';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { ListedSchoolResult, NewRelease, ReleasedSchoolResult } from '../evaluations.types.ts';
import type { PartOfSchool } from '../school-results.rules.ts';

const listed = `sr.id AS "selfReportId", sr.school_id AS "schoolId", x.content ->> 'schoolName' AS "schoolName",
  r.id AS "roundId", r.kind, r.year, l.released_at AS "releasedAt"`;
const inForce = `self_reports sr
  JOIN rounds r ON r.id = sr.round_id
  JOIN result_releases l ON l.round_id = sr.round_id AND l.withdrawn_at IS NULL
  JOIN released_results x ON x.release_id = l.id AND x.school_id = sr.school_id`;

/** Which runs schools may see, and each school's own part of them. */
@Injectable()
export class ResultReleasesRepository {
  /** Newest first. */
  async findReleased(reader: Reader, scope: Scope): Promise<readonly ListedSchoolResult[]> {
    const p = new SqlParameters();
    return reader.query<ListedSchoolResult>(
      `SELECT ${listed} FROM ${inForce} WHERE ${scope.schools('sr.school_id', p)}
        ORDER BY l.released_at DESC, sr.id LIMIT 200`,
      p.values,
    );
  }

  async findOfReport(reader: Reader, scope: Scope, selfReportId: string): Promise<ReleasedSchoolResult | null> {
    const p = new SqlParameters();
    const rows = await reader.query<ReleasedSchoolResult>(
      `SELECT ${listed}, x.content, x.member_ids AS "memberIds", l.county_verdict AS "countyVerdict",
              l.released_by_name AS "releasedBy", e.id AS "evaluationId", e.data_set_id AS "dataSetId",
              e.edition_id AS "editionId", e.edition_hash AS "editionHash", e.options,
              e.rules_version AS "rulesVersion", e.result_hash AS "resultHash", e.summary, e.ran_at AS "ranAt"
         FROM ${inForce} JOIN evaluation_runs e ON e.id = l.evaluation_id
        WHERE sr.id = ${p.add(selfReportId)} AND ${scope.schools('sr.school_id', p)}`,
      p.values,
    );
    return rows[0] ?? null;
  }

  /** One release of a round at a time. */
  async holdRound(tx: Transaction, scope: Scope, roundId: string): Promise<void> {
    const p = new SqlParameters();
    await tx.query(
      `SELECT r.id FROM rounds r WHERE r.id = ${p.add(roundId)} AND ${scope.regions('r.region_id', p)}
          FOR NO KEY UPDATE`,
      p.values,
    );
  }

  /** Takes back what is released of a round, or only this run of it. @returns how many were in force: none or one */
  async withdraw(tx: Transaction, scope: Scope, roundId: string, evaluationId: string | null): Promise<number> {
    const p = new SqlParameters();
    const rows = await tx.query<{ id: string }>(
      `UPDATE result_releases l
          SET withdrawn_at = ${p.add(tx.at)}::timestamptz, withdrawn_by = ${p.add(actorPersonId(tx.actor))}::uuid,
              withdrawn_by_name = ${p.add(actorName(tx.actor))}::text
        WHERE l.round_id = ${p.add(roundId)} AND l.withdrawn_at IS NULL
          AND (${p.add(evaluationId)}::uuid IS NULL OR l.evaluation_id = ${p.add(evaluationId)}::uuid)
          AND ${scope.regions('l.county_id', p)}
        RETURNING l.id`,
      p.values,
    );
    return rows.length;
  }

  /** The release with the parts of all schools, in one statement. */
  async insert(tx: Transaction, scope: Scope, release: NewRelease, parts: readonly PartOfSchool[]): Promise<number> {
    const p = new SqlParameters();
    const rows = parts.map(({ schoolId, memberIds, content }) => ({
      school_id: schoolId,
      member_ids: memberIds,
      content,
    }));
    const inserted = await tx.query<{ school_id: string }>(
      `WITH released AS (
         INSERT INTO result_releases (county_id, round_id, evaluation_id, county_verdict, released_at, released_by,
                                      released_by_name)
         SELECT g.id, ${p.add(release.roundId)}::uuid, ${p.add(release.evaluationId)}::uuid,
                ${p.add(release.countyVerdict)}::boolean, ${p.add(tx.at)}::timestamptz,
                ${p.add(actorPersonId(tx.actor))}::uuid, ${p.add(actorName(tx.actor))}::text
           FROM regions g WHERE g.id = ${p.add(release.countyId)} AND ${scope.regions('g.id', p)}
         RETURNING id
       )
       INSERT INTO released_results (release_id, school_id, member_ids, content)
       SELECT released.id, x.school_id, x.member_ids, x.content
         FROM released, jsonb_to_recordset(${p.add(JSON.stringify(rows))}::jsonb)
              AS x (school_id uuid, member_ids uuid[], content jsonb)
       RETURNING school_id`,
      p.values,
    );
    return inserted.length;
  }
}
