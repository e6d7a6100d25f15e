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
    // By cell, the rows of cells lead; the entry itself is only asked for who and what.
    const lead = cell === undefined ? 't' : 'c';
    const conditions: string[] = [];
    const [only] = chains ?? [];
    if (chains !== null) {
      conditions.push(
        chains.length === 1
          ? `${lead}.chain_id = ${parameters.add(only)}`
          : `${lead}.chain_id = ANY (${parameters.add(chains)}::uuid[])`,
      );
    }
    if (cell !== undefined) {
      conditions.push(`c.item = ${parameters.add(cell.split(/[.@]/)[0])}`);
      if (/[.@]/.test(cell)) conditions.push(`c.cell = ${parameters.add(cell)}`);
    }
    if (schoolId !== undefined) conditions.push(`${lead}.school_id = ${parameters.add(schoolId)}`);
    if (personId !== undefined) conditions.push(`t.person_id = ${parameters.add(personId)}`);
    if (action !== undefined) conditions.push(`t.action = ${parameters.add(action)}`);
    if (from !== undefined) {
      conditions.push(
        `${lead}.at >= (${parameters.add(from)}::date)::timestamp AT TIME ZONE ${parameters.add(timeZone)}`,
      );
    }
    if (to !== undefined) {
      conditions.push(
        `${lead}.at < (${parameters.add(to)}::date + 1)::timestamp AT TIME ZONE ${parameters.add(timeZone)}`,
      );
    }
    if (after !== null) {
      conditions.push(
        `(${lead}.at, ${lead}.entry_id) < (${parameters.add(after.at)}::timestamptz, ${parameters.add(after.id)}::bigint)`,
      );
    }
    const joined = personId !== undefined || action !== undefined;
    const source =
      cell === undefined
        ? 'audit_trail t'
        : `audit_trail_cells c${joined ? ' JOIN audit_trail t ON t.entry_id = c.entry_id' : ''}`;
    const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
    const rows = await this.database.query<{ id: number; at: Date }>(
      `SELECT ${cell === undefined ? '' : 'DISTINCT'} ${lead}.entry_id AS id, ${lead}.at FROM ${source} ${where}
        ORDER BY ${lead}.at DESC, ${lead}.entry_id DESC LIMIT ${limit}`,
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
      `SELECT 'school' AS kind, id::text, name FROM current_schools WHERE id::text = ANY ($1::text[])
       UNION ALL SELECT 'person', id::text, display_name FROM people WHERE id::text = ANY ($2::text[])
       UNION ALL SELECT 'round', id::text, year || ' ' || kind FROM rounds WHERE id::text = ANY ($3::text[])`,
      [ids.schools, ids.people, ids.rounds],
    );
    const of = (kind: string) => new Map(rows.filter((row) => row.kind === kind).map(({ id, name }) => [id, name]));
    return { schools: of('school'), people: of('person'), rounds: of('round') };
  }
}
