import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.ts';
import { referrersOf, type Referrer } from '../../../platform/database/referrers.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { SchoolRelations, SchoolVersion } from '../organisations.types.ts';

/** What goes with a school when it is taken out of the register: all else refers to it. */
const OWN_ROWS = ['school_versions_school_fkey'];

@Injectable()
export class SchoolHistoryRepository {
  constructor(private readonly database: Database) {}

  /** All versions of a school within scope, oldest first. */
  async findVersions(
    scope: Scope,
    schoolId: string,
    reader: Reader = this.database,
  ): Promise<readonly SchoolVersion[]> {
    const p = new SqlParameters();
    return reader.query<SchoolVersion>(
      `SELECT v.version, v.valid_from AS "validFrom", v.valid_to AS "validTo", v.change, v.note, v.recorded_at AS "recordedAt",
              by_whom.display_name AS "recordedBy", v.name, v.type, v.ownership, v.locale, v.boarding,
              v.founded_year AS "foundedYear", v.flags, r.name AS "regionName", parent.name AS "parentSchoolName",
              v.counted_as_school AS "countedAsSchool",
              COALESCE((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) ORDER BY s.code)
                          FROM school_predecessors x JOIN current_schools s ON s.id = x.predecessor_id
                         WHERE x.school_id = v.school_id AND x.version = v.version), '[]') AS predecessors
         FROM school_versions v
         JOIN regions r ON r.id = v.region_id
         LEFT JOIN people by_whom ON by_whom.id = v.recorded_by
         LEFT JOIN current_schools parent ON parent.id = v.parent_school_id
        WHERE v.school_id = ${p.add(schoolId)} AND ${scope.schools('v.school_id', p)}
        ORDER BY v.version`,
      p.values,
    );
  }

  /** Campuses, successors and groupings of a school, in one statement. */
  async findRelations(scope: Scope, schoolId: string, reader: Reader = this.database): Promise<SchoolRelations> {
    const p = new SqlParameters();
    const id = `${p.add(schoolId)}::uuid`;
    const [row] = await reader.query<SchoolRelations>(
      `SELECT COALESCE((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'closedOn', c.closed_on) ORDER BY c.code)
                 FROM current_schools c WHERE c.parent_school_id = ${id}), '[]') AS campuses,
              COALESCE((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'from', v.valid_from) ORDER BY v.valid_from, s.code)
                 FROM school_predecessors x
                 JOIN school_versions v ON v.school_id = x.school_id AND v.version = x.version
                 JOIN current_schools s ON s.id = x.school_id
                WHERE x.predecessor_id = ${id}), '[]') AS successors,
              COALESCE((SELECT jsonb_agg(to_jsonb(m) ORDER BY m."startsOn" DESC, m.name) FROM (
                 SELECT a.id, a.kind, a.name, 'member' AS part, m.starts_on AS "startsOn", m.ends_on AS "endsOn"
                   FROM area_schools m JOIN areas a ON a.id = m.area_id WHERE m.school_id = ${id}
                 UNION ALL
                 SELECT g.id, g.kind, g.name, m.part, m.starts_on, m.ends_on
                   FROM school_group_schools m JOIN school_groups g ON g.id = m.school_group_id
                  WHERE m.school_id = ${id}) AS m), '[]') AS groupings
        WHERE ${scope.schools(id, p)}`,
      p.values,
    );
    return row ?? { campuses: [], successors: [], groupings: [] };
  }

  async findReferrers(tx: Transaction, schoolId: string): Promise<readonly Referrer[]> {
    return referrersOf(tx, 'schools', schoolId, OWN_ROWS);
  }

  async findOpenCampuses(tx: Transaction, schoolId: string): Promise<readonly { readonly name: string }[]> {
    return tx.query<{ name: string }>(
      'SELECT name FROM current_schools WHERE parent_school_id = $1 AND closed_on IS NULL ORDER BY code',
      [schoolId],
    );
  }

  /** Its last day in every area and school group. */
  async endMemberships(tx: Transaction, schoolId: string, endsOn: string): Promise<void> {
    for (const table of ['area_schools', 'school_group_schools']) {
      await tx.execute(
        `UPDATE ${table} SET ends_on = greatest($2::date, starts_on) WHERE school_id = $1 AND ends_on IS NULL`,
        [schoolId, endsOn],
      );
    }
  }

  /** In the order of their ids, so that two mergers of the same schools wait for each other. */
  async hold(tx: Transaction, schoolIds: readonly string[]): Promise<void> {
    await tx.query('SELECT id FROM schools WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE', [schoolIds]);
  }

  /** Only after `findReferrers` found nobody. */
  async remove(tx: Transaction, schoolId: string): Promise<void> {
    await tx.execute('DELETE FROM school_predecessors WHERE school_id = $1', [schoolId]);
    await tx.execute('DELETE FROM school_versions WHERE school_id = $1', [schoolId]);
    await tx.execute('DELETE FROM schools WHERE id = $1', [schoolId]);
  }
}
