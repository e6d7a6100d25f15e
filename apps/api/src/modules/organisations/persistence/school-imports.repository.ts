import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { actorPersonId } from '../../../platform/database/actor.ts';
import { Database } from '../../../platform/database/database.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { storableJson } from '../../../platform/http/storable-text.ts';
import { pinyinInitials } from '../../../platform/search/pinyin-initials.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { CheckedSchools, ImportedSchool, Surroundings } from '../school-import/check-schools.ts';
import type { ListedSchoolImportRecord, SchoolImportRecord } from '../school-import/school-imports.types.ts';

const LISTED = `i.id, i.county_id AS "countyId", i.status, i.file_name AS "fileName", i.uploaded_at AS "uploadedAt",
  COALESCE(u.display_name, '') AS "uploadedBy", CASE WHEN i.status = 'confirmed' THEN i.finished_at END AS "confirmedAt",
  i.row_count AS rows, i.fresh_count AS fresh, i.known_count AS known, i.error_count AS errors, i.warning_count AS warnings`;
const SAMPLE = 100;

@Injectable()
export class SchoolImportsRepository {
  constructor(private readonly database: Database) {}

  /** What a sheet is checked against, in three statements; null where the county is outside the scope. */
  async findSurroundings(
    scope: Scope,
    countyId: string,
    reader: Pick<Transaction, 'query'> = this.database,
  ): Promise<Omit<Surroundings, 'today'> | null> {
    const p = new SqlParameters();
    const regions = await reader.query<{ id: string; code: string; name: string; level: string; own: boolean }>(
      `SELECT r.id, r.code, r.name, r.level, r.id = c.id AS own
         FROM regions c JOIN regions r ON starts_with(c.path, r.path) OR (r.level = 'town' AND starts_with(r.path, c.path))
        WHERE c.id = ${p.add(countyId)} AND c.level = 'county' AND ${scope.regions('c.id', p)} ORDER BY r.path`,
      p.values,
    );
    const county = regions.find(({ own }) => own);
    if (county === undefined) return null;
    const register = await reader.query<Surroundings['register'][number]>(
      `SELECT code, name, type, parent_school_id IS NOT NULL AS campus FROM current_schools WHERE county_id = $1`,
      [countyId],
    );
    return {
      county: { id: county.id, name: county.name },
      places: regions.filter(({ level }) => level !== 'town').map(({ name }) => name),
      towns: regions.filter(({ level }) => level === 'town'),
      register,
    };
  }

  /** Of these codes, those that any county's school has. */
  async findTakenCodes(
    reader: Pick<Transaction, 'query'> | null,
    codes: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const rows = await (reader ?? this.database).query<{ code: string }>(
      'SELECT code FROM schools WHERE code = ANY ($1::text[])',
      [codes],
    );
    return new Set(rows.map(({ code }) => code));
  }

