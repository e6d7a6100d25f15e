import type { ReviewLevel } from '@junheng/api-contract';

/*
 * A small model of the review, written without the rules of the product: what a person would say must happen. The commands run
 * it beside the real thing and compare.
 */

export interface Setting {
  readonly levels: readonly ReviewLevel[];
  readonly returnsTo: 'school' | 'level-below';
  readonly twoPersons: boolean;
}

export const cellNames = ['migrant-pupils', 'certified-teachers', 'teachers-360-hours'] as const;
export type CellName = (typeof cellNames)[number];
export type Values = Readonly<Record<CellName, string>>;

/** Two people of each level. */
export const reviewers = [
  { name: 'county-1', level: 'county' },
  { name: 'county-2', level: 'county' },
  { name: 'city-1', level: 'city' },
  { name: 'city-2', level: 'city' },
  { name: 'province-1', level: 'province' },
  { name: 'province-2', level: 'province' },
] as const satisfies readonly { readonly name: string; readonly level: ReviewLevel }[];
export type Reviewer = (typeof reviewers)[number];

export interface AskedReason {
  readonly cell: CellName | null;
  /** What the cell held when it was asked. */
  readonly value: string | null;
  answered: boolean;
}

export interface Model {
  readonly setting: Setting;
  values: Values;
  where: 'school' | 'approved' | { readonly level: ReviewLevel };
  /** It came back at least once. */
  cameBack: boolean;
  /** A reviewer did something since it was submitted. */
  begun: boolean;
  first: string | null;
  readonly reasons: AskedReason[];
  /** By level: the values it decided on last and how many reasons had been asked before. */
  readonly decided: Partial<Record<ReviewLevel, { readonly values: Values; readonly asked: number }>>;
}

export function newModel(setting: Setting, values: Values): Model {
  return { setting, values, where: 'school', cameBack: false, begun: false, first: null, reasons: [], decided: {} };
}

/** Asked, and neither answered nor changed since. */
export function unanswered(model: Model): readonly AskedReason[] {
  return model.reasons.filter(
    ({ cell, value, answered }) => !answered && (cell === null || model.values[cell] === value),
  );
}

/** Who decides now; an approved report lies with the last level. */
export function deciderOf({ where, setting }: Model): ReviewLevel | null {
  if (where === 'school') return null;
  return where === 'approved' ? (setting.levels.at(-1) ?? null) : where.level;
}

/** What the level must be shown: the true difference from what it decided on, and what was asked about since. */
export function mustBeShown(model: Model, level: ReviewLevel): readonly string[] {
  const last = model.decided[level];
  if (last === undefined) return [];
  const asked = model.reasons.slice(last.asked).map(({ cell }) => cell);
  return cellNames.filter((cell) => last.values[cell] !== model.values[cell] || asked.includes(cell)).toSorted();
}

export function expectedApproval(model: Model, reviewer: Reviewer): string {
  const { where, setting, first } = model;
  if (where === 'school' || where === 'approved') return 'refused';
  if (reviewer.level !== where.level) return 'refused';
  if (unanswered(model).length > 0) return 'refused';
  if (setting.twoPersons && first === null) return 'first';
  return setting.twoPersons && first === reviewer.name ? 'refused' : 'approved';
}

export function approve(model: Model, reviewer: Reviewer): void {
  const { where, setting } = model;
  if (where === 'school' || where === 'approved') throw new Error('nothing to approve');
  model.decided[where.level] = { values: model.values, asked: model.reasons.length };
  model.first = null;
  model.begun = true;
  const next = setting.levels[setting.levels.indexOf(reviewer.level) + 1];
  model.where = next === undefined ? 'approved' : { level: next };
}

export function sendBack(model: Model, reviewer: Reviewer, cells: readonly (CellName | null)[]): void {
  const { setting } = model;
  const before = model.reasons.length;
  for (const cell of cells) {
    model.reasons.push({ cell, value: cell === null ? null : model.values[cell], answered: false });
  }
  model.decided[reviewer.level] = { values: model.values, asked: before };
  model.first = null;
  model.begun = true;
  model.cameBack = true;
  const below = setting.levels[setting.levels.indexOf(reviewer.level) - 1];
  model.where = setting.returnsTo === 'level-below' && below !== undefined ? { level: below } : 'school';
}
