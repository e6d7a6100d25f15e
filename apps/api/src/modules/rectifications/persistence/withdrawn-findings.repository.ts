import { Injectable } from '@nestjs/common';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';

/** Findings of projects that were found within the caller's scope before. */
@Injectable()
export class WithdrawnFindingsRepository {
  /** By reference. */
  async find(
    reader: Reader,
    inspectionId: string,
  ): Promise<ReadonlyMap<string, { readonly by: string; readonly at: string }>> {
    const rows = await reader.query<{ readonly reference: string; readonly by: string; readonly at: Date }>(
      'SELECT w.reference, w.by_name AS by, w.at FROM withdrawn_findings w WHERE w.inspection_id = $1',
      [inspectionId],
    );
    return new Map(rows.map(({ reference, by, at }) => [reference, { by, at: at.toISOString() }]));
  }

  async add(tx: Transaction, inspectionId: string, references: readonly string[]): Promise<void> {
    if (references.length === 0) return;
    await tx.execute(
      `INSERT INTO withdrawn_findings (reference, inspection_id, at, by_person_id, by_name)
       SELECT x.reference, $2, $3, $4, $5 FROM unnest($1::text[]) AS x (reference) ON CONFLICT (reference) DO NOTHING`,
      [references, inspectionId, tx.at, actorPersonId(tx.actor), actorName(tx.actor)],
    );
  }
}
