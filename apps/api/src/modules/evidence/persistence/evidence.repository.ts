import { Injectable } from '@nestjs/common';
import type { EvidenceTarget } from '@junheng/api-contract';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { TAKE_FILE } from '../../../platform/files/take-file.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { EvidenceRecord, EvidenceTotals, NewEvidence, ProvingFile, RuleProof } from '../evidence.types.ts';

const targetsOf = (evidence: string) =>
  `COALESCE((SELECT jsonb_agg(jsonb_build_object('kind', t.kind, 'id', t.target_id) ORDER BY t.kind, t.target_id)
     FROM evidence_targets t WHERE t.evidence_id = ${evidence}), '[]')`;
const columns = `e.id, e.name, f.size, e.media_type AS "mediaType", e.sha256, ${targetsOf('e.id')} AS targets,
  e.added_at AS "addedAt", e.added_by_name AS "addedBy", e.removed_at AS "removedAt", e.removed_by_name AS "removedBy",
  (SELECT r.year FROM evidence x JOIN self_reports xr ON xr.id = x.self_report_id JOIN rounds r ON r.id = xr.round_id
    WHERE x.id = e.reused_from) AS "reusedFromYear"`;
const tables = `evidence e JOIN files f ON f.sha256 = e.sha256 JOIN self_reports sr ON sr.id = e.self_report_id`;

/** Evidence of self-reports. What is written asks for a report in scope, like what is read. */
@Injectable()
export class EvidenceRepository {
  /** Newest first, with what was taken out again. */
  async findInReport(reader: Reader, scope: Scope, selfReportId: string): Promise<readonly EvidenceRecord[]> {
    const p = new SqlParameters();
    return reader.query<EvidenceRecord>(
      `SELECT ${columns} FROM ${tables}
        WHERE e.self_report_id = ${p.add(selfReportId)} AND ${scope.schools('sr.school_id', p)}
        ORDER BY e.added_at DESC, e.id`,
      p.values,
    );
  }

  /** What is there, not what was taken out. */
  async find(reader: Reader, scope: Scope, selfReportId: string, evidenceId: string): Promise<EvidenceRecord | null> {
    const p = new SqlParameters();
    const rows = await reader.query<EvidenceRecord>(
      `SELECT ${columns} FROM ${tables}
        WHERE e.id = ${p.add(evidenceId)} AND e.self_report_id = ${p.add(selfReportId)} AND e.removed_at IS NULL
          AND ${scope.schools('sr.school_id', p)}`,
      p.values,
    );
    return rows[0] ?? null;
  }

  /** What is there and proves one of these items in one of these reports; a file that proves two of them comes twice. */
  async findProving(
    reader: Reader,
    scope: Scope,
    selfReportIds: readonly string[],
    itemIds: readonly string[],
  ): Promise<readonly ProvingFile[]> {
    const p = new SqlParameters();
    return reader.query<ProvingFile>(
      `SELECT e.id, e.name, e.self_report_id AS "selfReportId", t.target_id AS "itemId"
         FROM evidence e JOIN evidence_targets t ON t.evidence_id = e.id AND t.kind = 'item'
         JOIN self_reports sr ON sr.id = e.self_report_id
        WHERE e.self_report_id = ANY (${p.add(selfReportIds)}::uuid[]) AND t.target_id = ANY (${p.add(itemIds)}::text[])
          AND e.removed_at IS NULL AND ${scope.schools('sr.school_id', p)}
        ORDER BY e.added_at, e.id`,
      p.values,
    );
  }

  async findProvingRules(
    reader: Reader,
    scope: Scope,
    roundId: string,
    schoolIds: readonly string[],
  ): Promise<readonly RuleProof[]> {
    const p = new SqlParameters();
    return reader.query<RuleProof>(
      `SELECT e.id, e.name, e.self_report_id AS "selfReportId", sr.school_id AS "schoolId", t.target_id AS "ruleId"
         FROM self_reports sr
         JOIN evidence e ON e.self_report_id = sr.id AND e.removed_at IS NULL
         JOIN evidence_targets t ON t.evidence_id = e.id AND t.kind = 'special-rule'
        WHERE sr.round_id = ${p.add(roundId)} AND sr.school_id = ANY (${p.add(schoolIds)}::uuid[])
          AND ${scope.schools('sr.school_id', p)}
        ORDER BY e.added_at, e.id`,
      p.values,
    );
  }

  async totals(reader: Reader, scope: Scope, selfReportId: string): Promise<EvidenceTotals> {
    const p = new SqlParameters();
    const rows = await reader.query<EvidenceTotals>(
      `SELECT count(e.id) AS files, COALESCE(sum(f.size), 0)::bigint AS bytes, u.uploads, u."uploadBytes"
         FROM self_reports sr
         LEFT JOIN evidence e ON e.self_report_id = sr.id AND e.removed_at IS NULL
         LEFT JOIN files f ON f.sha256 = e.sha256
         CROSS JOIN LATERAL (
           SELECT count(*) AS uploads, COALESCE(sum(x.size), 0)::bigint AS "uploadBytes"
             FROM evidence_uploads x WHERE x.self_report_id = sr.id AND x.evidence_id IS NULL) u
        WHERE sr.id = ${p.add(selfReportId)} AND ${scope.schools('sr.school_id', p)}
        GROUP BY u.uploads, u."uploadBytes"`,
      p.values,
    );
    return rows[0] ?? { files: 0, bytes: 0, uploads: 0, uploadBytes: 0 };
  }

