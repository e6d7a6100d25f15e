import { Injectable } from '@nestjs/common';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import { Database } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import type { DrawRecord } from '../inspections.types.ts';
import type { CountyHead } from '../sampling.types.ts';

const DRAW = `d.id, d.inspection_id AS "inspectionId", d.number, d.reason, d.commitment, d.sealed_value AS "sealedValue",
  d.committed_at AS "committedAt", d.committed_by_name AS "committedByName", d.list, d.list_hash AS "listHash",
  d.heads_at AS "headsAt", d.frozen_at AS "frozenAt", d.frozen_by_name AS "frozenByName", d.value, d.heads, d.seed,
  d.drawn_at AS "drawnAt", d.drawn_by_name AS "drawnByName", d.abandoned_at AS "abandonedAt"`;

/** Draws of projects that were found within the caller's scope before. */
@Injectable()
export class DrawsRepository {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async findAll(inspectionId: string, reader: Reader = this.database): Promise<readonly DrawRecord[]> {
    return reader.query<DrawRecord>(
      `SELECT ${DRAW} FROM inspection_draws d WHERE d.inspection_id = $1 ORDER BY d.number DESC`,
      [inspectionId],
    );
  }

  /** @param draw its id is made before, as the owner of the sealed secret */
  async add(
    tx: Transaction,
    draw: Pick<DrawRecord, 'id' | 'inspectionId' | 'number' | 'reason' | 'commitment' | 'sealedValue'>,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO inspection_draws (id, inspection_id, number, reason, commitment, sealed_value, committed_at,
         committed_by, committed_by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        draw.id,
        draw.inspectionId,
        draw.number,
        draw.reason,
        draw.commitment,
        draw.sealedValue,
        tx.at,
        actorPersonId(tx.actor),
        actorName(tx.actor),
      ],
    );
  }

  /** @param value the secret, where it can still be read: whoever was told the commitment may see what it hid */
  async abandon(tx: Transaction, drawId: string, value: string | null): Promise<void> {
    await tx.execute('UPDATE inspection_draws SET abandoned_at = $2, value = $3 WHERE id = $1', [drawId, tx.at, value]);
  }

  async freeze(
    tx: Transaction,
    drawId: string,
    frozen: { readonly list: string; readonly listHash: string; readonly headsAt: Date },
  ): Promise<void> {
    await tx.execute(
      `UPDATE inspection_draws SET list = $2, list_hash = $3, heads_at = $4, frozen_at = $5, frozen_by = $6,
         frozen_by_name = $7 WHERE id = $1`,
      [drawId, frozen.list, frozen.listHash, frozen.headsAt, tx.at, actorPersonId(tx.actor), actorName(tx.actor)],
    );
  }

  async draw(
    tx: Transaction,
    drawId: string,
    drawn: { readonly value: string; readonly heads: readonly CountyHead[]; readonly seed: string },
  ): Promise<void> {
    await tx.execute(
      `UPDATE inspection_draws SET value = $2, heads = $3::jsonb, seed = $4, drawn_at = $5, drawn_by = $6,
         drawn_by_name = $7 WHERE id = $1`,
      [
        drawId,
        drawn.value,
        JSON.stringify(drawn.heads),
        drawn.seed,
        tx.at,
        actorPersonId(tx.actor),
        actorName(tx.actor),
      ],
    );
  }
}