  async insert(
    tx: Transaction,
    wanted: {
      readonly countyId: string;
      readonly fileName: string;
      readonly sha256: string;
      readonly checked: CheckedSchools;
      readonly problems: CheckedSchools['problems'];
    },
  ): Promise<string> {
    const { checked } = wanted;
    const count = (severity: string) => checked.problems.filter((problem) => problem.severity === severity).length;
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO school_imports (county_id, file_name, sha256, row_count, fresh_count, known_count, error_count,
         warning_count, problems, schools, uploaded_at, uploaded_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, $11, $12) RETURNING id`,
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
        tx.at,
        actorPersonId(tx.actor),
      ],
    );
    return row?.id ?? '';
  }

  /** Newest first. */
  async findOfCounty(scope: Scope, countyId: string): Promise<readonly ListedSchoolImportRecord[]> {
    const p = new SqlParameters();
    return this.database.query<ListedSchoolImportRecord>(
      `SELECT ${LISTED} FROM school_imports i LEFT JOIN people u ON u.id = i.uploaded_by
        WHERE i.county_id = ${p.add(countyId)} AND ${scope.regions('i.county_id', p)}
        ORDER BY i.uploaded_at DESC, i.id LIMIT 200`,
      p.values,
    );
  }

  async findOne(scope: Scope, importId: string): Promise<SchoolImportRecord | null> {
    const p = new SqlParameters();
    const [row] = await this.database.query<SchoolImportRecord>(
      `SELECT ${LISTED}, i.problems,
              COALESCE(jsonb_path_query_array(i.schools, '$[0 to ${SAMPLE - 1}]'), '[]') AS sample
         FROM school_imports i LEFT JOIN people u ON u.id = i.uploaded_by
        WHERE i.id = ${p.add(importId)} AND ${scope.regions('i.county_id', p)}`,
      p.values,
    );
    return row ?? null;
  }

  /** With all its schools, locked: one confirmation at a time. */
  async findForUpdate(
    tx: Transaction,
    scope: Scope,
    importId: string,
  ): Promise<(ListedSchoolImportRecord & { readonly schools: readonly ImportedSchool[] | null }) | null> {
    await tx.query('SELECT id FROM school_imports WHERE id = $1 FOR UPDATE', [importId]);
    const p = new SqlParameters();
    const [row] = await tx.query<ListedSchoolImportRecord & { schools: readonly ImportedSchool[] | null }>(
      `SELECT ${LISTED}, i.schools FROM school_imports i LEFT JOIN people u ON u.id = i.uploaded_by
        WHERE i.id = ${p.add(importId)} AND ${scope.regions('i.county_id', p)}`,
      p.values,
    );
    return row ?? null;
  }

  async finish(tx: Transaction, importId: string, status: 'confirmed' | 'discarded'): Promise<void> {
    await tx.execute(
      'UPDATE school_imports SET status = $2, schools = NULL, finished_at = $3, finished_by = $4 WHERE id = $1',
      [importId, status, tx.at, actorPersonId(tx.actor)],
    );
  }

  /**
   * New schools with their first version, by COPY: two statements, however many there are. Rows are made while PostgreSQL takes
   * in those before them.
   */
  async register(tx: Transaction, countyId: string, schools: readonly ImportedSchool[]): Promise<void> {
    const ids = new Map(schools.map(({ code }) => [code, randomUUID()]));
    const parents = schools.flatMap(({ parentCode }) =>
      parentCode === null || ids.has(parentCode) ? [] : [parentCode],
    );
    const known = await tx.query<{ code: string; id: string }>(
      'SELECT code, id FROM schools WHERE county_id = $1 AND code = ANY ($2::text[])',
      [countyId, parents],
    );
    const idOf = new Map([...ids, ...known.map(({ code, id }) => [code, id] as const)]);
    await tx.copy(
      'schools',
      ['id', 'county_id', 'code', 'opened_on'],
      eachOf(schools, ({ code, openedOn }) => [ids.get(code) ?? '', countyId, code, openedOn]),
    );
    const at = tx.at.toISOString();
    const by = actorPersonId(tx.actor);
    await tx.copy(
      'school_versions',
      [
        'school_id',
        'version',
        'valid_from',
        'change',
        'region_id',
        'name',
        'type',
        'ownership',
        'locale',
        'boarding',
        'founded_year',
        'parent_school_id',
        'counted_as_school',
        'recorded_at',
        'recorded_by',
        'initials',
      ],
      eachOf(schools, (school) => [
        ids.get(school.code) ?? '',
        '1',
        school.openedOn,
        'opened',
        school.regionId,
        school.name,
        school.type,
        school.ownership,
        school.locale,
        String(school.boarding),
        school.foundedYear === null ? null : String(school.foundedYear),
        school.parentCode === null ? null : (idOf.get(school.parentCode) ?? null),
        String(school.counted),
        at,
        by,
        pinyinInitials(school.name),
      ]),
    );
  }
}

type CopiedRow = readonly (string | null)[];

function* eachOf(
  schools: readonly ImportedSchool[],
  rowOf: (school: ImportedSchool) => CopiedRow,
): Generator<CopiedRow> {
  for (const school of schools) yield rowOf(school);
}
