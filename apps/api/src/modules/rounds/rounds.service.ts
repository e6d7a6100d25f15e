import { Injectable } from '@nestjs/common';
import type { LeftOutSchools, Round } from '@junheng/api-contract';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import type { Reader, Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { OrganisationsService } from '../organisations/organisations.service.ts';
import { editionNotFound } from '../standards/standards.errors.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { RoundsRepository } from './persistence/rounds.repository.ts';
import { dateIn, laterDeadline } from './round-calendar.rules.ts';
import { noCounts, presentRound } from './round.presenter.ts';
import {
  extensionNotLater,
  regionNotFound,
  roundDatesWrong,
  roundEditionAsksNoSchool,
  roundEditionOfAnotherRegion,
  roundNeedsCounty,
  roundNotFound,
  schoolNotInRound,
} from './rounds.errors.ts';
import type { NewRound, RoundRecord } from './rounds.types.ts';

export type WantedRound = Omit<NewRound, 'editionHash' | 'previousRoundId'>;

/** What else begins with a round, in the same transaction: modules further on say so, this one does not know them. */
export type RoundFollower = (tx: Transaction, scope: Scope, round: RoundRecord) => Promise<void>;

/** Rounds (填报批次). Who must report in them, and with what, is the self-reports' affair. */
@Injectable()
export class RoundsService {
  private readonly followers: RoundFollower[] = [];

  constructor(
    private readonly database: Database,
    private readonly repository: RoundsRepository,
    private readonly standards: StandardsService,
    private readonly organisations: OrganisationsService,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The rounds in scope with the counts of the reports in scope, newest first. */
  async list(scope: Scope): Promise<readonly Round[]> {
    return this.present(scope, await this.repository.findVisible(this.database, scope));
  }

  /** @throws round.not-found */
  async read(scope: Scope, roundId: string): Promise<Round> {
    const [presented] = await this.present(scope, [await this.visible(scope, roundId)]);
    if (presented === undefined) throw roundNotFound(roundId);
    return presented;
  }

  /** @throws round.not-found */
  async visible(scope: Scope, roundId: string): Promise<RoundRecord> {
    const round = await this.repository.findById(this.database, scope, roundId);
    if (round === null) throw roundNotFound(roundId);
    return round;
  }

  async present(scope: Scope, rounds: readonly RoundRecord[]): Promise<readonly Round[]> {
    if (rounds.length === 0) return [];
    const some = rounds.filter((round) => round.leftOut > 0).map(({ id }) => id);
    const [counts, leftOut] = await Promise.all([
      this.repository.countByStatus(
        this.database,
        scope,
        rounds.map(({ id }) => id),
      ),
      some.length === 0 ? null : this.repository.countLeftOut(this.database, scope, some),
    ]);
    const now = this.clock.now();
    return rounds.map((round) =>
      presentRound(round, { counts: counts.get(round.id) ?? noCounts(), leftOut: leftOut?.get(round.id) ?? 0, now }),
    );
  }

  /** A round of a county in scope; a school's own grant does not reach it. @throws round.not-found */
  async ofCounty(reader: Reader, scope: Scope, roundId: string): Promise<RoundRecord> {
    const round = await this.repository.findOfRegionInScope(reader, scope, roundId);
    if (round === null) throw roundNotFound(roundId);
    return round;
  }

  /**
   * Writes the round itself, with the edition in force under the id asked for.
   *
   * A round may be opened with dates in the past only by the system (demonstration data, take-over of earlier years).
   * @throws region.not-found, round.needs-county, edition.not-found, edition.of-another-region, round.edition-asks-no-school, round.dates-wrong, round.exists
   */
  async create(tx: Transaction, scope: Scope, wanted: WantedRound): Promise<RoundRecord> {
    const region = await this.organisations.region(scope, wanted.regionId, tx);
    if (region.level !== 'county') throw roundNeedsCounty(region.id, region.level);
    const { hash, edition, regionPath, isChecklist } = await this.standards.find(tx, wanted.editionId);
    if (isChecklist) throw editionNotFound(wanted.editionId);
    if (regionPath !== null && !region.path.startsWith(regionPath)) throw roundEditionOfAnotherRegion(wanted.editionId);
    if (!edition.items.some((item) => item.entry === 'form')) throw roundEditionAsksNoSchool(wanted.editionId);
    const today = dateIn(region.timeZone, tx.at);
    if (wanted.deadline < wanted.opensOn || (wanted.deadline < today && tx.actor.kind !== 'system')) {
      throw roundDatesWrong({ opensOn: wanted.opensOn, deadline: wanted.deadline, today });
    }
    const previous = await this.repository.findPrevious(tx, scope, wanted);
    const id = await this.repository.insert(tx, scope, {
      ...wanted,
      editionHash: hash,
      previousRoundId: previous?.id ?? null,
    });
    if (id === null) throw regionNotFound(wanted.regionId);
    await this.audit.append(tx, {
      countyId: wanted.regionId,
      action: 'round.opened',
      subject: { kind: 'round', id },
      details: { ...wanted, editionHash: hash, previousRoundId: previous?.id ?? null },
    });
    const round = await this.ofCounty(tx, scope, id);
    for (const follow of this.followers) await follow(tx, scope, round);
    return round;
  }

  /** Has something begin with every round that is opened from now on. */
  whenOpened(follower: RoundFollower): void {
    this.followers.push(follower);
  }

  async enrol(tx: Transaction, scope: Scope, roundId: string, schoolIds: readonly string[]): Promise<void> {
    await this.repository.insertSchools(tx, scope, roundId, schoolIds);
  }

  /** The round is not for these schools of its county, though nothing else speaks against them. */
  async leaveOut(tx: Transaction, scope: Scope, round: RoundRecord, schoolIds: readonly string[]): Promise<void> {
    await this.repository.leaveOut(tx, scope, round.id, schoolIds);
    await this.audit.append(tx, {
      countyId: round.regionId,
      action: 'round.schools-left-out',
      subject: { kind: 'round', id: round.id },
      details: { schoolIds },
    });
  }

  /** Open schools of the county that the round was not opened for and that have not joined since. */
  async leftOut(reader: Reader, scope: Scope, roundId: string): Promise<readonly string[]> {
    return this.repository.findLeftOut(reader, scope, roundId);
  }

  /** The same, for whoever reaches the county. @throws round.not-found */
  async leftOutSchools(scope: Scope, roundId: string): Promise<LeftOutSchools> {
    await this.ofCounty(this.database, scope, roundId);
    return { schools: await this.repository.describeLeftOut(this.database, scope, roundId) };
  }

  /** Only some of the county's schools are asked: by the kind of round, or because others that are open still were left out. */
  async isOfAPart(reader: Reader, scope: Scope, { id, kind, leftOut }: RoundRecord): Promise<boolean> {
    return kind === 'special' || (leftOut > 0 && (await this.leftOut(reader, scope, id)).length > 0);
  }

  /** One more school. False where it is in the round already. */
  async join(tx: Transaction, scope: Scope, round: RoundRecord, schoolId: string): Promise<boolean> {
    const joined = await this.repository.joinSchool(tx, scope, round.id, schoolId);
    if (!joined) return false;
    await this.audit.append(tx, {
      countyId: round.regionId,
      action: 'round.school-joined',
      subject: { kind: 'round', id: round.id },
      details: { schoolId },
    });
    return true;
  }

  /**
   * One school's own deadline, with its reason.
   * @param current the deadline that holds for the school so far
   * @throws round.extension-not-later, school.not-found
   */
  async extend(
    tx: Transaction,
    scope: Scope,
    round: RoundRecord,
    extension: {
      readonly schoolId: string;
      readonly deadline: string;
      readonly reason: string;
      readonly current: string;
    },
  ): Promise<void> {
    const { schoolId, deadline, reason } = extension;
    const current = laterDeadline(round.deadline, extension.current);
    const today = dateIn(round.timeZone, tx.at);
    if (deadline <= current || deadline < today)
      throw extensionNotLater({ deadline: current, wanted: deadline, today });
    const done = await this.repository.extend(tx, scope, { roundId: round.id, schoolId, deadline, reason });
    if (!done) throw schoolNotInRound(schoolId);
    await this.audit.append(tx, {
      countyId: round.regionId,
      action: 'round.deadline-extended',
      subject: { kind: 'round', id: round.id },
      details: { schoolId, before: current, deadline, reason },
    });
  }
}
