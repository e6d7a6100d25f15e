import { distinctCells } from '../items/missing-cell.ts';
import type { IndicatorAssessment } from '../verdicts/indicator.ts';
import { exactText } from '../quantities/decimal.ts';
import { toDouble } from '../quantities/double.ts';
import { displayNumber } from '../quantities/display.ts';
import { knownValue } from '../quantities/interval.ts';
import { compare, fractionText } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { effectiveThreshold } from '../quantities/rounding.ts';
import type { StagePupils } from '../schools/stage-pupils.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import type { ExplanationNode } from '../trace/explanation-node.ts';
import { operand, sumExpression } from '../trace/expression.ts';
import { cellsWithValues, formula, node } from '../trace/node-builders.ts';
import { nodePath } from '../trace/paths.ts';
import type { SchoolStageAssessment } from '../verdicts/school-stage.ts';

export function schoolStageNode(indexed: IndexedEdition, school: SchoolStageAssessment): ExplanationNode {
  const { schoolRule } = indexed.edition;
  const { stage, indicators } = school;
  const { schoolId } = school.unit;
  const met = indicators.filter((each) => each.decision.outcome === 'met').length;
  const open = indicators.some((each) => each.decision.outcome === 'undetermined');
  return node(nodePath('school', schoolId, stage), 'school-stage', school.outcome, {
    complete: school.complete,
    facts: { schoolId, stage, reason: school.reason },
    formula: formula(
      'at-least-m-of-n',
      {
        metCount: met,
        minimumMet: schoolRule.minimumMet,
        indicatorCount: indicators.length,
        undeterminedCount: indicators.filter((each) => each.decision.outcome === 'undetermined').length,
        belowFloorCount: indicators.filter((each) => each.decision.aboveFloor === false).length,
        floorShare: schoolRule.floorShare,
      },
      open
        ? {}
        : {
            expression: indicators.map((each) => (each.decision.outcome === 'met' ? '1' : '0')).join(' + '),
            result: String(met),
            comparison: { relation: '>=', limit: String(schoolRule.minimumMet), holds: met >= schoolRule.minimumMet },
          },
    ),
    source: schoolRule.source,
    cells: cellsWithValues(school.unit.members, school.missing),
    children: indicators.map((each) => nodePath('indicator', schoolId, stage, each.indicator.definition.id)),
  });
}

export function indicatorNode(
  indexed: IndexedEdition,
  school: SchoolStageAssessment,
  assessment: IndicatorAssessment,
): ExplanationNode {
  const { definition } = assessment.indicator;
  const { schoolId } = school.unit;
  const { stage } = school;
  const value = knownValue(assessment.value);
  const amount = knownValue(assessment.amount.interval);
  const { decision, threshold, pupils } = assessment;
  const thresholdText = definition.thresholds[stage] ?? '';
  return node(nodePath('indicator', schoolId, stage, definition.id), 'indicator', decision.outcome, {
    complete: assessment.missing.length === 0 && !assessment.amount.contradiction,
    value: value === null ? null : toDouble(value),
    exact: value === null ? null : fractionText(value),
    facts: {
      schoolId,
      stage,
      indicator: definition.id,
      aboveFloor: decision.aboveFloor,
      boundary: decision.boundary,
      reason: assessment.reason,
    },
    formula: formula(
      'per-pupil',
      {
        multiplier: definition.multiplier,
        unitFactor: definition.unitFactor,
        amount: amount === null ? null : exactText(amount),
        pupils: pupils === null ? null : exactText(pupils),
        threshold: thresholdText,
        value:
          value === null || threshold === null
            ? null
            : displayed(indexed, fractionText(value), thresholdText, decision.outcome),
      },
      value === null || amount === null || pupils === null
        ? {}
        : {
            expression: `${definition.multiplier} * ${definition.unitFactor} * ${operand(amount)} / ${operand(pupils)}`,
            result: fractionText(value),
            comparison: comparisonWith(indexed, value, threshold),
          },
    ),
    source: definition.source,
    cells: cellsWithValues(school.unit.members, indicatorCells(school, assessment)),
    children: [nodePath('quantity', schoolId, stage, definition.id), nodePath('pupils', schoolId, stage)],
  });
}

function displayed(indexed: IndexedEdition, exact: string, limit: string, outcome: string): string {
  return displayNumber(exact, indexed.edition.display.indicatorDecimals, {
    limit,
    met: outcome === 'met',
    direction: 'at-least',
  });
}

