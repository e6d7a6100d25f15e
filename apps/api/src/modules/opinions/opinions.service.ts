import { Injectable } from '@nestjs/common';
import {
  signedOpinionSchema,
  type FinaliseOpinionRequest,
  type IssueOpinionRequest,
  type OpinionContent,
  type ReceiveOpinionRequest,
  type SignedOpinion,
  type WriteOpinionRequest,
} from '@junheng/api-contract';
import { Clock } from '../../platform/clock/clock.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { InvariantError } from '../../platform/errors/domain-error.ts';
import type { Scope } from '../access/access.scope.ts';
import { referenceOf, referencesOf } from '../rectifications/inspection-findings.rules.ts';
import { InspectionFindingsService } from '../rectifications/inspection-findings.service.ts';
import { RaisedProblemsService } from '../rectifications/raised-problems.service.ts';
import { closesAt, dateIn } from '../rounds/round-calendar.rules.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { documentHead, OpinionPlaces } from './opinion-places.service.ts';
import { opinionErrors } from './opinions.errors.ts';
import {
  amendedBy,
  documentHash,
  emptyPlaces,
  notOnSite,
  objectionOver,
  objectionWindow,
  passedDueDates,
  signedFindings,
  unanswered,
  withdrawnOnSite,
} from './opinions.rules.ts';
import type { OpinionInFull, OpinionPlace, OpinionRecord } from './opinions.types.ts';
import { OpinionsRepository } from './persistence/opinions.repository.ts';

