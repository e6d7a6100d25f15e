import type { UndeterminedReason } from '../evaluation.ts';
import { measureIndicator } from '../indicators/measure-indicator.ts';
import { isContradictory } from '../indicators/measurement.ts';
import type { EvaluationMethod } from '../indicators/evaluation-method.ts';
import type { SchoolInStage } from '../indicators/school-in-stage.ts';
import { stageShare } from '../indicators/splitting.ts';
import { distinctCells } from '../items/missing-cell.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import type { Outcome } from '../outcome.ts';
import { knownValue } from '../quantities/interval.ts';
import { isZero } from '../quantities/rational.ts';
import { mainReason } from '../rules/rule-decision.ts';
import type { SchoolUnit } from '../schools/school-units.ts';
import type { ScopeDecision } from '../schools/scope.ts';
import type { StagePupils } from '../schools/stage-pupils.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import { judgeIndicator } from './indicator.ts';
import type { IndicatorAssessment } from './indicator.ts';
import { decideSchoolRule } from './school-rule.ts';
import type { SchoolRuleDecision } from './school-rule.ts';

/** A school's part of one stage (学校学段), judged. */
export interface SchoolStageAssessment extends SchoolInStage {
  readonly scope: ScopeDecision;
  /** Pupils of every stage of the school. */
  readonly allPupils: readonly StagePupils[];
  /** It has no pupils, so that nothing is measured. */
  readonly empty: boolean;
  readonly indicators: readonly IndicatorAssessment[];
  /** What the rule says of the indicators alone. */
  readonly rule: SchoolRuleDecision;
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
  const school: SchoolInStage = { indexed, method, unit, stage: own.stage, stagePupils: own, pupils, share };
  const indicators = indexed.indicators.map((indicator) => judgeIndicator(school, measureIndicator(indicator, school)));
  const { schoolRule, rounding } = indexed.edition;
  const rule = decideSchoolRule(schoolRule, indicators, rounding.indicators);
  // Every member by its name: `...` takes many times as long, and a county has hundreds of these.
  const assessment = (
    judged: Pick<SchoolStageAssessment, 'empty' | 'outcome' | 'complete' | 'reason' | 'missing'>,
  ): SchoolStageAssessment => ({
    indexed,
    method,
    unit,
    stage: own.stage,
    stagePupils: own,
    pupils,
    share,
    scope,
    allPupils,
    indicators,
    rule,
    empty: judged.empty,
    outcome: judged.outcome,
    complete: judged.complete,
    reason: judged.reason,
    missing: judged.missing,
  });
  if (scope.state === 'undetermined') {
    const open = scope.problem.missing.map((key) => ({ schoolId: unit.schoolId, key }));
    const missing = distinctCells([...open, ...cellsMissing(own, indicators)]);
    const outcome = schoolRule === null ? 'not-applicable' : 'undetermined';
    return assessment({ empty: false, outcome, complete: false, reason: 'scope-undetermined', missing });
  }
  if (known !== null && isZero(known)) {
    return assessment({ empty: true, outcome: 'not-applicable', complete: true, reason: null, missing: [] });
  }
  const missing = distinctCells(cellsMissing(own, indicators));
  const complete = missing.length === 0 && !indicators.some(isContradictory);
  // Without pupils the stage may turn out not to exist, so nothing is decided.
  const outcome = pupils === null && schoolRule !== null ? 'undetermined' : rule.outcome;
  const reason = outcome === 'undetermined' ? reasonOf(rule, pupils === null) : null;
  return assessment({ empty: false, outcome, complete, reason, missing });
}

/** Of the value, and of which threshold counts. */
function cellsMissing(own: StagePupils, indicators: readonly IndicatorAssessment[]): readonly MissingCell[] {
  const cells = [...own.missing];
  for (const { missing, openStandard } of indicators) {
    if (missing.length > 0) cells.push(...missing);
    if (openStandard.length > 0) cells.push(...openStandard);
  }
  return cells;
}

function reasonOf({ counted }: SchoolRuleDecision, withoutPupils: boolean): UndeterminedReason | null {
  return mainReason([withoutPupils ? 'missing-cells' : null, ...counted.map((each) => each.reason)]);
}
