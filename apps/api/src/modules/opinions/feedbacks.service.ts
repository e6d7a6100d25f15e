import { Injectable } from '@nestjs/common';
import type { OpinionRevisionRequest, SignedFeedback, WriteFeedbackRequest } from '@junheng/api-contract';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Scope } from '../access/access.scope.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { documentHead, OpinionPlaces } from './opinion-places.service.ts';
import { opinionErrors } from './opinions.errors.ts';
import { documentHash, emptyFeedbackPlaces } from './opinions.rules.ts';
import type { OpinionAddress } from './opinions.service.ts';
import { OpinionsRepository } from './persistence/opinions.repository.ts';

/** Feedback opinions (反馈意见) for a county, in their four parts; issued once, beside or after the final opinion. */
@Injectable()
export class FeedbacksService {
  constructor(
    private readonly transactions: Transactions,
    private readonly standards: StandardsService,
    private readonly places: OpinionPlaces,
    private readonly opinions: OpinionsRepository,
  ) {}

  /** @throws opinion.wrong-status when it is issued, and as `OpinionPlaces.hold` */
  async save(scope: Scope, actor: Actor, at: OpinionAddress, request: WriteFeedbackRequest): Promise<void> {
    const place = await this.places.find(scope, at.inspectionId, at.countyId);
    await this.transactions.run(actor, async (tx) => {
      const { revision, content } = request;
      const opinion = await this.places.hold(tx, place, 'onTeam', {
        revision,
        status: ['issued', 'objected', 'unobjected', 'final'],
      });
      const documents = await this.opinions.findDocuments(opinion.id, tx);
      if (documents.some(({ kind }) => kind === 'feedback')) throw opinionErrors.wrongStatus(opinion.status);
      await this.opinions.change(tx, opinion.id, { feedback: content });
      await this.places.record(tx, opinion, 'feedback-drafted', { revision: opinion.revision + 1 });
    });
  }

  /** @throws opinion.incomplete, opinion.wrong-status while the opinion is not final, and as `OpinionPlaces.hold` */
  async issue(scope: Scope, actor: Actor, at: OpinionAddress, request: OpinionRevisionRequest): Promise<void> {
    const place = await this.places.find(scope, at.inspectionId, at.countyId);
    await this.transactions.run(actor, async (tx) => {
      const opinion = await this.places.hold(tx, place, 'leads', { revision: request.revision, status: ['final'] });
      const documents = await this.opinions.findDocuments(opinion.id, tx);
      if (documents.some(({ kind }) => kind === 'feedback')) throw opinionErrors.wrongStatus(opinion.status);
      const { feedback } = opinion;
      const empty = feedback === null ? ['/conclusions'] : emptyFeedbackPlaces(feedback);
      if (feedback === null || empty.length > 0) throw opinionErrors.incomplete(empty);
      const text: SignedFeedback = {
        ...documentHead(place, this.standards.inForce(place.inspection.editionId), actor, tx.at),
        document: 'feedback',
        ...feedback,
      };
      const body = JSON.stringify(text);
      const hash = documentHash(body);
      await this.opinions.addDocument(tx, opinion.id, { kind: 'feedback', body, hash });
      // Who has an older copy open is told so.
      await this.opinions.change(tx, opinion.id, {});
      await this.opinions.addEvent(tx, opinion.id, 'feedback-issued', 'feedback');
      await this.places.record(tx, opinion, 'feedback-issued', { hash });
    });
  }
}
