import { Injectable } from '@nestjs/common';
import type { EnterFeedbackLetterRequest } from '@junheng/api-contract';
import { AuditLog } from '../../../platform/audit/audit-log.ts';
import { calendarDay } from '../../../platform/clock/calendar-day.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import { Transactions } from '../../../platform/database/database.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { Scope } from '../../access/access.scope.ts';
import { MeasuresService } from '../measures.service.ts';
import { FeedbackLettersRepository } from '../persistence/feedback-letters.repository.ts';
import { LetterCorrectionsRepository } from '../persistence/letter-corrections.repository.ts';
import { RectificationWritesRepository } from '../persistence/rectification-writes.repository.ts';
import { RectificationsRepository } from '../persistence/rectifications.repository.ts';
import { rectificationErrors } from '../rectifications.errors.ts';
import { RectificationsService } from '../rectifications.service.ts';
import type { NewRow } from '../rectifications.types.ts';
import { letterErrors } from './letters.errors.ts';
import { documentKey, ofSameWords, refuseFaultsOfLetter, sameWords, wordsKey } from './letters.rules.ts';
import type { KnownRow, LetterInFull, LetterProblemRequest, ListedLetterRecord } from './letters.types.ts';

/** A problem with the rows that it is. */
interface Placed {
  readonly problem: LetterProblemRequest;
  readonly deadline: string;
  readonly rows: readonly { readonly id: string; readonly known: boolean }[];
}

