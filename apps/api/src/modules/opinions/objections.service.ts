import { Injectable } from '@nestjs/common';
import {
  signedOpinionSchema,
  type SignedObjection,
  type SubmitObjectionRequest,
  type WriteAnswersRequest,
  type WriteObjectionRequest,
} from '@junheng/api-contract';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { documentHead, OpinionPlaces } from './opinion-places.service.ts';
import { opinionErrors } from './opinions.errors.ts';
import { documentHash, objectionOver, targetsOf } from './opinions.rules.ts';
import type { OpinionAddress } from './opinions.service.ts';
import type { OpinionPlace, OpinionRecord } from './opinions.types.ts';
import { OpinionsRepository } from './persistence/opinions.repository.ts';

/** Objections (申辩) to a preliminary opinion, and the answer to each of their points. */
@Injectable()
export class ObjectionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly standards: StandardsService,
    private readonly places: OpinionPlaces,
    private readonly opinions: OpinionsRepository,
  ) {}

  /**
   * Keeps the county's draft, also when the time is over: nothing that was written is lost.
   * @throws opinion.target-unknown, and as `OpinionPlaces.hold`
   */
  async save(scope: Scope, actor: Actor, at: OpinionAddress, request: WriteObjectionRequest): Promise<void> {
    const place = await this.places.find(scope, at.inspectionId, at.countyId);
    await this.transactions.run(actor, async (tx) => {
      const { revision, points } = request;
      const opinion = await this.places.hold(tx, place, 'ofCounty', { revision, status: ['issued'] });
      const [preliminary] = await this.opinions.findDocuments(opinion.id, tx);
      const known = targetsOf(signedOpinionSchema.parse(JSON.parse(preliminary?.body ?? '')));
      if (points.some(({ target }) => target !== null && !known.has(target))) throw opinionErrors.targetUnknown();
      await this.opinions.change(tx, opinion.id, { objection: points });
      await this.places.record(tx, opinion, 'objection-saved', {
        revision: opinion.revision + 1,
        points: points.length,
      });
    });
  }

  /**
   * Hands in the draft, or says that there is no objection (无异议). After its time it is refused, which the history shows, and the
   * draft stays.
   * @throws opinion.objection-too-late, opinion.objection-empty, opinion.objection-not-empty, and as `OpinionPlaces.hold`
   */
  async submit(scope: Scope, actor: Actor, at: OpinionAddress, request: SubmitObjectionRequest): Promise<void> {
    const place = await this.places.find(scope, at.inspectionId, at.countyId);
    const late = await this.transactions.run(actor, async (tx) => {
      const { revision, none } = request;
      const opinion = await this.places.hold(tx, place, 'ofCounty', { revision, status: ['issued'] });
      const { objection, objectionsEndAt, objectionsUntil } = opinion;
      if (objectionsEndAt !== null && objectionOver(objectionsEndAt, tx.at)) {
        await this.opinions.addEvent(tx, opinion.id, 'refused-late', null);
        await this.places.record(tx, opinion, 'objection-refused', { points: objection.length });
        return objectionsUntil ?? '';
      }
      if (none) await this.acceptWhole(tx, opinion);
      else await this.object(tx, place, opinion);
      return null;
    });
    if (late !== null) throw opinionErrors.objectionTooLate(late);
  }

  /** Keeps the answers; whether they are whole is asked by the final opinion. @throws opinion.target-unknown, and as `OpinionPlaces.hold` */
  async answer(scope: Scope, actor: Actor, at: OpinionAddress, request: WriteAnswersRequest): Promise<void> {
    const place = await this.places.find(scope, at.inspectionId, at.countyId);
    await this.transactions.run(actor, async (tx) => {
      const { revision, answers } = request;
      const opinion = await this.places.hold(tx, place, 'onTeam', { revision, status: ['objected'] });
      const points = new Set(opinion.objection.map(({ id }) => id));
      if (!answers.every(({ objectionId }) => points.has(objectionId))) throw opinionErrors.targetUnknown();
      await this.opinions.change(tx, opinion.id, { answers });
      await this.places.record(tx, opinion, 'answered', { revision: opinion.revision + 1, points: answers.length });
    });
  }

  private async acceptWhole(tx: Transaction, opinion: OpinionRecord): Promise<void> {
    if (opinion.objection.length > 0) throw opinionErrors.objectionNotEmpty();
    await this.opinions.change(tx, opinion.id, { status: 'unobjected' });
    await this.opinions.addEvent(tx, opinion.id, 'unobjected', null);
    await this.places.record(tx, opinion, 'unobjected');
  }

  private async object(tx: Transaction, place: OpinionPlace, opinion: OpinionRecord): Promise<void> {
    const points = opinion.objection.filter(({ text }) => text.trim() !== '');
    if (points.length === 0) throw opinionErrors.objectionEmpty();
    const text: SignedObjection = {
      ...documentHead(place, this.standards.inForce(place.inspection.editionId), tx.actor, tx.at),
      document: 'objection',
      points,
    };
    const body = JSON.stringify(text);
    const hash = documentHash(body);
    await this.opinions.addDocument(tx, opinion.id, { kind: 'objection', body, hash });
    await this.opinions.change(tx, opinion.id, { status: 'objected', objection: points });
    await this.opinions.addEvent(tx, opinion.id, 'objected', 'objection');
    await this.places.record(tx, opinion, 'objected', { points: points.length, hash });
  }
}
