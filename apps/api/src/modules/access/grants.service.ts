import { Injectable } from '@nestjs/common';
import type { Role } from '@junheng/api-contract';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { accessErrors } from './access.errors.ts';
import { mayGrant, samePlace } from './access.rules.ts';
import type { Scope } from './access.scope.ts';
import type { HeldGrant, PersonWithGrants, Place } from './access.types.ts';
import { ManagedPeople } from './managed-people.service.ts';
import { GrantsRepository } from './persistence/grants.repository.ts';

export interface WantedGrant {
  readonly role: Role;
  readonly place: { readonly kind: Place['kind']; readonly id: string };
  readonly validFrom?: string | undefined;
  readonly validTo?: string | null | undefined;
}

export interface GrantablePlace {
  readonly place: Place;
  readonly countyId: string | null;
}

/** Roles at places, given and ended; never beyond the rights of whoever does it, and never the last administrator's. */
@Injectable()
export class GrantsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly managed: ManagedPeople,
    private readonly grants: GrantsRepository,
  ) {}

  async give(scope: Scope, actor: Actor, personId: string, wanted: WantedGrant): Promise<PersonWithGrants> {
    return this.transactions.run(actor, async (tx) => {
      await this.giveIn(tx, scope, personId, wanted);
      return this.managed.load(tx, personId);
    });
  }

  /** The same inside a transaction of somebody who gives several. */
  async giveIn(tx: Transaction, scope: Scope, personId: string, wanted: WantedGrant): Promise<void> {
    const { grants } = await this.managed.manageable(tx, scope, personId);
    const found = await this.grantablePlace(tx, scope, wanted);
    refuseTwice(grants, wanted, found.place, calendarDay(tx.at));
    await this.add(tx, personId, wanted, found);
  }

  /** Sets or takes away the last day. */
  async change(
    scope: Scope,
    actor: Actor,
    personId: string,
    grantId: string,
    validTo: string | null,
  ): Promise<PersonWithGrants> {
    return this.transactions.run(actor, async (tx) => {
      await this.managed.manageable(tx, scope, personId);
      const grant = await this.found(tx, personId, grantId);
      const today = calendarDay(tx.at);
      if (validTo !== null && (validTo < today || validTo < grant.validFrom)) throw accessErrors.grantEndsTooEarly();
      if (validTo !== null && grant.validTo === null) await this.keepAnAdministrator(tx, [grant]);
      await this.grants.setEnd(tx, grantId, validTo);
      await this.audit.append(tx, {
        countyId: grant.countyId,
        action: 'grant.changed',
        subject: { kind: 'person', id: personId },
        details: {
          grant: grantId,
          role: grant.role,
          place: grant.place.name,
          validTo,
          validToBefore: grant.validTo,
        },
      });
      return this.managed.load(tx, personId);
    });
  }

  /**
   * Ends it now. Whoever is signed in stays so: the very next request reads the grants again, and a refusal that names the role
   * that ended tells more than a sign-in page.
   */
  async revoke(scope: Scope, actor: Actor, personId: string, grantId: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      await this.managed.manageable(tx, scope, personId);
      const grant = await this.found(tx, personId, grantId);
      await this.keepAnAdministrator(tx, [grant]);
      await this.grants.revoke(tx, grantId);
      await this.audit.append(tx, {
        countyId: grant.countyId,
        action: 'grant.revoked',
        subject: { kind: 'person', id: personId },
        details: { grant: grantId, role: grant.role, place: grant.place.name },
      });
    });
  }

  /** @throws grant.above-own-rights: no such place in scope, or the role is not the caller's to give there */
  async grantablePlace(tx: Transaction, scope: Scope, wanted: WantedGrant): Promise<GrantablePlace> {
    const found = await this.grants.findPlace(scope, wanted.place, tx);
    if (found === null) throw accessErrors.grantAboveOwnRights();
    if (!scope.isSystem && !mayGrant(scope.grants, { role: wanted.role, place: found.place })) {
      throw accessErrors.grantAboveOwnRights();
    }
    return found;
  }

  async add(
    tx: Transaction,
    personId: string,
    wanted: WantedGrant,
    { place, countyId }: GrantablePlace,
  ): Promise<void> {
    const validFrom = wanted.validFrom ?? calendarDay(tx.at);
    const validTo = wanted.validTo ?? null;
    const grantId = await this.grants.add(tx, personId, { role: wanted.role, place, validFrom, validTo });
    await this.audit.append(tx, {
      countyId,
      action: 'grant.given',
      subject: { kind: 'person', id: personId },
      details: { grant: grantId, role: wanted.role, place: place.name, validFrom, validTo },
    });
  }

  /**
   * A county is never left without somebody who can manage it, neither today nor when a grant runs out: one without an end must
   * remain where one without an end goes.
   */
  async keepAnAdministrator(tx: Transaction, losing: readonly HeldGrant[]): Promise<void> {
    const today = calendarDay(tx.at);
    for (const { role, place, validFrom, validTo } of losing) {
      if (role !== 'county-administrator' || place.kind !== 'region' || validFrom > today) continue;
      const others = await this.grants.countOthers(tx, {
        role,
        regionId: place.regionId,
        besides: losing.map(({ id }) => id),
        today,
        lasting: validTo === null,
      });
      if (others === 0) throw accessErrors.lastAdministrator();
    }
  }

  private async found(tx: Transaction, personId: string, grantId: string): Promise<HeldGrant> {
    const grant = await this.grants.findForUpdate(tx, personId, grantId, calendarDay(tx.at));
    if (grant === null) throw accessErrors.personNotFound();
    return grant;
  }
}

/** The same role at the same place twice at the same time would have to be ended twice. */
function refuseTwice(held: readonly HeldGrant[], wanted: WantedGrant, place: Place, today: string): void {
  const from = wanted.validFrom ?? today;
  const twice = held.some(
    (grant) =>
      grant.role === wanted.role &&
      samePlace(grant.place, place) &&
      (grant.validTo === null || grant.validTo >= from) &&
      (wanted.validTo === null || wanted.validTo === undefined || grant.validFrom <= wanted.validTo),
  );
  if (twice) throw accessErrors.grantAlreadyHeld();
}
