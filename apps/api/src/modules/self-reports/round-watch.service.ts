import { Injectable } from '@nestjs/common';
import type { RoundProgress, SendMessageRequest, SentMessages } from '@junheng/api-contract';
import type { Actor } from '../../platform/database/actor.ts';
import { Database, Transactions } from '../../platform/database/database.ts';
import type { Scope } from '../access/access.scope.ts';
import { MessagesService } from '../messages/messages.service.ts';
import { schoolNotInRound } from '../rounds/rounds.errors.ts';
import { RoundsService } from '../rounds/rounds.service.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { RoundProgressRepository } from './persistence/round-progress.repository.ts';
import { progressByDay, sectionProgress } from './round-progress.rules.ts';

/** Watching a round: how far it is, and telling its schools (通知, 催报). */
@Injectable()
export class RoundWatchService {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly repository: RoundProgressRepository,
    private readonly rounds: RoundsService,
    private readonly standards: StandardsService,
    private readonly messages: MessagesService,
  ) {}

  /** @throws round.not-found */
  async progress(scope: Scope, roundId: string): Promise<RoundProgress> {
    const round = await this.rounds.visible(scope, roundId);
    const { edition } = this.standards.inForce(round.editionId);
    const cells = await this.repository.findCells(this.database, scope, roundId);
    const days = await this.repository.findDays(this.database, scope, roundId, round.timeZone);
    return { sections: sectionProgress(edition, cells), days: progressByDay(days) };
  }

  /** @throws round.not-found, school.not-found (one of the schools is not in the round: then nobody is told) */
  async send(scope: Scope, actor: Actor, roundId: string, request: SendMessageRequest): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const round = await this.rounds.ofCounty(tx, scope, roundId);
      const [stranger] = await this.repository.findStrangers(tx, scope, roundId, request.schoolIds);
      if (stranger !== undefined) throw schoolNotInRound(stranger);
      await this.messages.send(tx, scope, { ...request, countyId: round.regionId, roundId });
    });
  }

  /** @throws round.not-found */
  async sent(scope: Scope, roundId: string): Promise<SentMessages> {
    await this.rounds.ofCounty(this.database, scope, roundId);
    const messages = await this.messages.sentIn(this.database, scope, roundId);
    return {
      byMail: this.messages.byMail,
      messages: messages.map((message) => ({ ...message, at: message.at.toISOString() })),
    };
  }
}
