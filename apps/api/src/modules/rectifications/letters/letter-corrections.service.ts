import { Injectable } from '@nestjs/common';
import type { CorrectFeedbackLetterRequest } from '@junheng/api-contract';
import { AuditLog } from '../../../platform/audit/audit-log.ts';
import { calendarDay } from '../../../platform/clock/calendar-day.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import { Transactions } from '../../../platform/database/database.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { InvariantError } from '../../../platform/errors/domain-error.ts';
import { Scope } from '../../access/access.scope.ts';
import { FeedbackLettersRepository } from '../persistence/feedback-letters.repository.ts';
import { LetterCorrectionsRepository } from '../persistence/letter-corrections.repository.ts';
import { RectificationWritesRepository } from '../persistence/rectification-writes.repository.ts';
import { RectificationsRepository } from '../persistence/rectifications.repository.ts';
import { rectificationErrors } from '../rectifications.errors.ts';
import { RectificationsService } from '../rectifications.service.ts';
import type { RowState } from '../rectifications.types.ts';
import {
  changesOf,
  deadlineAfter,
  titleAfter,
  type LetterBefore,
  type LetterChange,
} from './letter-correction.rules.ts';
import { letterErrors } from './letters.errors.ts';
import { documentKey, refuseFaultsOfLetter, sameWords, wordsKey } from './letters.rules.ts';

/** What was mistyped in a letter is corrected: what it said is kept, and each of its rows follows or says why it does not. */
@Injectable()
export class LetterCorrectionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly ledger: RectificationsService,
    private readonly rows: RectificationsRepository,
    private readonly writes: RectificationWritesRepository,
    private readonly letters: FeedbackLettersRepository,
    private readonly corrections: LetterCorrectionsRepository,
  ) {}

  /**
   * @throws feedback-letter.not-found, .changed-since, .nothing-changed, .already-entered, .dated-ahead, .due-before-dated,
   * .deadline-before-dated, .problem-twice, rectification.already-there
   */
  async correct(scope: Scope, actor: Actor, letterId: string, request: CorrectFeedbackLetterRequest): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const found = await this.letters.find(scope, letterId, tx);
      if (found === null) throw letterErrors.notFound();
      const countyId = found.county.id;
      const county = await this.rows.findCounty(tx, Scope.ofSystem(), countyId);
      refuseFaultsOfLetter(request, calendarDay(tx.at, county?.timeZone));
      await this.writes.number(tx, countyId, 0);
      const rowIds = await this.corrections.findRowIds(tx, letterId);
      const held = await this.rows.hold(tx, Scope.ofSystem(), rowIds);
      const letter = await this.corrections.hold(tx, letterId);
      if (letter === null) throw new InvariantError('a letter that was found is gone');
      const listed = new Set(request.problems.map(({ id }) => id));
      const same = listed.size === letter.problems.length && letter.problems.every(({ id }) => listed.has(id));
      if (letter.revision !== request.revision || !same) throw letterErrors.changedSince();
      const changes = changesOf(letter, request);
      if (changes.length === 0) throw letterErrors.nothingChanged();
      await this.refuseKnown(tx, countyId, letterId, request);
      await this.follow(tx, countyId, { letter, request, changes, held });
      await this.corrections.correct(
        tx,
        letterId,
        { ...request, documentKey: documentKey(request.document) },
        request.problems.map((problem) => ({ ...problem, textKey: wordsKey(problem.text) })),
        changes,
      );
      await this.audit.append(tx, {
        countyId,
        action: 'feedback-letter.corrected',
        subject: { kind: 'feedback-letter', id: letterId },
        details: {
          document: request.document,
          reason: request.reason,
          changes: changes.map(({ field, problem, before, after }) => ({ field, problem, before, after })),
        },
      });
    });
  }

  /** One letter of a county has a 文号. */
  private async refuseKnown(
    tx: Transaction,
    countyId: string,
    letterId: string,
    { document }: CorrectFeedbackLetterRequest,
  ): Promise<void> {
    const key = documentKey(document);
    const same = (await this.letters.findDocuments(tx, countyId)).find((each) => each.key === key);
    if (same !== undefined && same.id !== letterId) {
      throw letterErrors.alreadyEntered(same.document, calendarDay(same.enteredAt));
    }
  }

  /** Brings the rows to what the letter says now, as far as they follow it. */
  private async follow(
    tx: Transaction,
    countyId: string,
    { letter, request, changes, held }: Corrected,
  ): Promise<void> {
    const own = new Map(letter.problems.flatMap(({ rows }) => rows.map((row) => [row.id, row] as const)));
    const moved = [...own.values()].flatMap((row) => {
      const title = titleAfter(row, letter, request);
      const deadline = deadlineAfter(row, letter, request);
      return title === row.title && deadline === row.deadline ? [] : [{ row, id: row.id, title, deadline }];
    });
    const ledger = await this.letters.findKnownRows(tx, countyId);
    for (const { id, row, title } of moved) {
      if (title === null || title === row.title) continue;
      const twin = sameWords(
        ledger.filter((each) => each.id !== id && !own.has(each.id)),
        title,
      );
      if (twin !== null) throw rectificationErrors.alreadyThere(twin.number);
    }
    await this.writes.correct(tx, moved);
    const renamed = changes.some(({ field }) => field === 'document');
    if (renamed) await this.corrections.renameSources(tx, [...own.keys()], letter.document, request.document);
    const changed = new Map(moved.map((each) => [each.id, each]));
    await this.ledger.recordAll(
      tx,
      held
        .filter(({ id }) => renamed || changed.has(id))
        .map((row) => {
          const moves = changed.get(row.id);
          const words = moves === undefined || moves.title === moves.row.title ? null : moves.title;
          const dated =
            moves === undefined || moves.deadline === moves.row.deadline
              ? {}
              : { deadline: moves.deadline, before: moves.row.deadline };
          const details = { document: request.document, title: words, ...dated, reason: request.reason };
          return { row, kind: 'letter-corrected', details };
        }),
    );
  }
}

interface Corrected {
  readonly letter: LetterBefore;
  readonly request: CorrectFeedbackLetterRequest;
  readonly changes: readonly LetterChange[];
  /** The letter's rows, locked. */
  readonly held: readonly RowState[];
}
