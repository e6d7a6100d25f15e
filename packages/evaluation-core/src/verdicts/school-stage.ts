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
  const base = { ...school, scope, allPupils, empty: false, indicators, rule };
  if (scope.state === 'undetermined') {
    const open = scope.problem.missing.map((key) => ({ schoolId: unit.schoolId, key }));
    const missing = distinctCells([...open, ...own.missing, ...indicators.flatMap(cellsMissing)]);
    const outcome = schoolRule === null ? 'not-applicable' : 'undetermined';
    return { ...base, outcome, complete: false, reason: 'scope-undetermined', missing };
  }
  if (known !== null && isZero(known)) {
    return { ...base, empty: true, outcome: 'not-applicable', complete: true, reason: null, missing: [] };
  }
  const missing = distinctCells([...own.missing, ...indicators.flatMap(cellsMissing)]);
  const complete = missing.length === 0 && !indicators.some(isContradictory);
  // Without pupils the stage may turn out not to exist, so nothing is decided.
  const outcome = pupils === null && schoolRule !== null ? 'undetermined' : rule.outcome;
  const reason = outcome === 'undetermined' ? reasonOf(rule, pupils === null) : null;
  return { ...base, outcome, complete, reason, missing };
}

/** Of the value, and of which threshold counts. */
function cellsMissing({ missing, openStandard }: IndicatorAssessment): readonly MissingCell[] {
  return [...missing, ...openStandard];
}

function reasonOf({ counted }: SchoolRuleDecision, withoutPupils: boolean): UndeterminedReason | null {
  return mainReason([withoutPupils ? 'missing-cells' : null, ...counted.map((each) => each.reason)]);
}
