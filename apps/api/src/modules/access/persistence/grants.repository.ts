import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.ts';
import { actorPersonId } from '../../../platform/database/actor.ts';
import { groupedRead } from '../../../platform/database/grouped-work.ts';
import { forOnePlan } from '../../../platform/database/prepared-statements.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import type { Role } from '@junheng/api-contract';
import { SqlParameters, type Scope } from '../access.scope.ts';
import type { EndedGrant, HeldGrant, Place, RecordedGrant } from '../access.types.ts';
import { endedGrantsSql, everyGrantSql, heldGrantsSql, lastEndedGrantsSql } from './places.sql.ts';

type GrantRow = HeldGrant & { readonly personId: string };

/** Grants in force, and to come where it says so. Reading those of a person needs no scope: it is what scopes are made of. */
@Injectable()
export class GrantsRepository {
  private day = '';
  private heldToday = groupedRead(async (): Promise<ReadonlyMap<string, readonly HeldGrant[]>> => new Map());

  constructor(private readonly database: Database) {}

  async heldBy(
    personIds: readonly string[],
    today: string,
    reader: Reader = this.database,
  ): Promise<ReadonlyMap<string, readonly HeldGrant[]>> {
    return this.find(personIds, today, reader, false);
  }

  /** With grants that begin later: who manages a person must have the right to give those, too. */
  async heldOrToCome(
    personIds: readonly string[],
    today: string,
    reader: Reader = this.database,
  ): Promise<ReadonlyMap<string, readonly HeldGrant[]>> {
    return this.find(personIds, today, reader, true);
  }

  /** Those of one person in force; one statement for all people that are asked for at the same time. */
  async heldByOne(personId: string, today: string): Promise<readonly HeldGrant[]> {
    if (today !== this.day) {
      this.day = today;
      this.heldToday = groupedRead((personIds) => this.find(personIds, today, this.database, false));
    }
    return (await this.heldToday(personId)) ?? [];
  }

  /** Of each of these people the grant that ended last. */
  async lastEnded(
    personIds: readonly string[],
    reader: Reader = this.database,
  ): Promise<ReadonlyMap<string, HeldGrant>> {
    const rows = await reader.query<GrantRow>(lastEndedGrantsSql('$1'), [personIds]);
    return new Map(rows.map(({ personId, ...grant }) => [personId, grant]));
  }

  /** Those of one person that are over, the newest first. */
  async endedOf(personId: string, today: string): Promise<readonly EndedGrant[]> {
    return this.database.query<EndedGrant>(endedGrantsSql('$1', '$2::date'), [personId, today]);
  }

  /** Every grant that one person ever held at a place within scope, the newest first. */
  async everyOf(scope: Scope, personId: string): Promise<readonly RecordedGrant[]> {
    const p = new SqlParameters();
    const id = p.add(personId);
    return this.database.query<RecordedGrant>(
      everyGrantSql(id, `(${scope.regions('p.id', p)} OR ${scope.schools('g.school_id', p)})`),
      p.values,
    );
  }

  private async find(
    personIds: readonly string[],
    today: string,
    reader: Reader,
    toCome: boolean,
  ): Promise<ReadonlyMap<string, readonly HeldGrant[]>> {
    const [first] = personIds;
    if (first === undefined) return new Map();
    const rows = await reader.query<GrantRow>(
      `${heldGrantsSql('g.person_id = ANY ($1::uuid[])', '$2::date', toCome)} ORDER BY g.valid_from, g.id`,
      [forOnePlan(personIds, first), today],
    );
    const held = new Map<string, HeldGrant[]>(personIds.map((id) => [id, []]));
    for (const { personId, ...grant } of rows) held.get(personId)?.push(grant);
    return held;
  }

  /** The person's grant, in force or to come; locked until the transaction ends. */
  async findForUpdate(tx: Transaction, personId: string, grantId: string, today: string): Promise<HeldGrant | null> {
    await tx.query('SELECT id FROM grants WHERE id = $1 AND person_id = $2 FOR UPDATE', [grantId, personId]);
    const [row] = await tx.query<GrantRow>(heldGrantsSql('g.id = $1 AND g.person_id = $2', '$3::date', true), [
      grantId,
      personId,
      today,
    ]);
    return row ?? null;
  }

