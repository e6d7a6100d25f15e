import { Inject, Injectable } from '@nestjs/common';
import { permissionsByRole, type Permission } from '@junheng/api-contract';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import { DomainError } from '../../platform/errors/domain-error.ts';
import { actorOf } from './access.decorators.ts';
import { accessErrors } from './access.errors.ts';
import { ADDRESS_LIMIT, homeCounty, mustSetUpSecondFactor, PAIR_LIMIT } from './access.rules.ts';
import type { LiveSession, PersonAccount } from './access.types.ts';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import { FailedSignIns } from './failed-sign-ins.service.ts';
import { PasswordHasher } from './password-hasher.ts';
import { GrantsRepository } from './persistence/grants.repository.ts';
import { PeopleRepository } from './persistence/people.repository.ts';
import { RateLimitsRepository } from './persistence/rate-limits.repository.ts';
import { RetentionRepository } from './persistence/retention.repository.ts';
import { SessionsRepository, type SessionRow } from './persistence/sessions.repository.ts';
import { SignInsRepository, type SignInRow } from './persistence/sign-ins.repository.ts';
import { SecondFactors, type CodeMeans } from './second-factors.service.ts';
import { limitKeys, refuseBlocked } from './sign-in-limits.ts';
import { hashToken, newToken } from './tokens.ts';

const MINUTE = 60_000;
const LONGEST_USER_AGENT = 300;
/** Successes, and as many failures. */
const HISTORY_ROWS = 20;

export interface Caller {
  readonly address: string;
  readonly userAgent: string;
}

