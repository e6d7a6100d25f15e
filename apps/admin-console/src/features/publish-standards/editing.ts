import type { Source } from '@junheng/evaluation-core';
import type { Change } from './model/draft-changes.ts';

/** How a table changes what it shows; absent where an edition is only read. */
export interface Editing {
  readonly change: (change: Change) => void;
  /** Where a changed number comes from: the bureau's own instrument. */
  readonly source: Source;
  /** Adds evidence in the bureau's own words; its id. */
  readonly addEvidence: (zhCN: string, en: string) => string;
}
