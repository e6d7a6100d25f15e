import { Injectable } from '@nestjs/common';
import type { ChangeSchoolRequest, RegisterSchoolRequest } from '@junheng/api-contract';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { organisationErrors } from './organisations.errors.ts';
import type { SchoolEntry } from './organisations.types.ts';
import { OrganisationsRepository } from './persistence/organisations.repository.ts';
import { SchoolRegisterRepository } from './persistence/school-register.repository.ts';
import { contradictions, endOfPrevious, factsAfter, type RegisteredFacts } from './school-register.rules.ts';

/** Openings, renamings, mergers, splits, changes of type, closures: each is a new version, nothing is overwritten. */
@Injectable()
export class SchoolRegisterService {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly organisations: OrganisationsRepository,
    private readonly register: SchoolRegisterRepository,
  ) {}

  /** @throws region.not-found, school.not-found, school.code-taken, request.malformed */
  async open(scope: Scope, actor: Actor, request: RegisterSchoolRequest): Promise<SchoolEntry> {
    return this.transactions.run(actor, async (tx) => {
      const countyId = await this.register.findCounty(tx, scope, request.regionId);
      if (countyId === null) throw organisationErrors.regionNotFound();
      const predecessorIds = await this.knownPredecessors(tx, scope, request.predecessorIds);
      await this.refuseContradictions(tx, scope, request, { id: null, countyId, hasCampuses: false });
      const id = await this.register.addSchool(tx, { countyId, code: request.code, openedOn: request.openedOn });
      const version = { schoolId: id, version: 1, change: 'opened', validFrom: request.openedOn, note: null } as const;
      await this.register.addVersion(tx, { ...version, predecessorIds }, request);
      await this.audit.append(tx, {
        countyId,
        action: 'school.opened',
        subject: { kind: 'school', id },
        details: { code: request.code, name: request.name, type: request.type, predecessorIds },
      });
      return this.found(tx, scope, id);
    });
  }

  /** @throws school.not-found, region.not-found, school.closed, organisation.date-before-change, request.malformed */
  async change(scope: Scope, actor: Actor, schoolId: string, request: ChangeSchoolRequest): Promise<SchoolEntry> {
    return this.transactions.run(actor, async (tx) => {
      const current = await this.register.findVersionForUpdate(tx, scope, schoolId);
      if (current === null) throw organisationErrors.schoolNotFound();
      const school = await this.found(tx, scope, schoolId);
      if (school.closedOn !== null) throw organisationErrors.schoolClosed();
      if (request.validFrom < current.validFrom) throw organisationErrors.dateBeforeChange(current.validFrom);
      const facts = factsAfter(school, request);
      const countyId = await this.register.findCounty(tx, scope, facts.regionId);
      // A school does not change its county by a change of version: its reports belong to the county it reported to.
      if (countyId !== school.countyId) throw organisationErrors.regionNotFound();
      const own = { id: schoolId, countyId, hasCampuses: current.hasCampuses };
      await this.refuseContradictions(tx, scope, facts, own);
      const predecessorIds = await this.knownPredecessors(tx, scope, request.predecessorIds);

      const { change, validFrom } = request;
      await this.register.endVersion(tx, schoolId, current.version, endOfPrevious(validFrom, current.validFrom));
      const version = { schoolId, version: current.version + 1, change, validFrom, note: request.note ?? null };
      await this.register.addVersion(tx, { ...version, predecessorIds }, facts);
      if (change === 'closed') await this.register.close(tx, schoolId, validFrom);
      const { change: _change, ...details } = request;
      await this.audit.append(tx, {
        countyId,
        action: `school.${change}`,
        subject: { kind: 'school', id: schoolId },
        details,
      });
      return this.found(tx, scope, schoolId);
    });
  }

  private async found(tx: Transaction, scope: Scope, schoolId: string): Promise<SchoolEntry> {
    const school = await this.organisations.findSchool(scope, schoolId, tx);
    if (school === null) throw organisationErrors.schoolNotFound();
    return school;
  }

  private async knownPredecessors(
    tx: Transaction,
    scope: Scope,
    wanted: readonly string[] | undefined,
  ): Promise<readonly string[]> {
    const ids = [...new Set(wanted ?? [])];
    if ((await this.register.countInScope(tx, scope, ids)) !== ids.length) throw organisationErrors.schoolNotFound();
    return ids;
  }

  private async refuseContradictions(
    tx: Transaction,
    scope: Scope,
    facts: RegisteredFacts,
    own: { readonly id: string | null; readonly countyId: string; readonly hasCampuses: boolean },
  ): Promise<void> {
    const parent =
      facts.parentSchoolId === null ? null : await this.organisations.findSchool(scope, facts.parentSchoolId, tx);
    if (facts.parentSchoolId !== null && parent === null) throw organisationErrors.schoolNotFound();
    const at = contradictions(facts, own, parent);
    if (at.length > 0) throw organisationErrors.malformed(at);
  }
}
