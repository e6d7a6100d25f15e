import { Injectable } from '@nestjs/common';
import { hasPlace, problemKey, problemsOf, type ProblemPlace } from '@junheng/evaluation-core';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { InvariantError } from '../../platform/errors/domain-error.ts';
import { Scope } from '../access/access.scope.ts';
import { DataSetsService } from '../data-sets/data-sets.service.ts';
import { EvaluationsService } from '../evaluations/evaluations.service.ts';
import { OrganisationsService } from '../organisations/organisations.service.ts';
import type { SchoolEntry } from '../organisations/organisations.types.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { sameWords } from './letters/letters.rules.ts';
import { FeedbackLettersRepository } from './persistence/feedback-letters.repository.ts';
import { RectificationWritesRepository } from './persistence/rectification-writes.repository.ts';
import { RectificationsRepository } from './persistence/rectifications.repository.ts';
import { rectificationErrors } from './rectifications.errors.ts';
import type { NewRow, RaisedProblem, RaisedRow, RowState } from './rectifications.types.ts';
import { findingsOf, schoolOf, standsNow } from './standing.rules.ts';

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
    private readonly letters: FeedbackLettersRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * As `raiseAll`, for what a person types.
   * @param joins the ledger has it already, and this is another source of that row
   * @returns the id of the row
   * @throws as `raiseAll`; rectification.already-there unless it joins, .closed where it would join what is closed
   */
  async raise(
    scope: Scope,
    actor: Actor,
    { countyId, ...problem }: RaisedProblem & InCounty,
    joins: boolean,
  ): Promise<string> {
    const [row] = await this.transactions.run(actor, (tx) => this.raiseAll(tx, scope, countyId, [problem], joins));
    if (row === undefined) throw new InvariantError('a problem that was raised has no row');
    return row.id;
  }

  /**
   * Makes rows, or finds those there are: the same finding or letter (`source.reference`) never makes a second one, also where another
   * document named it before (`also`), and a place of an edition that has a row gets another source. Where data speak of the place, they decide its status from now on.
   * @returns their rows, in the order given
   * @throws region.not-found, school.not-found, edition.not-found, rectification.place-unknown, rectification.deadline-past
   */
  async raiseAll(
    tx: Transaction,
    scope: Scope,
    countyId: string,
    problems: readonly RaisedProblem[],
    joins = true,
  ): Promise<readonly RaisedRow[]> {
    const county = await this.rows.findCounty(tx, scope, countyId);
    if (county === null) throw rectificationErrors.regionNotFound();
    const today = calendarDay(tx.at, county.timeZone);
    if (problems.some(({ deadline }) => deadline !== null && deadline < today)) {
      throw rectificationErrors.deadlinePast(today);
    }
    await this.writes.number(tx, countyId, 0);
    const schools = problems.some(({ schoolId, place }) => schoolId !== null || place !== null)
      ? await this.organisations.listSchools(scope, { regionId: countyId }, tx)
      : [];
    const place = { countyId, schools: new Map(schools.map((school) => [school.id, school])), joins };
    const raised: RaisedRow[] = [];
    for (const problem of problems) raised.push(await this.raiseOne(tx, scope, place, problem));
    return raised;
  }

  private async raiseOne(tx: Transaction, scope: Scope, county: Ledger, problem: RaisedProblem): Promise<RaisedRow> {
    const { countyId } = county;
    const { source, also, place } = problem;
    const same = await this.rowNaming(tx, source);
    if (same !== null) return { id: same, outcome: 'known' };
    const elsewhere = await this.rowNaming(tx, also);
    if (elsewhere !== null) {
      await this.write(tx, { countyId, id: elsewhere, schoolId: problem.schoolId }, 'source-added', problem, [source]);
      return { id: elsewhere, outcome: 'joined' };
    }
    const wanted = await this.rowOf(tx, scope, county, problem);
    const known =
      problem.finding === null
        ? await this.ofPerson(tx, county, wanted)
        : await this.ofSameWords(tx, countyId, problem);
    const [added] = known === null ? await this.writes.addRows(tx, countyId, [wanted]) : [known.id];
    const id = added ?? '';
    const kind = known === null ? ('raised' as const) : ('source-added' as const);
    const sources = also === null ? [source] : [source, also];
    const { schoolId } = wanted;
    const details = await this.write(tx, { countyId, id, schoolId }, kind, problem, sources);
    if (known?.status === 'to-verify' && place === null) {
      await this.writes.reopen(tx, id);
      await this.writes.addEvents(tx, [{ rectificationId: id, kind: 'failed-again', details }]);
    }
    return { id, outcome: known === null ? 'raised' : 'joined' };
  }

  private async rowNaming(tx: Transaction, source: RaisedProblem['also']): Promise<string | null> {
    if (source === null || source.reference === null) return null;
    return this.writes.findByReference(tx, source.kind, source.reference);
  }

  /** What a row gets from a problem: who names it, no more time than this gives, and the words in its history and the log. */
  private async write(
    tx: Transaction,
    { countyId, id, schoolId }: InCounty & { readonly id: string; readonly schoolId: string | null },
    kind: 'raised' | 'source-added',
    { source, title, deadline, finding }: RaisedProblem,
    sources: readonly RaisedProblem['source'][],
  ): Promise<Readonly<Record<string, unknown>>> {
    await this.writes.addSources(
      tx,
      sources.map((each) => ({ ...each, rectificationId: id, evaluationId: null })),
    );
    if (kind === 'source-added' && deadline !== null) await this.writes.bringForward(tx, [{ id, deadline }]);
    const details = { source: source.kind, document: source.document, title };
    const said = finding === null ? {} : { about: finding.about, demand: finding.demand };
    await this.writes.addEvents(tx, [{ rectificationId: id, kind, details: { ...details, deadline, ...said } }]);
    await this.audit.append(tx, {
      countyId,
      action: `rectification.${kind}`,
      subject: { kind: 'rectification', id },
      details: { ...details, schoolId, deadline },
    });
    return details;
  }

  /** What a person means that the ledger has: the same place, or the same words of the same school. It is held. */
  private async ofPerson(tx: Transaction, { countyId, joins }: Ledger, wanted: NewRow): Promise<RowState | null> {
    const { editionId, problemKey: key, schoolId, title } = wanted;
    const found =
      editionId !== null && key !== null
        ? await this.writes.findByProblem(tx, { countyId, editionId, problemKey: key })
        : sameWords(
            (await this.letters.findKnownRows(tx, countyId)).filter((row) => row.schoolId === schoolId),
            title ?? '',
          );
    if (found === null) return null;
    const [row] = await this.rows.hold(tx, Scope.ofSystem(), [found.id]);
    if (row === undefined) throw new InvariantError('a row of the ledger is gone');
    if (!joins) throw rectificationErrors.alreadyThere(row.number);
    if (row.status === 'closed') throw rectificationErrors.closed();
    return row;
  }

  /**
   * Found again before it is put right, by another visit or in another opinion: the row there is gets another source. One that was
   * reported done is not done then.
   */
  private async ofSameWords(
    tx: Transaction,
    countyId: string,
    { source, schoolId, title, finding }: RaisedProblem,
  ): Promise<Pick<RowState, 'id' | 'status'> | null> {
    if (finding === null || title === null || source.reference === null || schoolId === null) return null;
    const { about, sameDocument } = finding;
    return this.writes.findByWords(tx, { countyId, schoolId, title, about, sameDocument });
  }

  private async rowOf(
    tx: Transaction,
    scope: Scope,
    { countyId, schools }: Ledger,
    { place, title, deadline, ...problem }: RaisedProblem,
  ): Promise<NewRow> {
    const schoolId = problem.schoolId ?? (place === null ? null : schoolOf(place.place));
    const school = schoolId === null ? null : schools.get(schoolId);
    if (school === undefined) throw rectificationErrors.responsibleNotOfCounty();
    const placed = place === null ? null : await this.placed(tx, scope, { countyId, school, ...place });
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
    { countyId, school, editionId, place }: Placed,
  ): Promise<Pick<NewRow, 'standing' | 'measured'>> {
    const { id } = await this.standards.read(scope, editionId);
    const { edition } = await this.standards.find(tx, id);
    // A campus is judged with its parent.
    const isCampus = school !== null && school.parentSchoolId !== null && !school.countedAsSchool;
    const asked = school === null ? null : { schoolId: school.id, type: school.type };
    if (isCampus || !hasPlace(edition, place, asked)) throw rectificationErrors.placeUnknown();
    const base = await this.rows.findBase(tx, countyId, id);
    if (base === null) return { standing: 'none', measured: null };
    const { result } = await this.evaluations.stored(scope, base.evaluationId);
    const { content } = await this.dataSets.content(scope, base.dataSetId, tx);
    const findings = findingsOf(problemsOf(edition, result), () => ({ result, content }));
    return standsNow(findings, problemKey(place), place);
  }
}

interface InCounty {
  readonly countyId: string;
}

interface Ledger extends InCounty {
  readonly schools: ReadonlyMap<string, SchoolEntry>;
  readonly joins: boolean;
}

interface Placed extends InCounty {
  readonly school: SchoolEntry | null;
  readonly editionId: string;
  readonly place: ProblemPlace;
}
