import type { EvaluationOptions, SchoolStageEvaluation } from '../evaluation.ts';
import { methodOf } from '../indicators/evaluation-method.ts';
import type { CellKey, DataSet, StageId } from '../items/cells.ts';
import type { Outcome } from '../outcome.ts';
import type { Edition } from '../standards/edition.ts';
import { indexEdition } from '../standards/edition-index.ts';
import { assessUnit } from '../verdicts/county.ts';
import { presentSchoolStage } from '../verdicts/present.ts';
import type { EditProblem } from './cell-edit.ts';
import type { CountyVerdict } from './county-board.ts';
import { openSession } from './county-session.ts';
import { outcomeOf } from './outcome-codes.ts';
import type { RequirementVerdict } from './requirement-board.ts';
import { absent } from './write-school-stage.ts';

/** One county held ready while somebody changes its numbers. Every decision is the one that `evaluateCounty` takes on `dataSet()`. */
export interface OpenCounty {
  /**
   * Puts a value into a cell as a person typed it, or empties it (null), and answers with the new verdict. A value that cannot stand changes
   * nothing and is named. `schoolId` null: a cell of the county report.
   */
  readonly set: (schoolId: string | null, key: CellKey, value: string | null) => SetAnswer;
  /** As `set`, without making the verdict: null = done. For many changes in a row. */
  readonly change: (schoolId: string | null, key: CellKey, value: string | null) => EditProblem | null;
  readonly verdict: () => CountyVerdict;
  /** 资源配置: every school-stage and every CV. */
  readonly resourceAllocation: () => Outcome;
  /** The whole verdict (结论) with all its requirements; decided when asked for, some of them in milliseconds. */
  readonly county: () => Outcome;
  readonly requirements: () => readonly RequirementVerdict[];
  /** The stages of one school with all their numbers, as in a `CountyEvaluation`; empty where it has none or is merged into another. */
  readonly schoolStages: (schoolId: string) => readonly SchoolStageEvaluation[];
  /** By school id, then by stage. */
  readonly schoolOutcomes: () => readonly SchoolOutcome[];
  /** What is reported now: the data set that was opened with the changes in it. */
  readonly dataSet: () => DataSet;
}

export interface SetAnswer {
  readonly problem: EditProblem | null;
  readonly verdict: CountyVerdict;
}

export interface SchoolOutcome {
  readonly schoolId: string;
  readonly stage: StageId;
  readonly outcome: Outcome;
}

/**
 * Opens a county. The data set is not touched. A number in place of a number costs a few steps (microseconds in a county of 300 schools);
 * any other change assesses that one school anew. Throws RangeError for a malformed edition, and for one with more than 28 indicators per pupil.
 */
export function openCounty(edition: Edition, dataSet: DataSet, options: EvaluationOptions = {}): OpenCounty {
  const indexed = indexEdition(edition);
  const { county, board, requirements, ...session } = openSession(indexed, dataSet, methodOf(edition, options));
  const { change } = session;

  return {
    set: (schoolId, key, value) => ({ problem: change(schoolId, key, value), verdict: board.verdict() }),
    change,
    verdict: board.verdict,
    resourceAllocation: () => outcomeOf(board.resourceAllocation()),
    county: () => outcomeOf(requirements.outcome()),
    requirements: requirements.outcomes,
    schoolStages,
    schoolOutcomes,
    dataSet: session.dataSet,
  };

  function schoolStages(schoolId: string): readonly SchoolStageEvaluation[] {
    const unit = county.units.findIndex((each) => each.schoolId === schoolId);
    if (unit < 0) return [];
    const { schoolStages: assessed } = assessUnit(indexed, county.method, session.unitAt(unit));
    return assessed.map((each) => presentSchoolStage(indexed, each));
  }

  function schoolOutcomes(): readonly SchoolOutcome[] {
    return county.units.flatMap(({ schoolId }, unit) =>
      county.stages.flatMap((stage, index) => {
        const code = county.outcomes[index * county.units.length + unit] ?? absent;
        return code === absent ? [] : [{ schoolId, stage, outcome: outcomeOf(code) }];
      }),
    );
  }
}
