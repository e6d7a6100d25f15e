import { Injectable } from '@nestjs/common';
import type { ReviewAssignments } from '@junheng/api-contract';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import type { Reader } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { GroupingsService } from '../organisations/groupings.service.ts';
import { organisationErrors } from '../organisations/organisations.errors.ts';
import { dateIn } from '../rounds/round-calendar.rules.ts';
import { RoundsService } from '../rounds/rounds.service.ts';
import { ReviewAssignmentsRepository, type ReviewSubject } from './persistence/review-assignments.repository.ts';
import { reviewErrors } from './reviews.errors.ts';

/** Who reviews what in a round (审核分工): by town, by area or group, by type of school, by section of the form. It guides and locks nothing. */
@Injectable()
export class ReviewAssignmentsService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly repository: ReviewAssignmentsRepository,
    private readonly rounds: RoundsService,
    private readonly groupings: GroupingsService,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @param rights the caller's scope with all grants @throws round.not-found */
  async list(scope: Scope, rights: Scope, roundId: string): Promise<ReviewAssignments> {
    const round = await this.rounds.ofCounty(this.database, scope, roundId);
    const day = dateIn(round.timeZone, this.clock.now());
    const assignments = await this.repository.findInRound(this.database, scope, roundId);
    const people = await this.repository.findReviewers(this.database, scope, round.regionId, day);
    const here = new Set(people.map(({ personId }) => personId));
    const mayAssign = rights.carries('rounds.manage');
    return {
      assignments: assignments.map((each) => ({
        ...each,
        here: here.has(each.personId),
        own: each.personId === rights.personId,
      })),
      people: mayAssign ? people.map(({ personId, displayName }) => ({ personId, displayName })) : [],
      mayAssign,
    };
  }

  /** @throws round.not-found, review.reviewer-unknown, grouping.not-found */
  async assign(
    scope: Scope,
    actor: Actor,
    wanted: { readonly roundId: string; readonly personId: string; readonly subjects: readonly ReviewSubject[] },
  ): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const round = await this.rounds.ofCounty(tx, scope, wanted.roundId);
      const people = await this.repository.findReviewers(tx, scope, round.regionId, dateIn(round.timeZone, tx.at));
      const known = people.some(({ personId }) => personId === wanted.personId);
      // What somebody who left still has may be taken from them; nothing is given to them.
      if (!known && wanted.subjects.length > 0) throw reviewErrors.reviewerUnknown();
      await this.refuseUnknownGroupings(tx, scope, round.regionId, wanted.subjects);
      await this.repository.replace(tx, scope, wanted);
      await this.audit.append(tx, {
        countyId: round.regionId,
        action: 'review.assigned',
        subject: { kind: 'round', id: round.id },
        details: { personId: wanted.personId, subjects: wanted.subjects },
      });
    });
  }

  /** An area or group of another county is none of this round's. One that has ended may stay with whoever had it. */
  private async refuseUnknownGroupings(
    reader: Reader,
    scope: Scope,
    countyId: string,
    subjects: readonly ReviewSubject[],
  ): Promise<void> {
    const wanted = subjects.flatMap(({ kind, subject }) => (kind === 'grouping' ? [subject] : []));
    if (wanted.length === 0) return;
    const known = new Set((await this.groupings.list(scope, { regionId: countyId }, reader)).map(({ id }) => id));
    if (wanted.some((id) => !known.has(id))) throw organisationErrors.groupingNotFound();
  }
}
