import { Injectable } from '@nestjs/common';
import type { Cells } from '@junheng/evaluation-core';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { MessagesService } from '../messages/messages.service.ts';
import { OrganisationsService } from '../organisations/organisations.service.ts';
import type { SchoolEntry } from '../organisations/organisations.types.ts';
import { stateAt } from '../rounds/round-calendar.rules.ts';
import { roundClosed, schoolEnrolled, schoolNotInRound, typeNotAsked } from '../rounds/rounds.errors.ts';
import { RoundsService, type WantedRound } from '../rounds/rounds.service.ts';
import type { RoundRecord } from '../rounds/rounds.types.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { ReportOpeningRepository, type NewReport } from './persistence/report-opening.repository.ts';
import { ReportWritesRepository } from './persistence/report-writes.repository.ts';
import { SelfReportsRepository } from './persistence/self-reports.repository.ts';
import { peersByType, type ReportPeers } from './peers-of-type.rules.ts';
import { prefill } from './prefill.rules.ts';
import { checkSelfReport } from './report-checks.rules.ts';
import { totalsOf } from './report-totals.rules.ts';
import type { ReportRecord } from './self-reports.types.ts';

/** A round with whom it is for (everybody where no schools are chosen) and what they are told of it. */
export type OpeningOfRound = WantedRound & {
  readonly schoolIds?: readonly string[] | undefined;
  readonly announcement?: string | undefined;
};

/** Opening a round for a county's schools, and giving one of them more time. */
@Injectable()
export class RoundOpeningService {
  constructor(
    private readonly transactions: Transactions,
    private readonly rounds: RoundsService,
    private readonly organisations: OrganisationsService,
    private readonly standards: StandardsService,
    private readonly opening: ReportOpeningRepository,
    private readonly reports: SelfReportsRepository,
    private readonly writes: ReportWritesRepository,
    private readonly messages: MessagesService,
  ) {}

  /**
   * Opens a round with a report, not started yet, for every open school of the county whose type the edition knows, or for those of
   * them that were chosen.
   * @throws region.not-found, round.needs-county, round.dates-wrong, round.exists, edition.not-found, school.not-found (a chosen school
   * is not an open one of the county), round.type-not-asked
   */
  async open(scope: Scope, actor: Actor, { schoolIds, announcement, ...wanted }: OpeningOfRound): Promise<RoundRecord> {
    return this.transactions.run(actor, async (tx) => {
      const round = await this.rounds.create(tx, scope, wanted);
      const { edition } = this.standards.inForce(round.editionId);
      const types = new Set(edition.schoolTypes.map(({ id }) => id));
      const register = await this.organisations.listSchools(scope, { regionId: round.regionId, openOnly: true }, tx);
      const asked = register.filter(({ type }) => types.has(type));
      const schools = schoolIds === undefined ? asked : chosenOf(register, asked, schoolIds);
      await this.rounds.enrol(
        tx,
        scope,
        round.id,
        schools.map(({ id }) => id),
      );
      const leftOut = asked.filter((school) => !schools.includes(school));
      if (leftOut.length > 0) {
        await this.rounds.leaveOut(
          tx,
          scope,
          round,
          leftOut.map(({ id }) => id),
        );
      }
      const lastYear = await this.lastYear(tx, scope, round);
      const peersOf = peersByType(
        edition,
        register.flatMap(({ id, countedAsSchool }) => {
          const cells = lastYear?.bySchool.get(id);
          return cells === undefined ? [] : [{ schoolId: id, countedAsSchool, cells }];
        }),
      );
      const reports = schools.map((school) => this.newReport(round, school, lastYear, peersOf(school.type)));
      if (reports.length > 0) {
        await this.opening.insert(tx, scope, { id: round.id, countyId: round.regionId }, reports);
      }
      if (announcement !== undefined) {
        await this.messages.send(tx, scope, {
          countyId: round.regionId,
          roundId: round.id,
          kind: 'announcement',
          text: announcement,
          schoolIds: schools.map(({ id }) => id),
        });
      }
      return round;
    });
  }

