import { Injectable } from '@nestjs/common';
import {
  rolesOfCounty,
  type RoleOfCounty,
  type SecondFactorRules,
  type SecondFactorRulesOfCounty,
} from '@junheng/api-contract';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import { accessErrors } from './access.errors.ts';
import type { Scope } from './access.scope.ts';
import { SecondFactorRulesRepository, type CountyRuleRow } from './persistence/second-factor-rules.repository.ts';

/** Which roles of a county must have a second factor (动态验证码); the bureau that manages its people says so. */
@Injectable()
export class SecondFactorRulesService {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly rules: SecondFactorRulesRepository,
  ) {}

  async list(scope: Scope): Promise<SecondFactorRules> {
    const rows = await this.rules.findInScope(scope, rolesOfCounty, this.today());
    return { counties: byCounty(rows) };
  }

  /** @throws region.not-found for a county out of scope */
  async change(
    scope: Scope,
    actor: Actor,
    countyId: string,
    roles: readonly RoleOfCounty[],
  ): Promise<SecondFactorRulesOfCounty> {
    await this.transactions.run(actor, async (tx) => {
      const before = await this.rules.findInScope(scope, rolesOfCounty, this.today(), countyId, tx);
      if (before.length === 0) throw accessErrors.countyNotFound(countyId);
      const had = before.filter(({ since }) => since !== null).map(({ role }) => role);
      const wanted = rolesOfCounty.filter((role) => roles.includes(role));
      if (had.length === wanted.length && had.every((role) => wanted.includes(role))) return;
      await this.rules.replace(tx, countyId, wanted);
      await this.audit.append(tx, {
        countyId,
        action: 'second-factor.rules-set',
        subject: { kind: 'region', id: countyId },
        details: { role: wanted, before: had },
      });
    });
    const [county] = byCounty(await this.rules.findInScope(scope, rolesOfCounty, this.today(), countyId));
    if (county === undefined) throw accessErrors.countyNotFound(countyId);
    return county;
  }

  private today(): string {
    return calendarDay(this.clock.now());
  }
}

function byCounty(rows: readonly CountyRuleRow[]): SecondFactorRulesOfCounty[] {
  const names = new Map(rows.map(({ countyId, countyName }) => [countyId, countyName]));
  return [...names].map(([id, countyName]) => ({
    countyId: id,
    countyName,
    roles: rows
      .filter(({ countyId }) => countyId === id)
      .map(({ role, since, setBy, people, without }) => ({
        role,
        compulsory: since === null ? null : { since: since.toISOString(), by: setBy },
        people,
        without,
      })),
  }));
}
