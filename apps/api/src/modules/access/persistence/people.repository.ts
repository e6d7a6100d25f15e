import { Injectable } from '@nestjs/common';
import { breaksUnique, Database } from '../../../platform/database/database.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import { pinyinInitials } from '../../../platform/search/pinyin-initials.ts';
import { accessErrors } from '../access.errors.ts';
import { SqlParameters, type Scope } from '../access.scope.ts';
import type { ListedAccount } from '../access.types.ts';
import { LAST_ENDED_GRANT } from './places.sql.ts';

const ACCOUNT = `p.id, p.login, p.display_name AS "displayName", p.must_change_password AS "mustChangePassword",
  p.locked_at AS "lockedAt", p.last_sign_in_at AS "lastSignInAt", p.language, p.initials, p.email`;

@Injectable()
export class PeopleRepository {
  constructor(private readonly database: Database) {}

  /** Is there such an account, and is it not locked? */
  async isActive(personId: string, reader: Reader = this.database): Promise<boolean> {
    const rows = await reader.query('SELECT p.id FROM people p WHERE p.id = $1 AND p.locked_at IS NULL', [personId]);
    return rows.length > 0;
  }

  /** For signing in only: before it, nobody has a scope. */
  async findCredentials(
    login: string,
    reader: Reader = this.database,
  ): Promise<(ListedAccount & { readonly passwordHash: string | null }) | null> {
    const [row] = await reader.query<ListedAccount & { passwordHash: string | null }>(
      `SELECT ${ACCOUNT}, p.password_hash AS "passwordHash" FROM people p WHERE p.login = $1`,
      [login],
    );
    return row ?? null;
  }

  /**
   * People with a grant in force or to come within scope, by login; and those who have none any more but whose last one lay
   * within scope, so that they can be taken back.
   */
  async findInScope(
    scope: Scope,
    filter: { readonly regionId?: string; readonly schoolId?: string; readonly personId?: string },
    today: string,
    reader: Reader = this.database,
  ): Promise<readonly ListedAccount[]> {
    const parameters = new SqlParameters();
    const day = parameters.add(today);
    const conditions = [
      `(${inForceOrToCome('g', day)} OR (g.id = ${LAST_ENDED_GRANT} AND NOT EXISTS (
         SELECT 1 FROM grants held WHERE held.person_id = g.person_id AND ${inForceOrToCome('held', day)})))`,
      `(${scope.regions('place.id', parameters)} OR ${scope.schools('g.school_id', parameters)})`,
    ];
    if (filter.personId !== undefined) conditions.push(`g.person_id = ${parameters.add(filter.personId)}`);
    if (filter.schoolId !== undefined) conditions.push(`g.school_id = ${parameters.add(filter.schoolId)}`);
    if (filter.regionId !== undefined) {
      conditions.push(
        `starts_with(place.path, (SELECT path FROM regions WHERE id = ${parameters.add(filter.regionId)}))`,
      );
    }
    return reader.query<ListedAccount>(
      `SELECT ${ACCOUNT} FROM people p WHERE p.id IN (
         SELECT g.person_id FROM grants g
           LEFT JOIN units u ON u.id = g.unit_id
           LEFT JOIN areas a ON a.id = g.area_id
           LEFT JOIN current_schools s ON s.id = g.school_id
           JOIN regions place ON place.id = COALESCE(g.region_id, u.region_id, a.region_id, s.region_id)
          WHERE ${conditions.join(' AND ')})
       ORDER BY p.login LIMIT 5000`,
      parameters.values,
    );
  }

  /** When each was last here, as far as sessions are still known. */
  async findLastSeen(personIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    const rows = await this.database.query<{ id: string; at: Date | null }>(
      `SELECT p.id, greatest(p.last_sign_in_at,
                (SELECT max(s.last_seen_at) FROM sessions s WHERE s.person_id = p.id)) AS at
         FROM people p WHERE p.id = ANY ($1::uuid[])`,
      [personIds],
    );
    return new Map(rows.flatMap(({ id, at }) => (at === null ? [] : [[id, at]])));
  }

