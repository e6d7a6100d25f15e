import { Injectable } from '@nestjs/common';
import type { AnnualTarget, SetAnnualTargetRequest, TargetPlaces } from '@junheng/api-contract';
import { numbersOfSchool, numbersToTrack, targetKey, targetUnit, type TargetPlace } from '@junheng/evaluation-core';
import { AuditLog } from '../../../platform/audit/audit-log.ts';
import { calendarDay } from '../../../platform/clock/calendar-day.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import { Database, Transactions } from '../../../platform/database/database.ts';
import type { Scope } from '../../access/access.scope.ts';
import { EvaluationsService } from '../../evaluations/evaluations.service.ts';
import { StandardsService } from '../../standards/standards.service.ts';
import { RectificationsRepository } from '../persistence/rectifications.repository.ts';
import { TargetsRepository } from '../persistence/targets.repository.ts';
import { rectificationErrors } from '../rectifications.errors.ts';
import { RectificationsService } from '../rectifications.service.ts';
import { targetErrors } from './targets.errors.ts';
import { isOvertaken, presentTarget } from './targets.presenter.ts';
import type { TargetRecord, TrackedResult } from './targets.types.ts';

/** A year's list of targets (目标任务清单), tracked by what approved data say: what a number is today nobody types. */
@Injectable()
export class TargetsService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly ledger: RectificationsService,
    private readonly evaluations: EvaluationsService,
    private readonly standards: StandardsService,
    private readonly rows: RectificationsRepository,
    private readonly targets: TargetsRepository,
  ) {}

  async list(scope: Scope, countyId: string, year: number | undefined): Promise<readonly AnnualTarget[]> {
    return this.presented(scope, countyId, await this.targets.findVisible(scope, countyId, year));
  }

  /** @throws annual-target.not-found */
  async target(scope: Scope, targetId: string): Promise<AnnualTarget> {
    const found = await this.targets.find(this.database, scope, targetId);
    const [shown] = found === null ? [] : await this.presented(scope, found.countyId, [found]);
    if (shown === undefined) throw targetErrors.notFound();
    return shown;
  }

  /** @throws region.not-found */
  async places(scope: Scope, countyId: string, schoolId?: string): Promise<TargetPlaces['places']> {
    if ((await this.rows.findCounty(this.database, scope, countyId)) === null) {
      throw rectificationErrors.regionNotFound();
    }
    return (await this.newest(scope, countyId)).flatMap(({ base, result }) =>
      (schoolId === undefined ? numbersToTrack(result) : numbersOfSchool(result, schoolId)).map(
        ({ place, measured }) => ({
          editionId: base.editionId,
          place,
          unit: this.unitOf(base.editionId, place),
          now: { ...measured },
          year: base.year,
        }),
      ),
    );
  }

  /** @throws region.not-found, rectification.deadline-past, .place-unknown (no number there), annual-target.already-set */
  async set(scope: Scope, actor: Actor, request: SetAnnualTargetRequest): Promise<string> {
    return this.transactions.run(actor, async (tx) => {
      const { countyId, editionId, place } = request;
      const county = await this.rows.findCounty(tx, scope, countyId);
      if (county === null) throw rectificationErrors.regionNotFound();
      const today = calendarDay(tx.at, county.timeZone);
      if (request.dueOn < today) throw rectificationErrors.deadlinePast(today);
      const key = targetKey(place);
      const schoolId = place.kind === 'indicator' ? place.schoolId : null;
      const newest = (await this.newest(scope, countyId)).find(({ base }) => base.editionId === editionId);
      const number =
        newest === undefined
          ? undefined
          : (schoolId === null ? numbersToTrack(newest.result) : numbersOfSchool(newest.result, schoolId)).find(
              (each) => targetKey(each.place) === key,
            )?.measured;
      if (newest === undefined || number === undefined) throw rectificationErrors.placeUnknown();
      const comparator = number.comparator === 'at-least' || number.comparator === 'more-than' ? 'at-least' : 'at-most';
      const id = await this.targets.add(tx, {
        ...request,
        key,
        comparator,
        baseline: number,
        baselineYear: newest.base.year,
      });
      if (id === null) throw targetErrors.alreadySet(request.year);
      const { year, value, dueOn, document } = request;
      await this.audit.append(tx, {
        countyId,
        action: 'annual-target.set',
        subject: { kind: 'annual-target', id },
        details: { year, editionId, indicator: key, target: value, deadline: dueOn, document },
      });
      return id;
    });
  }

  /** It stays to be seen, with the reason. @throws annual-target.not-found, .withdrawn */
  async withdraw(scope: Scope, actor: Actor, targetId: string, reason: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const found = await this.targets.find(tx, scope, targetId);
      if (found === null) throw targetErrors.notFound();
      if (!(await this.targets.withdraw(tx, targetId, reason))) throw targetErrors.withdrawn();
      await this.audit.append(tx, {
        countyId: found.countyId,
        action: 'annual-target.withdrawn',
        subject: { kind: 'annual-target', id: targetId },
        details: { year: found.year, indicator: targetKey(found.place), target: found.value, reason },
      });
    });
  }

  /** Each of a county judged by the newest data of its own year or before: what comes later is for later targets. */
  private async presented(
    scope: Scope,
    countyId: string,
    targets: readonly TargetRecord[],
  ): Promise<readonly AnnualTarget[]> {
    if (targets.length === 0) return [];
    const newest = await this.newest(scope, countyId);
    const overtaken = targets.filter((target) => isOvertaken(target, newest));
    const runs = overtaken.length === 0 ? [] : await this.evaluations.newestUntil(scope, countyId, overtaken);
    const results = new Map(newest.map((each) => [each.base.evaluationId, each]));
    for (const run of runs) {
      if (!results.has(run.evaluationId)) results.set(run.evaluationId, await this.tracked(scope, run));
    }
    const today = this.ledger.today();
    return targets.map((target) => {
      const { editionId, year } = target;
      const found = overtaken.includes(target)
        ? results.get(runs.find((run) => run.editionId === editionId && run.untilYear === year)?.evaluationId ?? '')
        : newest.find(({ base }) => base.editionId === editionId);
      return presentTarget(target, found ?? null, this.unitOf(editionId, target.place), today);
    });
  }

  /** Only of editions that stored targets and evaluations name. */
  private unitOf(editionId: string, place: TargetPlace): string | null {
    return targetUnit(this.standards.inForce(editionId).edition, place);
  }

  /** What the newest evaluation by each edition says. */
  private async newest(scope: Scope, countyId: string): Promise<readonly TrackedResult[]> {
    const found: TrackedResult[] = [];
    for (const base of await this.rows.findBases(scope, countyId)) found.push(await this.tracked(scope, base));
    return found;
  }

  private async tracked(scope: Scope, base: TrackedResult['base']): Promise<TrackedResult> {
    return { base, result: (await this.evaluations.stored(scope, base.evaluationId)).result };
  }
}