@Injectable()
export class SessionsService {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly hasher: PasswordHasher,
    private readonly people: PeopleRepository,
    private readonly grants: GrantsRepository,
    private readonly sessions: SessionsRepository,
    private readonly limits: RateLimitsRepository,
    private readonly signIns: SignInsRepository,
    private readonly secondFactors: SecondFactors,
    private readonly failures: FailedSignIns,
    private readonly retention: RetentionRepository,
  ) {}

  /**
   * @returns the session's token (for the cookie) and the session
   * @param given.code of the second factor, for whoever has one
   * @throws session.slowed-down, session.wrong-credentials, session.account-locked, session.second-factor-required,
   *   second-factor.wrong-code, second-factor.code-used, second-factor.unreadable
   */
  async signIn(
    given: { readonly login: string; readonly password: string; readonly code?: string | undefined },
    from: Caller,
  ): Promise<{ readonly token: string; readonly session: LiveSession }> {
    const caller = { ...from, userAgent: from.userAgent.slice(0, LONGEST_USER_AGENT) };
    const login = given.login.trim().toLowerCase();
    const keys = limitKeys(login, caller.address);
    const anonymous: Actor = { kind: 'anonymous', address: caller.address };
    await this.transactions.run(anonymous, async (tx) => {
      refuseBlocked(await this.limits.take(tx, keys.address, ADDRESS_LIMIT), tx.at);
      refuseBlocked(await this.limits.take(tx, keys.pair, PAIR_LIMIT), tx.at);
    });
    const person = await this.people.findCredentials(login);
    const right = await this.hasher.verify(person?.passwordHash ?? null, given.password);
    if (person === null || !right) {
      await this.failures.record(anonymous, person, 'wrong-password', caller);
      throw accessErrors.wrongCredentials();
    }
    if (person.lockedAt !== null) {
      await this.failures.record(anonymous, person, 'account-locked', caller);
      throw accessErrors.accountLocked();
    }
    const means = await this.askForCode(person, given.code, keys, caller);

    const token = newToken();
    const now = this.clock.now();
    const held = (await this.grants.heldBy([person.id], calendarDay(now))).get(person.id) ?? [];
    const actor: Actor = { kind: 'system', process: 'sign-in' };
    await this.transactions.run(actor, async (tx) => {
      // In the order in which tries are counted, so that two of them never wait for each other.
      await this.limits.giveBack(tx, keys.address, ADDRESS_LIMIT);
      await this.limits.forget(tx, keys.pair);
      await this.limits.forgetEnded(tx);
      const failuresBefore = await this.failures.settle(tx, person.id);
      // Meanwhile the password may have been changed, which ended all sessions: none may begin with the old one.
      const now = await this.people.findForUpdate(tx, person.id);
      if (now?.passwordHash !== person.passwordHash) throw accessErrors.wrongCredentials();
      if (now?.lockedAt !== null) throw accessErrors.accountLocked();
      const id = await this.sessions.add(tx, {
        tokenHash: hashToken(token),
        csrfToken: newToken(),
        personId: person.id,
        endsAt: new Date(tx.at.getTime() + this.config.sessionHours * 60 * MINUTE),
        address: caller.address,
        userAgent: caller.userAgent,
        signedInBy: means ?? 'password',
      });
      await this.signIns.note(tx, person.id, 'signed-in', caller);
      await this.people.recordSignIn(tx, person.id);
      await this.audit.append(tx, {
        countyId: homeCounty(held),
        action: 'session.started',
        subject: { kind: 'person', id: person.id },
        details: { session: id, login, address: caller.address, failuresBefore, signedInBy: means ?? 'password' },
      });
    });
    return { token, session: await this.resume(token, caller.address) };
  }

  /** The second factor, where there is one. A right password alone costs nothing; a wrong code is told like a wrong password. */
  private async askForCode(
    person: PersonAccount,
    code: string | undefined,
    keys: { readonly pair: string; readonly address: string },
    caller: Caller,
  ): Promise<CodeMeans | null> {
    const anonymous: Actor = { kind: 'anonymous', address: caller.address };
    try {
      return await this.secondFactors.demand(anonymous, person, code);
    } catch (error) {
      const refusal = error instanceof DomainError ? error.code : null;
      if (refusal === 'session.second-factor-required') {
        await this.transactions.run(anonymous, async (tx) => {
          await this.limits.giveBack(tx, keys.address, ADDRESS_LIMIT);
          await this.limits.giveBack(tx, keys.pair, PAIR_LIMIT);
        });
      }
      if (refusal === 'second-factor.wrong-code' || refusal === 'second-factor.code-used') {
        await this.failures.record(anonymous, person, 'wrong-code', caller);
      }
      throw error;
    }
  }

  /**
   * The live session of a token; notes once a minute that it is in use.
   * @throws session.expired when there is none, it has ended, its limits have passed or its person is locked
   */
  async resume(token: string, address: string): Promise<LiveSession> {
    const found = await this.sessions.findByToken(hashToken(token));
    const now = this.clock.now();
    if (
      found === null ||
      found.endedAt !== null ||
      found.person.lockedAt !== null ||
      now >= found.endsAt ||
      now >= this.idleUntil(found.lastSeenAt)
    ) {
      throw accessErrors.sessionExpired();
    }
    const grants = await this.grants.heldByOne(found.person.id, calendarDay(now));
    // Passwords that were printed are for trying out: only there do they stay good.
    const mustChangePassword = found.person.mustChangePassword && this.config.mode === 'production';
    const person = { ...found.person, mustChangePassword };
    const session: LiveSession = {
      ...found,
      person,
      grants,
      mustSetUpSecondFactor: mustSetUpSecondFactor(grants, found.hasSecondFactor, found.startedAt),
    };
    if (now.getTime() - found.lastSeenAt.getTime() < MINUTE) return session;
    await this.transactions.run(actorOf(session, address), (tx) => this.sessions.touch(tx, found.id));
    return { ...session, lastSeenAt: now };
  }

  /** The role that carried this permission and ended last, for saying so; null where none ever did. */
  async endedRole(
    session: LiveSession,
    permission: Permission,
  ): Promise<{ readonly role: string; readonly place: string; readonly endedOn: string } | null> {
    const ended = await this.grants.endedOf(session.person.id, calendarDay(this.clock.now()));
    const last = ended.find(({ role }) => permissionsByRole[role].includes(permission));
    return last === undefined ? null : { role: last.role, place: last.place.name, endedOn: last.endedOn };
  }

  idleUntil(lastSeenAt: Date): Date {
    return new Date(lastSeenAt.getTime() + this.config.sessionIdleMinutes * MINUTE);
  }

  async signOut(session: LiveSession, actor: Actor): Promise<void> {
    await this.end(session, actor, session.id);
  }

  /** The person's own live sessions, newest first. */
  async listOwn(session: LiveSession): Promise<readonly SessionRow[]> {
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - this.config.sessionIdleMinutes * MINUTE);
    return this.sessions.findLive(session.person.id, now, idleSince);
  }

  /** The newest sign-ins of the person, and the newest failures. */
  async history(session: LiveSession): Promise<readonly SignInRow[]> {
    return this.signIns.findLast(session.person.id, HISTORY_ROWS);
  }

  /** For how many days the history goes back. */
  async historyKeptDays(): Promise<number> {
    return (await this.retention.read()).signInsDays;
  }

  /** Ends all of the person's sessions but the one that asks. @returns how many */
  async endOthers(session: LiveSession, actor: Actor): Promise<number> {
    return this.transactions.run(actor, async (tx) => {
      const endedSessions = await this.sessions.endAll(tx, session.person.id, session.id);
      await this.audit.append(tx, {
        countyId: homeCounty(session.grants),
        action: 'session.others-ended',
        subject: { kind: 'person', id: session.person.id },
        details: { endedSessions },
      });
      return endedSessions;
    });
  }

  /** Ends one of the person's own sessions; one that is not theirs, or has ended, is left alone without a word. */
  async end(session: LiveSession, actor: Actor, sessionId: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      if (!(await this.sessions.end(tx, session.person.id, sessionId))) return;
      await this.audit.append(tx, {
        countyId: homeCounty(session.grants),
        action: 'session.ended',
        subject: { kind: 'person', id: session.person.id },
        details: { session: sessionId },
      });
    });
  }
}
