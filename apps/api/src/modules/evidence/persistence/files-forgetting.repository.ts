import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { StoredFile } from '../../../platform/files/file-store.ts';

const BATCH = 500;

/** A report took this evidence to the bureau: it was there when the report was submitted, imported or approved. */
const HANDED_IN = `EXISTS (
  SELECT 1 FROM report_events v
   WHERE v.self_report_id = e.self_report_id AND v.kind IN ('submitted', 'imported', 'approved')
     AND v.at >= e.added_at AND v.at <= e.removed_at)`;

/** Some section handed this file in, or the county approved it, while it was there. */
const COUNTY_HANDED_IN = `EXISTS (
  SELECT 1 FROM county_report_events v
   WHERE v.county_report_id = c.county_report_id AND v.kind IN ('submitted', 'approved')
     AND v.at >= c.added_at AND v.at <= c.removed_at)`;

/** Nothing refers to this file but evidence that was taken out before $1 and never handed in. */
const UNNEEDED = `
  NOT EXISTS (SELECT 1 FROM import_files i WHERE i.sha256 = f.sha256)
  AND NOT EXISTS (SELECT 1 FROM report_workbooks w WHERE w.sha256 = f.sha256)
  AND NOT EXISTS (SELECT 1 FROM visit_photos v WHERE v.sha256 = f.sha256)
  AND NOT EXISTS (
    SELECT 1 FROM rectification_files r WHERE r.sha256 = f.sha256 AND (r.removed_at IS NULL OR r.removed_at >= $1))
  AND NOT EXISTS (
    SELECT 1 FROM county_report_files c
     WHERE c.sha256 = f.sha256 AND (c.removed_at IS NULL OR c.removed_at >= $1 OR ${COUNTY_HANDED_IN}))
  AND NOT EXISTS (
    SELECT 1 FROM evidence e
     WHERE e.sha256 = f.sha256 AND (e.removed_at IS NULL OR e.removed_at >= $1 OR ${HANDED_IN}))`;

/** What nobody needs: looked at by what refers to it, whoever it belongs to. For the server itself, never for a request. */
@Injectable()
export class FilesForgettingRepository {
  /** Marks what nobody needs. @returns how many */
  async discard(tx: Transaction, before: Date): Promise<number> {
    return tx.execute(
      `UPDATE files SET discarded_at = $2 WHERE sha256 IN (
         SELECT f.sha256 FROM files f WHERE f.discarded_at IS NULL AND f.stored_at < $1 AND ${UNNEEDED}
          LIMIT ${BATCH} FOR UPDATE OF f SKIP LOCKED)`,
      [before, tx.at],
    );
  }

  /** Bytes that were stored and of which nothing was ever made: from now on they are known, and marked. @returns how many */
  async discardUnknown(tx: Transaction, stored: readonly StoredFile[]): Promise<number> {
    if (stored.length === 0) return 0;
    return tx.execute(
      `INSERT INTO files (sha256, size, stored_at, discarded_at)
       SELECT x.sha256, x.size, $2::timestamptz, $2::timestamptz
         FROM jsonb_to_recordset($1::jsonb) AS x (sha256 text, size bigint)
       ON CONFLICT (sha256) DO NOTHING`,
      [JSON.stringify(stored), tx.at],
    );
  }

  /** One that was marked before then and that nothing has taken back, held until the transaction ends; null when there is none. */
  async holdOne(tx: Transaction, before: Date): Promise<string | null> {
    const rows = await tx.query<{ sha256: string }>(
      `SELECT sha256 FROM files WHERE discarded_at < $1 AND deleted_at IS NULL ORDER BY discarded_at LIMIT 1
          FOR UPDATE SKIP LOCKED`,
      [before],
    );
    return rows[0]?.sha256 ?? null;
  }

  /**
   * Asked anew while the row is held: whoever wants the file must take that row, so the answer holds until the transaction ends. When
   * it was marked, somebody may have been about to refer to it.
   */
  async isUnneeded(tx: Transaction, sha256: string, before: Date): Promise<boolean> {
    const rows = await tx.query(`SELECT 1 FROM files f WHERE ${UNNEEDED} AND f.sha256 = $2`, [before, sha256]);
    return rows.length > 0;
  }

  async takeBack(tx: Transaction, sha256: string): Promise<void> {
    await tx.execute('UPDATE files SET discarded_at = NULL WHERE sha256 = $1', [sha256]);
  }

  /** Evidence of schools and of counties that named it, with where the log keeps what happens to it. */
  async evidenceOf(
    tx: Transaction,
    sha256: string,
  ): Promise<
    readonly { readonly id: string; readonly of: Readonly<Record<string, string>>; readonly countyId: string }[]
  > {
    return tx.query(
      `SELECT e.id, jsonb_build_object('selfReportId', e.self_report_id) AS of, sr.county_id AS "countyId"
         FROM evidence e JOIN self_reports sr ON sr.id = e.self_report_id WHERE e.sha256 = $1
        UNION ALL
       SELECT c.id, jsonb_build_object('countyReportId', c.county_report_id), cr.county_id
         FROM county_report_files c JOIN county_reports cr ON cr.id = c.county_report_id WHERE c.sha256 = $1
        ORDER BY id`,
      [sha256],
    );
  }

  /** The bytes are gone: the row stays where evidence names it, and goes with them elsewhere. */
  async setDeleted(tx: Transaction, sha256: string): Promise<void> {
    const kept = await tx.execute(
      `UPDATE files SET deleted_at = $2
        WHERE sha256 = $1 AND (EXISTS (SELECT 1 FROM evidence e WHERE e.sha256 = $1)
              OR EXISTS (SELECT 1 FROM county_report_files c WHERE c.sha256 = $1)
              OR EXISTS (SELECT 1 FROM rectification_files r WHERE r.sha256 = $1))`,
      [sha256, tx.at],
    );
    if (kept === 0) await tx.execute('DELETE FROM files WHERE sha256 = $1', [sha256]);
  }
}
