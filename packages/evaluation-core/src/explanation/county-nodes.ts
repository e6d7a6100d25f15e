import { toDouble, squareRootToDouble } from '../quantities/double.ts';
import { exactText } from '../quantities/decimal.ts';
import { displayNumber } from '../quantities/display.ts';
import { fractionText, isZero, multiply, one, subtract } from '../quantities/rational.ts';
import { squaredLimit, withinSquaredLimit } from '../quantities/rounding.ts';
import { onePlusCvSquared, weightedMean } from '../statistics/weighted-moments.ts';
import type { ExplanationNode } from '../trace/explanation-node.ts';
import { operand } from '../trace/expression.ts';
import { formula, node } from '../trace/node-builders.ts';
import { nodePath } from '../trace/paths.ts';
import type { CountyAssessment } from '../verdicts/county.ts';
import type { CvAssessment } from '../verdicts/cv.ts';
import type { StageAssessment } from '../verdicts/stage.ts';

function tally(outcomes: readonly string[]): Readonly<Record<string, number>> {
  const count = (outcome: string): number => outcomes.filter((each) => each === outcome).length;
  return { met: count('met'), unmet: count('unmet'), undetermined: count('undetermined'), total: outcomes.length };
}

export function countyNode(county: CountyAssessment): ExplanationNode {
  return node(nodePath('county'), 'county', county.county.outcome, {
    complete: county.county.complete,
    formula: formula('all-must-hold', tally(county.requirements.map((each) => each.outcome))),
    children: county.requirements.map((each) => nodePath('requirement', each.requirement.id)),
  });
}

export function requirementNode(county: CountyAssessment, id: string): ExplanationNode | undefined {
  const assessment = county.requirements.find((each) => each.requirement.id === id);
  if (assessment === undefined) return undefined;
  const { requirement, outcome, complete } = assessment;
  return node(nodePath('requirement', id), 'requirement', outcome, {
    complete,
    facts: { requirement: id, group: requirement.group },
    source: requirement.source,
    children: requirement.rule.kind === 'resource-allocation' ? [nodePath('resource-allocation')] : [],
  });
}

export function resourceAllocationNode(county: CountyAssessment): ExplanationNode {
  return node(nodePath('resource-allocation'), 'resource-allocation', county.resourceAllocation.outcome, {
    complete: county.resourceAllocation.complete,
    formula: formula('all-must-hold', tally(county.stages.map((stage) => stage.outcome))),
    children: county.stages.map((stage) => nodePath('stage', stage.stage)),
  });
}

export function stageNode(stage: StageAssessment): ExplanationNode {
  // Where the mean of the CVs is judged, it stands for all of them.
  const balance = stage.composite === null ? stage.cvs : [stage.composite];
  return node(nodePath('stage', stage.stage), 'stage', stage.outcome, {
    complete: stage.complete,
    facts: { stage: stage.stage, schoolsOutcome: stage.schoolsOutcome, balanceOutcome: stage.balanceOutcome },
    formula: formula('all-must-hold', tally([...balance, ...stage.schoolStages].map((each) => each.outcome))),
    children: [
      ...(stage.composite === null
        ? stage.cvs.map((cv) => nodePath('cv', stage.stage, cv.indicator.definition.id))
        : [nodePath('composite', stage.stage)]),
      ...stage.schoolStages.map((school) => nodePath('school', school.unit.schoolId, stage.stage)),
    ],
  });
}

export function cvNode(county: CountyAssessment, stage: StageAssessment, cv: CvAssessment): ExplanationNode {
  const { definition, factor } = cv.indicator;
  const { moments, terms } = cv;
  const onePlusSquare = terms.length === 0 ? null : onePlusCvSquared(moments);
  const square = onePlusSquare === null ? null : subtract(onePlusSquare, one);
  const value = square === null ? null : squareRootToDouble(square);
  return node(nodePath('cv', stage.stage, definition.id), 'cv', cv.outcome, {
    complete: !cv.provisional,
    value,
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
        total: exactText(moments.total),
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
            result: fractionText(square),
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
