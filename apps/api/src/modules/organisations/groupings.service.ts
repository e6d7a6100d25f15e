import { Injectable } from '@nestjs/common';
import type {
  ChangeGroupingRequest,
  EndGroupingRequest,
  OpenGroupingRequest,
  SetMembersRequest,
} from '@junheng/api-contract';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Reader, Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { earliestChange, isArea, memberChanges } from './groupings.rules.ts';
import type { GroupingRecord, MemberRecord, WantedMember } from './groupings.types.ts';
import { organisationErrors } from './organisations.errors.ts';
import { refuseFuture } from './organisations.rules.ts';
import { GroupingsRepository } from './persistence/groupings.repository.ts';
import { SchoolRegisterRepository } from './persistence/school-register.repository.ts';

export type GroupingWithMembers = GroupingRecord & { readonly members: readonly MemberRecord[] };

/** Areas and school groups (片区与办学组织): kind, leader, members, each with its days. */
@Injectable()
export class GroupingsService {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly groupings: GroupingsRepository,
    private readonly register: SchoolRegisterRepository,
  ) {}

  /** Those that hold first. */
  async list(
    scope: Scope,
    filter: { readonly regionId?: string | undefined; readonly schoolId?: string } = {},
    reader?: Reader,
  ): Promise<readonly GroupingRecord[]> {
    return this.groupings.find(scope, filter, calendarDay(this.clock.now()), reader);
  }

  /** @throws grouping.not-found, also when it is outside the scope */
  async grouping(scope: Scope, groupingId: string, reader?: Reader): Promise<GroupingWithMembers> {
    const [found] = await this.groupings.find(scope, { groupingId }, calendarDay(this.clock.now()), reader);
    if (found === undefined) throw organisationErrors.groupingNotFound();
    return { ...found, members: await this.groupings.findMembers(scope, groupingId, reader) };
  }

  /** @throws region.not-found, school.not-found, organisation.date-in-future, grouping.school-elsewhere */
  async open(scope: Scope, actor: Actor, request: OpenGroupingRequest): Promise<GroupingWithMembers> {
    return this.transactions.run(actor, async (tx) => {
      refuseFuture(request.startsOn, tx.at);
      const countyId = await this.register.findCounty(tx, scope, request.regionId);
      if (countyId === null) throw organisationErrors.regionNotFound();
      await this.groupings.holdCounty(tx, countyId);
      const id = await this.groupings.add(tx, request);
      const of = { id, kind: request.kind };
      await this.writeMembers(tx, scope, { of, countyId, held: [] }, request.members, request.startsOn);
      const { members, ...facts } = request;
      await this.audit.append(tx, {
        countyId,
        action: 'grouping.opened',
        subject: { kind: 'grouping', id },
        details: { ...facts, schools: members.map(({ schoolId }) => schoolId) },
      });
      return this.grouping(scope, id, tx);
    });
  }

  /** @throws grouping.not-found, grouping.ended */
  async rename(
    scope: Scope,
    actor: Actor,
    groupingId: string,
    request: ChangeGroupingRequest,
  ): Promise<GroupingWithMembers> {
    return this.change(scope, actor, groupingId, async (tx, { before }) => {
      await this.groupings.rename(tx, before, request);
      const { name, leaderName } = before;
      return { action: 'grouping.changed', details: { before: { name, leaderName }, ...request } };
    });
  }

  /** @throws grouping.not-found, grouping.ended, school.not-found, organisation.date-in-future, organisation.date-before-change, grouping.school-elsewhere */
  async setMembers(
    scope: Scope,
    actor: Actor,
    groupingId: string,
    { from, members }: SetMembersRequest,
  ): Promise<GroupingWithMembers> {
    return this.change(scope, actor, groupingId, async (tx, { before, countyId }) => {
      refuseFuture(from, tx.at);
      const earliest = earliestChange(before.members) ?? before.startsOn;
      if (from < earliest) throw organisationErrors.dateBeforeChange(earliest);
      const changes = await this.writeMembers(tx, scope, { of: before, countyId, held: before.members }, members, from);
      return {
        action: 'grouping.members-set',
        details: {
          from,
          joined: changes.joining,
          left: [...changes.ending, ...changes.undone].map(({ schoolId }) => schoolId),
        },
      };
    });
  }

  /** @throws grouping.not-found, grouping.ended, organisation.date-in-future, organisation.date-before-change, record.referred-to */
  async end(scope: Scope, actor: Actor, groupingId: string, request: EndGroupingRequest): Promise<GroupingWithMembers> {
    return this.change(scope, actor, groupingId, async (tx, { before }) => {
      refuseFuture(request.endsOn, tx.at);
      const earliest = earliestChange(before.members) ?? before.startsOn;
      if (request.endsOn < earliest) throw organisationErrors.dateBeforeChange(earliest);
      const referrers = await this.groupings.findReferrers(tx, groupingId, request.endsOn);
      if (referrers.length > 0) throw organisationErrors.referredTo(referrers);
      await this.groupings.end(tx, before, request.endsOn);
      return { action: 'grouping.ended', details: { name: before.name, ...request } };
    });
  }

  private async change(
    scope: Scope,
    actor: Actor,
    groupingId: string,
    work: (
      tx: Transaction,
      found: { readonly before: GroupingWithMembers; readonly countyId: string },
    ) => Promise<{ readonly action: string; readonly details: Readonly<Record<string, unknown>> }>,
  ): Promise<GroupingWithMembers> {
    return this.transactions.run(actor, async (tx) => {
      const { regionId } = await this.grouping(scope, groupingId, tx);
      // Seen through one of its schools only: whoever changes it must have its region.
      const countyId = await this.register.findCounty(tx, scope, regionId);
      if (countyId === null) throw organisationErrors.groupingNotFound();
      await this.groupings.holdCounty(tx, countyId);
      const before = await this.grouping(scope, groupingId, tx);
      if (before.endsOn !== null) throw organisationErrors.groupingEnded();
      const { action, details } = await work(tx, { before, countyId });
      await this.audit.append(tx, { countyId, action, subject: { kind: 'grouping', id: groupingId }, details });
      return this.grouping(scope, groupingId, tx);
    });
  }

  private async writeMembers(
    tx: Transaction,
    scope: Scope,
    at: {
      readonly of: Pick<GroupingRecord, 'id' | 'kind'>;
      readonly countyId: string;
      readonly held: readonly MemberRecord[];
    },
    wanted: readonly WantedMember[],
    from: string,
  ) {
    const members = isArea(at.of.kind) ? wanted.map(({ schoolId }) => ({ schoolId, part: 'member' as const })) : wanted;
    const changes = memberChanges(at.held, members, from);
    const joining = changes.joining.map(({ schoolId }) => schoolId);
    const eligible = await this.groupings.countEligible(tx, scope, at.countyId, joining, from);
    if (eligible !== joining.length) throw organisationErrors.schoolNotFound();
    if (isArea(at.of.kind)) {
      const elsewhere = await this.groupings.findElsewhere(tx, at.of, joining, from);
      if (elsewhere !== null) throw organisationErrors.schoolElsewhere(elsewhere.school, elsewhere.grouping);
    }
    await this.groupings.applyMembers(tx, at.of, from, changes);
    return changes;
  }
}
