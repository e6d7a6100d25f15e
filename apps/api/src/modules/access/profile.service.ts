import { Injectable } from '@nestjs/common';
import type { Colleagues, Session } from '@junheng/api-contract';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import { homeCounty } from './access.rules.ts';
import { Scope } from './access.scope.ts';
import type { LiveSession } from './access.types.ts';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import { EmailAddresses } from './email-addresses.service.ts';
import { GrantsRepository } from './persistence/grants.repository.ts';
import { PeopleRepository } from './persistence/people.repository.ts';

/** What a person sees and changes of their own account, and who else works at their school. */
@Injectable()
export class ProfileService {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly people: PeopleRepository,
    private readonly grants: GrantsRepository,
    private readonly emails: EmailAddresses,
  ) {}

  async chooseLanguage(session: LiveSession, actor: Actor, language: NonNullable<Session['language']>): Promise<void> {
    if (session.person.language === language) return;
    await this.transactions.run(actor, async (tx) => {
      await this.people.setLanguage(tx, session.person.id, language);
      await this.audit.append(tx, {
        countyId: homeCounty(session.grants),
        action: 'person.language-chosen',
        subject: { kind: 'person', id: session.person.id },
        details: { language },
      });
    });
  }

  async email(session: LiveSession): Promise<string | null> {
    return this.people.findEmail(session.person.id);
  }

  async changeEmail(session: LiveSession, actor: Actor, email: string | null): Promise<void> {
    await this.transactions.run(actor, (tx) =>
      this.emails.set(tx, { id: session.person.id, grants: session.grants }, email),
    );
  }

  /** Everybody with a grant in force at each school the caller holds one at; nothing of their grants elsewhere. */
  async colleagues(session: LiveSession): Promise<Colleagues> {
    const own = session.grants.filter(({ place }) => place.kind === 'school');
    if (own.length === 0) return { schools: [] };
    const today = calendarDay(this.clock.now());
    const found = await this.people.findInScope(Scope.of(session.person.id, own), {}, today);
    const ids = found.map(({ id }) => id);
    const [held, seen] = await Promise.all([this.grants.heldBy(ids, today), this.people.findLastSeen(ids)]);
    const schools = new Map(
      own.flatMap(({ place }) => (place.kind === 'school' ? [[place.schoolId, place.name] as const] : [])),
    );
    return {
      schools: [...schools].map(([schoolId, name]) => ({
        schoolId,
        name,
        people: found.flatMap((person) => {
          const roles = (held.get(person.id) ?? []).flatMap(({ place, role }) =>
            place.kind === 'school' && place.schoolId === schoolId ? [role] : [],
          );
          if (roles.length === 0) return [];
          return [
            {
              personId: person.id,
              displayName: person.displayName,
              roles: [...new Set(roles)],
              locked: person.lockedAt !== null,
              lastSeenAt: seen.get(person.id)?.toISOString() ?? null,
            },
          ];
        }),
      })),
    };
  }
}
