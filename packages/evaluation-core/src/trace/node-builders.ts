import type { MissingCell } from '../items/missing-cell.ts';
import { reportedText } from '../items/cells.ts';
import type { SchoolRecord } from '../items/cells.ts';
import { knownValue } from '../quantities/interval.ts';
import type { Interval } from '../quantities/interval.ts';
import { fractionText } from '../quantities/rational.ts';
import type { ExplanationCell, ExplanationFormula, ExplanationNode } from './explanation-node.ts';

type Optional = Partial<Omit<ExplanationNode, 'path' | 'kind' | 'outcome'>>;

/** A node with everything unsaid left empty. */
export function node(
  path: string,
  kind: ExplanationNode['kind'],
  outcome: ExplanationNode['outcome'],
  rest: Optional = {},
): ExplanationNode {
  return {
    path,
    kind,
    outcome,
    complete: true,
    value: null,
    exact: null,
    bounds: null,
    facts: {},
    formula: null,
    source: null,
    cells: [],
    children: [],
    ...rest,
  };
}

export function formula(
  template: ExplanationFormula['template'],
  numbers: ExplanationFormula['numbers'],
  rest: Partial<Pick<ExplanationFormula, 'expression' | 'result' | 'comparison'>> = {},
): ExplanationFormula {
  return { template, numbers, expression: null, result: null, comparison: null, ...rest };
}

/** Null where there is nothing to bound: the value is known. */
export function boundsOf(interval: Interval): ExplanationNode['bounds'] {
  if (knownValue(interval) !== null) return null;
  return { low: fractionText(interval.low), high: interval.high === null ? null : fractionText(interval.high) };
}

/** Cells with what was reported in them, each once. */
export function cellsWithValues(
  members: readonly SchoolRecord[],
  cells: readonly (MissingCell & Pick<ExplanationCell, 'specialRule'>)[],
): readonly ExplanationCell[] {
  const seen = new Map<string, ExplanationCell>();
  for (const { schoolId, key, specialRule } of cells) {
    if (seen.has(`${schoolId}\n${key}`)) continue;
    const record = members.find((member) => member.schoolId === schoolId);
    const value = record === undefined ? null : (reportedText(record.cells, key) ?? null);
    seen.set(`${schoolId}\n${key}`, { schoolId, key, value, ...(specialRule === undefined ? {} : { specialRule }) });
  }
  return [...seen.values()];
}
