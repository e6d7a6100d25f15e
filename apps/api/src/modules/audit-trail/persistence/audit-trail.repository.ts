import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.ts';
import { INSTALLATION_CHAIN } from '../../../platform/audit/audit-log.ts';
import { SqlParameters, type Scope } from '../../access/access.scope.ts';
import type { AuditFilter, AuditNames, AuditPlace, SealedEntry, VisibleChain } from '../audit-trail.types.ts';

/** Entries of the audit log and what they name. The chains somebody may see are those of the counties in their scope. */
@Injectable()
export class AuditTrailRepository {
  constructor(private readonly database: Database) {}

  /**
   * The counties in scope. The installation's own chain (sign-ins, failed ones, people of several counties) is for whoever
   * is responsible for all its counties.
   */
  async findChains(scope: Scope): Promise<readonly VisibleChain[]> {
    const parameters = new SqlParameters();
    const rows = await this.database.query<VisibleChain & { inScope: boolean }>(
      `SELECT c.id, c.name, c.time_zone AS "timeZone", ${scope.regions('c.id', parameters)} AS "inScope"
         FROM regions c WHERE c.level = 'county' ORDER BY c.path`,
      parameters.values,
    );
    const counties = rows.flatMap(({ inScope, ...chain }) => (inScope ? [chain] : []));
    const [first] = counties;
    if (first === undefined || counties.length < rows.length) return counties;
    return [...counties, { id: INSTALLATION_CHAIN, name: null, timeZone: first.timeZone }];
  }

  /**
   * Ids of the newest entries that fit, with their instants, from a place on.
   * @param chains null = of all there are
   */
  async findPage(
    chains: readonly string[] | null,
    filter: AuditFilter,
    timeZone: string,
    after: AuditPlace | null,
    limit: number,
  ): Promise<readonly AuditPlace[]> {
    const parameters = new SqlParameters();
    const { cell, from, to, personId, schoolId, action } = filter;
    // By cell, the rows of cells, which hold who and what as well.
    const table = cell === undefined ? 'audit_trail' : 'audit_trail_cells';
    const conditions: string[] = [];
    const [only] = chains ?? [];
    if (chains !== null) {
      conditions.push(
        chains.length === 1
          ? `chain_id = ${parameters.add(only)}`
          : `chain_id = ANY (${parameters.add(chains)}::uuid[])`,
      );
    }
    if (cell !== undefined) {
      conditions.push(`item = ${parameters.add(cell.split(/[.@]/)[0])}`);
      if (/[.@]/.test(cell)) conditions.push(`cell = ${parameters.add(cell)}`);
    }
    if (schoolId !== undefined) conditions.push(`school_id = ${parameters.add(schoolId)}`);
    if (personId !== undefined) conditions.push(`person_id = ${parameters.add(personId)}`);
    if (action !== undefined) conditions.push(`action = ${parameters.add(action)}`);
    if (from !== undefined) {
      conditions.push(`at >= (${parameters.add(from)}::date)::timestamp AT TIME ZONE ${parameters.add(timeZone)}`);
    }
    if (to !== undefined) {
      conditions.push(`at < (${parameters.add(to)}::date + 1)::timestamp AT TIME ZONE ${parameters.add(timeZone)}`);
    }
    if (after !== null) {
      conditions.push(
        `(at, entry_id) < (${parameters.add(after.at)}::timestamptz, ${parameters.add(after.id)}::bigint)`,
      );
    }
    const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
    const rows = await this.database.query<{ id: number; at: Date }>(
      `SELECT ${cell === undefined ? '' : 'DISTINCT'} entry_id AS id, at FROM ${table} ${where}
        ORDER BY at DESC, entry_id DESC LIMIT ${limit}`,
      parameters.values,
    );
    return rows.map(({ id, at }) => ({ id, at: at.toISOString() }));
  }

  /** The entries themselves, newest first: never what the index says of them. */
  async findEntries(ids: readonly number[]): Promise<readonly SealedEntry[]> {
    return this.database.query<SealedEntry>(
      `SELECT e.id, e.chain_id AS "chainId", e.sequence, e.hash, e.content
         FROM unnest($1::bigint[]) WITH ORDINALITY AS g (id, place) JOIN audit_entries e ON e.id = g.id
        ORDER BY g.place`,
      [ids],
    );
  }

  async findNames(ids: {
    readonly schools: readonly string[];
    readonly people: readonly string[];
    readonly rounds: readonly string[];
  }): Promise<AuditNames> {
    const rows = await this.database.query<{ kind: string; id: string; name: string }>(
      `SELECT 'school' AS kind, id::text, name FROM current_schools WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT 'person', id::text, display_name FROM people WHERE id = ANY ($2::uuid[])
       UNION ALL SELECT 'round', id::text, year || ' ' || kind FROM rounds WHERE id = ANY ($3::uuid[])`,
      [ids.schools.filter(isId), ids.people.filter(isId), ids.rounds.filter(isId)],
    );
    const of = (kind: string) => new Map(rows.filter((row) => row.kind === kind).map(({ id, name }) => [id, name]));
    return { schools: of('school'), people: of('person'), rounds: of('round') };
  }
}

/** An entry that somebody wrote by hand may name anything. */
function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
