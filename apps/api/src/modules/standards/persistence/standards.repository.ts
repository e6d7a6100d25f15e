import { Injectable } from '@nestjs/common';
import type { ChecklistItem } from '@junheng/api-contract';
import type { Edition } from '@junheng/evaluation-core';
import { actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import type { PublishedEdition } from '../standards.types.ts';

interface EditionRow {
  readonly id: string;
  readonly hash: string;
  readonly issued_as: string;
  readonly published_at: Date;
  readonly asks_schools: boolean;
  readonly region_id: string | null;
  readonly region_name: string | null;
  readonly region_path: string | null;
  readonly names: readonly [string, string] | null;
  readonly base_id: string | null;
  readonly published_by: string | null;
  readonly checklist: readonly ChecklistItem[] | null;
}

/** Published editions: public rules, read by whoever may read standards. Which of them may be used where is for the service to say. */
@Injectable()
export class StandardsRepository {
  async findPublished(reader: Reader): Promise<readonly PublishedEdition[]> {
    const rows = await reader.query<EditionRow>(
      `SELECT e.id, e.hash, e.issued_as, e.published_at, e.region_id, r.name AS region_name, r.path AS region_path,
              jsonb_path_exists(e.content, '$.items[*] ? (@.entry == "form")') AS asks_schools,
              e.content -> 'texts' -> ('edition.' || e.id) AS names, e.content #>> '{base,editionId}' AS base_id,
              p.display_name AS published_by, e.checklist
         FROM editions e
         LEFT JOIN regions r ON r.id = e.region_id
         LEFT JOIN people p ON p.id = e.published_by
        ORDER BY e.published_at DESC, e.id`,
    );
    return rows.map((row) => ({
      id: row.id,
      hash: row.hash,
      issuedAs: row.issued_as,
      publishedAt: row.published_at,
      asksSchools: row.asks_schools && row.checklist === null,
      checklist: row.checklist,
      bureau:
        row.region_id === null
          ? null
          : {
              regionId: row.region_id,
              regionName: row.region_name ?? '',
              regionPath: row.region_path ?? '',
              name: row.names ?? [row.issued_as, row.issued_as],
              baseId: row.base_id ?? '',
              publishedBy: row.published_by ?? '',
            },
    }));
  }

  /** With their rules: those of bureaus that are not among `known`. */
  async findContents(
    reader: Reader,
    known: readonly string[],
  ): Promise<
    readonly {
      readonly id: string;
      readonly hash: string;
      readonly content: Edition;
      readonly regionPath: string;
      readonly isChecklist: boolean;
    }[]
  > {
    return reader.query(
      `SELECT e.id, e.hash, e.content, r.path AS "regionPath", e.checklist IS NOT NULL AS "isChecklist"
         FROM editions e JOIN regions r ON r.id = e.region_id
        WHERE e.id <> ALL ($1::text[]) ORDER BY e.published_at`,
      [known],
    );
  }

  /** Does nothing where the id is published already: two processes may start together. */
  async publish(
    tx: Transaction,
    edition: {
      readonly id: string;
      readonly hash: string;
      readonly issuedAs: string;
      readonly content: unknown;
      /** Of a bureau's edition. */
      readonly regionId?: string;
      /** Of a checklist: what was typed. */
      readonly checklist?: readonly ChecklistItem[];
    },
  ): Promise<boolean> {
    const touched = await tx.execute(
      `INSERT INTO editions (id, hash, issued_as, content, published_at, region_id, published_by, checklist)
       VALUES ($1, $2, $3, $4::jsonb, $5, $6, $7, $8::jsonb) ON CONFLICT (id) DO NOTHING`,
      [
        edition.id,
        edition.hash,
        edition.issuedAs,
        JSON.stringify(edition.content),
        tx.at,
        edition.regionId ?? null,
        actorPersonId(tx.actor),
        edition.checklist === undefined ? null : JSON.stringify(edition.checklist),
      ],
    );
    return touched === 1;
  }
}
