import { Injectable } from '@nestjs/common';
import type { EvidenceMediaType, EvidenceTarget } from '@junheng/api-contract';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import { Database } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import type { EvidenceDecision } from '../visits/visits.types.ts';

/** A file of the report that a school handed in, with what the team of a project says of it. */
export interface ArchivedFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: EvidenceMediaType;
  readonly addedAt: Date;
  readonly addedBy: string;
  readonly targets: readonly EvidenceTarget[];
  readonly decision: EvidenceDecision | null;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
}

/** Evidence of schools to visit, for projects that were found within the caller's scope before. */
@Injectable()
export class ArchiveRepository {
  constructor(private readonly database: Database) {}

  /** What is there, the oldest first. */
  async findFiles(
    inspectionId: string,
    selfReportId: string,
    reader: Reader = this.database,
  ): Promise<readonly ArchivedFile[]> {
    return reader.query<ArchivedFile>(
      `SELECT e.id, e.name, f.size, e.media_type AS "mediaType", e.added_at AS "addedAt", e.added_by_name AS "addedBy",
              COALESCE((SELECT jsonb_agg(jsonb_build_object('kind', t.kind, 'id', t.target_id) ORDER BY t.kind, t.target_id)
                FROM evidence_targets t WHERE t.evidence_id = e.id), '[]') AS targets,
              d.decision, d.reason, d.at AS "decidedAt", d.by_name AS "decidedBy"
         FROM evidence e JOIN files f ON f.sha256 = e.sha256
         LEFT JOIN LATERAL (
           SELECT x.decision, x.reason, x.at, x.by_name FROM evidence_decisions x
            WHERE x.inspection_id = $1 AND x.evidence_id = e.id ORDER BY x.id DESC LIMIT 1) d ON true
        WHERE e.self_report_id = $2 AND e.removed_at IS NULL ORDER BY e.added_at, e.id`,
      [inspectionId, selfReportId],
    );
  }

  async decide(
    tx: Transaction,
    decided: {
      readonly inspectionId: string;
      readonly evidenceId: string;
      readonly decision: EvidenceDecision;
      readonly reason: string | null;
    },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO evidence_decisions (inspection_id, evidence_id, decision, reason, at, by_person_id, by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        decided.inspectionId,
        decided.evidenceId,
        decided.decision,
        decided.reason,
        tx.at,
        actorPersonId(tx.actor),
        actorName(tx.actor),
      ],
    );
  }
}