/** Feedback letters from above (反馈意见): their problems become rows of the ledger, each thing once. */
@Injectable()
export class LettersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly ledger: RectificationsService,
    private readonly measures: MeasuresService,
    private readonly rows: RectificationsRepository,
    private readonly writes: RectificationWritesRepository,
    private readonly letters: FeedbackLettersRepository,
    private readonly corrections: LetterCorrectionsRepository,
  ) {}

  async list(scope: Scope, countyId: string | undefined): Promise<readonly ListedLetterRecord[]> {
    return this.letters.findVisible(scope, countyId, this.ledger.today());
  }

  /** @throws feedback-letter.not-found, also when it is outside the scope */
  async letter(scope: Scope, letterId: string): Promise<LetterInFull> {
    const letter = await this.letters.find(scope, letterId);
    if (letter === null) throw letterErrors.notFound();
    const problems = await this.letters.findProblems(letterId);
    const rows = await this.letters.findRows(letterId);
    return {
      ...letter,
      corrections: await this.corrections.find(letterId),
      problems: problems.map((problem) => ({
        ...problem,
        rows: rows.filter(({ problemId }) => problemId === problem.id),
      })),
    };
  }

  /**
   * All of the letter, or nothing of it. Deadlines that have passed are taken as they are: such a row is overdue from the start.
   * @returns the id of the letter
   * @throws region.not-found, feedback-letter.already-entered, .dated-ahead, .due-before-dated, .deadline-before-dated, .problem-twice,
   * .measure-elsewhere, rectification.not-found, .closed, .effect-unknown, .not-evaluated
   */
  async enter(scope: Scope, actor: Actor, letter: EnterFeedbackLetterRequest): Promise<string> {
    return this.transactions.run(actor, async (tx) => {
      const county = await this.rows.findCounty(tx, scope, letter.countyId);
      if (county === null) throw rectificationErrors.regionNotFound();
      refuseFaults(letter, calendarDay(tx.at, county.timeZone));
      // From here on nobody else adds to this county's ledger; a row of it may still be changed by whoever holds the row.
      await this.writes.number(tx, letter.countyId, 0);
      const key = documentKey(letter.document);
      const same = (await this.letters.findDocuments(tx, letter.countyId)).find((each) => each.key === key);
      if (same !== undefined) {
        throw letterErrors.alreadyEntered(same.document, calendarDay(same.enteredAt, county.timeZone));
      }
      const placed = await this.placed(tx, letter, await this.heldAlike(tx, scope, letter));
      const letterId = await this.letters.add(
        tx,
        { ...letter, documentKey: key },
        placed.map(({ problem, deadline, rows }) => ({
          text: problem.text,
          textKey: wordsKey(problem.text),
          deadline,
          rows,
        })),
      );
      await this.recordRows(tx, letter, placed);
      await this.addMeasures(tx, placed);
      const ofLedger = placed.flatMap(({ rows }) => rows);
      await this.audit.append(tx, {
        countyId: letter.countyId,
        action: 'feedback-letter.entered',
        subject: { kind: 'feedback-letter', id: letterId },
        details: {
          document: letter.document,
          issuer: letter.issuer,
          dueOn: letter.dueOn,
          problems: placed.length,
          raised: ofLedger.filter(({ known }) => !known).length,
          joined: ofLedger.filter(({ known }) => known).length,
        },
      });
      return letterId;
    });
  }

  /**
   * Holds every row that the letter names or may join, all in one statement, so that none of them is closed while it is joined: closing
   * locks only the row. Those that are named are the county's, and still to be put right.
   * @returns the rows of the same words that are still to be put right, now that they are held
   */
  private async heldAlike(
    tx: Transaction,
    scope: Scope,
    { countyId, problems }: EnterFeedbackLetterRequest,
  ): Promise<readonly KnownRow[]> {
    const known = await this.letters.findKnownRows(tx, countyId);
    const ofCounty = new Set(known.map(({ id }) => id));
    const named = [...new Set(problems.flatMap(({ rowIds }) => rowIds))];
    if (named.some((id) => !ofCounty.has(id))) throw rectificationErrors.notFound();
    const texts = problems.filter(({ rowIds }) => rowIds.length === 0).map(({ text }) => text);
    const alike = ofSameWords(known, texts);
    const held = await this.rows.hold(tx, Scope.ofSystem(), [...named, ...alike.map(({ id }) => id)]);
    const visible = await this.rows.hold(tx, scope, named);
    if (visible.length !== named.length) throw rectificationErrors.notFound();
    if (visible.some(({ status }) => status === 'closed')) throw rectificationErrors.closed();
    const closed = new Set(held.flatMap(({ id, status }) => (status === 'closed' ? [id] : [])));
    return alike.filter(({ id }) => !closed.has(id));
  }

  /** Finds the row of each problem, or makes it. @param alike the rows that are held and may be joined for their words */
  private async placed(
    tx: Transaction,
    letter: EnterFeedbackLetterRequest,
    alike: readonly KnownRow[],
  ): Promise<readonly Placed[]> {
    const found = letter.problems.map((problem) => {
      const same = problem.rowIds.length > 0 ? null : sameWords(alike, problem.text);
      const ids = same === null ? [...new Set(problem.rowIds)] : [same.id];
      return { problem, deadline: problem.deadline ?? letter.dueOn, ids };
    });
    const fresh = found.filter(({ ids }) => ids.length === 0);
    const added = await this.writes.addRows(
      tx,
      letter.countyId,
      fresh.map(({ problem, deadline }) => wordedRow(problem.text, deadline)),
    );
    const newRow = new Map(fresh.map((each, index) => [each, added[index] ?? '']));
    return found.map((each) => {
      const own = newRow.get(each);
      const rows = own === undefined ? each.ids.map((id) => ({ id, known: true })) : [{ id: own, known: false }];
      return { problem: each.problem, deadline: each.deadline, rows };
    });
  }

  private async recordRows(
    tx: Transaction,
    { countyId, document }: EnterFeedbackLetterRequest,
    placed: readonly Placed[],
  ): Promise<void> {
    // Two problems of a letter may be the same row: it has the letter as its source once, and the nearer deadline.
    const byRow = new Map<string, { readonly known: boolean; title: string; deadline: string }>();
    for (const { problem, deadline, rows } of placed) {
      for (const { id, known } of rows) {
        const earlier = byRow.get(id);
        if (earlier === undefined) byRow.set(id, { known, title: problem.text, deadline });
        else if (deadline < earlier.deadline) earlier.deadline = deadline;
      }
    }
    const all = [...byRow].map(([id, each]) => ({ id, ...each }));
    await this.writes.addSources(
      tx,
      all.map(({ id }) => ({ rectificationId: id, kind: 'letter', reference: null, document, evaluationId: null })),
    );
    await this.writes.bringForward(tx, all);
    const events = all.map(({ id, known, title, deadline }) => ({
      rectificationId: id,
      kind: known ? ('source-added' as const) : ('raised' as const),
      details: { source: 'letter', document, title: known ? title : null, deadline },
    }));
    await this.writes.addEvents(tx, events);
    await this.audit.appendAll(
      tx,
      events.map(({ rectificationId, kind, details }) => ({
        actor: tx.actor,
        entry: {
          countyId,
          action: `rectification.${kind}`,
          subject: { kind: 'rectification', id: rectificationId },
          details,
        },
      })),
    );
  }

  private async addMeasures(tx: Transaction, placed: readonly Placed[]): Promise<void> {
    const ids = placed.flatMap(({ problem, rows }) => (problem.measures.length === 0 ? [] : rows.map(({ id }) => id)));
    const held = new Map((await this.rows.hold(tx, Scope.ofSystem(), ids)).map((row) => [row.id, row]));
    await this.measures.addAll(
      tx,
      placed.flatMap(({ problem, rows }) =>
        problem.measures.map(({ rowIds, ...measure }) => ({
          measure,
          rows: (rowIds.length === 0 ? rows.map(({ id }) => id) : rowIds).flatMap((id) => held.get(id) ?? []),
        })),
      ),
    );
  }
}

function refuseFaults(letter: EnterFeedbackLetterRequest, today: string): void {
  refuseFaultsOfLetter(letter, today);
  const elsewhere = letter.problems.findIndex(({ rowIds, measures }) =>
    measures.some((measure) => measure.rowIds.some((id) => !rowIds.includes(id))),
  );
  if (elsewhere >= 0) throw letterErrors.measureElsewhere(elsewhere + 1);
}

function wordedRow(title: string, deadline: string): NewRow {
  return {
    kind: 'other',
    editionId: null,
    problemKey: null,
    place: null,
    schoolId: null,
    title,
    measured: null,
    standing: 'none',
    status: 'open',
    deadline,
  };
}
