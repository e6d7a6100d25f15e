import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/transaction.ts';

/** Plants the tree of an empty installation: its county, to be hung below a city and a province later. */
@Injectable()
export class FirstRegionRepository {
  async plantCounty(
    tx: Transaction,
    code: string,
    name: string,
  ): Promise<{ readonly id: string; readonly path: string }> {
    const [row] = await tx.query<{ id: string; path: string }>(
      `INSERT INTO regions (level, code, name, path) VALUES ('county', $1, $2, $1 || '/')
       ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name RETURNING id, path`,
      [code, name],
    );
    return { id: row?.id ?? '', path: row?.path ?? '' };
  }
}
