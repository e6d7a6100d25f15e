import { Injectable } from '@nestjs/common';
import { actorPersonId } from '../../../platform/database/actor.ts';
import { pinyinInitials } from '../../../platform/search/pinyin-initials.ts';
import { breaksUnique } from '../../../platform/database/database.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import { organisationErrors } from '../organisations.errors.ts';
import type { SchoolChange } from '../organisations.types.ts';
import type { RegisteredFacts } from '../school-register.rules.ts';

interface NewVersion {
  readonly schoolId: string;
  readonly version: number;
  readonly change: SchoolChange;
  readonly validFrom: string;
  readonly note: string | null;
  readonly predecessorIds: readonly string[];
}

/** Writes the register: one row for what never changes, one for each version. */
@Injectable()
export class SchoolRegisterRepository {
  /** The county a region within scope is, or lies in; null outside the scope and above counties. */
  async findCounty(tx: Transaction, scope: Scope, regionId: string): Promise<string | null> {
    const parameters = new SqlParameters();
    const id = parameters.add(regionId);
    const [row] = await tx.query<{ countyId: string }>(
      `SELECT c.id AS "countyId" FROM regions r JOIN regions c ON c.level = 'county' AND starts_with(r.path, c.path)
        WHERE r.id = ${id} AND ${scope.regions('r.id', parameters)}`,
      parameters.values,
    );
    return row?.countyId ?? null;
  }

  /** The newest version, locked until the transaction ends; null outside the scope. */
  async findVersionForUpdate(
    tx: Transaction,
    scope: Scope,
    schoolId: string,
  ): Promise<{ readonly version: number; readonly validFrom: string; readonly hasCampuses: boolean } | null> {
    // The school first: whoever waited for it must look for the version that is current by then.
    await tx.query('SELECT id FROM schools WHERE id = $1 FOR UPDATE', [schoolId]);
    const parameters = new SqlParameters();
    const id = parameters.add(schoolId);
    const [row] = await tx.query<{ version: number; validFrom: string; hasCampuses: boolean }>(
      `SELECT v.version, v.valid_from AS "validFrom",
              EXISTS (SELECT 1 FROM school_versions c WHERE c.parent_school_id = v.school_id AND c.valid_to IS NULL) AS "hasCampuses"
         FROM school_versions v
        WHERE v.school_id = ${id} AND v.valid_to IS NULL AND ${scope.schools('v.school_id', parameters)}`,
      parameters.values,
    );
    return row ?? null;
  }

  /** How many of these schools lie within scope. */
  async countInScope(tx: Transaction, scope: Scope, schoolIds: readonly string[]): Promise<number> {
    const parameters = new SqlParameters();
    const ids = parameters.add(schoolIds);
    const [row] = await tx.query<{ found: number }>(
      `SELECT count(*) AS found FROM schools s WHERE s.id = ANY (${ids}::uuid[]) AND ${scope.schools('s.id', parameters)}`,
      parameters.values,
    );
    return row?.found ?? 0;
  }

  async addSchool(
    tx: Transaction,
    school: { readonly countyId: string; readonly code: string; readonly openedOn: string },
  ): Promise<string> {
    try {
      const [row] = await tx.query<{ id: string }>(
        'INSERT INTO schools (county_id, code, opened_on) VALUES ($1, $2, $3) RETURNING id',
        [school.countyId, school.code, school.openedOn],
      );
      return row?.id ?? '';
    } catch (error) {
      if (breaksUnique(error, 'schools_code_key')) throw organisationErrors.schoolCodeTaken(school.code);
      throw error;
    }
  }

  async endVersion(tx: Transaction, schoolId: string, version: number, validTo: string): Promise<void> {
    await tx.execute('UPDATE school_versions SET valid_to = $3 WHERE school_id = $1 AND version = $2', [
      schoolId,
      version,
      validTo,
    ]);
  }

  async addVersion(tx: Transaction, version: NewVersion, facts: RegisteredFacts): Promise<void> {
    await tx.execute(
      `INSERT INTO school_versions (school_id, version, valid_from, change, region_id, name, type, ownership, locale, boarding,
         founded_year, flags, parent_school_id, counted_as_school, note, recorded_at, recorded_by, initials)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
      [
        version.schoolId,
        version.version,
        version.validFrom,
        version.change,
        facts.regionId,
        facts.name,
        facts.type,
        facts.ownership,
        facts.locale,
        facts.boarding,
        facts.foundedYear,
        JSON.stringify(facts.flags),
        facts.parentSchoolId,
        facts.countedAsSchool,
        version.note,
        tx.at,
        actorPersonId(tx.actor),
        pinyinInitials(facts.name),
      ],
    );
    await tx.execute(
      `INSERT INTO school_predecessors (school_id, version, predecessor_id)
       SELECT DISTINCT $1::uuid, $2::integer, predecessor FROM unnest($3::uuid[]) AS predecessor`,
      [version.schoolId, version.version, version.predecessorIds],
    );
  }

  async close(tx: Transaction, schoolId: string, closedOn: string): Promise<void> {
    await tx.execute('UPDATE schools SET closed_on = $2 WHERE id = $1', [schoolId, closedOn]);
  }
}
