import type { StageId } from '../items/cells.ts';
import type { Outcome } from '../outcome.ts';
import { allMustHold } from '../rules/all-must-hold.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import { assessComposite } from './composite.ts';
import type { CompositeAssessment } from './composite.ts';
import { assessCv } from './cv.ts';
import type { CvAssessment } from './cv.ts';
import type { SchoolStageAssessment } from './school-stage.ts';

export interface StageAssessment {
  readonly stage: StageId;
  /** In scope or undetermined; never those that are out or without pupils. */
  readonly schoolStages: readonly SchoolStageAssessment[];
  /** The school rule (办学标准) of every school-stage. */
  readonly schoolsOutcome: Outcome;
  readonly cvs: readonly CvAssessment[];
  /** Set where the mean of the CVs is judged. */
  readonly composite: CompositeAssessment | null;
  /** The balance rule (校际均衡): every CV, or their mean. */
  readonly balanceOutcome: Outcome;
  readonly outcome: Outcome;
  readonly complete: boolean;
}

export function assessStage(
  indexed: IndexedEdition,
  stage: StageId,
  schoolStages: readonly SchoolStageAssessment[],
): StageAssessment {
  const cvs = indexed.balanced.map((indicator) => assessCv(indexed, indicator, stage, schoolStages));
  const composite =
    indexed.edition.balanceRule?.kind === 'composite-cv' ? assessComposite(indexed, stage, schoolStages, cvs) : null;
  const schoolsOutcome = allMustHold(schoolStages.map((each) => each.outcome));
  const balanceOutcome = composite?.outcome ?? allMustHold(cvs.map((each) => each.outcome));
  return {
    stage,
    schoolStages,
    schoolsOutcome,
    cvs,
    composite,
    balanceOutcome,
    outcome: allMustHold([schoolsOutcome, balanceOutcome]),
    complete: schoolStages.every((each) => each.complete),
  };
}
