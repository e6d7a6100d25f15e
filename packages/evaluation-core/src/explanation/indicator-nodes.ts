import { cellsOf, isContradictory } from '../indicators/measurement.ts';
import type { AmountTerm } from '../indicators/member-amount.ts';
import type { StageAmount } from '../indicators/stage-amount.ts';
import { distinctCells } from '../items/missing-cell.ts';
import type { MissingCell } from '../items/missing-cell.ts';
import { exactText } from '../quantities/decimal.ts';
import { displayNumber } from '../quantities/display.ts';
import { toDouble } from '../quantities/double.ts';
import { knownValue } from '../quantities/interval.ts';
import type { Interval } from '../quantities/interval.ts';
import { compare, fractionText } from '../quantities/rational.ts';
import type { Rational } from '../quantities/rational.ts';
import { effectiveThreshold, movedLimit } from '../quantities/rounding.ts';
import type { Standard } from '../rules/threshold.ts';
import type { IndexedEdition } from '../standards/edition-index.ts';
import type { ExplanationFormula, ExplanationNode } from '../trace/explanation-node.ts';
import { operand, sumExpression } from '../trace/expression.ts';
import { boundsOf, cellsWithValues, formula, node } from '../trace/node-builders.ts';
import { nodePath } from '../trace/paths.ts';
import type { IndicatorAssessment } from '../verdicts/indicator.ts';
import type { SchoolStageAssessment } from '../verdicts/school-stage.ts';

export function indicatorNode(
  indexed: IndexedEdition,
  school: SchoolStageAssessment,
  assessment: IndicatorAssessment,
): ExplanationNode {
  const { definition } = assessment.indicator;
  const { schoolId } = school.unit;
  const { stage } = school;
  const { decision } = assessment;
  const value = assessment.value === null ? null : knownValue(assessment.value);
  return node(nodePath('indicator', schoolId, stage, definition.id), 'indicator', decision.outcome, {
    complete: assessment.missing.length === 0 && assessment.openStandard.length === 0 && !isContradictory(assessment),
    value: value === null ? null : toDouble(value),
    exact: value === null ? null : fractionText(value),
    bounds: assessment.value === null ? null : boundsOf(assessment.value),
    facts: {
      schoolId,
      stage,
      indicator: definition.id,
      aboveFloor: decision.aboveFloor,
      boundary: decision.boundary,
      reason: assessment.reason,
      // 特殊规定: whose threshold it is, or might be
      specialRule: assessment.specialRules.map(({ rule }) => rule.id).join(' ') || null,
      specialRuleState: assessment.specialRules[0]?.state ?? null,
    },
    formula: formulaOf(indexed, assessment, value),
    source: definition.source,
    cells: cellsWithValues(school.unit.members, cellsRead(school, assessment)),
    children: childrenOf(school, assessment),
  });
}

function formulaOf(
  indexed: IndexedEdition,
  assessment: IndicatorAssessment,
  value: Rational | null,
): ExplanationFormula {
  const { standard, decision } = assessment;
  const compared = {
    threshold: standard === null ? null : exactText(standard.threshold),
    value: value === null ? null : displayed(indexed, value, standard, decision.outcome === 'met'),
  };
  // While it is open which threshold counts, the one that is shown decides nothing.
  const judgedBy = decision.outcome === 'undetermined' ? null : standard;
  const decided =
    value === null ? {} : { result: fractionText(value), comparison: comparison(indexed, value, judgedBy) };
  switch (assessment.kind) {
    case 'per-pupil': {
      const { multiplier, unitFactor } = assessment.indicator.definition;
      const amount = knownValue(assessment.amount.interval);
      const { pupils } = assessment;
      return formula(
        'per-pupil',
        { multiplier, unitFactor, amount: textOf(amount), pupils: textOf(pupils), ...compared },
        amount === null || pupils === null
          ? {}
          : { expression: `${multiplier} * ${unitFactor} * ${operand(amount)} / ${operand(pupils)}`, ...decided },
      );
    }
    case 'ratio': {
      const { multiplier } = assessment.indicator.definition;
      const numerator = knownValue(assessment.numerator.interval);
      const denominator = knownValue(assessment.denominator.interval);
      return formula(
        'ratio',
        { multiplier, numerator: textOf(numerator), denominator: textOf(denominator), ...compared },
        value === null || numerator === null || denominator === null
          ? {}
          : { expression: `${multiplier} * ${operand(numerator)} / ${operand(denominator)}`, ...decided },
      );
    }
    case 'amount':
      return formula('amount', compared, value === null ? {} : { expression: operand(value), ...decided });
    case 'answer': {
      const { definition, item } = assessment.indicator;
      const option = (answer: string): string => `${item.value.kind === 'flag' ? 'flag' : item.id}.${answer}`;
      const [answer, ...others] = new Set(assessment.answers.map((each) => each.value));
      const [required, ...alternatives] = definition.holds;
      return formula('answer', {
        answer: answer == null || others.length > 0 ? null : option(answer),
        required: required === undefined || alternatives.length > 0 ? null : option(required),
      });
    }
    default: {
      const exhaustive: never = assessment;
      return exhaustive;
    }
  }
}

