import { exactText } from '../quantities/decimal.ts';
import { displayNumber } from '../quantities/display.ts';
import { squareRootToDouble, toDouble } from '../quantities/double.ts';
import { isZero, multiply, one, subtract } from '../quantities/rational.ts';
import { squaredLimit, withinSquaredLimit } from '../quantities/rounding.ts';
import { cvBoundsWithMissing } from '../statistics/cv-bounds.ts';
import { onePlusCvSquared, weightedMean } from '../statistics/weighted-moments.ts';
import type { ExplanationNode } from '../trace/explanation-node.ts';
import { fraction, numberText, operand } from '../trace/expression.ts';
import { formula, node } from '../trace/node-builders.ts';
import { nodePath } from '../trace/paths.ts';
import type { CountyAssessment } from '../verdicts/county.ts';
import type { CvAssessment } from '../verdicts/cv.ts';
import type { StageAssessment } from '../verdicts/stage.ts';

export function cvNode(county: CountyAssessment, stage: StageAssessment, cv: CvAssessment): ExplanationNode {
  const { definition, factor } = cv.indicator;
  const { moments, terms } = cv;
  const onePlusSquare = terms.length === 0 ? null : onePlusCvSquared(moments);
  const square = onePlusSquare === null ? null : subtract(onePlusSquare, one);
  const value = square === null ? null : squareRootToDouble(square);
  return node(nodePath('cv', stage.stage, definition.id), 'cv', cv.outcome, {
    complete: !cv.provisional,
    value,
    bounds: cvBounds(cv),
    facts: {
      stage: stage.stage,
      indicator: definition.id,
      provisional: cv.provisional,
      reason: cv.reason,
      schoolStageCount: terms.length,
      mean: terms.length === 0 ? null : toDouble(multiply(factor, weightedMean(moments))),
    },
    formula: formula(
      'coefficient-of-variation',
      {
        pupils: exactText(moments.pupils),
        total: numberText(moments.total),
        count: terms.length,
        limit: cv.limitText,
        cv: value === null ? null : displayedCv(county, cv, value),
      },
      square === null || isZero(moments.total)
        ? {}
        : {
            // CV^2 = P_N * sum(x_i^2 / P_i) / X^2 - 1: rational, so it can be checked to the last digit.
            expression: `${operand(moments.pupils)} * (${terms
              .map((term) => `${operand(term.amount)}^2 / ${operand(term.pupils)}`)
              .join(' + ')}) / ${operand(moments.total)}^2 - 1`,
            result: fraction(square),
            comparison: cvComparison(county, cv),
          },
    ),
    source: county.indexed.edition.balanceRule?.source ?? null,
    children: stage.schoolStages.map((school) =>
      nodePath('indicator', school.unit.schoolId, stage.stage, definition.id),
    ),
  });
}

function displayedCv(county: CountyAssessment, cv: CvAssessment, value: number): string {
  const met = cv.outcome !== 'unmet';
  return displayNumber(value, county.indexed.edition.display.cvDecimals, {
    limit: cv.limitText,
    met,
    direction: 'at-most',
  });
}

/** Of CV^2, where amounts are missing and nothing else is. */
function cvBounds({ moments, missingPupils, open }: CvAssessment): ExplanationNode['bounds'] {
  const bounds = open || missingPupils.length === 0 ? null : cvBoundsWithMissing(moments, missingPupils);
  if (bounds === null) return null;
  return { low: fraction(subtract(bounds.least, one)), high: fraction(subtract(bounds.greatest, one)) };
}

/** The decision on CV^2; none while values are missing. */
function cvComparison(county: CountyAssessment, cv: CvAssessment) {
  const onePlusSquare = onePlusCvSquared(cv.moments);
  if (cv.provisional || cv.limit === null || onePlusSquare === null) return null;
  const test = squaredLimit(cv.limit, county.indexed.edition.rounding.cvs);
  return {
    relation: test.included ? ('<=' as const) : ('<' as const),
    limit: exactText(subtract(test.bound, one)),
    holds: withinSquaredLimit(onePlusSquare, test),
  };
}