  /**
   * A school that was registered after the round was opened gets its report, prefilled as the others were.
   * @throws round.not-found, round.closed, school.not-found, round.school-enrolled, round.type-not-asked
   */
  async join(
    scope: Scope,
    actor: Actor,
    wanted: { readonly roundId: string; readonly schoolId: string },
  ): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const round = await this.rounds.ofCounty(tx, scope, wanted.roundId);
      if (stateAt(round, tx.at) === 'closed') throw roundClosed(round.id);
      const school = await this.organisations.school(scope, wanted.schoolId, tx);
      if (school.countyId !== round.regionId || school.closedOn !== null) throw schoolNotInRound(school.id);
      const { edition } = this.standards.inForce(round.editionId);
      if (!edition.schoolTypes.some(({ id }) => id === school.type)) throw typeNotAsked(school.type);
      const joined = await this.rounds.join(tx, scope, round, school.id);
      if (!joined) throw schoolEnrolled(school.id);
      const report = this.newReport(round, school, await this.lastYear(tx, scope, round), null);
      await this.opening.insert(tx, scope, { id: round.id, countyId: round.regionId }, [report]);
    });
  }

  /** @throws round.not-found, school.not-found, round.extension-not-later */
  async extend(
    scope: Scope,
    actor: Actor,
    wanted: {
      readonly roundId: string;
      readonly schoolId: string;
      readonly deadline: string;
      readonly reason: string;
    },
  ): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const round = await this.rounds.ofCounty(tx, scope, wanted.roundId);
      const found = await this.reports.findOfSchool(tx, scope, round.id, wanted.schoolId);
      if (found === null) throw schoolNotInRound(wanted.schoolId);
      // Held, so that of two extensions at once the earlier day never replaces the later one.
      await this.reports.lock(tx, scope, [found.id]);
      const report = (await this.reports.findOfSchool(tx, scope, round.id, wanted.schoolId)) ?? found;
      await this.extendHeld(tx, scope, report, wanted);
    });
  }

  /** More time for one school, as part of something larger (a return after the deadline). @throws round.extension-not-later */
  async extendHeld(
    tx: Transaction,
    scope: Scope,
    report: ReportRecord,
    wanted: { readonly deadline: string; readonly reason: string },
  ): Promise<void> {
    const { deadline, reason } = wanted;
    await this.rounds.extend(tx, scope, report.round, {
      schoolId: report.school.id,
      deadline,
      reason,
      current: report.deadline,
    });
    await this.writes.addEvent(tx, scope, report.id, report.revision, {
      kind: 'extended',
      note: reason,
      details: { before: report.deadline, deadline },
    });
  }

  private async lastYear(
    tx: Transaction,
    scope: Scope,
    round: RoundRecord,
  ): Promise<{ readonly year: number; readonly bySchool: ReadonlyMap<string, Cells> } | null> {
    if (round.previousRoundId === null) return null;
    const previous = await this.rounds.ofCounty(tx, scope, round.previousRoundId);
    return { year: previous.year, bySchool: await this.opening.findApprovedCells(tx, scope, previous.id) };
  }

  private newReport(
    round: RoundRecord,
    school: SchoolEntry,
    lastYear: { readonly year: number; readonly bySchool: ReadonlyMap<string, Cells> } | null,
    peers: ReportPeers | null,
  ): NewReport {
    const { edition } = this.standards.inForce(round.editionId);
    const before = lastYear?.bySchool.get(school.id) ?? null;
    const prefilled = prefill(
      edition,
      school,
      before === null || lastYear === null ? null : { year: lastYear.year, cells: before },
    );
    const cells = Object.fromEntries(prefilled.map(({ cell, value }) => [cell, value]));
    return {
      schoolId: school.id,
      cells,
      cellStates: Object.fromEntries(
        prefilled.map(({ cell, detail }) => [cell, { revision: 0, source: 'prefilled', from: detail.from }]),
      ),
      lastYear: before,
      peers,
      totals: totalsOf(checkSelfReport(edition, cells, { lastYear: before, peers: peers?.statistics ?? null }, {}), 0),
      prefilled,
    };
  }
}

/** @throws school.not-found, round.type-not-asked */
function chosenOf(
  register: readonly SchoolEntry[],
  asked: readonly SchoolEntry[],
  schoolIds: readonly string[],
): readonly SchoolEntry[] {
  const chosen = new Set(schoolIds);
  const known = new Map(register.map((school) => [school.id, school]));
  const askable = new Set(asked.map(({ id }) => id));
  for (const id of chosen) {
    const school = known.get(id);
    if (school === undefined) throw schoolNotInRound(id);
    if (!askable.has(id)) throw typeNotAsked(school.type);
  }
  return asked.filter(({ id }) => chosen.has(id));
}
