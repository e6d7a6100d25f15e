import { Injectable } from '@nestjs/common';
import { problemKey, type ProblemPlace } from '@junheng/evaluation-core';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { DataSetsService } from '../data-sets/data-sets.service.ts';
import { EvaluationsService } from '../evaluations/evaluations.service.ts';
import { OrganisationsService } from '../organisations/organisations.service.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { RectificationWritesRepository } from './persistence/rectification-writes.repository.ts';
import { RectificationsRepository } from './persistence/rectifications.repository.ts';
import { rectificationErrors } from './rectifications.errors.ts';
import type { NewRow, RaisedProblem } from './rectifications.types.ts';
import { editionHas, findingsOf, schoolOf, standsNow } from './standing.rules.ts';

/** Problems that no evaluation raised: findings on site, letters from above, the county's own. */
@Injectable()
export class RaisedProblemsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly standards: StandardsService,
    private readonly organisations: OrganisationsService,
    private readonly dataSets: DataSetsService,
    private readonly evaluations: EvaluationsService,
    private readonly rows: RectificationsRepository,
    private readonly writes: RectificationWritesRepository,
    private readonly audit: AuditLog,
  ) {}

  /** As `raiseProblem`, for what a person types. */
  async raise(scope: Scope, actor: Actor, problem: RaisedProblem): Promise<string> {
    return this.transactions.run(actor, (tx) => this.raiseProblem(tx, scope, problem));
  }

  /**
   * Makes a row, or finds the one there is: the same finding or letter (`source.reference`) never makes a second one, and a place of
   * an edition that has a row gets another source. Where data speak of the place, they decide its status from now on.
   * @returns the id of the row
   * @throws region.not-found, school.not-found, edition.not-found, rectification.place-unknown, rectification.deadline-past
   */
  async raiseProblem(tx: Transaction, scope: Scope, problem: RaisedProblem): Promise<string> {
    const { countyId, source, place } = problem;
    const county = await this.rows.findCounty(tx, scope, countyId);
    if (county === null) throw rectificationErrors.regionNotFound();
    const today = calendarDay(tx.at, county.timeZone);
    if (problem.deadline !== null && problem.deadline < today) throw rectificationErrors.deadlinePast(today);
    await this.writes.number(tx, countyId, 0);
    const same =
      source.reference === null ? null : await this.writes.findByReference(tx, source.kind, source.reference);
    if (same !== null) return same;
    const wanted = await this.rowOf(tx, scope, problem);
    const known =
      place === null || wanted.problemKey === null
        ? await this.ofSameWords(tx, problem)
        : await this.writes.findByProblem(tx, {
            countyId,
            editionId: place.editionId,
            problemKey: wanted.problemKey,
          });
    const [added] = known === null ? await this.writes.addRows(tx, countyId, [wanted]) : [known];
    const id = added ?? '';
    await this.writes.addSources(tx, [{ ...source, rectificationId: id, evaluationId: null }]);
    const details = { source: source.kind, document: source.document, title: problem.title };
    await this.writes.addEvents(tx, [
      { rectificationId: id, kind: known === null ? 'raised' : 'source-added', details },
    ]);
    await this.audit.append(tx, {
      countyId,
      action: known === null ? 'rectification.raised' : 'rectification.source-added',
      subject: { kind: 'rectification', id },
      details: { ...details, schoolId: wanted.schoolId, deadline: problem.deadline },
    });
    return id;
  }

  /** Found again before it is put right, by another visit or in an opinion: the row there is gets another source. */
  private async ofSameWords(
    tx: Transaction,
    { source, countyId, schoolId, title }: RaisedProblem,
  ): Promise<string | null> {
    if (source.kind !== 'finding' || schoolId === null) return null;
    return this.writes.findByWords(tx, { countyId, schoolId, title });
  }

  private async rowOf(tx: Transaction, scope: Scope, problem: RaisedProblem): Promise<NewRow> {
    const { countyId, place, title, deadline } = problem;
    const placed = place === null ? null : await this.placed(tx, scope, countyId, place.editionId, place.place);
    const schoolId = problem.schoolId ?? (place === null ? null : schoolOf(place.place));
    if (schoolId !== null) {
      const school = await this.organisations.listSchools(scope, { regionId: countyId }, tx);
      if (!school.some(({ id }) => id === schoolId)) throw rectificationErrors.responsibleNotOfCounty();
    }
    return {
      kind: place?.place.kind ?? 'other',
      editionId: place?.editionId ?? null,
      problemKey: place === null ? null : problemKey(place.place),
      place: place?.place ?? null,
      schoolId,
      title,
      measured: placed?.measured ?? null,
      standing: placed?.standing ?? 'none',
      status: placed?.standing === 'passing' ? 'to-verify' : 'open',
      deadline,
    };
  }

  /** How the place stands in the newest data that the ledger follows; `none` while it follows none. */
  private async placed(
    tx: Transaction,
    scope: Scope,
    countyId: string,
    editionId: string,
    place: ProblemPlace,
  ): Promise<Pick<NewRow, 'standing' | 'measured'>> {
    const { id } = await this.standards.read(scope, editionId);
    const { edition } = await this.standards.find(tx, id);
    if (!editionHas(edition, place)) throw rectificationErrors.placeUnknown();
    const base = await this.rows.findBase(tx, countyId, id);
    if (base === null) return { standing: 'none', measured: null };
    const { result } = await this.evaluations.stored(scope, base.evaluationId);
    const { content } = await this.dataSets.content(scope, base.dataSetId, tx);
    return standsNow(findingsOf(edition, result, content), problemKey(place), place);
  }
}
