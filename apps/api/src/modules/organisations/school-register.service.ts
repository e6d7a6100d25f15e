import { Injectable } from '@nestjs/common';
import type { ChangeSchoolRequest, RegisterSchoolRequest, SplitSchoolRequest } from '@junheng/api-contract';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { organisationErrors } from './organisations.errors.ts';
import { refuseFuture } from './organisations.rules.ts';
import type { SchoolEntry } from './organisations.types.ts';
import { OrganisationsRepository } from './persistence/organisations.repository.ts';
import { SchoolHistoryRepository } from './persistence/school-history.repository.ts';
import { SchoolRegisterRepository } from './persistence/school-register.repository.ts';
import {
  contradictions,
  dayBefore,
  endOfPrevious,
  factsAfter,
  referrersInWords,
  type RegisteredFacts,
} from './school-register.rules.ts';

/** Openings, renamings, mergers, splits, changes of type, closures: each is a new version, nothing is overwritten. */
@Injectable()
export class SchoolRegisterService {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly organisations: OrganisationsRepository,
    private readonly register: SchoolRegisterRepository,
    private readonly histories: SchoolHistoryRepository,
  ) {}

  /** @throws region.not-found, school.not-found, school.code-taken, request.malformed */
  async open(scope: Scope, actor: Actor, request: RegisterSchoolRequest): Promise<SchoolEntry> {
    return this.transactions.run(actor, async (tx) => {
      const countyId = await this.register.findCounty(tx, scope, request.regionId);
      if (countyId === null) throw organisationErrors.regionNotFound();
      const predecessorIds = await this.knownSchools(tx, scope, request.predecessorIds);
      await this.refuseContradictions(tx, scope, request, { id: null, countyId, hasCampuses: false });
      return this.add(tx, scope, countyId, request, predecessorIds);
    });
  }

  /** @throws school.not-found, region.not-found, school.closed, organisation.date-before-change, organisation.date-in-future, record.referred-to (closing a school with campuses), request.malformed */
  async change(scope: Scope, actor: Actor, schoolId: string, request: ChangeSchoolRequest): Promise<SchoolEntry> {
    return this.transactions.run(actor, async (tx) => {
      const others = await this.knownSchools(tx, scope, request.predecessorIds);
      if ((request.change === 'merged') !== others.length > 0 || others.includes(schoolId)) {
        throw organisationErrors.malformed(['/predecessorIds']);
      }
      await this.histories.hold(tx, [schoolId, ...others]);
      const changed = await this.apply(tx, scope, schoolId, request, others);
      for (const absorbed of others) {
        await this.apply(tx, scope, absorbed, {
          change: 'closed',
          validFrom: request.validFrom,
          ...(request.note === undefined ? {} : { note: request.note }),
        });
      }
      return changed;
    });
  }

  /**
   * New schools come out of one; it remains, or is closed and they take its place.
   * @throws school.not-found, school.code-taken, and what `change` throws
   */
  async split(scope: Scope, actor: Actor, schoolId: string, request: SplitSchoolRequest): Promise<SchoolEntry> {
    return this.transactions.run(actor, async (tx) => {
      const before = await this.found(tx, scope, schoolId);
      const { validFrom, note, remains } = request;
      await this.apply(tx, scope, schoolId, { change: remains ? 'split' : 'closed', validFrom, note });
      for (const wanted of request.schools) {
        await this.add(tx, scope, before.countyId, { ...before, ...wanted, openedOn: validFrom }, [schoolId]);
      }
      return this.found(tx, scope, schoolId);
    });
  }

  /**
   * Takes a school out of the register that was entered by mistake: nothing may refer to it.
   * @throws school.not-found, record.referred-to (by whom, and how often)
   */
  async remove(scope: Scope, actor: Actor, schoolId: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      await this.histories.hold(tx, [schoolId]);
      const { countyId, code, name } = await this.found(tx, scope, schoolId);
      const referrers = await this.histories.findReferrers(tx, schoolId);
      if (referrers.length > 0) throw organisationErrors.referredTo(referrersInWords(referrers));
      await this.histories.remove(tx, schoolId);
      await this.audit.append(tx, {
        countyId,
        action: 'school.deleted',
        subject: { kind: 'school', id: schoolId },
        details: { code, name },
      });
    });
  }

  /** The next version of one school; what it was merged from stands beside it. */
  private async apply(
    tx: Transaction,
    scope: Scope,
    schoolId: string,
    request: ChangeSchoolRequest,
    predecessorIds: readonly string[] = [],
  ): Promise<SchoolEntry> {
    const current = await this.register.findVersionForUpdate(tx, scope, schoolId);
    if (current === null) throw organisationErrors.schoolNotFound();
    const school = await this.found(tx, scope, schoolId);
    if (school.closedOn !== null) throw organisationErrors.schoolClosed();
    const { change, validFrom } = request;
    if (validFrom < current.validFrom) throw organisationErrors.dateBeforeChange(current.validFrom);
    if (validFrom !== current.validFrom) refuseFuture(validFrom, tx.at);
    const facts = factsAfter(school, request);
    const countyId = await this.register.findCounty(tx, scope, facts.regionId);
    // A school does not change its county by a change of version: its reports belong to the county it reported to.
    if (countyId !== school.countyId) throw organisationErrors.regionNotFound();
    await this.refuseContradictions(tx, scope, facts, { id: schoolId, countyId, hasCampuses: current.hasCampuses });
    await this.register.endVersion(tx, schoolId, current.version, endOfPrevious(validFrom, current.validFrom));
    const version = { schoolId, version: current.version + 1, change, validFrom, note: request.note ?? null };
    await this.register.addVersion(tx, { ...version, predecessorIds }, facts);
    if (change === 'closed') await this.close(tx, schoolId, validFrom);
    const { change: _change, ...details } = request;
    await this.audit.append(tx, {
      countyId,
      action: `school.${change}`,
      subject: { kind: 'school', id: schoolId },
      details,
    });
    return this.found(tx, scope, schoolId);
  }

  private async close(tx: Transaction, schoolId: string, closedOn: string): Promise<void> {
    const campuses = await this.histories.findOpenCampuses(tx, schoolId);
    if (campuses.length > 0) {
      const names = campuses.map(({ name }) => name);
      throw organisationErrors.referredTo([{ kind: 'campuses', count: names.length, names: names.slice(0, 5) }]);
    }
    await this.register.close(tx, schoolId, closedOn);
    await this.histories.endMemberships(tx, schoolId, dayBefore(closedOn));
  }

  private async add(
    tx: Transaction,
    scope: Scope,
    countyId: string,
    school: RegisteredFacts & { readonly code: string; readonly openedOn: string },
    predecessorIds: readonly string[],
  ): Promise<SchoolEntry> {
    const { code, openedOn, name, type } = school;
    const id = await this.register.addSchool(tx, { countyId, code, openedOn });
    const version = { schoolId: id, version: 1, change: 'opened', validFrom: openedOn, note: null } as const;
    await this.register.addVersion(tx, { ...version, predecessorIds }, school);
    await this.audit.append(tx, {
      countyId,
      action: 'school.opened',
      subject: { kind: 'school', id },
      details: { code, name, type, predecessorIds },
    });
    return this.found(tx, scope, id);
  }

  private async found(tx: Transaction, scope: Scope, schoolId: string): Promise<SchoolEntry> {
    const school = await this.organisations.findSchool(scope, schoolId, tx);
    if (school === null) throw organisationErrors.schoolNotFound();
    return school;
  }

  private async knownSchools(
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
