import { Injectable } from '@nestjs/common';
import { breaksUnique, Database } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import { organisationErrors, type ReferredBy } from '../organisations.errors.ts';
import type { UnitRecord } from '../units.types.ts';

const UNIT = `u.id, u.region_id AS "regionId", u.parent_id AS "parentId", u.kind, u.name, u.opened_on AS "openedOn",
  u.closed_on AS "closedOn"`;
const MOST_NAMES = 5;

@Injectable()
export class UnitsRepository {
  constructor(private readonly database: Database) {}

  /** Units of the regions within scope, open ones first; those of one region and below it when given. */
  async find(
    scope: Scope,
    filter: { readonly regionId?: string | undefined; readonly unitId?: string },
    reader: Reader = this.database,
  ): Promise<readonly UnitRecord[]> {
    const p = new SqlParameters();
    const conditions = [scope.regions('u.region_id', p)];
    if (filter.unitId !== undefined) conditions.push(`u.id = ${p.add(filter.unitId)}`);
    if (filter.regionId !== undefined) {
      conditions.push(`starts_with(r.path, (SELECT path FROM regions WHERE id = ${p.add(filter.regionId)}))`);
    }
    return reader.query<UnitRecord>(
      `SELECT ${UNIT} FROM units u JOIN regions r ON r.id = u.region_id WHERE ${conditions.join(' AND ')}
        ORDER BY u.closed_on IS NOT NULL, r.path, array_position(ARRAY['bureau', 'section', 'office', 'department',
                 'town-government'], u.kind), u.name LIMIT 5000`,
      p.values,
    );
  }

  /** Locked until the transaction ends. */
  async findForUpdate(tx: Transaction, scope: Scope, unitId: string): Promise<UnitRecord | null> {
    await tx.query('SELECT id FROM units WHERE id = $1 FOR UPDATE', [unitId]);
    const [unit] = await this.find(scope, { unitId }, tx);
    return unit ?? null;
  }

  /** @throws unit.name-taken */
  async add(tx: Transaction, unit: Omit<UnitRecord, 'id' | 'closedOn'>): Promise<string> {
    return refusingTakenNames(unit.name, async () => {
      const [row] = await tx.query<{ id: string }>(
        'INSERT INTO units (region_id, parent_id, kind, name, opened_on) VALUES ($1, $2, $3, $4, $5) RETURNING id',
        [unit.regionId, unit.parentId, unit.kind, unit.name, unit.openedOn],
      );
      return row?.id ?? '';
    });
  }

  /** @throws unit.name-taken */
  async rename(tx: Transaction, unitId: string, name: string): Promise<void> {
    await refusingTakenNames(name, () => tx.execute('UPDATE units SET name = $2 WHERE id = $1', [unitId, name]));
  }

  async close(tx: Transaction, unitId: string, closedOn: string): Promise<void> {
    await tx.execute('UPDATE units SET closed_on = $2 WHERE id = $1', [unitId, closedOn]);
  }

  /** Who still needs it after a day: people with a role there, and its open parts. */
  async findReferrers(tx: Transaction, unitId: string, day: string): Promise<readonly ReferredBy[]> {
    const rows = await tx.query<{ kind: string; name: string }>(
      `SELECT DISTINCT 'people' AS kind, p.display_name AS name FROM grants g JOIN people p ON p.id = g.person_id
        WHERE g.unit_id = $1 AND g.revoked_at IS NULL AND (g.valid_to IS NULL OR g.valid_to > $2::date)
       UNION ALL
       SELECT 'units', u.name FROM units u WHERE u.parent_id = $1 AND u.closed_on IS NULL
       ORDER BY 1, 2`,
      [unitId, day],
    );
    return groupedByKind(rows);
  }
}

/** How many of each kind, with the first few names. */
export function groupedByKind(
  rows: readonly { readonly kind: string; readonly name: string }[],
): readonly ReferredBy[] {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const names = rows.filter((row) => row.kind === kind).map(({ name }) => name);
    return { kind, count: names.length, names: names.slice(0, MOST_NAMES) };
  });
}

async function refusingTakenNames<Result>(name: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (breaksUnique(error, 'units_name_key')) throw organisationErrors.unitNameTaken(name);
    throw error;
  }
}
