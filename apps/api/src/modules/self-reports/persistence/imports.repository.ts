import { Injectable } from '@nestjs/common';
import { actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { TAKE_FILE } from '../../../platform/files/take-file.ts';
import { storableJson } from '../../../platform/http/storable-text.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { ConfirmedImport, ImportFileRecord, ImportRecord, ListedImport, StoredPreview } from '../imports.types.ts';

const files = `(SELECT jsonb_agg(jsonb_build_object('name', f.name, 'size', f.size, 'sha256', f.sha256, 'format', f.format)
                        ORDER BY f.position) FROM import_files f WHERE f.import_id = i.id)`;
const listed = `i.id, i.status, COALESCE(${files}, '[]') AS files, COALESCE(u.display_name, '') AS "uploadedBy",
  i.uploaded_at AS "uploadedAt", i.confirmed_at AS "confirmedAt"`;

@Injectable()
export class ImportsRepository {
  /** Newest first, without what was read. */
  async findInRound(reader: Reader, scope: Scope, roundId: string): Promise<readonly ListedImport[]> {
    const p = new SqlParameters();
    return reader.query<ListedImport>(
      `SELECT ${listed} FROM imports i LEFT JOIN people u ON u.id = i.uploaded_by
        WHERE i.round_id = ${p.add(roundId)} AND ${scope.regions('i.county_id', p)}
        ORDER BY i.uploaded_at DESC, i.id LIMIT 200`,
      p.values,
    );
  }

  async findById(reader: Reader, scope: Scope, importId: string): Promise<ImportRecord | null> {
    const p = new SqlParameters();
    const rows = await reader.query<ImportRecord>(
      `SELECT ${listed}, i.round_id AS "roundId", i.county_id AS "countyId", i.preview
         FROM imports i LEFT JOIN people u ON u.id = i.uploaded_by
        WHERE i.id = ${p.add(importId)} AND ${scope.regions('i.county_id', p)}`,
      p.values,
    );
    return rows[0] ?? null;
  }

  /** One confirmation at a time. */
  async hold(tx: Transaction, scope: Scope, importId: string): Promise<void> {
    const p = new SqlParameters();
    await tx.query(
      `SELECT i.id FROM imports i WHERE i.id = ${p.add(importId)} AND ${scope.regions('i.county_id', p)} FOR UPDATE`,
      p.values,
    );
  }

  async insert(
    tx: Transaction,
    scope: Scope,
    wanted: {
      readonly roundId: string;
      readonly countyId: string;
      readonly preview: StoredPreview;
      readonly files: readonly ImportFileRecord[];
    },
  ): Promise<string | null> {
    const p = new SqlParameters();
    const at = `${p.add(tx.at)}::timestamptz`;
    const rows = await tx.query<{ id: string }>(
      `WITH wanted AS (
         SELECT * FROM jsonb_to_recordset(${p.add(storableJson(wanted.files.map((file, position) => ({ ...file, position }))))}::jsonb)
           AS x (position integer, sha256 text, name text, size bigint, format text)
       ), stored AS (
         INSERT INTO files (sha256, size, stored_at) SELECT DISTINCT ON (sha256) sha256, size, ${at} FROM wanted
         ${TAKE_FILE}
       ), import AS (
         INSERT INTO imports (round_id, county_id, preview, uploaded_at, uploaded_by)
         SELECT ${p.add(wanted.roundId)}::uuid, g.id, ${p.add(storableJson(wanted.preview))}::jsonb, ${at},
                ${p.add(actorPersonId(tx.actor))}::uuid
           FROM regions g WHERE g.id = ${p.add(wanted.countyId)} AND ${scope.regions('g.id', p)}
         RETURNING id
       ), listed AS (
         INSERT INTO import_files (import_id, position, sha256, name, size, format)
         SELECT import.id, wanted.position, wanted.sha256, wanted.name, wanted.size, wanted.format FROM import, wanted
       )
       SELECT id FROM import`,
      p.values,
    );
    return rows[0]?.id ?? null;
  }

  async finish(
    tx: Transaction,
    scope: Scope,
    importId: string,
    status: 'confirmed' | 'discarded',
    outcome: ConfirmedImport | null,
  ): Promise<void> {
    const p = new SqlParameters();
    await tx.execute(
      `UPDATE imports i SET status = ${p.add(status)},
              outcome = ${p.add(outcome === null ? null : JSON.stringify(outcome))}::jsonb,
              confirmed_at = ${p.add(status === 'confirmed' ? tx.at : null)},
              confirmed_by = ${p.add(status === 'confirmed' ? actorPersonId(tx.actor) : null)}
        WHERE i.id = ${p.add(importId)} AND ${scope.regions('i.county_id', p)}`,
      p.values,
    );
  }
}
