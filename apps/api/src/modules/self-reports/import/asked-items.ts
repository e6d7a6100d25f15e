import { applicableCells } from '@junheng/evaluation-core';
import type { CellDefinition, Edition, ItemDefinition } from '@junheng/evaluation-core';
import { typeHasStage } from './row-stage.ts';

/** By edition, then by what a school says of itself: schools differ in few such answers, rows are many. */
const known = new WeakMap<Edition, Map<string, readonly CellDefinition[]>>();

/** Does the form of such a school ask for the item? A cell that it does not ask for is blank for a good reason. */
export function isAsked(
  edition: Edition,
  school: { readonly type: string | null; readonly choices: ReadonlyMap<string, string> },
  item: ItemDefinition,
  stage: string | null,
): boolean {
  const { type } = school;
  if (type === null) return true;
  if (stage !== null && !typeHasStage(edition, type, stage)) return false;
  const asked = cellsAsked(edition, type, school.choices);
  // A sum of an imported table (高于规定学历教师数) has no cell in the form; it is asked where items of its condition are.
  if (item.entry === 'import') return asked.some((cell) => cell.item.condition === item.condition);
  return asked.some(
    (cell) =>
      cell.item.id === item.id && cell.required && (stage === null || cell.stage === null || cell.stage === stage),
  );
}

function cellsAsked(edition: Edition, type: string, choices: ReadonlyMap<string, string>): readonly CellDefinition[] {
  const byAnswers = known.get(edition) ?? new Map<string, readonly CellDefinition[]>();
  known.set(edition, byAnswers);
  const answers = { ...Object.fromEntries(choices), [edition.schoolTypeItem]: type };
  const key = JSON.stringify(Object.entries(answers));
  const before = byAnswers.get(key);
  if (before !== undefined) return before;
  const asked = applicableCells(edition, answers);
  byAnswers.set(key, asked);
  return asked;
}
