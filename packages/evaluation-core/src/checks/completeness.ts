import { reportedText, splitCellKey } from '../items/cells.ts';
import type { CellKey } from '../items/cells.ts';
import { parseCell } from '../items/parse-cell.ts';
import type { CellProblem } from '../items/parse-cell.ts';
import type { CheckRule } from '../standards/check-rule.ts';
import { cellDefinition } from '../standards/applicable-cells.ts';
import type { CheckFinding } from './check-finding.ts';
import { finding, isReported, numberIn } from './check-input.ts';
import type { CheckInput } from './check-input.ts';

export function checkRequired(rule: CheckRule, input: CheckInput): readonly CheckFinding[] {
  return input.asked
    .filter((cell) => cell.required && !isReported(input, cell.key))
    .map((cell) => finding(rule, [cell.key], { item: cell.item.id, stage: cell.stage }));
}

/** A text that the item cannot hold. Typed cells are refused before; this catches what came another way. */
export function checkReadable(rule: CheckRule, input: CheckInput): readonly CheckFinding[] {
  return keysInOrder(input, (key) => problemOf(input, key) !== null).flatMap((key) => {
    const definition = cellDefinition(input.indexed.edition, key);
    const problem = problemOf(input, key);
    if (definition === undefined || problem === null) return [];
    return [finding(rule, [key], { item: definition.item.id, stage: definition.stage, problem })];
  });
}

function problemOf(input: CheckInput, key: CellKey): CellProblem | null {
  const definition = cellDefinition(input.indexed.edition, key);
  const text = reportedText(input.cells, key);
  if (definition === undefined || text === undefined) return null;
  const parsed = parseCell(definition.item, text);
  return parsed.ok ? null : parsed.problem;
}

/** Few cells are wanted: those alone are put in order. */
function keysInOrder(input: CheckInput, isWanted: (key: CellKey) => boolean): readonly CellKey[] {
  return Object.keys(input.cells).filter(isWanted).sort();
}

/** A value nobody asked this school for; it is not used. Cells of a stage without pupils are the business of another check. */
export function checkApplicable(rule: CheckRule, input: CheckInput): readonly CheckFinding[] {
  if (input.stages.length === 0) return [];
  return keysInOrder(input, (key) => !input.allowed.has(key) && isReported(input, key)).flatMap((key) => {
    const { itemId, stage } = splitCellKey(key);
    const pupils = stage === null ? null : numberIn(input, input.indexed.edition.pupilsItem, stage);
    return pupils !== null && pupils.n === 0n ? [] : [finding(rule, [key], { item: itemId, stage })];
  });
}