  /** The newest report of the same school from before this one that has evidence; the round's own predecessor first. */
  async findEarlierReport(
    reader: Reader,
    scope: Scope,
    selfReportId: string,
  ): Promise<{ readonly selfReportId: string; readonly year: number } | null> {
    const p = new SqlParameters();
    const rows = await reader.query<{ selfReportId: string; year: number }>(
      `SELECT sr.id AS "selfReportId", r.year
         FROM self_reports own JOIN rounds this ON this.id = own.round_id
         JOIN self_reports sr ON sr.school_id = own.school_id AND sr.id <> own.id
         JOIN rounds r ON r.id = sr.round_id
        WHERE own.id = ${p.add(selfReportId)} AND ${scope.schools('sr.school_id', p)}
          AND (r.id = this.previous_round_id OR r.opens_on < this.opens_on)
          AND EXISTS (SELECT 1 FROM evidence e WHERE e.self_report_id = sr.id AND e.removed_at IS NULL)
        ORDER BY (r.id = this.previous_round_id) IS TRUE DESC, r.opens_on DESC, sr.id LIMIT 1`,
      p.values,
    );
    return rows[0] ?? null;
  }

  /** The file of this report that has these bytes already. */
  async findSameBytes(tx: Transaction, scope: Scope, selfReportId: string, sha256: string): Promise<string | null> {
    const p = new SqlParameters();
    const rows = await tx.query<{ id: string }>(
      `SELECT e.id FROM ${tables}
        WHERE e.self_report_id = ${p.add(selfReportId)} AND e.sha256 = ${p.add(sha256)} AND e.removed_at IS NULL
          AND ${scope.schools('sr.school_id', p)}`,
      p.values,
    );
    return rows[0]?.id ?? null;
  }

  async insert(tx: Transaction, scope: Scope, selfReportId: string, wanted: NewEvidence): Promise<string | null> {
    const p = new SqlParameters();
    const at = `${p.add(tx.at)}::timestamptz`;
    const rows = await tx.query<{ id: string }>(
      `WITH stored AS (
         INSERT INTO files (sha256, size, stored_at)
         VALUES (${p.add(wanted.sha256)}, ${p.add(wanted.size)}::bigint, ${at})
         ${TAKE_FILE}
       )
       INSERT INTO evidence (self_report_id, sha256, name, media_type, added_at, added_by, added_by_name, reused_from)
       SELECT sr.id, ${p.add(wanted.sha256)}::text, ${p.add(wanted.name)}::text, ${p.add(wanted.mediaType)}::text, ${at},
              ${p.add(actorPersonId(tx.actor))}::uuid, ${p.add(actorName(tx.actor))}::text,
              ${p.add(wanted.reusedFrom)}::uuid
         FROM self_reports sr WHERE sr.id = ${p.add(selfReportId)} AND ${scope.schools('sr.school_id', p)}
       RETURNING id`,
      p.values,
    );
    return rows[0]?.id ?? null;
  }

  /** From now on it proves these and nothing else. */
  async setTargets(
    tx: Transaction,
    scope: Scope,
    evidenceId: string,
    targets: readonly EvidenceTarget[],
  ): Promise<void> {
    const p = new SqlParameters();
    await tx.execute(
      `WITH wanted AS (
         SELECT e.id AS evidence_id, x.kind, x.id AS target_id
           FROM ${tables}, jsonb_to_recordset(${p.add(JSON.stringify(targets))}::jsonb) AS x (kind text, id text)
          WHERE e.id = ${p.add(evidenceId)} AND ${scope.schools('sr.school_id', p)}
       ), gone AS (
         DELETE FROM evidence_targets t WHERE t.evidence_id = ${p.add(evidenceId)}
            AND EXISTS (SELECT 1 FROM wanted) AND (t.kind, t.target_id) NOT IN (SELECT kind, target_id FROM wanted)
       )
       INSERT INTO evidence_targets (evidence_id, kind, target_id) SELECT * FROM wanted
       ON CONFLICT (evidence_id, kind, target_id) DO NOTHING`,
      p.values,
    );
  }

  async markRemoved(tx: Transaction, scope: Scope, evidenceId: string): Promise<void> {
    const p = new SqlParameters();
    await tx.execute(
      `UPDATE evidence e SET removed_at = ${p.add(tx.at)}, removed_by = ${p.add(actorPersonId(tx.actor))},
              removed_by_name = ${p.add(actorName(tx.actor))}
         FROM self_reports sr
        WHERE e.id = ${p.add(evidenceId)} AND sr.id = e.self_report_id AND ${scope.schools('sr.school_id', p)}`,
      p.values,
    );
  }
}
