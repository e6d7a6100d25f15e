import { Injectable } from '@nestjs/common';
import type { LiveSessions, SignIns } from '@junheng/api-contract';
import { Database } from '../../../platform/database/database.ts';

type SignInRow = Omit<SignIns['signIns'][number], 'person' | 'lastAt'> & {
  readonly personId: string;
  readonly lastAt: Date;
};
type SessionRow = Omit<LiveSessions['sessions'][number], 'person' | 'startedAt' | 'lastSeenAt'> & {
  readonly personId: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
};

/** Sign-ins and sessions of people whose ids a scope has given (`PeopleRepository.findInScope`). */
@Injectable()
export class WatchedSignInsRepository {
  constructor(private readonly database: Database) {}

  async findSignIns(personIds: readonly string[], onlyFailed: boolean, most: number): Promise<readonly SignInRow[]> {
    return this.database.query<SignInRow>(
      `SELECT person_id AS "personId", outcome, last_at AS "lastAt", times, address, user_agent AS "userAgent"
         FROM sign_ins WHERE person_id = ANY ($1::uuid[])${onlyFailed ? ` AND outcome <> 'signed-in'` : ''}
        ORDER BY last_at DESC, person_id LIMIT ${most}`,
      [personIds],
    );
  }

  async findLive(
    personIds: readonly string[],
    now: Date,
    idleSince: Date,
    most: number,
  ): Promise<readonly SessionRow[]> {
    return this.database.query<SessionRow>(
      `SELECT id, person_id AS "personId", started_at AS "startedAt", last_seen_at AS "lastSeenAt", address,
              user_agent AS "userAgent"
         FROM sessions WHERE person_id = ANY ($1::uuid[]) AND ended_at IS NULL AND ends_at > $2 AND last_seen_at > $3
        ORDER BY last_seen_at DESC, id LIMIT ${most}`,
      [personIds, now, idleSince],
    );
  }
}