  /** Grants of the role at exactly this region in force, besides these, of people who can sign in; `lasting`: without an end. */
  async countOthers(
    tx: Transaction,
    wanted: {
      readonly role: Role;
      readonly regionId: string;
      readonly besides: readonly string[];
      readonly today: string;
      readonly lasting: boolean;
    },
  ): Promise<number> {
    const { role, regionId, besides, today, lasting } = wanted;
    // The region's row serialises two administrators removing each other at the same time.
    await tx.query('SELECT id FROM regions WHERE id = $1 FOR UPDATE', [regionId]);
    const [row] = await tx.query<{ holders: number }>(
      `SELECT count(*) AS holders
         FROM grants g JOIN people p ON p.id = g.person_id AND p.locked_at IS NULL
        WHERE g.role = $1 AND g.region_id = $2 AND g.id <> ALL ($3::uuid[]) AND g.revoked_at IS NULL
          AND g.valid_from <= $4 AND (g.valid_to IS NULL OR (NOT $5 AND g.valid_to >= $4))`,
      [role, regionId, besides, today, lasting],
    );
    return row?.holders ?? 0;
  }

  async add(
    tx: Transaction,
    personId: string,
    grant: { readonly role: Role; readonly place: Place; readonly validFrom: string; readonly validTo: string | null },
  ): Promise<string> {
    const { place } = grant;
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO grants (person_id, role, region_id, unit_id, area_id, school_id, valid_from, valid_to, granted_at, granted_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
      [
        personId,
        grant.role,
        place.kind === 'region' ? place.regionId : null,
        place.kind === 'unit' ? place.unitId : null,
        place.kind === 'area' ? place.areaId : null,
        place.kind === 'school' ? place.schoolId : null,
        grant.validFrom,
        grant.validTo,
        tx.at,
        actorPersonId(tx.actor),
      ],
    );
    return row?.id ?? '';
  }

  async setEnd(tx: Transaction, grantId: string, validTo: string | null): Promise<void> {
    await tx.execute('UPDATE grants SET valid_to = $2 WHERE id = $1', [grantId, validTo]);
  }

  async revoke(tx: Transaction, grantId: string): Promise<void> {
    await tx.execute('UPDATE grants SET revoked_at = $2, revoked_by = $3 WHERE id = $1', [
      grantId,
      tx.at,
      actorPersonId(tx.actor),
    ]);
  }

  /** A place within scope, with its name and path; null when there is none. */
  async findPlace(
    scope: Scope,
    wanted: { readonly kind: Place['kind']; readonly id: string },
    reader: Reader = this.database,
  ): Promise<{ readonly place: Place; readonly countyId: string | null } | null> {
    const parameters = new SqlParameters();
    const id = parameters.add(wanted.id);
    const [row] = await reader.query<{ name: string; path: string; regionId: string; countyId: string | null }>(
      `SELECT w.name, r.path, r.id AS "regionId", c.id AS "countyId"
         FROM (${PLACE_SOURCES[wanted.kind]}) AS w (id, name, region_id)
         JOIN regions r ON r.id = w.region_id
         LEFT JOIN regions c ON c.level = 'county' AND starts_with(r.path, c.path)
        WHERE w.id = ${id} AND ${scope.regions('r.id', parameters)}`,
      parameters.values,
    );
    if (row === undefined) return null;
    const { name, path, regionId, countyId } = row;
    switch (wanted.kind) {
      case 'region':
        return { place: { kind: 'region', regionId, path, name }, countyId };
      case 'unit':
        return { place: { kind: 'unit', unitId: wanted.id, regionId, path, name }, countyId };
      case 'area':
        return { place: { kind: 'area', areaId: wanted.id, path, name }, countyId };
      case 'school':
        return { place: { kind: 'school', schoolId: wanted.id, path, name }, countyId };
      default: {
        const exhaustive: never = wanted.kind;
        return exhaustive;
      }
    }
  }
}

const PLACE_SOURCES: Readonly<Record<Place['kind'], string>> = {
  region: 'SELECT id, name, id FROM regions',
  unit: 'SELECT id, name, region_id FROM units WHERE closed_on IS NULL',
  area: 'SELECT id, name, region_id FROM areas WHERE ends_on IS NULL',
  school: 'SELECT id, name, region_id FROM current_schools WHERE closed_on IS NULL',
};
