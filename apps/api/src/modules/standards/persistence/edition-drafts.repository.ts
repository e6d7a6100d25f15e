import { Injectable } from '@nestjs/common';
import type { ChangeDraftRequest, CopyEditionRequest } from '@junheng/api-contract';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { DraftRecord } from '../edition-drafts.types.ts';

const DRAFT = `d.id, d.region_id AS "regionId", r.name AS "regionName", r.code AS "regionCode", d.base_id AS "baseId", d.revision,
  d.name, d.name_en AS "nameEn", d.instrument, d.amendments, d.evidence_texts AS "evidenceTexts",
  d.changed_at AS "changedAt", d.changed_by_name AS "changedByName"`;

/** Drafts belong to a region: whoever manages the standards there, or above, sees them. */
@Injectable()
export class EditionDraftsRepository {
  async findAll(reader: Reader, scope: Scope): Promise<readonly DraftRecord[]> {
    const parameters = new SqlParameters();
    return reader.query<DraftRecord>(
      `SELECT ${DRAFT} FROM edition_drafts d JOIN regions r ON r.id = d.region_id
        WHERE ${scope.regions('d.region_id', parameters)} ORDER BY d.changed_at DESC, d.id LIMIT 200`,
      parameters.values,
    );
  }

  async findById(reader: Reader, scope: Scope, id: string, lock = false): Promise<DraftRecord | null> {
    const parameters = new SqlParameters();
    const [row] = await reader.query<DraftRecord>(
      `SELECT ${DRAFT} FROM edition_drafts d JOIN regions r ON r.id = d.region_id
        WHERE d.id = ${parameters.add(id)} AND ${scope.regions('d.region_id', parameters)}${lock ? ' FOR UPDATE OF d' : ''}`,
      parameters.values,
    );
    return row ?? null;
  }

  /** @returns its id, null where the region is out of scope */
  async insert(
    tx: Transaction,
    scope: Scope,
    copy: CopyEditionRequest & { readonly baseHash: string },
  ): Promise<string | null> {
    const parameters = new SqlParameters();
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO edition_drafts (region_id, base_id, base_hash, name, name_en, instrument, changed_at, changed_by, changed_by_name)
       SELECT r.id, ${parameters.add(copy.baseId)}, ${parameters.add(copy.baseHash)}, ${parameters.add(copy.name)},
              ${parameters.add(copy.nameEn)}, ${parameters.add(copy.instrument)}, ${parameters.add(tx.at)}::timestamptz,
              ${parameters.add(actorPersonId(tx.actor))}::uuid, ${parameters.add(actorName(tx.actor))}
         FROM regions r WHERE r.id = ${parameters.add(copy.regionId)} AND ${scope.regions('r.id', parameters)}
       RETURNING id`,
      parameters.values,
    );
    return row?.id ?? null;
  }

  /** @returns false where somebody else changed it, or it is out of scope */
  async update(tx: Transaction, scope: Scope, id: string, change: ChangeDraftRequest): Promise<boolean> {
    const parameters = new SqlParameters();
    const touched = await tx.execute(
      `UPDATE edition_drafts d SET revision = d.revision + 1, name = ${parameters.add(change.name)},
              name_en = ${parameters.add(change.nameEn)}, instrument = ${parameters.add(change.instrument)},
              amendments = ${parameters.add(JSON.stringify(change.amendments))}::jsonb,
              evidence_texts = ${parameters.add(JSON.stringify(change.evidenceTexts))}::jsonb,
              changed_at = ${parameters.add(tx.at)}::timestamptz, changed_by = ${parameters.add(actorPersonId(tx.actor))}::uuid,
              changed_by_name = ${parameters.add(actorName(tx.actor))}
        WHERE d.id = ${parameters.add(id)} AND d.revision = ${parameters.add(change.revision)}
          AND ${scope.regions('d.region_id', parameters)}`,
      parameters.values,
    );
    return touched === 1;
  }

  async remove(tx: Transaction, scope: Scope, id: string): Promise<boolean> {
    const parameters = new SqlParameters();
    const touched = await tx.execute(
      `DELETE FROM edition_drafts d WHERE d.id = ${parameters.add(id)} AND ${scope.regions('d.region_id', parameters)}`,
      parameters.values,
    );
    return touched === 1;
  }
}
