import { Injectable } from '@nestjs/common';
import { actorPersonId } from '../../../platform/database/actor.ts';
import { Database } from '../../../platform/database/database.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { storableJson } from '../../../platform/http/storable-text.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { ChangedAddress, CheckedPeople, ImportedRole } from '../people-import/check-people.ts';
import type { KnownPlace } from '../people-import/find-place.ts';
import type { ListedPeopleImportRecord, PeopleImportRecord } from '../people-import/people-imports.types.ts';

const LISTED = `i.id, i.county_id AS "countyId", i.status, i.file_name AS "fileName", i.uploaded_at AS "uploadedAt",
  COALESCE(u.display_name, '') AS "uploadedBy", CASE WHEN i.status = 'confirmed' THEN i.finished_at END AS "confirmedAt",
  i.row_count AS rows, i.fresh_count AS fresh, i.known_count AS known, i.address_count AS addresses,
  i.error_count AS errors, i.warning_count AS warnings`;
const SAMPLE = 100;

interface WholeImport extends ListedPeopleImportRecord {
  /** Null once it is finished. */
  readonly roles: readonly ImportedRole[] | null;
  readonly newAddresses: readonly ChangedAddress[] | null;
}

@Injectable()
export class PeopleImportsRepository {
  constructor(private readonly database: Database) {}

  /** Names of the county and what lies above it, and every place in it where a role may be held; null outside the scope. */
  async findPlaces(
    scope: Scope,
    countyId: string,
  ): Promise<{ readonly regionNames: readonly string[]; readonly places: readonly KnownPlace[] } | null> {
    const p = new SqlParameters();
    const above = await this.database.query<{ name: string }>(
      `SELECT r.name FROM regions c JOIN regions r ON starts_with(c.path, r.path)
        WHERE c.id = ${p.add(countyId)} AND c.level = 'county' AND ${scope.regions('c.id', p)} ORDER BY r.path`,
      p.values,
    );
    if (above.length === 0) return null;
    const places = await this.database.query<KnownPlace>(
      `WITH inside AS (
         SELECT r.id, r.name, r.code FROM regions c JOIN regions r ON starts_with(r.path, c.path) WHERE c.id = $1)
       SELECT 'region' AS kind, id, name, code FROM inside
       UNION ALL SELECT 'unit', id, name, '' FROM units WHERE closed_on IS NULL AND region_id IN (SELECT id FROM inside)
       UNION ALL SELECT 'area', id, name, '' FROM areas WHERE ends_on IS NULL AND region_id IN (SELECT id FROM inside)
       UNION ALL SELECT 'school', id, name, code FROM current_schools WHERE closed_on IS NULL AND county_id = $1
       ORDER BY name, id`,
      [countyId],
    );
    return { regionNames: above.map(({ name }) => name), places };
  }

  async insert(
    tx: Transaction,
    wanted: {
      readonly countyId: string;
      readonly fileName: string;
      readonly sha256: string;
      readonly checked: CheckedPeople;
      readonly problems: CheckedPeople['problems'];
    },
  ): Promise<string> {
    const { checked } = wanted;
    const count = (severity: string) => checked.problems.filter((problem) => problem.severity === severity).length;
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO people_imports (county_id, file_name, sha256, row_count, fresh_count, known_count, error_count,
         warning_count, problems, roles, address_count, addresses, uploaded_at, uploaded_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, $11, $12::jsonb, $13, $14) RETURNING id`,
      [
        wanted.countyId,
        wanted.fileName,
        wanted.sha256,
        checked.rows,
        checked.fresh.length,
        checked.known,
        count('error'),
        count('warning'),
        storableJson(wanted.problems),
        storableJson(checked.fresh),
        checked.addresses.length,
        storableJson(checked.addresses),
        tx.at,
        actorPersonId(tx.actor),
      ],
    );
    return row?.id ?? '';
  }

  /** Newest first. */
  async findOfCounty(scope: Scope, countyId: string): Promise<readonly ListedPeopleImportRecord[]> {
    const p = new SqlParameters();
    return this.database.query<ListedPeopleImportRecord>(
      `SELECT ${LISTED} FROM people_imports i LEFT JOIN people u ON u.id = i.uploaded_by
        WHERE i.county_id = ${p.add(countyId)} AND ${scope.regions('i.county_id', p)}
        ORDER BY i.uploaded_at DESC, i.id LIMIT 200`,
      p.values,
    );
  }

  async findOne(scope: Scope, importId: string): Promise<PeopleImportRecord | null> {
    const p = new SqlParameters();
    const [row] = await this.database.query<PeopleImportRecord>(
      `SELECT ${LISTED}, i.problems,
              COALESCE(jsonb_path_query_array(i.roles, '$[0 to ${SAMPLE - 1}]'), '[]') AS sample,
              COALESCE(jsonb_path_query_array(i.addresses, '$[0 to ${SAMPLE - 1}]'), '[]') AS "changedAddresses"
         FROM people_imports i LEFT JOIN people u ON u.id = i.uploaded_by
        WHERE i.id = ${p.add(importId)} AND ${scope.regions('i.county_id', p)}`,
      p.values,
    );
    return row ?? null;
  }

  /** With all its roles and addresses, locked: one confirmation at a time. */
  async findForUpdate(tx: Transaction, scope: Scope, importId: string): Promise<WholeImport | null> {
    await tx.query('SELECT id FROM people_imports WHERE id = $1 FOR UPDATE', [importId]);
    const p = new SqlParameters();
    const [row] = await tx.query<WholeImport>(
      `SELECT ${LISTED}, i.roles, i.addresses AS "newAddresses" FROM people_imports i LEFT JOIN people u ON u.id = i.uploaded_by
        WHERE i.id = ${p.add(importId)} AND ${scope.regions('i.county_id', p)}`,
      p.values,
    );
    return row ?? null;
  }

  async finish(tx: Transaction, importId: string, status: 'confirmed' | 'discarded'): Promise<void> {
    await tx.execute(
      'UPDATE people_imports SET status = $2, roles = NULL, addresses = NULL, finished_at = $3, finished_by = $4 WHERE id = $1',
      [importId, status, tx.at, actorPersonId(tx.actor)],
    );
  }
}
