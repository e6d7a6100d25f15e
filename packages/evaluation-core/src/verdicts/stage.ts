import type { UndeterminedReason } from '../evaluation.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import { distinctCells } from '../items/missing-cell.ts';
import type { StageId } from '../items/cells.ts';
import type { Outcome } from '../outcome.ts';
import { knownValue } from '../quantities/interval.ts';
import type { Rational } from '../quantities/rational.ts';
import { allMustHold } from '../rules/all-must-hold.ts';
import { decideCvLimit, decideCvLimitWithMissing, isCvBoundary } from '../rules/cv-limit.ts';
import type { IndexedEdition, IndexedIndicator } from '../standards/edition-index.ts';
import { weightedMoments } from '../statistics/weighted-moments.ts';
import type { WeightedMoments, WeightedTerm } from '../statistics/weighted-moments.ts';
import type { SchoolStageAssessment } from './school-stage.ts';

/** The CV of one indicator in one stage, judged. Amounts are in the item's unit: a factor common to all schools does not change a CV. */
export interface CvAssessment {
  readonly indicator: IndexedIndicator;
  readonly stage: StageId;
  readonly limit: Rational | null;
  readonly limitText: string;
  /** The school-stages that entered, in the order of their ids. */
  readonly terms: readonly (WeightedTerm & { readonly schoolId: string })[];
  readonly moments: WeightedMoments;
  readonly provisional: boolean;
  readonly outcome: Outcome;
  readonly boundary: boolean;
  readonly reason: UndeterminedReason | null;
  readonly missing: readonly MissingCell[];
}

export interface StageAssessment {
  readonly stage: StageId;
  /** In scope or undetermined; never those that are out or without pupils. */
  readonly schoolStages: readonly SchoolStageAssessment[];
  readonly schoolsOutcome: Outcome;
  readonly cvs: readonly CvAssessment[];
  readonly outcome: Outcome;
  readonly complete: boolean;
}

export function assessStage(
  indexed: IndexedEdition,
  stage: StageId,
  schoolStages: readonly SchoolStageAssessment[],
): StageAssessment {
  const cvs = indexed.indicators.map((indicator, index) => assessCv(indexed, indicator, index, stage, schoolStages));
  const schoolsOutcome = allMustHold(schoolStages.map((each) => each.outcome));
  return {
    stage,
    schoolStages,
    schoolsOutcome,
    cvs,
    outcome: allMustHold([schoolsOutcome, ...cvs.map((each) => each.outcome)]),
    complete: schoolStages.every((each) => each.complete),
  };
}

function assessCv(
  indexed: IndexedEdition,
  indicator: IndexedIndicator,
  index: number,
  stage: StageId,
  schoolStages: readonly SchoolStageAssessment[],
): CvAssessment {
  const terms: (WeightedTerm & { schoolId: string })[] = [];
  const missingPupils: Rational[] = [];
  const missing: MissingCell[] = [];
  let scopeOpen = false;
  let pupilsOpen = false;
  let contradiction = false;
  for (const school of schoolStages) {
    const own = school.indicators[index];
    if (school.scope.state === 'undetermined') {
      scopeOpen = true;
      missing.push(...school.scope.problem.missing.map((key) => ({ schoolId: school.unit.schoolId, key })));
      continue;
    }
    if (own === undefined) continue;
    const amount = knownValue(own.amount.interval);
    if (school.pupils !== null && amount !== null) {
      terms.push({ schoolId: school.unit.schoolId, amount, pupils: school.pupils });
      continue;
    }
    missing.push(...own.missing);
    if (own.amount.contradiction) contradiction = true;
    if (school.pupils === null) pupilsOpen = true;
    else missingPupils.push(school.pupils);
  }
  const moments = weightedMoments(terms);
  const policy = indexed.edition.rounding.cvs;
  const limit = indexed.cvLimits.get(stage) ?? null;
  const provisional = scopeOpen || pupilsOpen || missingPupils.length > 0;
  const outcome = decide();
  return {
    indicator,
    stage,
    limit,
    limitText: indexed.edition.balanceRule.limits[stage] ?? '',
    terms,
    moments,
    provisional,
    outcome,
    boundary:
      limit !== null &&
      terms.length > 0 &&
      isCvBoundary(moments, limit, policy, indexed.edition.display.cvBoundaryDecimals),
    reason: outcome === 'undetermined' ? reasonOf() : null,
    missing: distinctCells(missing),
  };

  function decide(): Outcome {
    if (schoolStages.length === 0 || limit === null) return 'not-applicable';
    if (scopeOpen || pupilsOpen) return 'undetermined';
    if (missingPupils.length > 0) return decideCvLimitWithMissing(moments, missingPupils, limit, policy);
    return decideCvLimit(moments, limit, policy);
  }

  function reasonOf(): UndeterminedReason {
    if (scopeOpen) return 'scope-undetermined';
    if (!provisional) return 'zero-mean';
    return missing.length === 0 && contradiction ? 'negative-quantity' : 'missing-cells';
  }
}
