import { Injectable } from '@nestjs/common';
import type { AddMeasureRequest, CompleteMeasureRequest } from '@junheng/api-contract';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';

/** Writing measures (整改措施). */
@Injectable()
export class MeasuresRepository {
  async add(
    tx: Transaction,
    countyId: string,
    measure: Omit<AddMeasureRequest, 'alsoFor'>,
    rowIds: readonly string[],
  ): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO rectification_measures (county_id, kind, description, money, quantity, effects, added_at, added_by, added_by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      [
        countyId,
        measure.kind,
        measure.description,
        measure.money,
        measure.quantity,
        JSON.stringify(measure.effects),
        tx.at,
        actorPersonId(tx.actor),
        actorName(tx.actor),
      ],
    );
    const id = row?.id ?? '';
    await tx.execute(
      'INSERT INTO rectification_measure_rows (measure_id, rectification_id) SELECT $1::uuid, unnest($2::uuid[])',
      [id, rowIds],
    );
    return id;
  }

  /** Carried out, or not after all. @returns its description; null where the row has no such measure */
  async complete(
    tx: Transaction,
    rectificationId: string,
    measureId: string,
    done: CompleteMeasureRequest['done'],
  ): Promise<string | null> {
    const rows = await tx.query<{ description: string }>(
      `UPDATE rectification_measures m SET done_on = $3::date, spent = $4, done_by_name = CASE WHEN $3::date IS NULL THEN NULL ELSE $5 END
        WHERE m.id = $2 AND m.removed_at IS NULL
          AND EXISTS (SELECT FROM rectification_measure_rows x WHERE x.measure_id = m.id AND x.rectification_id = $1)
       RETURNING m.description`,
      [rectificationId, measureId, done?.on ?? null, done?.spent ?? null, actorName(tx.actor)],
    );
    return rows[0]?.description ?? null;
  }

  /** Whoever closes a row finds its measures carried out: those that no row waits for any more. */
  async completeWith(tx: Transaction, rectificationId: string, day: string): Promise<void> {
    await tx.execute(
      `UPDATE rectification_measures m SET done_on = $2, done_by_name = $3
        WHERE m.removed_at IS NULL AND m.done_on IS NULL
          AND EXISTS (SELECT FROM rectification_measure_rows x WHERE x.measure_id = m.id AND x.rectification_id = $1)
          AND NOT EXISTS (SELECT FROM rectification_measure_rows x JOIN rectifications r ON r.id = x.rectification_id
                           WHERE x.measure_id = m.id AND r.status <> 'closed')`,
      [rectificationId, day, actorName(tx.actor)],
    );
  }

  /** @returns its description; null where the row has no such measure */
  async remove(tx: Transaction, rectificationId: string, measureId: string): Promise<string | null> {
    const rows = await tx.query<{ description: string }>(
      `UPDATE rectification_measures m SET removed_at = $3
        WHERE m.id = $2 AND m.removed_at IS NULL
          AND EXISTS (SELECT FROM rectification_measure_rows x WHERE x.measure_id = m.id AND x.rectification_id = $1)
       RETURNING m.description`,
      [rectificationId, measureId, tx.at],
    );
    return rows[0]?.description ?? null;
  }
}
