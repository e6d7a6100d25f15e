import { Injectable } from '@nestjs/common';
import { selfReportStatuses, type LeftOutSchools } from '@junheng/api-contract';
import { actorPersonId } from '../../../platform/database/actor.ts';
import { breaksUnique } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import { roundColumns, roundOf, type RoundRow } from '../joined-round.rules.ts';
import { noCounts } from '../round.presenter.ts';
import { roundExists } from '../rounds.errors.ts';
import type { NewRound, RoundRecord, StatusCounts } from '../rounds.types.ts';

/** A round is visible to whoever reaches its region, and to the schools that take part in it. */
function visible(scope: Scope, parameters: SqlParameters): string {
  return `(${scope.regions('r.region_id', parameters)} OR EXISTS (SELECT 1 FROM round_schools own
    WHERE own.round_id = r.id AND ${scope.schools('own.school_id', parameters)}))`;
}

/** Those a round was not opened for and that have not joined since; schools that closed meanwhile are nobody's lack. */
const LEFT_OUT = `JOIN current_schools c ON c.id = ANY (r.left_out_school_ids) AND c.county_id = r.region_id AND c.closed_on IS NULL`;

@Injectable()
export class RoundsRepository {
  /** Newest first. */
  async findVisible(reader: Reader, scope: Scope): Promise<readonly RoundRecord[]> {
    const parameters = new SqlParameters();
    const rows = await reader.query<RoundRow>(
      `SELECT ${roundColumns} FROM rounds r JOIN regions g ON g.id = r.region_id
        WHERE ${visible(scope, parameters)} ORDER BY r.year DESC, r.opens_on DESC, r.id`,
      parameters.values,
    );
    return rows.map(roundOf);
  }

  async findById(reader: Reader, scope: Scope, roundId: string): Promise<RoundRecord | null> {
    const parameters = new SqlParameters();
    const rows = await reader.query<RoundRow>(
      `SELECT ${roundColumns} FROM rounds r JOIN regions g ON g.id = r.region_id
        WHERE r.id = ${parameters.add(roundId)} AND ${visible(scope, parameters)}`,
      parameters.values,
    );
    const [row] = rows;
    return row === undefined ? null : roundOf(row);
  }

  /** For what belongs to the whole county: a school's own grant does not reach it. */
  async findOfRegionInScope(reader: Reader, scope: Scope, roundId: string): Promise<RoundRecord | null> {
    const parameters = new SqlParameters();
    const rows = await reader.query<RoundRow>(
      `SELECT ${roundColumns} FROM rounds r JOIN regions g ON g.id = r.region_id
        WHERE r.id = ${parameters.add(roundId)} AND ${scope.regions('r.region_id', parameters)}`,
      parameters.values,
    );
    const [row] = rows;
    return row === undefined ? null : roundOf(row);
  }

  /** The county's last round before this year (or the last of this year), whose approved values are shown beside the new ones. */
  async findPrevious(
    reader: Reader,
    scope: Scope,
    wanted: { readonly regionId: string; readonly editionId: string; readonly year: number },
  ): Promise<RoundRecord | null> {
    const parameters = new SqlParameters();
    const rows = await reader.query<RoundRow>(
      `SELECT ${roundColumns} FROM rounds r JOIN regions g ON g.id = r.region_id
        WHERE r.region_id = ${parameters.add(wanted.regionId)} AND r.edition_id = ${parameters.add(wanted.editionId)}
          AND r.year < ${parameters.add(wanted.year)} AND ${scope.regions('r.region_id', parameters)}
        ORDER BY r.year DESC, r.opens_on DESC, r.id LIMIT 1`,
      parameters.values,
    );
    const [row] = rows;
    return row === undefined ? null : roundOf(row);
  }

  /** How many reports are in which status, of those in scope, by round. */
  async countByStatus(
    reader: Reader,
    scope: Scope,
    roundIds: readonly string[],
  ): Promise<ReadonlyMap<string, StatusCounts>> {
    const parameters = new SqlParameters();
    const rows = await reader.query<{ round_id: string; status: string; count: number }>(
      `SELECT sr.round_id, sr.status, count(*)::int AS count FROM self_reports sr
        WHERE sr.round_id = ANY (${parameters.add(roundIds)}::uuid[]) AND ${scope.schools('sr.school_id', parameters)}
        GROUP BY sr.round_id, sr.status`,
      parameters.values,
    );
    const counts = new Map<string, StatusCounts>(roundIds.map((id) => [id, noCounts()]));
    for (const row of rows) {
      const status = selfReportStatuses.find((known) => known === row.status);
      const ofRound = counts.get(row.round_id);
      if (status !== undefined && ofRound !== undefined) ofRound[status] = row.count;
    }
    return counts;
  }