function textOf(value: Rational | null): string | null {
  return value === null ? null : exactText(value);
}

function displayed(indexed: IndexedEdition, value: Rational, standard: Standard | null, met: boolean): string {
  const decimals = indexed.edition.display.indicatorDecimals;
  const exact = fractionText(value);
  if (standard === null) return displayNumber(exact, decimals);
  // More digits only help beside a limit that is a decimal, and thresholds are.
  return displayNumber(exact, decimals, {
    limit: exactText(standard.threshold),
    met,
    direction: standard.comparator,
  });
}

function comparison(
  indexed: IndexedEdition,
  value: Rational,
  standard: Standard | null,
): ExplanationFormula['comparison'] {
  if (standard === null) return null;
  const policy = indexed.edition.rounding.indicators;
  if (standard.comparator === 'at-least') {
    const limit = effectiveThreshold(standard.threshold, policy);
    return { relation: '>=', limit: exactText(limit), holds: compare(value, limit) >= 0 };
  }
  const { limit, included } = movedLimit(standard.threshold, policy);
  const difference = compare(value, limit);
  return {
    relation: included ? '<=' : '<',
    limit: exactText(limit),
    holds: included ? difference <= 0 : difference < 0,
  };
}

function cellsRead(school: SchoolStageAssessment, assessment: IndicatorAssessment): readonly MissingCell[] {
  const pupils = assessment.kind === 'answer' ? [] : school.stagePupils.cells;
  return distinctCells([...pupils, ...cellsOf(assessment), ...assessment.missing, ...assessment.openStandard]);
}

function childrenOf(school: SchoolStageAssessment, assessment: IndicatorAssessment): readonly string[] {
  const { schoolId } = school.unit;
  const { id } = assessment.indicator.definition;
  const quantity = (...part: readonly string[]): string => nodePath('quantity', schoolId, school.stage, id, ...part);
  // Also of a ratio and an amount: while the pupils of the stage are not known, nothing is known of its part of the school.
  const pupils = nodePath('pupils', schoolId, school.stage);
  switch (assessment.kind) {
    case 'per-pupil':
      return [quantity(), pupils];
    case 'ratio':
      return [quantity('numerator'), quantity('denominator'), pupils];
    case 'amount':
      return [quantity(), pupils];
    case 'answer':
      return [];
    default: {
      const exhaustive: never = assessment;
      return exhaustive;
    }
  }
}

/** A raw amount of an indicator; a ratio has two, told apart by `part`. */
export function quantityNode(
  school: SchoolStageAssessment,
  assessment: IndicatorAssessment,
  part: string | undefined,
): ExplanationNode | undefined {
  const amount = amountOf(assessment, part);
  if (amount === undefined) return undefined;
  const { indicator } = assessment;
  const { schoolId } = school.unit;
  const terms = amount.members.flatMap((member) => member.terms);
  const known = knownValue(amount.interval);
  const share = amount.share === null ? null : knownValue(amount.share.share);
  const sum = sumExpression(terms.flatMap(({ sign, value }) => (value === null ? [] : [{ sign, value }])));
  const template =
    amount.share !== null
      ? 'share-of-total'
      : amount.members.some((each) => each.origin === 'aggregate')
        ? 'aggregate'
        : 'signed-sum';
  const path = nodePath(
    'quantity',
    schoolId,
    school.stage,
    indicator.definition.id,
    ...(part === undefined ? [] : [part]),
  );
  return node(path, 'quantity', null, {
    complete: amount.missing.length === 0 && !amount.contradiction,
    value: known === null ? null : toDouble(known),
    exact: known === null ? null : fractionText(known),
    bounds: boundsOf(amount.interval),
    facts: { schoolId, stage: school.stage, quantity: amount.quantity.id, negative: amount.contradiction },
    formula: formula(
      template,
      {
        total: intervalText(amount.total),
        share: share === null ? null : fractionText(share),
        amount: intervalText(amount.interval),
      },
      known === null
        ? {}
        : { expression: share === null ? sum : `(${sum}) * (${fractionText(share)})`, result: fractionText(known) },
    ),
    source: amount.quantity.source,
    cells: cellsWithValues(school.unit.members, [
      ...terms.map((term) => termCell(term, 'applied')),
      ...amount.members.flatMap((member) => member.openTerms.map((term) => termCell(term, 'open'))),
      // What its share misses is said by the share.
      ...amount.members.flatMap((member) => member.missing),
    ]),
    children: amount.share === null ? [] : [nodePath('share', schoolId, school.stage)],
  });
}

function termCell({ cell, rule }: AmountTerm, state: 'applied' | 'open') {
  return rule === null ? cell : { ...cell, specialRule: { id: rule.id, state } };
}

function amountOf(assessment: IndicatorAssessment, part: string | undefined): StageAmount | undefined {
  if (assessment.kind !== 'ratio') return part === undefined ? assessment.amounts[0] : undefined;
  return part === 'numerator' ? assessment.numerator : part === 'denominator' ? assessment.denominator : undefined;
}

function intervalText(interval: Interval): string | null {
  return textOf(knownValue(interval));
}
