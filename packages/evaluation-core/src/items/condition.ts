import { cellKey, reportedText } from './cells.ts';
import type { Cells, CellKey } from './cells.ts';

/** A condition on what a school reported about itself. */
export type Condition =
  | { readonly kind: 'choice-is'; readonly item: string; readonly anyOf: readonly string[] }
  | { readonly kind: 'flag-is'; readonly item: string; readonly value: 'yes' | 'no' }
  | { readonly kind: 'all'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'any'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition };

/** Three-valued: `null` when a missing cell could still decide it. */
export type Truth = boolean | null;

export function truthOf(condition: Condition | null, cells: Cells): Truth {
  if (condition === null) return true;
  switch (condition.kind) {
    case 'choice-is': {
      const value = reportedText(cells, cellKey(condition.item, null));
      return value === undefined ? null : condition.anyOf.includes(value);
    }
    case 'flag-is': {
      const value = reportedText(cells, cellKey(condition.item, null));
      return value === undefined ? null : value === condition.value;
    }
    case 'all': {
      const truths = condition.conditions.map((each) => truthOf(each, cells));
      return truths.includes(false) ? false : truths.includes(null) ? null : true;
    }
    case 'any': {
      const truths = condition.conditions.map((each) => truthOf(each, cells));
      return truths.includes(true) ? true : truths.includes(null) ? null : false;
    }
    case 'not': {
      const truth = truthOf(condition.condition, cells);
      return truth === null ? null : !truth;
    }
    default: {
      const exhaustive: never = condition;
      return exhaustive;
    }
  }
}

/** The cells a condition reads. */
export function conditionCells(condition: Condition | null): readonly CellKey[] {
  if (condition === null) return [];
  switch (condition.kind) {
    case 'choice-is':
    case 'flag-is':
      return [cellKey(condition.item, null)];
    case 'all':
    case 'any':
      return condition.conditions.flatMap(conditionCells);
    case 'not':
      return conditionCells(condition.condition);
    default: {
      const exhaustive: never = condition;
      return exhaustive;
    }
  }
}