  /** @throws round.exists for a second regular round of a year */
  async insert(tx: Transaction, scope: Scope, round: NewRound): Promise<string | null> {
    const parameters = new SqlParameters();
    try {
      const rows = await tx.query<{ id: string }>(
        `INSERT INTO rounds (region_id, kind, year, edition_id, edition_hash, opens_on, deadline, one_person_may_submit,
                             review_levels, returns_to, two_person_review, previous_round_id, created_at, created_by)
         SELECT g.id, ${parameters.add(round.kind)}, ${parameters.add(round.year)}, ${parameters.add(round.editionId)},
                ${parameters.add(round.editionHash)}, ${parameters.add(round.opensOn)}, ${parameters.add(round.deadline)},
                ${parameters.add(round.onePersonMaySubmit)}, ${parameters.add(round.reviewLevels ?? ['county'])}::text[],
                ${parameters.add(round.returnsTo ?? 'school')}, ${parameters.add(round.twoPersonReview ?? false)},
                ${parameters.add(round.previousRoundId)},
                ${parameters.add(tx.at)}, ${parameters.add(actorPersonId(tx.actor))}
           FROM regions g WHERE g.id = ${parameters.add(round.regionId)} AND ${scope.regions('g.id', parameters)}
         RETURNING id`,
        parameters.values,
      );
      return rows[0]?.id ?? null;
    } catch (error) {
      if (breaksUnique(error, 'rounds_one_a_year_key')) throw roundExists({ kind: round.kind, year: round.year });
      throw error;
    }
  }

  async insertSchools(tx: Transaction, scope: Scope, roundId: string, schoolIds: readonly string[]): Promise<void> {
    const parameters = new SqlParameters();
    await tx.execute(
      `INSERT INTO round_schools (round_id, school_id)
       SELECT ${parameters.add(roundId)}::uuid, id FROM unnest(${parameters.add(schoolIds)}::uuid[]) AS wanted (id)
        WHERE ${scope.schools('wanted.id', parameters)}`,
      parameters.values,
    );
  }

  /** Which schools of the county a round was not opened for. */
  async leaveOut(tx: Transaction, scope: Scope, roundId: string, schoolIds: readonly string[]): Promise<void> {
    const p = new SqlParameters();
    await tx.execute(
      `UPDATE rounds r SET left_out_school_ids = ${p.add(schoolIds)}::uuid[]
        WHERE r.id = ${p.add(roundId)} AND ${scope.regions('r.region_id', p)}`,
      p.values,
    );
  }

  /** How many open schools each round leaves out; a round that leaves out none is not among them. */
  async countLeftOut(reader: Reader, scope: Scope, roundIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const p = new SqlParameters();
    const rows = await reader.query<{ id: string; count: number }>(
      `SELECT r.id, count(*)::int AS count FROM rounds r
         ${LEFT_OUT}
        WHERE r.id = ANY (${p.add(roundIds)}::uuid[]) AND ${visible(scope, p)}
        GROUP BY r.id`,
      p.values,
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  async findLeftOut(reader: Reader, scope: Scope, roundId: string): Promise<readonly string[]> {
    const p = new SqlParameters();
    const rows = await reader.query<{ id: string }>(
      `SELECT c.id FROM rounds r
         ${LEFT_OUT}
        WHERE r.id = ${p.add(roundId)} AND ${scope.regions('r.region_id', p)}`,
      p.values,
    );
    return rows.map(({ id }) => id);
  }

  /** The same with what is said of them, by town and name. */
  async describeLeftOut(reader: Reader, scope: Scope, roundId: string): Promise<LeftOutSchools['schools']> {
    const p = new SqlParameters();
    return [
      ...(await reader.query<LeftOutSchools['schools'][number]>(
        `SELECT c.id, c.name, c.type, c.town_name AS "townName" FROM rounds r
           ${LEFT_OUT}
          WHERE r.id = ${p.add(roundId)} AND ${scope.regions('r.region_id', p)} AND ${scope.schools('c.id', p)}
          ORDER BY c.town_name NULLS FIRST, c.name, c.id`,
        p.values,
      )),
    ];
  }

  /** One more school, which is not left out any more. @returns false where it is in the round already or not in scope */
  async joinSchool(tx: Transaction, scope: Scope, roundId: string, schoolId: string): Promise<boolean> {
    const p = new SqlParameters();
    const id = `${p.add(schoolId)}::uuid`;
    const round = `${p.add(roundId)}::uuid`;
    const rows = await tx.query<{ school_id: string }>(
      `WITH joined AS (
         INSERT INTO round_schools (round_id, school_id) SELECT ${round}, ${id} WHERE ${scope.schools(id, p)}
         ON CONFLICT DO NOTHING RETURNING school_id
       ), round AS (
         UPDATE rounds SET left_out_school_ids = array_remove(left_out_school_ids, joined.school_id)
           FROM joined WHERE rounds.id = ${round} AND joined.school_id = ANY (left_out_school_ids)
       )
       SELECT school_id FROM joined`,
      p.values,
    );
    return rows.length === 1;
  }

  /** @returns false where the school is not in the round or not in scope */
  async extend(
    tx: Transaction,
    scope: Scope,
    extension: {
      readonly roundId: string;
      readonly schoolId: string;
      readonly deadline: string;
      readonly reason: string;
    },
  ): Promise<boolean> {
    const parameters = new SqlParameters();
    const touched = await tx.execute(
      `UPDATE round_schools rs SET extended_to = ${parameters.add(extension.deadline)},
              extension_reason = ${parameters.add(extension.reason)}, extended_at = ${parameters.add(tx.at)},
              extended_by = ${parameters.add(actorPersonId(tx.actor))}
        WHERE rs.round_id = ${parameters.add(extension.roundId)} AND rs.school_id = ${parameters.add(extension.schoolId)}
          AND ${scope.schools('rs.school_id', parameters)}`,
      parameters.values,
    );
    return touched === 1;
  }
}
