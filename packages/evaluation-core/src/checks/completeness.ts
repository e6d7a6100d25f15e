import { reportedText, splitCellKey } from '../items/cells.ts';
import { parseCell } from '../items/parse-cell.ts';
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
  const findings: CheckFinding[] = [];
  for (const key of Object.keys(input.cells).sort()) {
    const definition = cellDefinition(input.indexed.edition, key);
    const text = reportedText(input.cells, key);
    if (definition === undefined || text === undefined) continue;
    const parsed = parseCell(definition.item, text);
    if (!parsed.ok)
      findings.push(
        finding(rule, [key], { item: definition.item.id, stage: definition.stage, problem: parsed.problem }),
      );
  }
  return findings;
}

/** A value nobody asked this school for; it is not used. Cells of a stage without pupils are the business of another check. */
export function checkApplicable(rule: CheckRule, input: CheckInput): readonly CheckFinding[] {
  if (input.stages.length === 0) return [];
  return Object.keys(input.cells)
    .sort()
    .filter((key) => isReported(input, key) && !input.allowed.has(key))
    .flatMap((key) => {
      const { itemId, stage } = splitCellKey(key);
      const pupils = stage === null ? null : numberIn(input, input.indexed.edition.pupilsItem, stage);
      return pupils !== null && pupils.n === 0n ? [] : [finding(rule, [key], { item: itemId, stage })];
    });
}
