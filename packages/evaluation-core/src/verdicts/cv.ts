import type { UndeterminedReason } from '../evaluation.ts';
import { distinctCells } from '../items/missing-cell.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import type { StageId } from '../items/cells.ts';
import type { Outcome } from '../outcome.ts';
import { knownValue } from '../quantities/interval.ts';
import type { Rational } from '../quantities/rational.ts';
import { decideCvLimit, decideCvLimitWithMissing, isCvBoundary } from '../rules/cv-limit.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import type { IndexedPerPupil } from '../standards/indicator-index.ts';
import { onePlusCvSquared, weightedMoments } from '../statistics/weighted-moments.ts';
import type { WeightedMoments, WeightedTerm } from '../statistics/weighted-moments.ts';
import type { SchoolStageAssessment } from './school-stage.ts';

/** The CV of one indicator in one stage, judged. Amounts are in the item's unit: a factor common to all schools does not change a CV. */
export interface CvAssessment {
  readonly indicator: IndexedPerPupil;
  readonly stage: StageId;
  /** Null where only the mean of the CVs is judged, or the stage has no limit. */
  readonly limit: Rational | null;
  readonly limitText: string;
  /** The school-stages that entered, in the order of their ids. */
  readonly terms: readonly (WeightedTerm & { readonly schoolId: string })[];
  readonly moments: WeightedMoments;
  /** Pupils of school-stages whose amount is missing. */
  readonly missingPupils: readonly Rational[];
  /** Not even the pupils of some school-stage are known, or whether it is in scope. */
  readonly open: boolean;
  readonly provisional: boolean;
  readonly outcome: Outcome;
  readonly boundary: boolean;
  /** Why it is undetermined or, where it is not judged by itself, why its value is not final. */
  readonly reason: UndeterminedReason | null;
  readonly missing: readonly MissingCell[];
}

export function assessCv(
  indexed: IndexedEdition,
  indicator: IndexedPerPupil,
  stage: StageId,
  schoolStages: readonly SchoolStageAssessment[],
): CvAssessment {
  const index = indexed.indicators.indexOf(indicator);
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
    if (own?.kind !== 'per-pupil') continue;
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
  const { balanceRule, rounding, display } = indexed.edition;
  const policy = rounding.cvs;
  const single = balanceRule?.kind === 'cv-limit';
  const limit = single ? (indexed.cvLimits.get(stage) ?? null) : null;
  const provisional = scopeOpen || pupilsOpen || missingPupils.length > 0;
  const outcome = decide();
  return {
    indicator,
    stage,
    limit,
    limitText: single ? (balanceRule.limits[stage] ?? '') : '',
    terms,
    moments,
    missingPupils,
    open: scopeOpen || pupilsOpen,
    provisional,
    outcome,
    boundary: limit !== null && terms.length > 0 && isCvBoundary(moments, limit, policy, display.cvBoundaryDecimals),
    reason: outcome === 'undetermined' || (!single && !isFinal()) ? reasonOf() : null,
    missing: distinctCells(missing),
  };

  function decide(): Outcome {
    if (schoolStages.length === 0 || limit === null) return 'not-applicable';
    if (scopeOpen || pupilsOpen) return 'undetermined';
    if (missingPupils.length > 0) return decideCvLimitWithMissing(moments, missingPupils, limit, policy);
    return decideCvLimit(moments, limit, policy);
  }

  function isFinal(): boolean {
    return schoolStages.length === 0 || (!provisional && onePlusCvSquared(moments) !== null);
  }

  function reasonOf(): UndeterminedReason {
    if (scopeOpen) return 'scope-undetermined';
    if (!provisional) return 'zero-mean';
    if (missing.length > 0) return 'missing-cells';
    return contradiction ? 'negative-quantity' : 'no-evaluation-date';
  }
}
