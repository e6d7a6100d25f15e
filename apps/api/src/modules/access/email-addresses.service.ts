import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { homeCounty } from './access.rules.ts';
import type { HeldGrant } from './access.types.ts';
import { PeopleRepository } from './persistence/people.repository.ts';

/** People's addresses for notices: kept by themselves and by whoever manages them. */
@Injectable()
export class EmailAddresses {
  constructor(
    private readonly audit: AuditLog,
    private readonly people: PeopleRepository,
  ) {}

  /** Nothing where it is that address already. The log, which forgets nothing, says that it changed and never what it is. */
  async set(
    tx: Transaction,
    person: { readonly id: string; readonly grants: readonly HeldGrant[] },
    email: string | null,
  ): Promise<void> {
    if ((await this.people.findEmail(person.id, tx)) === email) return;
    await this.people.setEmail(tx, person.id, email);
    await this.audit.append(tx, {
      countyId: homeCounty(person.grants),
      action: email === null ? 'person.email-removed' : 'person.email-set',
      subject: { kind: 'person', id: person.id },
      details: {},
    });
  }
}
