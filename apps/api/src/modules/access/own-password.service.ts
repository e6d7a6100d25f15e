import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import { accessErrors } from './access.errors.ts';
import { homeCounty, PAIR_LIMIT, passwordWeakness } from './access.rules.ts';
import type { LiveSession } from './access.types.ts';
import { FailedSignIns } from './failed-sign-ins.service.ts';
import { PasswordHasher } from './password-hasher.ts';
import { OneTimeLinksRepository } from './persistence/one-time-links.repository.ts';
import { PeopleRepository } from './persistence/people.repository.ts';
import { RateLimitsRepository } from './persistence/rate-limits.repository.ts';
import { SessionsRepository } from './persistence/sessions.repository.ts';
import { limitKeys, refuseBlocked } from './sign-in-limits.ts';

/** The signed-in person's own password: shown again before what matters, and changed. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly hasher: PasswordHasher,
    private readonly people: PeopleRepository,
    private readonly sessions: SessionsRepository,
    private readonly limits: RateLimitsRepository,
    private readonly links: OneTimeLinksRepository,
    private readonly failures: FailedSignIns,
  ) {}

  /**
   * A session that was left open is not enough.
   * @returns the hash that the password fits
   * @throws password.wrong-current, session.slowed-down
   */
  async prove(session: LiveSession, actor: Actor, password: string, address: string): Promise<string> {
    const { person } = session;
    const key = limitKeys(person.login, address).pair;
    await this.transactions.run(actor, async (tx) => refuseBlocked(await this.limits.take(tx, key, PAIR_LIMIT), tx.at));
    const credentials = await this.people.findCredentials(person.login);
    const passwordHash = credentials?.passwordHash ?? null;
    if (!(await this.hasher.verify(passwordHash, password)) || passwordHash === null) {
      await this.failures.record(actor, person, 'wrong-current-password');
      throw accessErrors.wrongCurrentPassword();
    }
    await this.transactions.run(actor, (tx) => this.limits.forget(tx, key));
    return passwordHash;
  }

  /**
   * Changes the password and ends the person's other sessions.
   * @returns how many ended
   * @throws password.wrong-current, password.too-weak, session.slowed-down
   */
  async change(session: LiveSession, actor: Actor, current: string, next: string, address: string): Promise<number> {
    const { person } = session;
    const proven = await this.prove(session, actor, current, address);
    const weakness = current === next ? 'unchanged' : passwordWeakness(next, person.login);
    if (weakness !== null) throw accessErrors.passwordTooWeak(weakness);
    const passwordHash = await this.hasher.hash(next);
    return this.transactions.run(actor, async (tx) => {
      const now = await this.people.findForUpdate(tx, person.id);
      if (now?.passwordHash !== proven) throw accessErrors.wrongCurrentPassword();
      await this.people.setPassword(tx, person.id, passwordHash);
      // A link sent for the forgotten password would undo the change for whoever finds it.
      await this.links.withdraw(tx, 'password-reset', person.id);
      const ended = await this.sessions.endAll(tx, person.id, session.id);
      await this.audit.append(tx, {
        countyId: homeCounty(session.grants),
        action: 'password.changed',
        subject: { kind: 'person', id: person.id },
        details: { endedSessions: ended },
      });
      return ended;
    });
  }
}
