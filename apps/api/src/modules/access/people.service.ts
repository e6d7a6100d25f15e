import { Injectable } from '@nestjs/common';
import type { Role } from '@junheng/api-contract';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { accessErrors } from './access.errors.ts';
import { homeCounty, mayManage } from './access.rules.ts';
import { Scope } from './access.scope.ts';
import type { HeldGrant, PersonRecord, PersonWithGrants } from './access.types.ts';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import { EmailAddresses } from './email-addresses.service.ts';
import { GrantsService, type WantedGrant } from './grants.service.ts';
import { ManagedPeople } from './managed-people.service.ts';
import { OneTimeLinksService } from './one-time-links.service.ts';
import { GrantsRepository } from './persistence/grants.repository.ts';
import { PeopleRepository } from './persistence/people.repository.ts';
import { PersonHistoryRepository } from './persistence/person-history.repository.ts';
import { SessionsRepository } from './persistence/sessions.repository.ts';
import { SecondFactors } from './second-factors.service.ts';

export interface IssuedLink {
  readonly url: string;
  readonly expiresAt: Date;
}

/** Somebody new, with a first role. */
export interface WantedPerson {
  readonly login: string;
  readonly displayName: string;
  readonly email?: string | null | undefined;
  readonly grant: WantedGrant;
}

const SCHOOL_ROLES: ReadonlySet<Role> = new Set(['school-reporter', 'school-principal']);

