import { Injectable } from '@nestjs/common';
import { usualSampleSize, type WriteInspectionRequest } from '@junheng/api-contract';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { inspectionErrors } from './inspections.errors.ts';
import { inspectionStatus, sizeNeedsReason } from './inspections.rules.ts';
import { teamFault } from './teams.rules.ts';
import { wholeChecklist } from './visits/visit-checklist.rules.ts';
import type {
  EligibleSchool,
  InspectionInFull,
  InspectionRecord,
  NewInspection,
  TeamCandidateRecord,
} from './inspections.types.ts';
import { DrawsRepository } from './persistence/draws.repository.ts';
import { InspectionsRepository } from './persistence/inspections.repository.ts';

/** Inspection projects (督导项目): where, by whom, when, which schools, what is verified and what is scored. */
@Injectable()
export class InspectionsService {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly standards: StandardsService,
    private readonly inspections: InspectionsRepository,
    private readonly draws: DrawsRepository,
  ) {}

  async list(scope: Scope): Promise<readonly InspectionRecord[]> {
    return this.inspections.findVisible(scope);
  }

  /** @throws inspection.not-found, also when it is outside the scope */
  async inspection(scope: Scope, inspectionId: string): Promise<InspectionInFull> {
    const inspection = await this.inspections.find(scope.narrowedTo('inspections.read'), inspectionId);
    if (inspection === null) throw inspectionErrors.notFound();
    return {
      inspection,
      draws: await this.draws.findAll(inspectionId),
      visits: await this.inspections.findVisits(inspectionId),
      steers: await this.inspections.steers(scope.narrowedTo('inspections.manage'), inspectionId),
    };
  }

  async candidates(scope: Scope): Promise<readonly TeamCandidateRecord[]> {
    return this.inspections.findCandidates(scope, calendarDay(this.clock.now()));
  }

  /**
   * @throws region.not-found, edition.not-found, inspection.dates-wrong, inspection.size-needs-reason, inspection.team-needs-lead,
   * inspection.checklist-only-special, .team-member-unknown, .teams-not-divided, inspection.not-an-inspector, inspection.school-not-of-counties, inspection.no-school, inspection.item-unknown
   */
  async plan(scope: Scope, actor: Actor, request: WriteInspectionRequest): Promise<string> {
    return this.transactions.run(actor, async (tx) => {
      const wanted = await this.checked(tx, scope, request, null);
      const id = await this.inspections.add(tx, wanted);
      await this.record(tx, { id, counties: wanted.counties }, 'inspection.planned', { ...wanted });
      return id;
    });
  }

  /** @throws inspection.not-found, inspection.settled, and as `plan` */
  async change(scope: Scope, actor: Actor, inspectionId: string, request: WriteInspectionRequest): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const before = await this.draft(tx, scope, inspectionId);
      const wanted = await this.checked(tx, scope, request, before);
      await this.inspections.replace(tx, inspectionId, wanted);
      // A county that is dropped is told so, too.
      const counties = [...before.counties, ...wanted.counties];
      await this.record(tx, { id: inspectionId, counties }, 'inspection.changed', { ...wanted });
    });
  }

  /** Fixes the schools where nothing is drawn. @throws inspection.not-found, inspection.settled, inspection.no-sample, inspection.no-school */
  async confirm(scope: Scope, actor: Actor, inspectionId: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const inspection = await this.draft(tx, scope, inspectionId);
      if (inspection.selection === 'random') throw inspectionErrors.noSample();
      const schools = await this.visited(tx, inspection);
      await this.inspections.confirm(tx, inspectionId);
      await this.inspections.addVisits(tx, { inspectionId, drawId: null }, schools);
      await this.record(tx, inspection, 'inspection.schools-confirmed', {
        selection: inspection.selection,
        schools: schools.map(({ code }) => code),
      });
    });
  }

  /** One entry in the chain of each county. */
  async record(
    tx: Transaction,
    of: { readonly id: string; readonly counties: readonly { readonly countyId: string }[] },
    action: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const countyIds = [...new Set(of.counties.map(({ countyId }) => countyId))];
    await this.audit.appendAll(
      tx,
      countyIds.map((countyId) => ({
        actor: tx.actor,
        entry: { countyId, action, subject: { kind: 'inspection', id: of.id }, details },
      })),
    );
  }

  private async draft(tx: Transaction, scope: Scope, inspectionId: string): Promise<InspectionRecord> {
    const inspection = await this.inspections.hold(tx, scope, inspectionId);
    if (inspection === null) throw inspectionErrors.notFound();
    if (inspectionStatus(inspection) !== 'draft') throw inspectionErrors.settled();
    return inspection;
  }

  private async visited(
    tx: Transaction,
    inspection: Pick<NewInspection, 'schoolTypes' | 'selection' | 'chosenSchoolIds'> & {
      readonly counties: readonly { readonly countyId: string }[];
    },
  ): Promise<readonly EligibleSchool[]> {
    const countyIds = inspection.counties.map(({ countyId }) => countyId);
    const eligible = await this.inspections.findEligible(tx, countyIds, inspection.schoolTypes);
    if (inspection.selection !== 'chosen') return eligible;
    const chosen = new Set(inspection.chosenSchoolIds);
    const found = eligible.filter(({ schoolId }) => chosen.has(schoolId));
    if (found.length !== chosen.size) throw inspectionErrors.schoolNotOfCounties();
    return found;
  }

  /** @param before what the project has already: somebody who leads it from elsewhere keeps its counties and team */
  private async checked(
    tx: Transaction,
    scope: Scope,
    request: WriteInspectionRequest,
    before: InspectionRecord | null,
  ): Promise<NewInspection> {
    const { selection } = request;
    const { hash, edition, isChecklist } = await this.standards.readForInspection(scope, request.editionId);
    if (isChecklist && request.kind !== 'special') throw inspectionErrors.checklistOnlySpecial();
    const today = calendarDay(tx.at);
    if (request.endsOn < request.startsOn || request.endsOn < today) throw inspectionErrors.datesWrong(today);
    if (!request.team.some(({ part }) => part === 'lead')) throw inspectionErrors.teamNeedsLead();
    const unknown = [
      ...request.verifiedItems.filter((id) => !edition.items.some((item) => item.id === id)),
      ...request.judgedRequirements.filter((id) => !edition.requirements.some((one) => one.id === id)),
    ][0];
    if (unknown !== undefined) throw inspectionErrors.itemUnknown(unknown);
    const fresh = request.counties
      .map(({ countyId }) => countyId)
      .filter((id) => before?.counties.some(({ countyId }) => countyId === id) !== true);
    if ((await this.inspections.findCounties(tx, scope, fresh)).length !== fresh.length) {
      throw inspectionErrors.regionNotFound();
    }
    const candidates = [...(await this.inspections.findCandidates(scope, today, tx)), ...(before?.team ?? [])];
    if (!request.team.every(({ personId }) => candidates.some((each) => each.personId === personId))) {
      throw inspectionErrors.notAnInspector();
    }
    const teams = this.checkedTeams(request);
    const counties = await this.checkedSizes(tx, request);
    const chosenSchoolIds = selection === 'chosen' ? request.chosenSchoolIds : [];
    if (selection === 'chosen') {
      if (chosenSchoolIds.length === 0) throw inspectionErrors.noSchool('');
      await this.visited(tx, request);
    }
    const checked = { ...request, editionHash: hash, counties, chosenSchoolIds, teams };
    // A checklist is small, and looked at whole.
    return isChecklist ? { ...checked, ...wholeChecklist(edition) } : checked;
  }

  private checkedTeams({ team, teams = [], counties }: WriteInspectionRequest): NewInspection['teams'] {
    const personIds = team.map(({ personId }) => personId);
    const fault = teamFault(teams, { personIds, countyIds: counties.map(({ countyId }) => countyId) });
    if (fault?.kind === 'member-unknown') throw inspectionErrors.teamMemberUnknown(fault.team);
    if (fault !== null) throw inspectionErrors.teamsNotDivided();
    return teams;
  }

  private async checkedSizes(tx: Transaction, request: WriteInspectionRequest): Promise<NewInspection['counties']> {
    const ids = request.counties.map(({ countyId }) => countyId);
    const eligible = await this.inspections.findEligible(tx, ids, request.schoolTypes);
    return request.counties.map(({ countyId, sampleSize, sizeReason }) => {
      const own = eligible.filter((school) => school.countyId === countyId);
      if (own.length === 0) throw inspectionErrors.noSchool(countyId);
      if (request.selection !== 'random') return { countyId, sampleSize: null, sizeReason: null };
      const size = sampleSize ?? usualSampleSize.proposed;
      if (sizeReason === null && sizeNeedsReason(size, own.length)) {
        throw inspectionErrors.sizeNeedsReason(countyId, usualSampleSize.least, usualSampleSize.most);
      }
      return { countyId, sampleSize: size, sizeReason };
    });
  }
}
