import type { UndeterminedReason } from '../evaluation.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import { distinctCells } from '../items/missing-cell.ts';
import type { StageId } from '../items/cells.ts';
import { measureIndicator } from '../indicators/measure-indicator.ts';
import { stageShare } from '../indicators/splitting.ts';
import type { StageShare } from '../indicators/splitting.ts';
import { stageAmount } from '../indicators/stage-amount.ts';
import type { EvaluationMethod } from '../indicators/evaluation-method.ts';
import type { Outcome } from '../outcome.ts';
import { knownValue } from '../quantities/interval.ts';
import { isZero } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { atLeastMOfN } from '../rules/at-least-m-of-n.ts';
import type { SchoolUnit } from '../schools/school-units.ts';
import type { ScopeDecision } from '../schools/scope.ts';
import type { StagePupils } from '../schools/stage-pupils.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import { judgeIndicator } from './indicator.ts';
import type { IndicatorAssessment } from './indicator.ts';

/** A school's part of one stage (学校学段), judged. */
export interface SchoolStageAssessment {
  readonly unit: SchoolUnit;
  readonly stage: StageId;
  readonly scope: ScopeDecision;
  readonly stagePupils: StagePupils;
  /** Pupils of every stage of the school. */
  readonly allPupils: readonly StagePupils[];
  /** > 0 where known; null = missing. */
  readonly pupils: Rational | null;
  readonly share: StageShare | null;
  readonly indicators: readonly IndicatorAssessment[];
  readonly outcome: Outcome;
  readonly complete: boolean;
  readonly reason: UndeterminedReason | null;
  readonly missing: readonly MissingCell[];
}

export function assessSchoolStage(
  indexed: IndexedEdition,
  method: EvaluationMethod,
  unit: SchoolUnit,
  scope: ScopeDecision,
  allPupils: readonly StagePupils[],
  own: StagePupils,
): SchoolStageAssessment {
  const known = knownValue(own.count);
  const pupils = known === null || isZero(known) ? null : known;
  const share = pupils === null ? null : stageShare(indexed, allPupils, own.stage, pupils);
  const indicators = indexed.indicators.map((indicator) => {
    const amount = stageAmount({ indexed, quantity: indicator.quantity, stage: own.stage, method }, unit, share);
    const measurement = measureIndicator[indicator.definition.kind](indicator, amount, own, pupils);
    return judgeIndicator(indexed, own.stage, measurement);
  });
  const base = { unit, stage: own.stage, scope, stagePupils: own, allPupils, pupils, share, indicators };
  if (scope.state === 'undetermined') {
    const open = scope.problem.missing.map((key) => ({ schoolId: unit.schoolId, key }));
    const missing = distinctCells([...open, ...own.missing, ...indicators.flatMap((each) => each.missing)]);
    return { ...base, outcome: 'undetermined', complete: false, reason: 'scope-undetermined', missing };
  }
  if (known !== null && isZero(known)) {
    return { ...base, outcome: 'not-applicable', complete: true, reason: null, missing: [] };
  }
  const missing = distinctCells([...own.missing, ...indicators.flatMap((each) => each.missing)]);
  const complete = missing.length === 0 && !indicators.some((each) => each.amount.contradiction);
  // Without pupils the stage may turn out not to exist, so nothing is decided.
  const outcome =
    pupils === null
      ? 'undetermined'
      : atLeastMOfN(
          indicators.map((each) => each.decision),
          indexed.edition.schoolRule.minimumMet,
        );
  const reason = outcome !== 'undetermined' ? null : missing.length > 0 ? 'missing-cells' : 'negative-quantity';
  return { ...base, outcome, complete, reason, missing };
}
