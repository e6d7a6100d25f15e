import { expect } from '@jest/globals';
import fc from 'fast-check';
import {
  approve,
  cellNames,
  deciderOf,
  expectedApproval,
  mustBeShown,
  reviewers,
  sendBack,
  unanswered,
  type CellName,
  type Model,
  type Reviewer,
} from './review-model.ts';

export type Answer = 'ok' | 'refused';

/** What is true of the real thing after a step. */
export interface Seen {
  readonly status: string;
  /** With which level it lies; an approved one with the last. */
  readonly level: string | null;
  readonly openReasons: number;
  /** Cells the level it lies with has to read again, sorted. */
  readonly toReview: readonly string[];
}

/** The real thing: the pure rules, or the server with its database. */
export interface ReviewSystem {
  save(cell: CellName, value: string): Promise<Answer>;
  /** Answers the n-th reason ever asked, as the school or, where it lies with a level, as a reviewer of that level. */
  answer(index: number, by: Reviewer | null): Promise<Answer>;
  submit(): Promise<Answer>;
  withdraw(): Promise<Answer>;
  approve(reviewer: Reviewer): Promise<Answer>;
  return(reviewer: Reviewer, cells: readonly (CellName | null)[]): Promise<Answer>;
  look(): Promise<Seen>;
}

type Step = fc.AsyncCommand<Model, ReviewSystem>;

/** Everything that must hold after any step. */
async function compare(model: Model, real: ReviewSystem): Promise<void> {
  const seen = await real.look();
  const level = deciderOf(model);
  const status =
    model.where === 'school'
      ? model.cameBack
        ? 'returned'
        : 'filling'
      : model.where === 'approved'
        ? 'approved'
        : 'submitted';
  // A report nobody touched yet has not begun; saving is what begins it.
  const known = seen.status === 'not-started' ? 'filling' : seen.status;
  expect({ status: known, level: seen.level, openReasons: seen.openReasons }).toEqual({
    status,
    level,
    openReasons: unanswered(model).length,
  });
  if (seen.status === 'approved') expect(unanswered(model)).toEqual([]);
  if (level !== null) expect(seen.toReview).toEqual(mustBeShown(model, level));
}

class Save implements Step {
  constructor(
    readonly cell: CellName,
    readonly value: string,
  ) {}
  check = () => true;
  async run(model: Model, real: ReviewSystem): Promise<void> {
    const answer = await real.save(this.cell, this.value);
    expect(answer).toBe(model.where === 'school' ? 'ok' : 'refused');
    if (answer === 'ok') model.values = { ...model.values, [this.cell]: this.value };
    await compare(model, real);
  }
  toString = () => `save ${this.cell}=${this.value}`;
}

class AnswerReason implements Step {
  constructor(readonly pick: number) {}
  check = (model: Readonly<Model>) => model.reasons.length > 0 && model.where !== 'approved';
  async run(model: Model, real: ReviewSystem): Promise<void> {
    const index = this.pick % model.reasons.length;
    const level = deciderOf(model);
    const by = reviewers.find((each) => each.level === level) ?? null;
    const reason = model.reasons[index];
    // A reviewer settles only what nobody has settled; the school may word its own answer anew.
    const possible = by === null || (reason !== undefined && unanswered(model).includes(reason));
    expect(await real.answer(index, by)).toBe(possible ? 'ok' : 'refused');
    if (possible && reason !== undefined) reason.answered = true;
    await compare(model, real);
  }
  toString = () => `answer #${this.pick}`;
}

class Submit implements Step {
  check = () => true;
  async run(model: Model, real: ReviewSystem): Promise<void> {
    const possible = model.where === 'school' && unanswered(model).length === 0;
    expect(await real.submit()).toBe(possible ? 'ok' : 'refused');
    const [level] = model.setting.levels;
    if (possible && level !== undefined) {
      model.where = { level };
      model.first = null;
      model.begun = false;
    }
    await compare(model, real);
  }
  toString = () => 'submit';
}

class Withdraw implements Step {
  check = () => true;
  async run(model: Model, real: ReviewSystem): Promise<void> {
    const possible = typeof model.where === 'object' && !model.begun;
    expect(await real.withdraw()).toBe(possible ? 'ok' : 'refused');
    if (possible) model.where = 'school';
    await compare(model, real);
  }
  toString = () => 'withdraw';
}

class Approve implements Step {
  constructor(readonly reviewer: Reviewer) {}
  check = () => true;
  async run(model: Model, real: ReviewSystem): Promise<void> {
    const expected = expectedApproval(model, this.reviewer);
    expect(await real.approve(this.reviewer)).toBe(expected === 'refused' ? 'refused' : 'ok');
    if (expected === 'first') {
      model.first = this.reviewer.name;
      model.begun = true;
    }
    if (expected === 'approved') approve(model, this.reviewer);
    await compare(model, real);
  }
  toString = () => `approve by ${this.reviewer.name}`;
}

class Return implements Step {
  constructor(
    readonly reviewer: Reviewer,
    readonly cells: readonly (CellName | null)[],
  ) {}
  check = () => true;
  async run(model: Model, real: ReviewSystem): Promise<void> {
    const possible = deciderOf(model) === this.reviewer.level;
    expect(await real.return(this.reviewer, this.cells)).toBe(possible ? 'ok' : 'refused');
    if (possible) sendBack(model, this.reviewer, this.cells);
    await compare(model, real);
  }
  toString = () => `return by ${this.reviewer.name}: ${this.cells.map((cell) => cell ?? 'whole').join(' ')}`;
}

/** Random acts of several people. `values` are what may be typed into any of the cells. */
export function reviewCommands(values: readonly string[], maxCommands: number): fc.Arbitrary<Iterable<Step>> {
  const cell = fc.constantFrom(...cellNames);
  const reviewer = fc.constantFrom(...reviewers);
  // Most acts are those of the level it lies with: otherwise most runs would be refusals.
  const asked = fc.uniqueArray(fc.option(cell, { freq: 4 }), { minLength: 1, maxLength: 3 });
  const acts: fc.Arbitrary<Step>[] = [
    fc.tuple(cell, fc.constantFrom(...values)).map(([name, value]) => new Save(name, value)),
    fc.constant(new Submit()),
    fc.constant(new Submit()),
    fc.constant(new Withdraw()),
    reviewer.map((each) => new Approve(each)),
    fc.constantFrom(...reviewers.slice(0, 4)).map((each) => new Approve(each)),
    fc.tuple(reviewer, asked).map(([each, cells]) => new Return(each, cells)),
    fc.nat(20).map((pick) => new AnswerReason(pick)),
  ];
  return fc.commands(acts, { maxCommands, size: 'max' });
}

export const settings = fc.record({
  levels: fc.constantFrom(
    ['county'] as const,
    ['county', 'city'] as const,
    ['county', 'province'] as const,
    ['county', 'city', 'province'] as const,
  ),
  returnsTo: fc.constantFrom('school' as const, 'level-below' as const),
  twoPersons: fc.boolean(),
});
