import { Injectable } from '@nestjs/common';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import type { PublishedEdition } from '../standards.types.ts';

interface EditionRow {
  readonly id: string;
  readonly hash: string;
  readonly issued_as: string;
  readonly published_at: Date;
  readonly asks_schools: boolean;
}

/** Published editions. They belong to no county, so no scope narrows them: whoever may read standards may read all of them. */
@Injectable()
export class StandardsRepository {
  async findPublished(reader: Reader): Promise<readonly PublishedEdition[]> {
    const rows = await reader.query<EditionRow>(
      `SELECT id, hash, issued_as, published_at,
              jsonb_path_exists(content, '$.items[*] ? (@.entry == "form")') AS asks_schools
         FROM editions ORDER BY published_at DESC, id`,
    );
    return rows.map((row) => ({
      id: row.id,
      hash: row.hash,
      issuedAs: row.issued_as,
      publishedAt: row.published_at,
      asksSchools: row.asks_schools,
    }));
  }

  /** Does nothing where the id is published already: two processes may start together. */
  async publish(
    tx: Transaction,
    edition: { readonly id: string; readonly hash: string; readonly issuedAs: string; readonly content: unknown },
  ): Promise<boolean> {
    const touched = await tx.execute(
      `INSERT INTO editions (id, hash, issued_as, content, published_at) VALUES ($1, $2, $3, $4::jsonb, $5)
       ON CONFLICT (id) DO NOTHING`,
      [edition.id, edition.hash, edition.issuedAs, JSON.stringify(edition.content), tx.at],
    );
    return touched === 1;
  }
}
