import type { CellKey, Cells, Facts } from '../items/cells.ts';
import type { CheckSeverity } from '../standards/check-rule.ts';
import type { PeerStatistics } from './peer-statistics.ts';
import type { SplitMethod } from '../standards/edition.ts';

/** One finding on a self-report: what is wrong in `messageKey`, how to mend it in `hintKey`, both with `facts`. */
export interface CheckFinding {
  readonly ruleId: string;
  readonly severity: CheckSeverity;
  /** The cells to look at, the one to mend first. */
  readonly cells: readonly CellKey[];
  /** `check.<ruleId>` */
  readonly messageKey: string;
  /** `check.<ruleId>.hint` */
  readonly hintKey: string;
  readonly facts: Facts;
}

export interface CheckContext {
  /** Last year's approved cells of the same school. */
  readonly lastYear?: Cells;
  /** What schools of the same type report, from `peerStatistics`; without it no school is compared with others. */
  readonly peers?: PeerStatistics;
  /** Overrides the edition's splitting, which decides the cells that are asked. */
  readonly split?: SplitMethod;
}
