import type { Edition, Source } from '@junheng/evaluation-core';
import type { Change } from './model/draft-changes.ts';
import type { Addition } from './model/own-requirement.ts';

/** How a table changes what it shows; absent where an edition is only read. */
export interface Editing {
  readonly change: (change: Change) => void;
  /** Where a changed number comes from: the bureau's own instrument. */
  readonly source: Source;
  /** What was copied: the requirements that can be put back. */
  readonly base: Edition;
  readonly addRequirement: (addition: Addition) => void;
  /** Leaves it out, with all that was changed in it. */
  readonly removeRequirement: (id: string) => void;
  readonly putBackRequirement: (id: string) => void;
  /** Adds evidence in the bureau's own words; its id. */
  readonly addEvidence: (zhCN: string, en: string) => string;
}
