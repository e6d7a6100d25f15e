import { Inject, Injectable } from '@nestjs/common';
import type { LiveSessions, Retention, RetentionRequest, SignIns, SignInsQuery } from '@junheng/api-contract';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import { accessErrors } from './access.errors.ts';
import { Scope } from './access.scope.ts';
import type { PersonAccount } from './access.types.ts';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import { PeopleRepository } from './persistence/people.repository.ts';
import { RetentionRepository } from './persistence/retention.repository.ts';
import { WatchedSignInsRepository } from './persistence/watched-sign-ins.repository.ts';

const MOST = 500;

/** Sign-ins and sessions of a region's people, for whoever answers for them; and how long such things are kept. */
@Injectable()
export class SignInWatch {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly people: PeopleRepository,
    private readonly watched: WatchedSignInsRepository,
    private readonly retention: RetentionRepository,
  ) {}

  async signIns(scope: Scope, { personId, failed }: SignInsQuery): Promise<SignIns> {
    const people = await this.inScope(scope, personId);
    const found = await this.watched.findSignIns([...people.keys()], failed === 'yes', MOST + 1);
    return {
      signIns: found.slice(0, MOST).flatMap(({ personId: id, lastAt, ...signIn }) => {
        const person = people.get(id);
        return person === undefined ? [] : [{ ...signIn, person, lastAt: lastAt.toISOString() }];
      }),
      more: found.length > MOST,
    };
  }

  async sessions(scope: Scope): Promise<LiveSessions> {
    const people = await this.inScope(scope);
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - this.config.sessionIdleMinutes * 60_000);
    const found = await this.watched.findLive([...people.keys()], now, idleSince, MOST + 1);
    return {
      sessions: found.slice(0, MOST).flatMap(({ personId, startedAt, lastSeenAt, ...session }) => {
        const person = people.get(personId);
        if (person === undefined) return [];
        return [{ ...session, person, startedAt: startedAt.toISOString(), lastSeenAt: lastSeenAt.toISOString() }];
      }),
      more: found.length > MOST,
    };
  }

  async readRetention(scope: Scope): Promise<Retention> {
    const { changedAt, ...days } = await this.retention.read();
    const mayChange = scope.carries('retention.manage') && (await this.answersForAll(scope));
    return { ...days, mayChange, changedAt: changedAt === null ? null : changedAt.toISOString() };
  }

  /** @throws retention.not-responsible for whoever does not answer for all counties of the installation */
  async changeRetention(scope: Scope, actor: Actor, days: RetentionRequest): Promise<Retention> {
    if (!(await this.answersForAll(scope))) throw accessErrors.retentionNotResponsible();
    await this.transactions.run(actor, async (tx) => {
      const { endedSessionsDays, signInsDays } = await this.retention.read(tx);
      await this.retention.change(tx, days);
      await this.audit.append(tx, {
        countyId: null,
        action: 'retention.changed',
        subject: { kind: 'installation', id: 'retention' },
        details: { ...days, endedSessionsDaysBefore: endedSessionsDays, signInsDaysBefore: signInsDays },
      });
    });
    return this.readRetention(scope);
  }

  private answersForAll(scope: Scope): Promise<boolean> {
    return this.retention.coversAllCounties(scope.narrowedTo('retention.manage'));
  }

  private async inScope(
    scope: Scope,
    personId?: string,
  ): Promise<ReadonlyMap<string, Pick<PersonAccount, 'id' | 'displayName' | 'login'>>> {
    const filter = personId === undefined ? {} : { personId };
    const found = await this.people.findInScope(scope, filter, calendarDay(this.clock.now()));
    return new Map(found.map(({ id, displayName, login }) => [id, { id, displayName, login }]));
  }
}