  async add(
    tx: Transaction,
    person: {
      readonly login: string;
      readonly displayName: string;
      readonly passwordHash: string | null;
      readonly mustChangePassword: boolean;
    },
  ): Promise<string> {
    try {
      const [row] = await tx.query<{ id: string }>(
        `INSERT INTO people (login, display_name, password_hash, must_change_password, created_at, initials)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
        [
          person.login,
          person.displayName,
          person.passwordHash,
          person.mustChangePassword,
          tx.at,
          pinyinInitials(person.displayName, 'person'),
        ],
      );
      return row?.id ?? '';
    } catch (error) {
      if (breaksUnique(error, 'people_login_key')) throw accessErrors.loginTaken(person.login);
      throw error;
    }
  }

  /** The row stays locked until the transaction ends: two resets of one person queue up. */
  async findForUpdate(
    tx: Transaction,
    personId: string,
  ): Promise<(ListedAccount & { readonly passwordHash: string | null }) | null> {
    const [row] = await tx.query<ListedAccount & { passwordHash: string | null }>(
      `SELECT ${ACCOUNT}, p.password_hash AS "passwordHash" FROM people p WHERE p.id = $1 FOR UPDATE`,
      [personId],
    );
    return row ?? null;
  }

  async setPassword(tx: Transaction, personId: string, passwordHash: string): Promise<void> {
    await tx.execute('UPDATE people SET password_hash = $2, must_change_password = false WHERE id = $1', [
      personId,
      passwordHash,
    ]);
  }

  /** The password was printed for anybody to read: outside a demonstration it must be changed at the first sign-in. */
  async markPasswordPrinted(tx: Transaction, personId: string): Promise<void> {
    await tx.execute('UPDATE people SET must_change_password = true WHERE id = $1', [personId]);
  }

  async recordSignIn(tx: Transaction, personId: string): Promise<void> {
    await tx.execute('UPDATE people SET last_sign_in_at = $2 WHERE id = $1', [personId, tx.at]);
  }

  async setLocked(tx: Transaction, personId: string, locked: boolean, reason: string): Promise<void> {
    await tx.execute('UPDATE people SET locked_at = $2, lock_reason = $3 WHERE id = $1', [
      personId,
      locked ? tx.at : null,
      locked ? reason : null,
    ]);
  }

  /** With the initials that go with the name. */
  async rename(tx: Transaction, personId: string, displayName: string): Promise<void> {
    await tx.execute('UPDATE people SET display_name = $2, initials = $3 WHERE id = $1', [
      personId,
      displayName,
      pinyinInitials(displayName, 'person'),
    ]);
  }

  async setEmail(tx: Transaction, personId: string, email: string | null): Promise<void> {
    await tx.execute('UPDATE people SET email = $2 WHERE id = $1', [personId, email]);
  }

  async findEmail(personId: string, reader: Reader = this.database): Promise<string | null> {
    const [row] = await reader.query<{ email: string | null }>('SELECT email FROM people WHERE id = $1', [personId]);
    return row?.email ?? null;
  }

  async findTakenLogins(logins: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ login: string }>(
      'SELECT login FROM people WHERE login = ANY ($1::text[])',
      [logins],
    );
    return new Set(rows.map(({ login }) => login));
  }

  async lockReason(personId: string): Promise<string | null> {
    const [row] = await this.database.query<{ reason: string | null }>(
      'SELECT lock_reason AS reason FROM people WHERE id = $1',
      [personId],
    );
    return row?.reason ?? null;
  }

  async setLanguage(tx: Transaction, personId: string, language: ListedAccount['language']): Promise<void> {
    await tx.execute('UPDATE people SET language = $2 WHERE id = $1', [personId, language]);
  }

  async isEmpty(reader: Reader = this.database): Promise<boolean> {
    const [row] = await reader.query<{ empty: boolean }>('SELECT NOT EXISTS (SELECT 1 FROM people) AS empty');
    return row?.empty ?? true;
  }
}

function inForceOrToCome(grant: string, day: string): string {
  return `(${grant}.revoked_at IS NULL AND (${grant}.valid_to IS NULL OR ${grant}.valid_to >= ${day}::date))`;
}