function comparisonWith(indexed: IndexedEdition, value: Rational, threshold: Rational | null) {
  if (threshold === null) return null;
  const limit = effectiveThreshold(threshold, indexed.edition.rounding.indicators);
  return { relation: '>=' as const, limit: exactText(limit), holds: compare(value, limit) >= 0 };
}

function indicatorCells(school: SchoolStageAssessment, { amount, missing }: IndicatorAssessment) {
  return distinctCells([
    ...school.stagePupils.cells,
    ...amount.members.flatMap((member) => member.terms.map((term) => term.cell)),
    ...missing,
  ]);
}

export function quantityNode(school: SchoolStageAssessment, assessment: IndicatorAssessment): ExplanationNode {
  const { amount, indicator } = assessment;
  const { schoolId } = school.unit;
  const terms = amount.members.flatMap((member) => member.terms);
  const known = knownValue(amount.interval);
  const total = knownValue(amount.total);
  const share = amount.share === null ? null : knownValue(amount.share.share);
  const present = terms.flatMap(({ sign, value }) => (value === null ? [] : [{ sign, value }]));
  const sum = sumExpression(present);
  const template =
    amount.share !== null
      ? 'share-of-total'
      : amount.members.some((each) => each.origin === 'aggregate')
        ? 'aggregate'
        : 'signed-sum';
  return node(nodePath('quantity', schoolId, school.stage, indicator.definition.id), 'quantity', null, {
    complete: amount.missing.length === 0 && !amount.contradiction,
    value: known === null ? null : toDouble(known),
    exact: known === null ? null : fractionText(known),
    facts: { schoolId, stage: school.stage, quantity: amount.quantity.id, negative: amount.contradiction },
    formula: formula(
      template,
      {
        total: total === null ? null : exactText(total),
        share: share === null ? null : fractionText(share),
        amount: known === null ? null : exactText(known),
      },
      known === null
        ? {}
        : { expression: share === null ? sum : `(${sum}) * (${fractionText(share)})`, result: fractionText(known) },
    ),
    source: amount.quantity.source,
    cells: cellsWithValues(school.unit.members, [...terms.map((term) => term.cell), ...amount.missing]),
    children: amount.share === null ? [] : [nodePath('share', schoolId, school.stage)],
  });
}

export function shareNode(indexed: IndexedEdition, school: SchoolStageAssessment): ExplanationNode | undefined {
  const { share, stage } = school;
  if (share === null) return undefined;
  const { schoolId } = school.unit;
  const value = knownValue(share.share);
  const own = share.weights.find((each) => each.stage === stage);
  const products = share.weights.map(({ weight, pupils }) =>
    pupils === null ? null : `${exactText(weight)} * ${operand(pupils)}`,
  );
  return node(nodePath('share', schoolId, stage), 'share', null, {
    complete: share.missing.length === 0,
    value: value === null ? null : toDouble(value),
    exact: value === null ? null : fractionText(value),
    facts: { schoolId, stage },
    formula: formula(
      'weighted-share',
      {
        weight: own === undefined ? null : exactText(own.weight),
        pupils: own?.pupils == null ? null : exactText(own.pupils),
        share: value === null ? null : fractionText(value),
      },
      value === null || own?.pupils == null
        ? {}
        : {
            expression: `${exactText(own.weight)} * ${operand(own.pupils)} / (${products.join(' + ')})`,
            result: fractionText(value),
          },
    ),
    source: indexed.edition.splitting.source,
    cells: cellsWithValues(school.unit.members, share.cells),
    children: share.weights.map((each) => nodePath('pupils', schoolId, each.stage)),
  });
}

export function pupilsNode(school: SchoolStageAssessment, stagePupils: StagePupils): ExplanationNode {
  const { unit } = school;
  const known = knownValue(stagePupils.count);
  const cells = cellsWithValues(unit.members, stagePupils.cells);
  return node(nodePath('pupils', unit.schoolId, stagePupils.stage), 'pupils', null, {
    complete: stagePupils.missing.length === 0,
    value: known === null ? null : toDouble(known),
    exact: known === null ? null : fractionText(known),
    facts: { schoolId: unit.schoolId, stage: stagePupils.stage },
    formula: formula(
      'pupils-sum',
      { total: known === null ? null : exactText(known) },
      known === null
        ? {}
        : {
            expression: sumExpression(stagePupils.terms.map((value) => ({ sign: 1, value }))),
            result: fractionText(known),
          },
    ),
    cells,
  });
}