/** Who may sign in and do what: managed by the level above, never beyond its own rights. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly people: PeopleRepository,
    private readonly grants: GrantsRepository,
    private readonly giving: GrantsService,
    private readonly sessions: SessionsRepository,
    private readonly links: OneTimeLinksService,
    private readonly managed: ManagedPeople,
    private readonly secondFactors: SecondFactors,
    private readonly history: PersonHistoryRepository,
    private readonly emails: EmailAddresses,
  ) {}

  async list(
    scope: Scope,
    filter: { readonly regionId?: string | undefined; readonly schoolId?: string | undefined },
  ): Promise<readonly PersonWithGrants[]> {
    const today = calendarDay(this.clock.now());
    return this.managed.complete(await this.people.findInScope(scope, withoutUndefined(filter), today), today);
  }

  /**
   * One person with all that is known of their roles and account. `full` is the caller's whole scope: only whoever may read the
   * audit log sees what it says.
   * @throws person.not-found
   */
  async read(scope: Scope, full: Scope, personId: string): Promise<PersonRecord> {
    const today = calendarDay(this.clock.now());
    const [found] = await this.managed.complete(await this.people.findInScope(scope, { personId }, today), today);
    if (found === undefined) throw accessErrors.personNotFound();
    const [roles, history, lockReason] = await Promise.all([
      this.grants.everyOf(scope, personId),
      this.history.find(full.narrowedTo('audit.read'), personId),
      this.people.lockReason(personId),
    ]);
    const deciding = found.grants.length > 0 || found.formerGrant === null ? found.grants : [found.formerGrant];
    const manageable = mayManage(full.narrowedTo('people.manage').grants, deciding);
    return { ...found, roles, history, lockReason, manageable, today };
  }

  /** A new person with one grant, and the link by which they choose their password. */
  async create(
    scope: Scope,
    actor: Actor,
    wanted: WantedPerson,
  ): Promise<PersonWithGrants & { readonly link: IssuedLink }> {
    return this.transactions.run(actor, (tx) => this.createIn(tx, scope, wanted));
  }

  /** The same inside a transaction of somebody who makes several. */
  async createIn(
    tx: Transaction,
    scope: Scope,
    wanted: WantedPerson,
  ): Promise<PersonWithGrants & { readonly link: IssuedLink }> {
    const found = await this.giving.grantablePlace(tx, scope, wanted.grant);
    const { countyId } = found;
    const login = wanted.login.toLowerCase();
    const personId = await this.people.add(tx, {
      login,
      displayName: wanted.displayName,
      passwordHash: null,
      mustChangePassword: false,
    });
    await this.audit.append(tx, {
      countyId,
      action: 'person.created',
      subject: { kind: 'person', id: personId },
      details: { login, displayName: wanted.displayName },
    });
    await this.giving.add(tx, personId, wanted.grant, found);
    const { token, expiresAt } = await this.links.issueReset(tx, personId);
    const { grants } = await this.managed.load(tx, personId);
    if (wanted.email != null) await this.emails.set(tx, { id: personId, grants }, wanted.email);
    const created = await this.managed.load(tx, personId);
    return { ...created, link: { url: this.linkUrl(token, created.grants), expiresAt } };
  }

  /** Of these account names, those that somebody has, in any county. */
  async takenLogins(logins: readonly string[]): Promise<ReadonlySet<string>> {
    return this.people.findTakenLogins(logins);
  }

  /** The name, and the address where one is given. */
  async change(
    scope: Scope,
    actor: Actor,
    personId: string,
    { displayName, email }: { readonly displayName: string; readonly email?: string | null | undefined },
  ): Promise<PersonWithGrants> {
    return this.transactions.run(actor, async (tx) => {
      const { person, grants } = await this.managed.manageable(tx, scope, personId);
      if (displayName !== person.displayName) {
        await this.people.rename(tx, personId, displayName);
        await this.audit.append(tx, {
          countyId: homeCounty(grants),
          action: 'person.renamed',
          subject: { kind: 'person', id: personId },
          details: { displayNameBefore: person.displayName, displayName },
        });
      }
      if (email !== undefined) await this.emails.set(tx, { id: personId, grants }, email);
      return this.managed.load(tx, personId);
    });
  }

  /** The address alone, inside a transaction of somebody who changes several people. */
  async setEmailIn(tx: Transaction, scope: Scope, personId: string, email: string): Promise<void> {
    const { grants } = await this.managed.manageable(tx, scope, personId);
    await this.emails.set(tx, { id: personId, grants }, email);
  }

  /** A reset by the level above. The old password stays good until the link is used. */
  async issueResetLink(scope: Scope, actor: Actor, personId: string): Promise<IssuedLink> {
    return this.transactions.run(actor, async (tx) => {
      const { grants } = await this.managed.manageable(tx, scope, personId);
      const { token, expiresAt } = await this.links.issueReset(tx, personId);
      await this.audit.append(tx, {
        countyId: homeCounty(grants),
        action: 'one-time-link.issued',
        subject: { kind: 'person', id: personId },
        details: { expiresAt: expiresAt.toISOString() },
      });
      return { url: this.linkUrl(token, grants), expiresAt };
    });
  }

  async setLocked(
    scope: Scope,
    actor: Actor,
    personId: string,
    locked: boolean,
    reason: string,
  ): Promise<PersonWithGrants> {
    return this.transactions.run(actor, async (tx) => {
      const { grants } = await this.managed.manageable(tx, scope, personId);
      if (locked) await this.giving.keepAnAdministrator(tx, grants);
      await this.people.setLocked(tx, personId, locked, reason);
      const ended = locked ? await this.sessions.endAll(tx, personId, null) : 0;
      await this.audit.append(tx, {
        countyId: homeCounty(grants),
        action: locked ? 'person.locked' : 'person.unlocked',
        subject: { kind: 'person', id: personId },
        details: { reason, endedSessions: ended },
      });
      return this.managed.load(tx, personId);
    });
  }

  async endSessions(scope: Scope, actor: Actor, personId: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const { grants } = await this.managed.manageable(tx, scope, personId);
      const ended = await this.sessions.endAll(tx, personId, null);
      await this.audit.append(tx, {
        countyId: homeCounty(grants),
        action: 'person.sessions-ended',
        subject: { kind: 'person', id: personId },
        details: { endedSessions: ended },
      });
    });
  }

  /**
   * For somebody who lost their device and their recovery codes. They sign in with the password alone from then on, and are told
   * to set a new one; whoever does this makes sure who is asking.
   */
  async resetSecondFactor(scope: Scope, actor: Actor, personId: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const { grants } = await this.managed.manageable(tx, scope, personId);
      const removed = await this.secondFactors.remove(tx, personId);
      const ended = await this.sessions.endAll(tx, personId, null);
      await this.audit.append(tx, {
        countyId: homeCounty(grants),
        action: 'second-factor.reset',
        subject: { kind: 'person', id: personId },
        details: { removed, endedSessions: ended },
      });
    });
  }

  /** For the demonstration: in production mode this person must change the password that was printed. */
  async markPasswordPrinted(actor: Actor, personId: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const { grants } = await this.managed.load(tx, personId);
      await this.people.markPasswordPrinted(tx, personId);
      await this.audit.append(tx, {
        countyId: homeCounty(grants),
        action: 'password.printed',
        subject: { kind: 'person', id: personId },
      });
    });
  }

  /**
   * For the command line, when nobody can sign in any more: makes this person (new if need be) administrator of a county and
   * gives the link by which they choose a password.
   */
  async restoreAdministrator(
    actor: Actor,
    wanted: { readonly login: string; readonly displayName: string; readonly countyId: string },
  ): Promise<IssuedLink> {
    return this.transactions.run(actor, async (tx) => {
      const found = await this.grants.findPlace(Scope.ofSystem(), { kind: 'region', id: wanted.countyId }, tx);
      if (found === null) throw accessErrors.grantAboveOwnRights();
      const login = wanted.login.toLowerCase();
      const known = await this.people.findCredentials(login, tx);
      const { displayName } = wanted;
      const personId =
        known?.id ?? (await this.people.add(tx, { login, displayName, passwordHash: null, mustChangePassword: false }));
      await this.people.setLocked(tx, personId, false, '');
      const secondFactorRemoved = await this.secondFactors.remove(tx, personId);
      const { grants } = await this.managed.load(tx, personId);
      const holds = grants.some(
        ({ role, place, validFrom, validTo }) =>
          validFrom <= calendarDay(tx.at) &&
          validTo === null &&
          role === 'county-administrator' &&
          place.kind === 'region' &&
          place.regionId === wanted.countyId,
      );
      if (!holds) {
        const grant = { role: 'county-administrator', place: { kind: 'region', id: wanted.countyId } } as const;
        await this.giving.add(tx, personId, grant, found);
      }
      await this.sessions.endAll(tx, personId, null);
      await this.audit.append(tx, {
        countyId: found.countyId,
        action: 'person.restored-as-administrator',
        subject: { kind: 'person', id: personId },
        details: { login, created: known === null, secondFactorRemoved },
      });
      const { token, expiresAt } = await this.links.issueReset(tx, personId);
      return { url: this.links.urlOf(token, 'admin-console'), expiresAt };
    });
  }

  private linkUrl(token: string, grants: readonly HeldGrant[]): string {
    const atSchool = grants.length > 0 && grants.every((grant) => SCHOOL_ROLES.has(grant.role));
    return this.links.urlOf(token, atSchool ? 'school-portal' : 'admin-console');
  }
}

function withoutUndefined(filter: { readonly regionId?: string | undefined; readonly schoolId?: string | undefined }) {
  return {
    ...(filter.regionId === undefined ? {} : { regionId: filter.regionId }),
    ...(filter.schoolId === undefined ? {} : { schoolId: filter.schoolId }),
  };
}
