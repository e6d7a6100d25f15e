import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.ts';
import { groupedRead } from '../../../platform/database/grouped-work.ts';
import { forOnePlan } from '../../../platform/database/prepared-statements.ts';
import type { Reader, Transaction } from '../../../platform/database/transaction.ts';
import type { LiveSession, PersonAccount } from '../access.types.ts';

export interface SessionRow {
  readonly id: string;
  readonly csrfToken: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly endsAt: Date;
  readonly address: string;
  readonly userAgent: string;
  readonly signedInBy: LiveSession['signedInBy'];
}

export type FoundSession = SessionRow & {
  readonly endedAt: Date | null;
  readonly person: PersonAccount;
  readonly hasSecondFactor: boolean;
};

type FoundRow = SessionRow &
  Omit<PersonAccount, 'id'> & {
    readonly tokenHash: string;
    readonly endedAt: Date | null;
    readonly personId: string;
    readonly hasSecondFactor: boolean;
  };

/** Sessions are found by the hash of their token, or listed for the one person they belong to: no scope reaches them. */
@Injectable()
export class SessionsRepository {
  private readonly byToken = groupedRead((tokenHashes) => this.findByTokens(tokenHashes));

  constructor(private readonly database: Database) {}

  /** One statement for all that are asked for at the same time: every request begins with this. */
  async findByToken(tokenHash: string): Promise<FoundSession | null> {
    return (await this.byToken(tokenHash)) ?? null;
  }

  private async findByTokens(tokenHashes: readonly string[]): Promise<ReadonlyMap<string, FoundSession>> {
    const [first] = tokenHashes;
    if (first === undefined) return new Map();
    const rows = await this.database.query<FoundRow>(
      `SELECT s.token_hash AS "tokenHash", s.id, s.csrf_token AS "csrfToken", s.started_at AS "startedAt",
              s.last_seen_at AS "lastSeenAt", s.ends_at AS "endsAt", s.ended_at AS "endedAt", s.address,
              s.user_agent AS "userAgent", s.signed_in_by AS "signedInBy", p.language,
              p.id AS "personId", p.login, p.display_name AS "displayName",
              p.must_change_password AS "mustChangePassword", p.locked_at AS "lockedAt",
              p.last_sign_in_at AS "lastSignInAt",
              EXISTS (SELECT FROM second_factors f WHERE f.person_id = p.id AND f.confirmed_at IS NOT NULL)
                AS "hasSecondFactor"
         FROM sessions s JOIN people p ON p.id = s.person_id WHERE s.token_hash = ANY ($1::text[])`,
      [forOnePlan(tokenHashes, first)],
    );
    return new Map(
      rows.map(
        ({
          tokenHash,
          personId,
          login,
          displayName,
          mustChangePassword,
          lockedAt,
          lastSignInAt,
          language,
          ...session
        }) => {
          const person = { id: personId, login, displayName, mustChangePassword, lockedAt, lastSignInAt, language };
          return [tokenHash, { ...session, person }];
        },
      ),
    );
  }

  async add(
    tx: Transaction,
    session: {
      readonly tokenHash: string;
      readonly csrfToken: string;
      readonly personId: string;
      readonly endsAt: Date;
      readonly address: string;
      readonly userAgent: string;
      readonly signedInBy: LiveSession['signedInBy'];
    },
  ): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO sessions (token_hash, csrf_token, person_id, started_at, last_seen_at, ends_at, address, user_agent,
         signed_in_by)
       VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8) RETURNING id`,
      [
        session.tokenHash,
        session.csrfToken,
        session.personId,
        tx.at,
        session.endsAt,
        session.address,
        session.userAgent,
        session.signedInBy,
      ],
    );
    return row?.id ?? '';
  }

  async touch(tx: Transaction, sessionId: string): Promise<void> {
    await tx.execute('UPDATE sessions SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2', [sessionId, tx.at]);
  }

  async findLive(
    personId: string,
    now: Date,
    idleSince: Date,
    reader: Reader = this.database,
  ): Promise<readonly SessionRow[]> {
    return reader.query<SessionRow>(
      `SELECT id, csrf_token AS "csrfToken", started_at AS "startedAt", last_seen_at AS "lastSeenAt",
              ends_at AS "endsAt", address, user_agent AS "userAgent", signed_in_by AS "signedInBy"
         FROM sessions WHERE person_id = $1 AND ended_at IS NULL AND ends_at > $2 AND last_seen_at > $3
        ORDER BY last_seen_at DESC`,
      [personId, now, idleSince],
    );
  }

  /** Ends one session of this person; false when it is not theirs or has ended. */
  async end(tx: Transaction, personId: string, sessionId: string): Promise<boolean> {
    const ended = await tx.execute(
      'UPDATE sessions SET ended_at = $3 WHERE id = $2 AND person_id = $1 AND ended_at IS NULL',
      [personId, sessionId, tx.at],
    );
    return ended > 0;
  }

  async endAll(tx: Transaction, personId: string, exceptSessionId: string | null): Promise<number> {
    return tx.execute(
      'UPDATE sessions SET ended_at = $3 WHERE person_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $2::uuid',
      [personId, exceptSessionId, tx.at],
    );
  }
}
