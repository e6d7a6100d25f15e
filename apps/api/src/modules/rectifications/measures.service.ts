import { Injectable } from '@nestjs/common';
import type { AddMeasureRequest, CompleteMeasureRequest } from '@junheng/api-contract';
import { editsOfMeasures, type MeasureEffect } from '@junheng/evaluation-core';
import { calendarDay } from '../../platform/clock/calendar-day.ts';
import type { Actor } from '../../platform/database/actor.ts';
import { Transactions } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { Scope } from '../access/access.scope.ts';
import { DataSetsService } from '../data-sets/data-sets.service.ts';
import { StandardsService } from '../standards/standards.service.ts';
import { MeasuresRepository } from './persistence/measures.repository.ts';
import { RectificationsRepository } from './persistence/rectifications.repository.ts';
import { rectificationErrors } from './rectifications.errors.ts';
import { RectificationsService } from './rectifications.service.ts';
import type { RowState } from './rectifications.types.ts';

export type NewMeasure = Omit<AddMeasureRequest, 'alsoFor'>;

/** Measures (整改措施): what is done, for how much, and what it will do to which cell. */
@Injectable()
export class MeasuresService {
  constructor(
    private readonly transactions: Transactions,
    private readonly standards: StandardsService,
    private readonly dataSets: DataSetsService,
    private readonly ledger: RectificationsService,
    private readonly rows: RectificationsRepository,
    private readonly measures: MeasuresRepository,
  ) {}

  /** @throws rectification.not-found, .closed, .not-evaluated, .effect-unknown */
  async add(scope: Scope, actor: Actor, rectificationId: string, request: AddMeasureRequest): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const row = await this.ledger.unclosed(tx, scope, rectificationId);
      const others = request.alsoFor.filter((id) => id !== rectificationId);
      const held = await this.rows.hold(tx, scope, others);
      if (held.length !== new Set(others).size || held.some(({ countyId }) => countyId !== row.countyId)) {
        throw rectificationErrors.notFound();
      }
      const { alsoFor: _named, ...measure } = request;
      await this.addAll(tx, [{ rows: [row, ...held], measure }]);
    });
  }

  /**
   * Measures for rows of one county that are held, each for those named beside it.
   * @throws rectification.not-evaluated, .effect-unknown
   */
  async addAll(
    tx: Transaction,
    added: readonly { readonly rows: readonly RowState[]; readonly measure: NewMeasure }[],
  ): Promise<void> {
    for (const { rows, measure } of added) {
      const [first] = rows;
      if (first === undefined) continue;
      await this.refuseUnknownEffects(tx, first, measure.effects);
      await this.measures.add(
        tx,
        first.countyId,
        measure,
        rows.map(({ id }) => id),
      );
    }
    await this.ledger.recordAll(
      tx,
      added.flatMap(({ rows, measure: { kind, description, money, quantity } }) =>
        rows.map((row) => ({ row, kind: 'measure-added', details: { kind, description, money, quantity } })),
      ),
    );
  }

  /**
   * Carried out on a day, for so much; or not after all. Said again, it is corrected.
   * @throws rectification.not-found, .closed, .measure-not-found, .done-ahead
   */
  async complete(
    scope: Scope,
    actor: Actor,
    of: { readonly rectificationId: string; readonly measureId: string },
    { done }: CompleteMeasureRequest,
  ): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const today = calendarDay(tx.at);
      if (done !== null && done.on > today) throw rectificationErrors.doneAhead(today);
      const row = await this.ledger.unclosed(tx, scope, of.rectificationId);
      const description = await this.measures.complete(tx, row.id, of.measureId, done);
      if (description === null) throw rectificationErrors.measureNotFound();
      await this.ledger.record(
        tx,
        row,
        done === null ? 'measure-undone' : 'measure-done',
        done === null ? { description } : { description, doneOn: done.on, spent: done.spent },
      );
    });
  }

  /** From every row it is for. @throws rectification.not-found, .closed, .measure-not-found */
  async remove(scope: Scope, actor: Actor, rectificationId: string, measureId: string): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const row = await this.ledger.unclosed(tx, scope, rectificationId);
      const description = await this.measures.remove(tx, row.id, measureId);
      if (description === null) throw rectificationErrors.measureNotFound();
      await this.ledger.record(tx, row, 'measure-removed', { description });
    });
  }

  /** A typing mistake is said at once; what depends on other measures is said by the coverage. */
  private async refuseUnknownEffects(tx: Transaction, row: RowState, effects: readonly MeasureEffect[]): Promise<void> {
    if (effects.length === 0) return;
    // Whoever may work on the row may say what its measure does, also where they may not see the whole data set.
    const bases = await this.rows.findBases(Scope.ofSystem(), row.countyId, tx);
    const base = bases.find(({ editionId }) => editionId === row.editionId) ?? bases[0];
    if (base === undefined) throw rectificationErrors.notEvaluated();
    const { edition } = await this.standards.find(tx, base.editionId);
    const { content } = await this.dataSets.content(Scope.ofSystem(), base.dataSetId, tx);
    const measure = { id: 'new', problems: [], effects };
    const [refused] = editsOfMeasures(edition, content, [measure]).refused;
    if (refused !== undefined) throw rectificationErrors.effectUnknown(refused.effect.key, refused.problem);
  }
}
