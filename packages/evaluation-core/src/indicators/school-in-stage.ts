import type { StageId } from '../items/cells.ts';
import type { Rational } from '../quantities/rational.ts';
import type { SchoolUnit } from '../schools/school-units.ts';
import type { StagePupils } from '../schools/stage-pupils.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import type { EvaluationMethod } from './evaluation-method.ts';
import type { StageShare } from './splitting.ts';

/** A school in one stage (学校学段), as its indicators are measured. */
export interface SchoolInStage {
  readonly indexed: IndexedEdition;
  readonly method: EvaluationMethod;
  readonly unit: SchoolUnit;
  readonly stage: StageId;
  readonly stagePupils: StagePupils;
  /** > 0 where known */
  readonly pupils: Rational | null;
  readonly share: StageShare | null;
}
