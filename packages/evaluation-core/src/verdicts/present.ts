import type {
  CompositeCvEvaluation,
  CvEvaluation,
  IndicatorEvaluation,
  IndicatorTrace,
  SchoolStageEvaluation,
  StageEvaluation,
} from '../evaluation.ts';
import { cellsOf } from '../indicators/measurement.ts';
import type { CellKey } from '../items/cells.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import { exactText } from '../quantities/decimal.ts';
import { squareRootToDouble, toDouble } from '../quantities/double.ts';
import { knownValue } from '../quantities/interval.ts';
import type { Interval } from '../quantities/interval.ts';
import { fractionText, isZero, multiply, one, subtract, sum } from '../quantities/rational.ts';
import { floorOf } from '../rules/threshold.ts';
import type { Standard } from '../rules/threshold.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import { comparatorOf } from '../standards/indicator-index.ts';
import { meanRootToDouble } from '../statistics/composite-cv.ts';
import { varianceShares } from '../statistics/variance-shares.ts';
import { onePlusCvSquared, weightedMean, weightedVariance } from '../statistics/weighted-moments.ts';
import type { CompositeAssessment } from './composite.ts';
import type { CvAssessment } from './cv.ts';
import type { IndicatorAssessment } from './indicator.ts';
import type { SchoolStageAssessment } from './school-stage.ts';
import type { StageAssessment } from './stage.ts';

// From exact assessments to plain JSON: every number becomes the correctly rounded double of its exact value.

export function presentSchoolStage(indexed: IndexedEdition, school: SchoolStageAssessment): SchoolStageEvaluation {
  const indicators = school.indicators.map((each) => presentIndicator(school, each));
  const countOf = (outcome: string): number => indicators.filter((each) => each.outcome === outcome).length;
  const { schoolRule } = indexed.edition;
  const { points, grade } = school.empty ? { points: null, grade: null } : school.rule;
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
    points:
      points === null || schoolRule?.kind !== 'stepped-points'
        ? null
        : { least: exactText(points.least), most: exactText(points.most), pass: schoolRule.pass },
    grade,
    indicators,
  };
}

function presentIndicator(school: SchoolStageAssessment, assessment: IndicatorAssessment): IndicatorEvaluation {
  const { indicator, decision, standard } = assessment;
  const measured = !school.empty;
  const value = measured && assessment.value !== null ? knownValue(assessment.value) : null;
  const texts = standard === null ? noStandard : textsOf(standard);
  return {
    indicatorId: indicator.definition.id,
    outcome: measured ? decision.outcome : 'not-applicable',
    aboveFloor: measured ? decision.aboveFloor : null,
    value: value === null ? null : toDouble(value),
    exact: value === null ? null : fractionText(value),
    threshold: texts.threshold,
    comparator: indicator.kind === 'answer' ? null : comparatorOf(indicator),
    floor: texts.floor,
    boundary: measured && decision.boundary,
    reason: measured ? assessment.reason : null,
    missing: measured ? keysOf(assessment.missing, assessment.openStandard) : [],
    trace: traceOf(assessment),
  };
}

interface StandardTexts {
  readonly threshold: string;
  readonly floor: string;
}

const noStandard: StandardTexts = { threshold: '', floor: '' };
const textsOfStandards = new WeakMap<Standard, StandardTexts>();

function textsOf(standard: Standard): StandardTexts {
  const known = textsOfStandards.get(standard);
  if (known !== undefined) return known;
  const floor = floorOf(standard);
  const texts = { threshold: exactText(standard.threshold), floor: floor === null ? '' : exactText(floor) };
  textsOfStandards.set(standard, texts);
  return texts;
}

/** Mostly nothing is missing. */
function keysOf(missing: readonly MissingCell[], open: readonly MissingCell[]): readonly CellKey[] {
  return missing.length === 0 && open.length === 0 ? [] : [...missing, ...open].map((cell) => cell.key);
}

function traceOf(assessment: IndicatorAssessment): IndicatorTrace {
  const [amount, denominator] = assessment.amounts;
  const share = amount?.share == null ? null : knownValue(amount.share.share);
  const pupils = assessment.kind === 'per-pupil' ? assessment.pupils : null;
  const answers = assessment.kind === 'answer' ? new Set(assessment.answers.map((answer) => answer.value)) : null;
  return {
    amount: amount === undefined ? null : textOf(amount.interval),
    pupils: pupils === null ? null : exactText(pupils),
    denominator: denominator === undefined ? null : textOf(denominator.interval),
    share: share === null ? null : fractionText(share),
    answer: answers?.size === 1 ? ([...answers][0] ?? null) : null,
    cells: cellsOf(assessment),
  };
}

function textOf(interval: Interval): string | null {
  const known = knownValue(interval);
  return known === null ? null : exactText(known);
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
    balanceOutcome: stage.balanceOutcome,
    composite: stage.composite === null ? null : presentComposite(stage.composite),
    cvs: stage.cvs.map(presentCv),
  };
}

function presentComposite(assessment: CompositeAssessment): CompositeCvEvaluation {
  return {
    outcome: assessment.outcome,
    value: assessment.squares === null ? null : meanRootToDouble(assessment.squares),
    limit: assessment.limitText,
    provisional: assessment.provisional,
    boundary: assessment.boundary,
    reason: assessment.reason,
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
