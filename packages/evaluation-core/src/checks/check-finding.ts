import type { CellKey, Cells, Facts } from '../items/cells.ts';
import type { CheckSeverity } from '../standards/check-rule.ts';
import type { SplitMethod } from '../standards/edition.ts';

/** One finding on a self-report. The text is `check.<ruleId>` (= `messageKey`) with `facts`. */
export interface CheckFinding {
  readonly ruleId: string;
  readonly severity: CheckSeverity;
  /** The cells to look at, the one to mend first. */
  readonly cells: readonly CellKey[];
  readonly messageKey: string;
  readonly facts: Facts;
}

export interface CheckContext {
  /** Last year's approved cells of the same school. */
  readonly lastYear?: Cells;
  /** Overrides the edition's splitting, which decides the cells that are asked. */
  readonly split?: SplitMethod;
}
