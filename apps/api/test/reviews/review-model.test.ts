import { describe, expect, test } from '@jest/globals';
import type { SelfReportStatus } from '@junheng/api-contract';
import fc from 'fast-check';
import { cellsToReview, type DecidedState } from '../../src/modules/self-reports/re-review.rules.ts';
import { reasonsAfterChanges, type AnchoredReason } from '../../src/modules/self-reports/return-reason.rules.ts';
import {
  decideApproval,
  decideReturn,
  levelOf,
  type ReviewPosition,
} from '../../src/modules/self-reports/review-levels.rules.ts';
import { afterMove, afterSave, lockOf } from '../../src/modules/self-reports/self-report-status.rules.ts';
import { reviewCommands, settings, type Answer, type ReviewSystem, type Seen } from './review-commands.ts';
import { newModel, type CellName, type Reviewer, type Setting, type Values } from './review-model.ts';

const start: Values = { 'migrant-pupils': '0', 'certified-teachers': '0', 'teachers-360-hours': '0' };

/** The product's pure rules, put together as the services do it, without a database. */
class RulesAlone implements ReviewSystem {
  private position: ReviewPosition = { status: 'not-started', reviewLevel: null, firstApprovalBy: null };
  private underReturn = false;
  private begun = false;
  private cells: Record<string, string> = { ...start };
  private reasons: (AnchoredReason & { readonly asked: number })[] = [];
  private readonly decisions: Partial<Record<string, DecidedState & { readonly asked: number }>> = {};

  constructor(private readonly setting: Setting) {}

  async save(cell: CellName, value: string): Promise<Answer> {
    if (lockOf(this.position.status, 'open', true) !== null) return 'refused';
    const before = this.cells[cell] ?? null;
    this.cells = { ...this.cells, [cell]: value };
    this.to(afterSave(this.position.status));
    if (!this.underReturn || before === value) return 'ok';
    const states = new Map(
      reasonsAfterChanges(this.reasons, [{ cell, before, after: value }]).map(({ id, state }) => [id, state]),
    );
    this.reasons = this.reasons.map((reason) => ({ ...reason, state: states.get(reason.id) ?? reason.state }));
    return 'ok';
  }

  async answer(index: number, by: Reviewer | null): Promise<Answer> {
    if (by !== null && this.reasons[index]?.state !== 'open') return 'refused';
    this.reasons = this.reasons.map((reason, place) => (place === index ? { ...reason, state: 'answered' } : reason));
    return 'ok';
  }

  async submit(): Promise<Answer> {
    const next = afterMove('submit', this.position.status, this.underReturn);
    if (next === null || (this.underReturn && this.open() > 0)) return 'refused';
    this.position = { status: next, reviewLevel: null, firstApprovalBy: null };
    this.begun = false;
    return 'ok';
  }

  async withdraw(): Promise<Answer> {
    const next = afterMove('withdraw', this.position.status, this.underReturn);
    if (next === null || this.begun) return 'refused';
    this.to(next);
    return 'ok';
  }

  async approve({ name, level }: Reviewer): Promise<Answer> {
    const decided = decideApproval(this.position, this.setting, { id: name, decidesFor: [level] }, this.open());
    if (!decided.ok) return 'refused';
    if (decided.outcome.kind !== 'first-approved') this.keep(level, []);
    if (decided.outcome.kind === 'approved') this.underReturn = false;
    this.position = decided.outcome;
    this.begun = true;
    return 'ok';
  }

  async return({ level }: Reviewer, cells: readonly (CellName | null)[]): Promise<Answer> {
    const decided = decideReturn(this.position, this.setting, { decidesFor: [level] });
    if (!decided.ok) return 'refused';
    this.keep(level, cells);
    for (const cell of cells) {
      this.reasons.push({
        id: String(this.reasons.length),
        cell,
        state: 'open',
        valueAtReturn: cell === null ? null : (this.cells[cell] ?? null),
        asked: this.reasons.length,
      });
    }
    this.underReturn = true;
    this.begun = true;
    this.position = decided.outcome;
    return 'ok';
  }

  async look(): Promise<Seen> {
    const level = levelOf(this.position, this.setting);
    const last = level === null ? undefined : this.decisions[level];
    const since = this.reasons.flatMap(({ cell, asked }) =>
      cell !== null && asked >= (last?.asked ?? 0) ? [cell] : [],
    );
    return {
      status: this.position.status,
      level,
      openReasons: this.open(),
      toReview:
        last === undefined
          ? []
          : cellsToReview({ cells: last.cells, reasonCells: since }, this.cells).map(({ cell }) => cell),
    };
  }

  private open(): number {
    return this.reasons.filter(({ state }) => state === 'open').length;
  }

  private keep(level: string, reasonCells: readonly (CellName | null)[]): void {
    this.decisions[level] = {
      cells: { ...this.cells },
      reasonCells: reasonCells.filter((cell) => cell !== null),
      asked: this.reasons.length,
    };
  }

  private to(status: SelfReportStatus): void {
    this.position = { ...this.position, status };
  }
}

describe('the review as a state machine', () => {
  test('random acts of six reviewers and a school: nothing unanswered is approved, every re-review is the true difference', async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(settings, reviewCommands(['0', '1', '2'], 60), async (setting, commands) => {
        const model = newModel(setting, start);
        await fc.asyncModelRun(() => ({ model, real: new RulesAlone(setting) }), commands);
        reached.add(typeof model.where === 'string' ? model.where : model.where.level);
        if (model.where === 'approved' && model.cameBack) reached.add('approved after a return');
      }),
      { numRuns: 1500 },
    );
    // A random walk that never arrives anywhere would prove nothing.
    expect([...reached].toSorted()).toEqual(
      ['approved', 'approved after a return', 'city', 'county', 'province', 'school'].toSorted(),
    );
  });
});
