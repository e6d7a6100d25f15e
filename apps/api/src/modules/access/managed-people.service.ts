import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/transaction.ts';
import { accessErrors } from './access.errors.ts';
import { mayManage } from './access.rules.ts';
import { Scope } from './access.scope.ts';
import type { ListedAccount, PersonWithGrants } from './access.types.ts';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import { GrantsRepository } from './persistence/grants.repository.ts';
import { PeopleRepository } from './persistence/people.repository.ts';
import { SecondFactorsRepository } from './persistence/second-factors.repository.ts';

/** People with all that deciding about them needs. */
@Injectable()
export class ManagedPeople {
  constructor(
    private readonly people: PeopleRepository,
    private readonly grants: GrantsRepository,
    private readonly secondFactors: SecondFactorsRepository,
  ) {}

  /**
   * The person, locked until the transaction ends.
   * @throws person.not-found outside the scope, grant.above-own-rights for somebody with more rights
   */
  async manageable(tx: Transaction, scope: Scope, personId: string): Promise<PersonWithGrants> {
    const [seen] = await this.people.findInScope(scope, { personId }, calendarDay(tx.at), tx);
    if (seen === undefined) throw accessErrors.personNotFound();
    const loaded = await this.load(tx, personId);
    const { grants, formerGrant } = loaded;
    const deciding = grants.length > 0 || formerGrant === null ? grants : [formerGrant];
    if (!scope.isSystem && !mayManage(scope.grants, deciding)) throw accessErrors.grantAboveOwnRights();
    return loaded;
  }

  /** @throws person.not-found */
  async load(tx: Transaction, personId: string): Promise<PersonWithGrants> {
    const person = await this.people.findForUpdate(tx, personId);
    if (person === null) throw accessErrors.personNotFound();
    const [loaded] = await this.complete([person], calendarDay(tx.at), tx);
    if (loaded === undefined) throw accessErrors.personNotFound();
    return loaded;
  }

  /** Four statements, however many people. */
  async complete(
    people: readonly ListedAccount[],
    today: string,
    tx?: Transaction,
  ): Promise<readonly PersonWithGrants[]> {
    const ids = people.map(({ id }) => id);
    const held = await this.grants.heldOrToCome(ids, today, tx);
    const without = ids.filter((id) => (held.get(id) ?? []).length === 0);
    const former = without.length === 0 ? null : await this.grants.lastEnded(without, tx);
    const withFactor = await this.secondFactors.among(ids, tx);
    return people.map((person) => ({
      person,
      grants: held.get(person.id) ?? [],
      formerGrant: former?.get(person.id) ?? null,
      secondFactor: withFactor.has(person.id),
    }));
  }
}
