import { Injectable } from '@nestjs/common';
import type { RoleOfCounty } from '@junheng/api-contract';
import { actorName, actorPersonId } from '../../../platform/database/actor.ts';
import { Database } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { SqlParameters, type Scope } from '../access.scope.ts';

export interface CountyRuleRow {
  readonly countyId: string;
  readonly countyName: string;
  readonly role: RoleOfCounty;
  readonly since: Date | null;
  readonly setBy: string | null;
  readonly people: number;
  readonly without: number;
}

/** Which roles of a county must have a second factor. Whether that holds for a session comes with its grants. */
@Injectable()
export class SecondFactorRulesRepository {
  constructor(private readonly database: Database) {}

  /** A row for each of `roles` in each county within scope, by the county's code. */
  async findInScope(
    scope: Scope,
    roles: readonly RoleOfCounty[],
    today: string,
    countyId?: string,
    reader: Reader = this.database,
  ): Promise<readonly CountyRuleRow[]> {
    const parameters = new SqlParameters();
    const wanted = parameters.add(roles);
    const day = parameters.add(today);
    const only = countyId === undefined ? 'TRUE' : `c.id = ${parameters.add(countyId)}`;
    return reader.query<CountyRuleRow>(
      `SELECT c.id AS "countyId", c.name AS "countyName", w.role, f.since, f.set_by_name AS "setBy",
              coalesce(h.people, 0)::int AS people, coalesce(h.without, 0)::int AS without
         FROM regions c
        CROSS JOIN unnest(${wanted}::text[]) WITH ORDINALITY AS w (role, place)
         LEFT JOIN second_factor_rules f ON f.county_id = c.id AND f.role = w.role
         LEFT JOIN LATERAL (
           SELECT count(DISTINCT g.person_id) AS people,
                  count(DISTINCT g.person_id) FILTER (WHERE s.person_id IS NULL) AS without
             FROM grants g
             JOIN people p ON p.id = g.person_id AND p.locked_at IS NULL
             LEFT JOIN units u ON u.id = g.unit_id
             LEFT JOIN areas a ON a.id = g.area_id
             LEFT JOIN current_schools o ON o.id = g.school_id
             JOIN regions r ON r.id = COALESCE(g.region_id, u.region_id, a.region_id, o.region_id)
             LEFT JOIN second_factors s ON s.person_id = g.person_id AND s.confirmed_at IS NOT NULL
            WHERE g.role = w.role AND g.project_id IS NULL AND g.revoked_at IS NULL AND starts_with(r.path, c.path)
              AND g.valid_from <= ${day} AND (g.valid_to IS NULL OR g.valid_to >= ${day})
         ) h ON TRUE
        WHERE c.level = 'county' AND ${only} AND ${scope.regions('c.id', parameters)}
        ORDER BY c.code, w.place`,
      parameters.values,
    );
  }

  /** Those that are compulsory already keep the time from which they are. */
  async replace(tx: Transaction, countyId: string, roles: readonly RoleOfCounty[]): Promise<void> {
    await tx.execute('DELETE FROM second_factor_rules WHERE county_id = $1 AND role <> ALL ($2::text[])', [
      countyId,
      roles,
    ]);
    await tx.execute(
      `INSERT INTO second_factor_rules (county_id, role, since, set_by, set_by_name)
       SELECT $1, unnest($2::text[]), $3, $4, $5 ON CONFLICT (county_id, role) DO NOTHING`,
      [countyId, roles, tx.at, actorPersonId(tx.actor), actorName(tx.actor)],
    );
  }
}
