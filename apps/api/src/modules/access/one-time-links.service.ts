import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.ts';
import { systemActor, type Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/errors/domain-error.ts';
import { accessErrors } from './access.errors.ts';
import { addressKey, homeCounty, LINK_LIMIT, passwordWeakness } from './access.rules.ts';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import { PasswordHasher } from './password-hasher.ts';
import { FirstRegionRepository } from './persistence/first-region.repository.ts';
import { GrantsRepository } from './persistence/grants.repository.ts';
import { OneTimeLinksRepository, type OneTimeLinkRow } from './persistence/one-time-links.repository.ts';
import { PeopleRepository } from './persistence/people.repository.ts';
import { RateLimitsRepository } from './persistence/rate-limits.repository.ts';
import { SessionsRepository } from './persistence/sessions.repository.ts';
import { hashToken, newToken } from './tokens.ts';

const HOUR = 60 * 60_000;
const RESET_HOURS = 72;
const FIRST_ADMINISTRATOR_HOURS = 24;

export interface FirstAdministrator {
  readonly login: string;
  readonly displayName: string;
  readonly countyCode: string;
  readonly countyName: string;
}

/** Links that set a password once: a reset by the level above, and the first administrator of an empty installation. */
@Injectable()
export class OneTimeLinksService {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly hasher: PasswordHasher,
    private readonly links: OneTimeLinksRepository,
    private readonly people: PeopleRepository,
    private readonly grants: GrantsRepository,
    private readonly sessions: SessionsRepository,
    private readonly limits: RateLimitsRepository,
    private readonly firstRegion: FirstRegionRepository,
  ) {}

  /** @throws one-time-link.invalid: unknown, used or expired, without saying which */
  async inspect(token: string, address: string): Promise<OneTimeLinkRow> {
    const key = `one-time-link:address:${addressKey(address)}`;
    const actor: Actor = { kind: 'anonymous', address };
    await this.transactions.run(actor, async (tx) => {
      const until = await this.limits.take(tx, key, LINK_LIMIT);
      if (until !== null) throw accessErrors.slowedDown(Math.ceil((until.getTime() - tx.at.getTime()) / 1000));
    });
    const link = await this.links.findUnused(hashToken(token), this.clock.now());
    if (link === null) throw accessErrors.oneTimeLinkInvalid();
    // A whole county opens its links from one room: only wrong ones count.
    await this.transactions.run(actor, (tx) => this.limits.giveBack(tx, key, LINK_LIMIT));
    return link;
  }

  /** @throws one-time-link.invalid, password.too-weak, person.login-taken, request.malformed */
  async redeem(
    token: string,
    newPassword: string,
    administrator: FirstAdministrator | undefined,
    address: string,
  ): Promise<void> {
    const link = await this.inspect(token, address);
    const login = link.login ?? administrator?.login;
    if (login === undefined) {
      throw new DomainError('request.malformed', {}, [{ at: '/administrator', code: 'request.malformed' }]);
    }
    const weakness = passwordWeakness(newPassword, login);
    if (weakness !== null) throw accessErrors.passwordTooWeak(weakness);
    const passwordHash = await this.hasher.hash(newPassword);
    const actor: Actor = { kind: 'anonymous', address };
    await this.transactions.run(actor, async (tx) => {
      const used = await this.links.use(tx, hashToken(token));
      if (used === null) throw accessErrors.oneTimeLinkInvalid();
      if (used.personId !== null) await this.setPassword(tx, used.personId, passwordHash);
      else if (administrator !== undefined) await this.createFirstAdministrator(tx, administrator, passwordHash);
    });
  }

  /** Makes a link for a person, inside the transaction of whoever resets; the token is returned once and never stored. */
  async issueReset(tx: Transaction, personId: string): Promise<{ readonly token: string; readonly expiresAt: Date }> {
    const token = newToken();
    const expiresAt = new Date(tx.at.getTime() + RESET_HOURS * HOUR);
    await this.links.replace(tx, { tokenHash: hashToken(token), purpose: 'password-reset', personId, expiresAt });
    return { token, expiresAt };
  }

  /** For the console of an installation without people: the path of the link, null once there is somebody. */
  async issueFirstAdministrator(): Promise<string | null> {
    if (!(await this.people.isEmpty())) return null;
    const token = newToken();
    await this.transactions.run(systemActor('first-start'), async (tx) => {
      const expiresAt = new Date(tx.at.getTime() + FIRST_ADMINISTRATOR_HOURS * HOUR);
      const link = { tokenHash: hashToken(token), purpose: 'first-administrator', personId: null, expiresAt } as const;
      await this.links.replace(tx, link);
      await this.audit.append(tx, {
        countyId: null,
        action: 'one-time-link.issued',
        subject: { kind: 'installation', id: 'first-administrator' },
        details: { expiresAt: expiresAt.toISOString() },
      });
    });
    return pathOf(token, 'admin-console');
  }

  /** Where a link leads: the app in which its person works. */
  urlOf(token: string, app: 'school-portal' | 'admin-console'): string {
    const base = this.config.publicUrl ?? `http://${this.config.host}:${this.config.port}`;
    return `${base}${pathOf(token, app)}`;
  }

  private async setPassword(tx: Transaction, personId: string, passwordHash: string): Promise<void> {
    await this.people.findForUpdate(tx, personId);
    await this.people.setPassword(tx, personId, passwordHash);
    const ended = await this.sessions.endAll(tx, personId, null);
    const held = (await this.grants.heldBy([personId], calendarDay(tx.at), tx)).get(personId) ?? [];
    await this.audit.append(tx, {
      countyId: homeCounty(held),
      action: 'password.set-by-link',
      subject: { kind: 'person', id: personId },
      details: { endedSessions: ended },
    });
  }

  private async createFirstAdministrator(
    tx: Transaction,
    administrator: FirstAdministrator,
    passwordHash: string,
  ): Promise<void> {
    if (!(await this.people.isEmpty(tx))) throw accessErrors.oneTimeLinkInvalid();
    const county = await this.firstRegion.plantCounty(tx, administrator.countyCode, administrator.countyName);
    const personId = await this.people.add(tx, {
      login: administrator.login,
      displayName: administrator.displayName,
      passwordHash,
      mustChangePassword: false,
    });
    await this.grants.add(tx, personId, {
      role: 'county-administrator',
      place: { kind: 'region', regionId: county.id, path: county.path, name: administrator.countyName },
      validFrom: calendarDay(tx.at),
      validTo: null,
    });
    await this.audit.append(tx, {
      countyId: county.id,
      action: 'installation.first-administrator-created',
      subject: { kind: 'person', id: personId },
      details: { login: administrator.login, county: administrator.countyCode },
    });
  }
}

function pathOf(token: string, app: 'school-portal' | 'admin-console'): string {
  return `${app === 'admin-console' ? '/admin' : ''}/one-time-link/${token}`;
}
