import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.ts';
import { SqlParameters, type Scope } from '../access.scope.ts';
import type { PersonEvent } from '../access.types.ts';

/** Sign-ins are many and have a page of their own. */
const MOST = 200;

/** What the audit log says about an account: the entries in the chains of the counties in scope. */
@Injectable()
export class PersonHistoryRepository {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async find(scope: Scope, personId: string): Promise<readonly PersonEvent[]> {
    const parameters = new SqlParameters();
    return this.database.query<PersonEvent>(
      `SELECT e.id, e.content::jsonb ->> 'at' AS at, e.content::jsonb ->> 'action' AS action,
              e.content::jsonb #>> '{actor,name}' AS by, e.content::jsonb -> 'details' AS details
         FROM audit_entries e
        WHERE e.subject_kind = 'person' AND e.subject_id = ${parameters.add(personId)}
          AND e.content::jsonb ->> 'action' NOT LIKE 'session.%' AND ${scope.regions('e.chain_id', parameters)}
        ORDER BY e.id DESC LIMIT ${MOST}`,
      parameters.values,
    );
  }
}
