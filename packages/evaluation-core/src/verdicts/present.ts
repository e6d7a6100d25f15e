import type { CvEvaluation, IndicatorEvaluation, SchoolStageEvaluation, StageEvaluation } from '../evaluation.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import type { IndicatorAssessment } from './indicator.ts';
import { exactText } from '../quantities/decimal.ts';
import { squareRootToDouble, toDouble } from '../quantities/double.ts';
import { knownValue } from '../quantities/interval.ts';
import { fractionText, isZero, multiply, one, subtract, sum } from '../quantities/rational.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import { varianceShares } from '../statistics/variance-shares.ts';
import { onePlusCvSquared, weightedMean, weightedVariance } from '../statistics/weighted-moments.ts';
import type { SchoolStageAssessment } from './school-stage.ts';
import type { CvAssessment, StageAssessment } from './stage.ts';

// From exact assessments to plain JSON: every number becomes the correctly rounded double of its exact value.

export function presentSchoolStage(indexed: IndexedEdition, school: SchoolStageAssessment): SchoolStageEvaluation {
  const indicators = school.indicators.map((each) => presentIndicator(indexed, school, each));
  const countOf = (outcome: string): number => indicators.filter((each) => each.outcome === outcome).length;
  return {
    schoolId: school.unit.schoolId,
    name: school.unit.record.name,
    code: school.unit.record.code,
    stage: school.stage,
    pupils: school.pupils === null ? null : toDouble(school.pupils),
    outcome: school.outcome,
    complete: school.complete,
    reason: school.reason,
    metCount: countOf('met'),
    unmetCount: countOf('unmet'),
    undeterminedCount: countOf('undetermined'),
    indicators,
  };
}

function presentIndicator(
  indexed: IndexedEdition,
  school: SchoolStageAssessment,
  assessment: IndicatorAssessment,
): IndicatorEvaluation {
  const { indicator, decision, amount, threshold } = assessment;
  const applicable = school.outcome !== 'not-applicable';
  const value = applicable ? knownValue(assessment.value) : null;
  const known = knownValue(amount.interval);
  const share = amount.share === null ? null : knownValue(amount.share.share);
  return {
    indicatorId: indicator.definition.id,
    outcome: applicable ? decision.outcome : 'not-applicable',
    aboveFloor: applicable ? decision.aboveFloor : null,
    value: value === null ? null : toDouble(value),
    exact: value === null ? null : fractionText(value),
    threshold: indicator.definition.thresholds[school.stage] ?? '',
    floor: threshold === null || indexed.floorShare === null ? '' : exactText(multiply(threshold, indexed.floorShare)),
    boundary: applicable && decision.boundary,
    reason: applicable ? assessment.reason : null,
    missing: applicable ? assessment.missing.map((cell) => cell.key) : [],
    trace: {
      amount: known === null ? null : exactText(known),
      pupils: assessment.pupils === null ? null : exactText(assessment.pupils),
      share: share === null ? null : fractionText(share),
      cells: cellsOf(assessment),
    },
  };
}

function cellsOf(assessment: IndicatorAssessment): readonly MissingCell[] {
  return assessment.amount.members.flatMap((member) => member.terms.map((term) => term.cell));
}

export function presentStage(stage: StageAssessment): StageEvaluation {
  const countOf = (outcome: string): number => stage.schoolStages.filter((each) => each.outcome === outcome).length;
  return {
    stage: stage.stage,
    outcome: stage.outcome,
    complete: stage.complete,
    schoolsOutcome: stage.schoolsOutcome,
    schoolStageCount: stage.schoolStages.length,
    metCount: countOf('met'),
    unmetCount: countOf('unmet'),
    undeterminedCount: countOf('undetermined'),
    pupils: toDouble(sum(stage.schoolStages.flatMap((each) => each.pupils ?? []))),
    cvs: stage.cvs.map(presentCv),
  };
}

function presentCv(assessment: CvAssessment): CvEvaluation {
  const { moments, terms, indicator } = assessment;
  const some = terms.length > 0;
  const onePlusSquare = some ? onePlusCvSquared(moments) : null;
  // Means and deviations are shown in the indicator's unit; the CV has none.
  const { factor } = indicator;
  const shares = some && !isZero(moments.total) ? varianceShares(terms, moments) : [];
  return {
    indicatorId: indicator.definition.id,
    outcome: assessment.outcome,
    cv: onePlusSquare === null ? null : squareRootToDouble(subtract(onePlusSquare, one)),
    mean: some ? toDouble(multiply(factor, weightedMean(moments))) : null,
    standardDeviation: some ? squareRootToDouble(multiply(multiply(factor, factor), weightedVariance(moments))) : null,
    limit: assessment.limitText,
    provisional: assessment.provisional,
    boundary: assessment.boundary,
    schoolStageCount: terms.length,
    pupils: toDouble(moments.pupils),
    reason: assessment.reason,
    missing: assessment.missing,
    contributions: shares.map((share, index) => ({ schoolId: terms[index]?.schoolId ?? '', share })),
  };
}
