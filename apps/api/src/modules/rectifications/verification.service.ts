import { Injectable } from '@nestjs/common';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import { actorName, actorPersonId, type Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Scope } from '../access/access.scope.ts';
import { MeasuresRepository } from './persistence/measures.repository.ts';
import { RectificationWritesRepository } from './persistence/rectification-writes.repository.ts';
import { RectificationsRepository } from './persistence/rectifications.repository.ts';
import { rectificationErrors } from './rectifications.errors.ts';
import { hasLapsed, isOwnRow, LONGEST_EXCEPTION_DAYS, statusOn } from './rectifications.rules.ts';
import { RectificationsService } from './rectifications.service.ts';
import type { RowState } from './rectifications.types.ts';

/** Verifying (核查): a row is closed by data that pass, or excused by a signed exception, and never by who is responsible for it. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: RectificationsService,
    private readonly rows: RectificationsRepository,
    private readonly writes: RectificationWritesRepository,
    private readonly measures: MeasuresRepository,
  ) {}

  /** Done, please verify: only where no data speak of the problem. @throws rectification.not-found, .closed, .data-decide, .not-open */
  async report(scope: Scope, actor: Actor, rectificationId: string, text: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const row = await this.ledger.unclosed(tx, scope, rectificationId);
      if (row.place !== null) throw rectificationErrors.dataDecide();
      if (statusOn(row, calendarDay(tx.at)) !== 'open') throw rectificationErrors.notOpen();
      await this.writes.report(tx, row.id);
      await this.ledger.record(tx, row, 'reported', { text });
    });
  }

  /** Not done after all. @throws rectification.not-found, .closed, .data-decide, .not-reported, .own-row */
  async sendBack(scope: Scope, actor: Actor, rectificationId: string, text: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const row = await this.ledger.unclosed(tx, scope, rectificationId);
      if (row.place !== null) throw rectificationErrors.dataDecide();
      if (row.status !== 'to-verify') throw rectificationErrors.notReported();
      refuseOwn(row, actor);
      await this.writes.reopen(tx, row.id);
      await this.ledger.record(tx, row, 'sent-back', { text });
    });
  }

  /** 销号. @throws rectification.not-found, .closed, .data-fail, .not-reported, .own-row, .data-newer */
  async close(scope: Scope, actor: Actor, rectificationId: string, note: string | null): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const row = await this.ledger.unclosed(tx, scope, rectificationId);
      if (row.status !== 'to-verify') {
        throw row.place === null ? rectificationErrors.notReported() : rectificationErrors.dataFail();
      }
      if (row.place !== null && row.standing !== 'passing') throw rectificationErrors.dataFail();
      refuseOwn(row, actor);
      await this.refuseNewerData(tx, row);
      await this.writes.close(tx, row.id, note === '' ? null : note);
      await this.measures.completeWith(tx, row.id, calendarDay(tx.at));
      await this.ledger.record(tx, row, 'closed', { note });
    });
  }

  /**
   * Signed by the account that sends it: until that day the row needs nothing. One that holds can be signed anew.
   * @throws rectification.not-found, .closed, .not-open, .own-row, .expiry-past, .expiry-too-far
   */
  async except(
    scope: Scope,
    actor: Actor,
    rectificationId: string,
    signed: { readonly reason: string; readonly expiresOn: string },
  ): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const row = await this.ledger.unclosed(tx, scope, rectificationId);
      const today = calendarDay(tx.at);
      if (row.status === 'to-verify') throw rectificationErrors.notOpen();
      refuseOwn(row, actor);
      if (signed.expiresOn < today) throw rectificationErrors.expiryPast(today);
      const latest = dayAfter(today, LONGEST_EXCEPTION_DAYS);
      if (signed.expiresOn > latest) throw rectificationErrors.expiryTooFar(latest);
      if (hasLapsed(row, today)) {
        const details = { expiresOn: row.exceptionExpiresOn };
        await this.writes.addEvents(tx, [{ rectificationId: row.id, kind: 'exception-lapsed', details }]);
      }
      await this.writes.except(tx, row.id, signed.reason, signed.expiresOn);
      await this.ledger.record(tx, row, 'excepted', { ...signed });
    });
  }

  private async refuseNewerData(tx: Transaction, row: RowState): Promise<void> {
    if (row.editionId === null) return;
    const base = await this.rows.findBase(tx, row.countyId, row.editionId);
    if (base !== null && (await this.rows.hasNewerData(tx, base))) throw rectificationErrors.dataNewer();
  }
}

function refuseOwn(row: RowState, actor: Actor): void {
  if (isOwnRow(row, { id: actorPersonId(actor), name: actorName(actor) })) throw rectificationErrors.ownRow();
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