/** Inspection opinions (督导意见书): drafted by the team, issued and made final by its leader, received by the county. */
@Injectable()
export class OpinionsService {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly standards: StandardsService,
    private readonly places: OpinionPlaces,
    private readonly opinions: OpinionsRepository,
    private readonly ledger: RaisedProblemsService,
    private readonly findings: InspectionFindingsService,
  ) {}

  /** @throws inspection.not-found */
  async list(
    scope: Scope,
    inspectionId: string,
  ): Promise<readonly { readonly place: OpinionPlace; readonly opinion: OpinionRecord | null }[]> {
    const places = await this.places.ofProject(scope, inspectionId);
    const opinions = await this.opinions.findOfProject(inspectionId);
    return places.map((place) => ({
      place,
      opinion: opinions.find(({ countyId }) => countyId === place.county.countyId) ?? null,
    }));
  }

  /** @throws inspection.not-found, opinion.not-found */
  async read(scope: Scope, inspectionId: string, countyId: string): Promise<OpinionInFull> {
    const place = await this.places.find(scope, inspectionId, countyId);
    const opinion = await this.opinions.find(inspectionId, countyId);
    const { edition } = this.standards.inForce(place.inspection.editionId);
    const { onTeam } = place.caller;
    return {
      place,
      opinion,
      documents: opinion === null ? [] : await this.opinions.findDocuments(opinion.id),
      events: opinion === null ? [] : await this.opinions.findEvents(opinion.id),
      edition,
      schools: onTeam ? await this.opinions.findSchools(countyId) : [],
      references: onTeam
        ? [
            ...edition.indicators.map(({ id }) => ({ id, kind: 'indicator' as const })),
            ...edition.requirements.map(({ id }) => ({ id, kind: 'requirement' as const })),
          ]
        : [],
      now: this.clock.now(),
    };
  }

  /**
   * Saves the draft; the first save begins it.
   * @throws opinion.project-not-settled, opinion.reference-unknown, opinion.school-unknown, and as `OpinionPlaces.hold`
   */
  async draft(scope: Scope, actor: Actor, at: OpinionAddress, request: WriteOpinionRequest): Promise<void> {
    const place = await this.places.find(scope, at.inspectionId, at.countyId);
    this.places.require(place, 'onTeam');
    if (!place.settled) throw opinionErrors.projectNotSettled();
    await this.transactions.run(actor, async (tx) => {
      await this.checkReferences(tx, place, request);
      const { revision, content } = request;
      const begun = revision === 0 ? await this.opinions.begin(tx, { ...at, content }) : null;
      if (begun !== null) await this.opinions.addEvent(tx, begun, 'begun', null);
      else {
        const { id } = await this.places.hold(tx, place, 'onTeam', { revision, status: ['drafting'] });
        await this.opinions.change(tx, id, { content });
      }
      const saved = await this.opinions.find(at.inspectionId, at.countyId, tx);
      if (saved === null) throw new InvariantError('the opinion that was just saved is gone');
      await this.places.record(tx, saved, 'drafted', { revision: saved.revision, findings: content.findings.length });
    });
  }

  /**
   * Freezes the preliminary opinion (初步督导意见) and opens the time for objections.
   * @throws opinion.incomplete, opinion.due-date-passed, opinion.not-on-site, opinion.objection-time-wrong, and as `OpinionPlaces.hold`
   */
  async issue(scope: Scope, actor: Actor, at: OpinionAddress, request: IssueOpinionRequest): Promise<void> {
    const place = await this.places.find(scope, at.inspectionId, at.countyId);
    await this.transactions.run(actor, async (tx) => {
      const { revision, objectionsUntil } = request;
      const opinion = await this.places.hold(tx, place, 'leads', { revision, status: ['drafting'] });
      const { content } = opinion;
      const empty = emptyPlaces(content);
      if (empty.length > 0) throw opinionErrors.incomplete(empty);
      const zone = await this.opinions.timeZone(tx, at.countyId);
      const today = dateIn(zone, tx.at);
      const passed = passedDueDates(content.findings, today);
      if (passed.length > 0) throw opinionErrors.dueDatePassed(today, passed);
      const { from, to } = objectionWindow(today);
      if (objectionsUntil < from || objectionsUntil > to) throw opinionErrors.objectionTimeWrong(from, to);
      const found = await this.foundOnSite(tx, scope, at.inspectionId, content);
      const absent = notOnSite(content, at.countyId, found);
      if (absent.length > 0) throw opinionErrors.notOnSite(absent);
      const schools = await this.opinions.findSchools(at.countyId, tx);
      const { number, basis, sections } = content;
      await this.sign(tx, opinion, {
        ...documentHead(place, this.standards.inForce(place.inspection.editionId), actor, tx.at),
        document: 'preliminary',
        number,
        basis,
        sections: [...sections],
        findings: [...signedFindings(content, schools, found)],
        objectionsUntil,
        reportDueOn: null,
      });
      const objectionsEndAt = closesAt(objectionsUntil, zone);
      await this.opinions.change(tx, opinion.id, { status: 'issued', objectionsUntil, objectionsEndAt });
      await this.opinions.addEvent(tx, opinion.id, 'issued', 'preliminary');
      await this.places.record(tx, opinion, 'issued', { objectionsUntil, findings: content.findings.length });
    });
  }

  /**
   * Freezes the final opinion: the preliminary one as the answers amended it, with the time limits of rectification.
   * @throws opinion.objection-time-running, opinion.answers-incomplete, opinion.due-date-passed, and as `OpinionPlaces.hold`
   */
  async finalise(scope: Scope, actor: Actor, at: OpinionAddress, request: FinaliseOpinionRequest): Promise<void> {
    const place = await this.places.find(scope, at.inspectionId, at.countyId);
    await this.transactions.run(actor, async (tx) => {
      const opinion = await this.places.hold(tx, place, 'leads', {
        revision: request.revision,
        status: ['issued', 'objected', 'unobjected'],
      });
      const { status, objection, answers, objectionsEndAt } = opinion;
      if (status === 'issued' && objectionsEndAt !== null && !objectionOver(objectionsEndAt, tx.at)) {
        throw opinionErrors.objectionTimeRunning(opinion.objectionsUntil ?? '');
      }
      const points = status === 'objected' ? objection : [];
      const open = unanswered(points, answers);
      if (open.length > 0) throw opinionErrors.answersIncomplete(open);
      const preliminary = await this.preliminaryOf(tx, opinion.id);
      const amended = amendedBy(preliminary, points, answers, request.deadlines);
      const today = dateIn(await this.opinions.timeZone(tx, at.countyId), tx.at);
      const passed = [
        ...passedDueDates(amended.findings, today),
        ...(request.reportDueOn <= today ? ['/reportDueOn'] : []),
      ];
      if (passed.length > 0) throw opinionErrors.dueDatePassed(today, passed);
      await this.sign(tx, opinion, {
        ...documentHead(place, this.standards.inForce(place.inspection.editionId), actor, tx.at),
        document: 'final',
        number: request.number === '' ? preliminary.number : request.number,
        basis: preliminary.basis,
        ...amended,
        objectionsUntil: null,
        reportDueOn: request.reportDueOn,
      });
      await this.opinions.change(tx, opinion.id, { status: 'final' });
      const withdrawn = withdrawnOnSite(preliminary, amended);
      await this.findings.withdraw(tx, at.inspectionId, withdrawn);
      await this.raise(tx, scope, place, { ...amended, number: request.number || preliminary.number });
      await this.opinions.addEvent(tx, opinion.id, 'finalised', 'final');
      await this.places.record(tx, opinion, 'finalised', {
        reportDueOn: request.reportDueOn,
        findings: amended.findings.length,
        points: points.length,
        withdrawn: withdrawn.length,
      });
    });
  }

  /** The county confirms that it has received a document (签收). @throws opinion.received-already, and as `OpinionPlaces.hold` */
  async receive(scope: Scope, actor: Actor, at: OpinionAddress, request: ReceiveOpinionRequest): Promise<void> {
    const place = await this.places.find(scope, at.inspectionId, at.countyId);
    await this.transactions.run(actor, async (tx) => {
      const opinion = await this.places.hold(tx, place, 'ofCounty', {
        revision: null,
        status: ['issued', 'objected', 'unobjected', 'final'],
      });
      const documents = await this.opinions.findDocuments(opinion.id, tx);
      const document = documents.find(({ kind }) => kind === request.document);
      if (document === undefined) throw opinionErrors.wrongStatus(opinion.status);
      if (document.receivedAt !== null) throw opinionErrors.receivedAlready();
      await this.opinions.addReceipt(tx, document.id);
      await this.opinions.addEvent(tx, opinion.id, 'received', request.document);
      await this.places.record(tx, opinion, 'received', { document: request.document, hash: document.hash });
    });
  }

  /** The final opinion on a county; null while it is not final. @throws inspection.not-found, opinion.not-found */
  async final(scope: Scope, at: OpinionAddress): Promise<SignedOpinion | null> {
    await this.places.find(scope, at.inspectionId, at.countyId);
    const opinion = await this.opinions.find(at.inspectionId, at.countyId);
    const documents = opinion === null ? [] : await this.opinions.findDocuments(opinion.id);
    const document = documents.find(({ kind }) => kind === 'final');
    return document === undefined ? null : signedOpinionSchema.parse(JSON.parse(document.body));
  }

  /** What visits of the project found; asked only where the opinion cites some. */
  private async foundOnSite(tx: Transaction, scope: Scope, inspectionId: string, { findings }: OpinionContent) {
    const cites = findings.some(({ onSite }) => onSite !== null);
    return cites ? this.findings.onSite(tx, scope, inspectionId) : [];
  }

  private async preliminaryOf(tx: Transaction, opinionId: string): Promise<SignedOpinion> {
    const documents = await this.opinions.findDocuments(opinionId, tx);
    const document = documents.find(({ kind }) => kind === 'preliminary');
    if (document === undefined) throw new InvariantError('an issued opinion has no preliminary document');
    return signedOpinionSchema.parse(JSON.parse(document.body));
  }

  private async sign(tx: Transaction, opinion: OpinionRecord, text: SignedOpinion): Promise<void> {
    const body = JSON.stringify(text);
    await this.opinions.addDocument(tx, opinion.id, { kind: text.document, body, hash: documentHash(body) });
  }

  /**
   * Every finding becomes a row of the ledger (整改台账), once: one from a visit has its row there, if it was handed over before. A leader from elsewhere, who holds nothing at the county, cannot write
   * into its ledger: there the county takes the findings over from the opinion.
   */
  private async raise(
    tx: Transaction,
    scope: Scope,
    { county, inspection }: OpinionPlace,
    opinion: Pick<SignedOpinion, 'findings' | 'number'>,
  ): Promise<void> {
    if (!scope.coversRegionPath(county.path)) return;
    const sameDocument = opinion.findings.map(({ id }) => id);
    await this.ledger.raiseAll(
      tx,
      scope,
      county.countyId,
      opinion.findings.map(({ id, referenceId, fact, demand, school, dueOn, onSite }) => ({
        title: fact,
        source: { kind: 'finding', reference: id, document: opinion.number === '' ? null : opinion.number },
        also:
          onSite === null
            ? null
            : { kind: 'finding', reference: referenceOf(inspection.id, onSite), document: inspection.name },
        schoolId: school?.id ?? null,
        place: null,
        deadline: dueOn,
        finding: {
          about: referenceId,
          demand,
          // What visits of the project found apart are problems apart, also where they are told in the same words.
          sameDocument: onSite === null ? sameDocument : [...sameDocument, referencesOf(inspection.id)],
        },
      })),
    );
  }

  private async checkReferences(tx: Transaction, place: OpinionPlace, request: WriteOpinionRequest): Promise<void> {
    const { edition } = this.standards.inForce(place.inspection.editionId);
    const known = new Set([...edition.indicators, ...edition.requirements].map(({ id }) => id));
    const { findings } = request.content;
    const unknown = findings.find(({ referenceId }) => referenceId !== null && !known.has(referenceId));
    if (unknown !== undefined) throw opinionErrors.referenceUnknown(unknown.referenceId ?? '');
    const named = findings.flatMap(({ schoolId }) => schoolId ?? []);
    if (named.length === 0) return;
    const schools = new Set((await this.opinions.findSchools(place.county.countyId, tx)).map(({ id }) => id));
    if (!named.every((id) => schools.has(id))) throw opinionErrors.schoolUnknown();
  }
}

export interface OpinionAddress {
  readonly inspectionId: string;
  readonly countyId: string;
}
