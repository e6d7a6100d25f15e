import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { SignedHead } from '../audit-trail.types.ts';

const PAGE = 5_000;

export interface ChainRow {
  readonly id: number;
  readonly sequence: number | null;
  readonly previousHash: string | null;
  readonly hash: string | null;
  readonly content: string;
}

/** The chains themselves. Which of them somebody may see is for `AuditTrailRepository.findChains` to say. */
@Injectable()
export class AuditChainsRepository {
  constructor(private readonly database: Database) {}

  async findHeads(chainIds: readonly string[]): Promise<readonly SignedHead[]> {
    return this.database.query<SignedHead>(
      `SELECT chain_id AS "chainId", head_sequence AS sequence, head_hash AS hash, signed_at AS "signedAt", signature
         FROM audit_chains WHERE chain_id = ANY ($1::uuid[])`,
      [chainIds],
    );
  }

  /** All entries of a chain in its order, then those that are not sealed yet; a page at a time, however many. */
  async *entriesOf(chainId: string): AsyncGenerator<readonly ChainRow[]> {
    for (let last = 0; ;) {
      const rows = await this.database.query<ChainRow & { sequence: number }>(
        `SELECT id, sequence, previous_hash AS "previousHash", hash, content FROM audit_entries
          WHERE chain_id = $1 AND sequence > $2 ORDER BY sequence LIMIT ${PAGE}`,
        [chainId, last],
      );
      if (rows.length > 0) yield rows;
      if (rows.length < PAGE) break;
      last = rows.at(-1)?.sequence ?? last;
    }
    const unsealed = await this.database.query<ChainRow>(
      `SELECT id, sequence, previous_hash AS "previousHash", hash, content FROM audit_entries
        WHERE chain_id = $1 AND hash IS NULL ORDER BY id LIMIT ${PAGE}`,
      [chainId],
    );
    if (unsealed.length > 0) yield unsealed;
  }

  /** The entry of the submission that a report lies with the bureau by; null where it does not, or is out of scope. */
  async findSubmission(
    scope: Scope,
    selfReportId: string,
  ): Promise<{
    readonly chainId: string;
    readonly sequence: number | null;
    readonly hash: string | null;
    readonly at: string;
  } | null> {
    const parameters = new SqlParameters();
    const [row] = await this.database.query<{
      chainId: string;
      sequence: number | null;
      hash: string | null;
      at: string;
    }>(
      `SELECT e.chain_id AS "chainId", e.sequence, e.hash, e.at
         FROM self_reports sr
         JOIN audit_entries e ON e.subject_kind = 'self-report' AND e.subject_id = sr.id::text
          AND e.action IN ('self-report.submitted', 'self-report.imported')
        WHERE sr.id = ${parameters.add(selfReportId)} AND sr.status IN ('submitted', 'approved')
          AND ${scope.schools('sr.school_id', parameters)}
        ORDER BY e.id DESC LIMIT 1`,
      parameters.values,
    );
    return row ?? null;
  }
}
