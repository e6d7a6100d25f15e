import { Injectable } from '@nestjs/common';
import type { CloseUnitRequest, OpenUnitRequest } from '@junheng/api-contract';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Reader, Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { organisationErrors } from './organisations.errors.ts';
import { refuseFuture } from './organisations.rules.ts';
import { SchoolRegisterRepository } from './persistence/school-register.repository.ts';
import { UnitsRepository } from './persistence/units.repository.ts';
import type { UnitRecord } from './units.types.ts';

/** Sections of the bureau, other departments, town governments and offices (科室与其他单位). */
@Injectable()
export class UnitsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly units: UnitsRepository,
    private readonly register: SchoolRegisterRepository,
  ) {}

  /** Open ones first. Inside a transaction pass it as `reader`. */
  async list(
    scope: Scope,
    filter: { readonly regionId?: string | undefined } = {},
    reader?: Reader,
  ): Promise<readonly UnitRecord[]> {
    return this.units.find(scope, filter, reader);
  }

  /** @throws unit.not-found, also when it is outside the scope */
  async unit(scope: Scope, unitId: string, reader?: Reader): Promise<UnitRecord> {
    const [unit] = await this.units.find(scope, { unitId }, reader);
    if (unit === undefined) throw organisationErrors.unitNotFound();
    return unit;
  }

  /** @throws region.not-found, unit.not-found (its parent, of another region or closed), unit.name-taken, organisation.date-in-future */
  async open(scope: Scope, actor: Actor, request: OpenUnitRequest): Promise<UnitRecord> {
    return this.transactions.run(actor, async (tx) => {
      refuseFuture(request.openedOn, tx.at);
      const countyId = await this.register.findCounty(tx, scope, request.regionId);
      if (countyId === null) throw organisationErrors.regionNotFound();
      if (request.parentId !== null) {
        const parent = await this.unit(scope, request.parentId, tx);
        if (parent.regionId !== request.regionId || parent.closedOn !== null) throw organisationErrors.unitNotFound();
      }
      const id = await this.units.add(tx, request);
      await this.audit.append(tx, {
        countyId,
        action: 'unit.opened',
        subject: { kind: 'unit', id },
        details: { name: request.name, kind: request.kind, openedOn: request.openedOn },
      });
      return this.unit(scope, id, tx);
    });
  }

  /** @throws unit.not-found, unit.closed, unit.name-taken */
  async rename(scope: Scope, actor: Actor, unitId: string, name: string): Promise<UnitRecord> {
    return this.change(scope, actor, unitId, async (tx, unit) => {
      await this.units.rename(tx, unitId, name);
      return { action: 'unit.renamed', details: { before: unit.name, name } };
    });
  }

  /** @throws unit.not-found, unit.closed, organisation.date-in-future, record.referred-to */
  async close(scope: Scope, actor: Actor, unitId: string, request: CloseUnitRequest): Promise<UnitRecord> {
    return this.change(scope, actor, unitId, async (tx, unit) => {
      refuseFuture(request.closedOn, tx.at);
      if (request.closedOn < unit.openedOn) throw organisationErrors.malformed(['/closedOn']);
      const referrers = await this.units.findReferrers(tx, unitId, request.closedOn);
      if (referrers.length > 0) throw organisationErrors.referredTo(referrers);
      await this.units.close(tx, unitId, request.closedOn);
      return { action: 'unit.closed', details: { name: unit.name, ...request } };
    });
  }

  private async change(
    scope: Scope,
    actor: Actor,
    unitId: string,
    work: (
      tx: Transaction,
      unit: UnitRecord,
    ) => Promise<{ readonly action: string; readonly details: Readonly<Record<string, unknown>> }>,
  ): Promise<UnitRecord> {
    return this.transactions.run(actor, async (tx) => {
      const unit = await this.units.findForUpdate(tx, scope, unitId);
      if (unit === null) throw organisationErrors.unitNotFound();
      if (unit.closedOn !== null) throw organisationErrors.unitClosed();
      const countyId = await this.register.findCounty(tx, scope, unit.regionId);
      const { action, details } = await work(tx, unit);
      await this.audit.append(tx, { countyId, action, subject: { kind: 'unit', id: unitId }, details });
      return this.unit(scope, unitId, tx);
    });
  }
}
