import { Injectable } from '@nestjs/common';
import type { Role } from '@junheng/api-contract';
import type { Transaction } from '../../platform/database/transaction.ts';
import { mayManage, rolesToGive } from './access.rules.ts';
import type { Scope } from './access.scope.ts';
import type { PersonWithGrants, Place } from './access.types.ts';
import { GrantsService, type WantedGrant } from './grants.service.ts';
import { PeopleService, type IssuedLink } from './people.service.ts';

export interface PersonToTake {
  readonly login: string;
  readonly displayName: string;
  /** Null: somebody new. */
  readonly personId: string | null;
  /** Null: none is given, and one that is there stays. */
  readonly email: string | null;
  /** None for somebody who is there and only gets another address. */
  readonly grants: readonly WantedGrant[];
}

export interface TakenIn extends IssuedLink {
  readonly personId: string;
  readonly login: string;
  readonly displayName: string;
}

/** Many people at a time, by the rules for one: for importing them from a sheet. */
@Injectable()
export class PeopleIntake {
  constructor(
    private readonly people: PeopleService,
    private readonly giving: GrantsService,
  ) {}

  /** The roles this caller may give somewhere, each with the kinds of place where it is held. */
  given(scope: Scope): ReadonlyMap<Role, readonly Place['kind'][]> {
    return rolesToGive(scope.grants);
  }

  /** Whether this caller may change the account of somebody. */
  mayManage(scope: Scope, { grants, formerGrant }: PersonWithGrants): boolean {
    return mayManage(scope.grants, grants.length > 0 || formerGrant === null ? grants : [formerGrant]);
  }

  /** Of these account names, those that somebody has, wherever they are. */
  async takenLogins(logins: readonly string[]): Promise<ReadonlySet<string>> {
    return this.people.takenLogins(logins);
  }

  /**
   * @returns the link of each new person
   * @throws whatever giving one person one role, or changing them, throws: then nobody is taken in
   */
  async takeIn(tx: Transaction, scope: Scope, wanted: readonly PersonToTake[]): Promise<readonly TakenIn[]> {
    const links: TakenIn[] = [];
    for (const { login, displayName, personId, email, grants } of wanted) {
      const [first, ...others] = grants;
      if (personId !== null) {
        for (const grant of grants) await this.giving.giveIn(tx, scope, personId, grant);
        if (email !== null) await this.people.setEmailIn(tx, scope, personId, email);
      } else if (first !== undefined) {
        const { person, link } = await this.people.createIn(tx, scope, { login, displayName, email, grant: first });
        links.push({ personId: person.id, login, displayName, ...link });
        for (const grant of others) await this.giving.giveIn(tx, scope, person.id, grant);
      }
    }
    return links;
  }
}
